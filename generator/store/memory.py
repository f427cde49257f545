"""``.site.sitegen-memory`` beside the output: what the last build read, and what it said.

When all that goes into a site is as it was, so is the site, and there is nothing to build. The file
is safe to delete, and any doubt about it counts as change. It names dumps and holds digests of
them as they are, which is why it never stands in the output.
"""

import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

FORMAT = 1
FILE_MODE = 0o600
SETTLED = 2_000_000_000
"""Nanoseconds. A file younger than that when it was looked at may have changed since with no sign
of it but its bytes: not every file system counts time more finely."""
PIECE = 1 << 20


class Seen(NamedTuple):
    """A file as it was."""

    path: str
    size: int
    changed: int
    """Nanoseconds since 1970. Means nothing in a fresh checkout, where the digest decides."""
    digest: str
    """SHA-256; ``""`` of what is no regular file, or could not be read."""


class Memory(NamedTuple):
    """One build."""

    key: str
    """Digest of the settings and of the versions of all that works on a site."""
    looked: int
    """When it began to read, in nanoseconds since 1970: whatever changed later counts as new."""
    inputs: tuple[Seen, ...]
    """By path."""
    manifest: str
    """SHA-256 of the manifest of the site it published."""
    said: object
    """Its outcome, as JSON."""


def place(output: Path, what: str = "memory") -> Path:
    """Where the memory of an output folder is kept, or what else a build remembers."""
    root = output.resolve()
    return root.parent / f".{root.name}.sitegen-{what}"


def moment(path: Path) -> int:
    """Now, by the clock of the file system, which files are dated by; 0 where it does not tell."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.touch()
        return beside.stat().st_mtime_ns
    except OSError:
        return 0
    finally:
        with suppress(OSError):
            beside.unlink()


def look(paths: Iterable[str], before: Memory | None) -> tuple[Seen, ...]:
    """The files as they are; one that seems untouched since ``before`` is not read again."""
    known = {one.path: one for one in before.inputs} if before else {}
    settled = before.looked - SETTLED if before else 0
    return tuple(look_at(path, known.get(path), settled) for path in sorted(paths))


def look_at(path: str, known: Seen | None, settled: int) -> Seen:
    """One file; what is not there looks empty."""
    try:
        about = os.stat(path)  # noqa: PTH116  a Path would cost more than the call
    except OSError:
        return Seen(path, 0, 0, "")
    # The day of the last change of any kind: unlike that of the bytes, no tool can set it back.
    size, changed = about.st_size, max(about.st_mtime_ns, about.st_ctime_ns)
    if known and (size, changed) == (known.size, known.changed) and changed < settled:
        return known
    return Seen(path, size, changed, digest(path) if stat.S_ISREG(about.st_mode) else "")


def digest(path: str) -> str:
    """SHA-256 in hex; ``""`` when it cannot be read."""
    found = sha256()
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            while piece := file.read(PIECE):
                found.update(piece)
    except OSError:
        return ""
    return found.hexdigest()


def is_same(one: Iterable[Seen], other: Iterable[Seen]) -> bool:
    """The same files with the same bytes, whenever they were written."""
    return [(a.path, a.size, a.digest) for a in one] == [(b.path, b.size, b.digest) for b in other]


def files_below(folder: Path) -> Iterator[str]:
    """Every file below a folder, in no order; links to folders are not followed."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from files_below(Path(entry.path))
        else:
            yield entry.path


# --- on the disk ------------------------------------------------------------------------------


def recall(path: Path) -> Memory | None:
    """The memory of the last build; ``None`` when there is none, or none that can be trusted."""
    try:
        held = json.loads(path.read_bytes())
        if held["format"] != FORMAT:
            return None
        inputs = tuple(Seen(str(a), int(b), int(c), str(d)) for a, b, c, d in held["inputs"])
        return Memory(
            str(held["key"]), int(held["looked"]), inputs, str(held["manifest"]), held["said"]
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def remember(path: Path, memory: Memory) -> None:
    """Keep it for the next build."""
    put(path, {"format": FORMAT, **memory._asdict()})


def put(path: Path, held: object) -> None:
    """Write JSON."""
    write(path, (json.dumps(held).encode("ascii"),))


def write(path: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Write a file at once. Whoever cannot write beside the output builds all the same."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.writelines(parts)
        beside.chmod(FILE_MODE)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def forget(path: Path) -> None:
    """The site is about to change: whoever is interrupted must not find the old memory."""
    with suppress(OSError):
        path.unlink()
