"""``.site.sitegen-seen`` beside the output: the signs by which a site is known to be untouched.

A file's sign is its number on the disk and the moment of its last change of any kind, which no tool
can set back; so is a folder's, for what it holds. What bears its sign need not be read or listed
again. Safe to delete, and what bears another one is read: a fresh checkout has none.
"""

import json
import os
import stat
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from glob import escape
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from generator.store import manifest, memory
from generator.store.manifest import Written

FORMAT = 1
FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""The same whatever the umask: a site's modes are part of what a build makes."""
OUR_FILE, OUR_FOLDER = stat.S_IFREG | FILE_MODE, stat.S_IFDIR | FOLDER_MODE

Sign = tuple[int, int]
"""Its number on the disk, and when it last changed, in nanoseconds since 1970."""
UNKNOWN: Sign = (0, 0)


class Listed(NamedTuple):
    """What a manifest says there is."""

    files: Mapping[str, Written] = {}
    folders: Mapping[str, Sequence[str]] = {"": ()}
    """Those in each folder; the site itself is ``""``."""


class Seen(NamedTuple):
    """A site as a build left it."""

    listed: Listed
    files: Mapping[str, Sign] = {}
    folders: Mapping[str, Sign] = {}
    spare: int = 0
    """The number of the spare tree beside it; 0 when there is none."""
    twins: Mapping[str, Sign] = {}
    """The folders of the spare."""


def listed(files: Iterable[Written]) -> Listed:
    """The files by path, and the folders that they need."""
    by_path = {file.path: file for file in files}
    folders: dict[str, list[str]] = {"": []}
    for path in by_path:
        folder = above(path)
        if folder in folders:
            continue
        fresh = list[str]()
        while folder not in folders:
            folders[folder] = []
            fresh.append(folder)
            folder = above(folder)
        for one in fresh:
            folders[above(one)].append(one)
    return Listed(by_path, folders)


def above(path: str) -> str:
    """The folder that it is in."""
    return path.rpartition("/")[0]


# --- looking ----------------------------------------------------------------------------------


def signs(tree: Path, paths: Iterable[str], mode: int) -> dict[str, Sign]:
    """Those of all that is there in this mode, and no link."""
    found, root = dict[str, Sign](), str(tree)
    for path in paths:
        try:
            about = os.stat(f"{root}/{path}", follow_symlinks=False)  # noqa: PTH116  for speed
        except OSError:
            continue
        if about.st_mode == mode:
            found[path] = (about.st_ino, about.st_ctime_ns)
    return found


def sign(path: str) -> Sign:
    """That of one, whatever it is."""
    about = os.stat(path, follow_symlinks=False)  # noqa: PTH116  likewise
    return about.st_ino, about.st_ctime_ns


def is_sound(tree: str, file: Written, known: Sign | None) -> bool:
    """Whether a file is what the manifest says; one that does not bear its sign is read."""
    path = f"{tree}/{file.path}"
    try:
        about = os.stat(path, follow_symlinks=False)  # noqa: PTH116  likewise
    except OSError:
        return False
    if known == (about.st_ino, about.st_ctime_ns):
        return True
    is_likely = (about.st_mode, about.st_size) == (OUR_FILE, file.size)
    return is_likely and memory.digest(path) == file.sha256


def strangers(tree: Path, there: Listed, known: Mapping[str, Sign]) -> Iterator[str]:
    """What is in a tree and not listed; folders that bear their signs are not looked through."""
    root, waiting = str(tree), [""]
    while waiting:
        folder = waiting.pop()
        if folder in known and sign(f"{root}/{folder}") == known[folder]:
            waiting.extend(there.folders[folder])
            continue
        for entry in sorted(os.scandir(f"{root}/{folder}"), key=attrgetter("name")):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if path in there.folders and entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif path not in there.files and path != manifest.FOLDER:
                yield path


def is_untouched(tree: Path, there: Listed, known: Mapping[str, Sign]) -> bool:
    """Whether every folder of a tree bears its sign, and nothing came into the tree itself."""
    root = str(tree)
    names = os.listdir(tree)  # noqa: PTH208  names are all that is needed
    is_ours = all(name in there.files or name in there.folders for name in names)
    folders = list(there.folders)[1:]
    return is_ours and all(sign(f"{root}/{one}") == known.get(one) for one in folders)


# --- on the disk ------------------------------------------------------------------------------


def recall(path: Path, tree: Path) -> Seen:
    """What is known of the site in ``tree``: without its own record, what its manifest lists."""
    try:
        listing = (tree / manifest.MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return Seen(Listed())
    held, number = b"", 0
    with suppress(OSError):
        held, number = path.read_bytes(), number_of(tree)
    return understood(held, listing, number)


@lru_cache(1)
def understood(held: bytes, listing: bytes, number: int) -> Seen:
    """A record of the tree of that number and manifest. A build asks three times for the same."""
    there = listed(manifest.from_json(listing) or ())
    seal, _, rest = held.partition(b"\n")
    head, _, body = rest.partition(b"\n")
    if seal != sealed(rest):
        return Seen(there)
    *told_of, spare = json.loads(head)
    if told_of != [FORMAT, sha256(listing).hexdigest(), number]:
        return Seen(there)
    told = iter(array("Q", body))
    every = zip(told, told, strict=True)
    files, folders, twins = (
        {path: one for path, one in zip(paths, every, strict=False) if one != UNKNOWN}
        for paths in (there.files, there.folders, there.folders)
    )
    return Seen(there, files, folders, spare, twins)


def remember(path: Path, tree: Path, seen: Seen) -> None:
    """Keep it for the next build."""
    digest = memory.digest(str(tree / manifest.MANIFEST))
    head = json.dumps([FORMAT, digest, number_of(tree), seen.spare]).encode("ascii")
    numbers = array("Q")
    for paths, known in (
        (seen.listed.files, seen.files),
        (seen.listed.folders, seen.folders),
        (seen.listed.folders, seen.twins),
    ):
        for one in paths:
            numbers.extend(known.get(one, UNKNOWN))
    rest = head + b"\n" + numbers.tobytes()
    memory.write(path, (sealed(rest), b"\n", rest))


def sweep(path: Path) -> None:
    """Remove what builds that were killed while they wrote it left; nobody else may be writing."""
    for leftover in path.parent.glob(f"{escape(path.name)}.*"):
        leftover.unlink()


def sealed(rest: bytes) -> bytes:
    """The first line of a record."""
    return sha256(rest).hexdigest().encode("ascii")


def number_of(path: Path) -> int:
    """That of a file or folder on its disk; 0 of what is not there."""
    with suppress(OSError):
        return path.lstat().st_ino
    return 0
