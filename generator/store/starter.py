"""A new project: settings, two invented dumps, pages, a workflow, all ready to be published."""

from collections.abc import Iterator
from pathlib import Path

from generator import __version__
from generator.errors import RefusedError, attempting

PACKED = Path(__file__).parent.parent / "_content"
CHECKOUT = Path(__file__).parents[2] / "content"
SAMPLES = ("sample-0003.txt", "sample-0007.txt")
HIDDEN = ("github", "gitignore")
"""Names that get their dot only now: tools would take them for their own where they lie."""
VERSION = b"{{ version }}"


def start(folder: Path, starter: Path) -> tuple[str, ...]:
    """Make the project, and give its files by name; ``starter`` is the folder of its own texts."""
    with attempting(f"read {folder}"):
        if folder.exists() and not folder.is_dir():
            message = f"{folder} is a file; name a new folder"
            raise RefusedError(message, "folder-not-empty")
        if folder.is_dir() and any(folder.iterdir()):
            message = f"{folder} is not empty; name a new folder"
            raise RefusedError(message, "folder-not-empty")
    with attempting("read what a new project is made of"):
        files = dict(sorted(texts(starter)))
    for name, body in files.items():
        with attempting(f"write {folder / name}"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(body)
    return tuple(files)


def texts(starter: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of it."""
    for path in starter.rglob("*"):
        if path.is_file():
            name = path.relative_to(starter).as_posix()
            dot = "." if name.split("/")[0] in HIDDEN else ""
            yield f"{dot}{name}", path.read_bytes().replace(VERSION, __version__.encode())
    samples = PACKED if PACKED.is_dir() else CHECKOUT
    for path in (*samples.glob("pages/*.md"), *(samples / "dumps" / name for name in SAMPLES)):
        yield f"content/{path.relative_to(samples).as_posix()}", path.read_bytes()
