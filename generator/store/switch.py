"""Put a finished tree in the place of the old one, at once, and clear up after any crash.

Beside the output folder ``site`` stand, only while a build runs or after it was killed::

    .site.sitegen-new    the tree being built; after the exchange, the old tree
    .site.sitegen-old    the old tree, where the system cannot exchange two folders
    .site.sitegen-lock   who builds (``lock.py``)

A tree being built holds ``.sitegen/unfinished``; a finished one a manifest. What a manifest lists
is ours to remove. Everything else moves to the same place in the site that stands.
"""

import ctypes
import errno
import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.errors import RefusedError
from generator.store import manifest
from generator.store.manifest import Written

UNFINISHED = f"{manifest.FOLDER}/unfinished"
SYSTEM = ctypes.CDLL(None, use_errno=True)
AT_FDCWD, RENAME_EXCHANGE = -100, 2
NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.EPERM)


class Place(NamedTuple):
    """Where a site stands and what stands beside it."""

    root: Path
    """The output folder, links resolved."""
    new: Path
    old: Path
    lock: Path


def place_of(output: Path) -> Place:
    """The places of an output folder."""
    root = output.resolve()
    beside = (root.parent / f".{root.name}.sitegen-{what}" for what in ("new", "old", "lock"))
    return Place(root, *beside)


def switch(place: Place) -> None:
    """Put the finished tree ``place.new`` where the site stands, and remove the old site."""
    if not place.root.exists():
        place.new.rename(place.root)
    elif not exchange(place.new, place.root):
        replace(place)
    flush(place.root.parent)
    repair(place)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders at once; False where the system cannot."""
    renameat2 = getattr(SYSTEM, "renameat2", None)
    if renameat2 is None:
        return False
    ends = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other))
    if renameat2(*ends, RENAME_EXCHANGE) == 0:
        return True
    error = trouble()
    if error.errno in NO_EXCHANGE:
        return False
    raise error


def trouble() -> OSError:
    """What the last call of the C library failed of."""
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))


def replace(place: Place) -> None:
    """Two renames. Killed in between, ``place.old`` tells the next build to take the first back."""
    place.root.rename(place.old)
    place.new.rename(place.root)


def repair(place: Place) -> None:
    """Clear up what a switch, or a build that was killed at any instant, left beside the site."""
    if not os.path.lexists(place.root) and place.old.exists():
        place.old.rename(place.root)
    for leftover in (place.old, place.new):
        if leftover.exists():
            clear(leftover, place.root)


def clear(leftover: Path, root: Path) -> None:
    """Remove a tree; what we did not write in it is given back to the site first."""
    if not (leftover / UNFINISHED).exists():
        remove(leftover, published(leftover) or ())
        give_back(leftover, root)
    for entry in leftover.iterdir():
        if entry.name != manifest.FOLDER:
            discard(entry)
    # Last, since it tells what the tree is, should we be killed on the way.
    shutil.rmtree(leftover)


def published(root: Path) -> tuple[Written, ...] | None:
    """What a site's manifest lists; ``None`` when it has none that we understand."""
    try:
        return manifest.from_json((root / manifest.MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def remove(tree: Path, files: tuple[Written, ...]) -> None:
    """Remove files and the folders that held nothing else; what is gone already is well."""
    folders = {str(folder) for file in files for folder in PurePosixPath(file.path).parents}
    for file in files:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (tree / file.path).unlink()
    for folder in sorted(folders - {"."}, key=len, reverse=True):
        with suppress(OSError):  # holds something that is not ours
            (tree / folder).rmdir()


def give_back(tree: Path, root: Path) -> None:
    """Move everything to its place in the site. Two different files of one place stop us."""
    for entry in sorted(tree.iterdir()):
        target = root / entry.name
        if entry.name == manifest.FOLDER:
            continue
        if not os.path.lexists(target):
            root.mkdir(exist_ok=True)
            entry.rename(target)
        elif is_folder(entry) and is_folder(target):
            give_back(entry, target)
        elif not alike(entry, target):
            message = f"{entry} and {target} differ, and sitegen wrote only one: move one away"
            raise RefusedError(message)


def is_folder(path: Path) -> bool:
    """Whether it is a folder, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def alike(one: Path, other: Path) -> bool:
    """Whether two entries are the same file, equal files, or equal links."""
    if os.path.samestat(one.lstat(), other.lstat()):
        return True
    if one.is_symlink() and other.is_symlink():
        return one.readlink() == other.readlink()
    both = (one, other)
    return all(path.is_file() and not path.is_symlink() for path in both) and filecmp.cmp(
        *both, shallow=False
    )


def discard(path: Path) -> None:
    """Remove a file, a link or a whole folder."""
    if is_folder(path):
        shutil.rmtree(path)
    else:
        path.unlink()


@contextmanager
def opened_folder(folder: Path) -> Iterator[int]:
    """A folder's descriptor."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield opened
    finally:
        os.close(opened)


def flush(folder: Path) -> None:
    """Have the disk keep a folder's own entries, so that a power cut finds them."""
    with opened_folder(folder) as number:
        os.fsync(number)


def flush_all(tree: Path) -> None:
    """Have the disk keep everything written so far; one call, not one for each file."""
    syncfs = getattr(SYSTEM, "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    with opened_folder(tree) as number:
        if syncfs(number) != 0:
            raise trouble()
