"""The floor: files of the same paths and sizes as a site's, written by a loop and nothing else.

python -m tests.bench.speed_floor LISTING FOLDER
"""

import os
import sys
from pathlib import Path


def listing(site: Path) -> str:
    """A line for each file: its size in bytes, a space, its path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return "".join(f"{one.stat().st_size} {one.relative_to(site).as_posix()}\n" for one in files)


def write(lines: list[str], folder: str) -> None:
    """Write a file for each line."""
    rows = [
        (int(size), f"{folder}/{path}") for size, path in (line.split(" ", 1) for line in lines)
    ]
    some = memoryview(os.urandom(max(size for size, _ in rows)))
    for below in {path.rpartition("/")[0] for _, path in rows}:
        Path(below).mkdir(parents=True, exist_ok=True)
    for size, path in rows:
        with open(path, "wb") as file:  # noqa: PTH123  a Path would cost as much as the call
            file.write(some[:size])


if __name__ == "__main__":
    write(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines(), sys.argv[2])
