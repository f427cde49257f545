"""Put a finished tree in the place of the old one, at once, and clear up after any crash.

Beside the output folder ``site`` stand, only while a build runs or after it was killed::

    .site.sitegen-new    the tree being built; after an exchange, the old tree
    .site.sitegen-old    the old tree, where the system cannot exchange two folders
    .site.sitegen-copy   the old tree being copied, where it cannot be renamed either
    .site.sitegen-lock   who builds (``lock.py``)

Two more stay between builds: the spare tree (``spare.py``), and the signs of both (``seen.py``).

A tree being built holds ``.sitegen/unfinished``; a finished one a manifest. What a manifest lists
is ours to remove. Everything else moves to the same place in the site that stands.
"""

import ctypes
import errno
import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from generator.errors import RefusedError
from generator.store import manifest
from generator.store.manifest import Written

UNFINISHED = f"{manifest.FOLDER}/unfinished"
SYSTEM = ctypes.CDLL(None, use_errno=True)
AT_FDCWD, RENAME_EXCHANGE = -100, 2
NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EXDEV)
"""What the system answers when it cannot exchange folders; or not these, of different layers."""


BESIDE = ("new", "old", "copy", "lock", "spare", "seen")


class Place(NamedTuple):
    """Where a site stands and what stands beside it."""

    root: Path
    """The output folder, links resolved."""
    new: Path
    old: Path
    copy: Path
    lock: Path
    spare: Path
    seen: Path


def place_of(output: Path) -> Place:
    """The places of an output folder."""
    root = output.resolve()
    return Place(root, *(root.parent / f".{root.name}.sitegen-{what}" for what in BESIDE))


def switch(place: Place) -> None:
    """Put the finished tree ``place.new`` where the site stands; ``repair`` removes the old one."""
    if not place.root.exists():
        place.new.rename(place.root)
    elif not exchange(place.new, place.root):
        replace(place)
    flush(place.root.parent)


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
    """Two renames. When killed in between, the next build does the second."""
    try:
        place.root.rename(place.old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy_aside(place)
    place.new.rename(place.root)


def copy_aside(place: Place) -> None:
    """Put a copy for the old tree, and remove it. Only while that lasts no whole site stands.

    A folder that came with a container's image can be neither exchanged nor renamed. The one that
    takes its place can.
    """
    shutil.copytree(place.root, place.copy, symlinks=True)
    place.copy.rename(place.old)
    clear(place.root, place.old)


def repair(place: Place) -> None:
    """Clear up what a switch, or a build that was killed at any instant, left beside the site."""
    if place.copy.exists():
        shutil.rmtree(place.copy)
    if place.old.exists() and is_finished(place.new):
        if os.path.lexists(place.root):
            clear(place.root, place.old)
        place.new.rename(place.root)
    elif place.old.exists() and not os.path.lexists(place.root):
        place.old.rename(place.root)
    for leftover in (place.old, place.new):
        if leftover.exists():
            clear(leftover, place.root)


def is_finished(tree: Path) -> bool:
    """Whether a tree is a whole site."""
    return (tree / manifest.MANIFEST).exists() and not (tree / UNFINISHED).exists()


def clear(tree: Path, heir: Path) -> None:
    """Remove a tree; what we did not write in it is given to another one first.

    Killed on the way, it can be done again: the tree's own manifest goes last.
    """
    if not (tree / UNFINISHED).exists():
        remove(tree, published(tree) or ())
        for entry in sorted(tree.iterdir()):
            if entry.name != manifest.FOLDER:
                give(entry, heir / entry.name)
    for entry in tree.iterdir():
        if entry.name != manifest.FOLDER:
            discard(entry)
    shutil.rmtree(tree)


def published(root: Path) -> tuple[Written, ...] | None:
    """What a site's manifest lists; ``None`` when it has none that we understand."""
    try:
        return manifest.from_json((root / manifest.MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def remove(tree: Path, files: Iterable[Written]) -> None:
    """Remove files and the folders that held nothing else; what is gone already is well."""
    root, folders = str(tree), set[str]()
    for file in files:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            os.unlink(f"{root}/{file.path}")  # noqa: PTH108  a Path would cost more than the call
        folder = file.path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    for folder in sorted(folders, key=len, reverse=True):
        with suppress(OSError):  # holds something that is not ours
            os.rmdir(f"{root}/{folder}")  # noqa: PTH106  likewise


def give(entry: Path, target: Path) -> None:
    """Move an entry to where nothing is yet. Two different files of one place stop us."""
    if not os.path.lexists(target):
        target.parent.mkdir(exist_ok=True)
        entry.rename(target)
    elif is_folder(entry) and is_folder(target):
        for inner in sorted(entry.iterdir()):
            give(inner, target / inner.name)
    elif not alike(entry, target):
        message = f"{entry} and {target} differ, and sitegen wrote only one: move one away"
        raise RefusedError(message, "output-differs")


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
    with suppress(OSError), opened_folder(folder) as number:  # some network disks cannot
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
