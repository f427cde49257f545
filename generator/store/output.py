"""The output folder: write a whole site beside it, then put it in its place at once.

    with staged(config.output, inputs) as place:
        files = tuple(in_parallel(…))      # each calls write(str(place.new), path, body)
        publish(place, files)              # keep_spare (spare.py) may follow

Until ``publish`` ends, and after any failure, the old site stands whole.
"""

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path

from generator.errors import MachineError, RefusedError, SitegenError, attempting
from generator.store import manifest, seen
from generator.store.lock import held
from generator.store.manifest import Written
from generator.store.paths import clash, wrong_with
from generator.store.seen import FILE_MODE, FOLDER_MODE, Listed, Sign
from generator.store.switch import (
    UNFINISHED,
    Place,
    flush_all,
    is_folder,
    place_of,
    published,
    repair,
    switch,
)

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
NAMED = 5
"""How many foreign files a refusal names."""


@contextmanager
def staged(output: Path, inputs: Iterable[Path]) -> Iterator[Place]:
    """Lock the output folder, and give a new tree to write into; it is gone when this ends.

    ``inputs`` are the folders a build reads, none of which may hold the site or lie in it.
    """
    place = place_of(output)
    refuse_overlap(place.root, inputs)
    refuse_place(place.root)
    with attempting(f"write beside {output}"):
        place.root.parent.mkdir(parents=True, exist_ok=True)
    with held(place.lock, output):
        with attempting(f"clear up beside {output}"):
            repair(place)
            seen.sweep(place.seen)
        with attempting(f"read {output}"):
            refuse_foreign(place)
        try:
            with attempting(f"write beside {output}"):
                start(place.new)
            yield place
        except BaseException:
            with suppress(OSError):  # the next build tries again
                repair(place)
            raise
        with suppress(OSError):  # likewise
            repair(place)


def refuse_overlap(root: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output folder that is, holds or lies in a folder of the build's input."""
    for folder in inputs:
        real = folder.resolve()
        if real.is_relative_to(root) or root.is_relative_to(real):
            message = f"the output folder {root} and the input {real} must not hold each other"
            raise RefusedError(message, "output-overlaps")


def refuse_place(root: Path) -> None:
    """Refuse what is no folder, or none that can be exchanged for another."""
    if root.is_mount():
        message = f"{root} is a mount point, which cannot be exchanged; name a folder inside it"
        raise MachineError(message, "output-is-a-mount")
    if root.exists() and not root.is_dir():
        message = f"{root} is not a folder"
        raise RefusedError(message, "output-not-a-folder")
    if root.exists() and not os.access(root, os.W_OK | os.X_OK):
        is_locked = os.statvfs(root).f_flag & os.ST_RDONLY
        message = f"cannot write {root}: {os.strerror(errno.EROFS if is_locked else errno.EACCES)}"
        raise MachineError(message, "output-not-writable")


def refuse_foreign(place: Place) -> None:
    """Refuse a folder that holds what sitegen did not write."""
    root = place.root
    if not root.exists():
        return
    known = seen.recall(place.seen, root)
    foreign = list(islice(unlisted(root, known.listed, known.folders), NAMED + 1))
    if foreign:
        names = ", ".join(foreign[:NAMED]) + (" and more" if len(foreign) > NAMED else "")
        message = f"{root} holds files that sitegen did not write: {names}; name another folder"
        raise RefusedError(message, "output-foreign")


def unlisted(root: Path, there: Listed, known: Mapping[str, Sign]) -> Iterator[str]:
    """The files in a site that are not ours, but for what survives at its root."""
    for path in seen.strangers(root, there, known):
        if not survives(path):
            yield from files_in(f"{root}/{path}", path)


def files_in(where: str, path: str) -> Iterator[str]:
    """A file, or those below a folder; no link is followed."""
    if not is_folder(Path(where)):
        yield path
        return
    for name in sorted(os.listdir(where)):  # noqa: PTH208  names are all that is needed
        yield from files_in(f"{where}/{name}", f"{path}/{name}")


def survives(path: str) -> bool:
    """Whether a path lies in a dot-file or dot-folder of the root, or is ``CNAME``."""
    return path.startswith(".") or path == "CNAME"


# --- writing ----------------------------------------------------------------------------------


def start(tree: Path) -> None:
    """Make the tree a site is built in, unless it is there."""
    tree.mkdir(exist_ok=True)
    (tree / manifest.FOLDER).mkdir()
    (tree / UNFINISHED).touch()


def write(tree: str, path: str, body: bytes) -> Written:
    """Write one file of the site into the new tree; from any process."""
    if wrong := wrong_with(path):
        message = f"cannot write {path!a}: {wrong}"
        raise SitegenError(message)
    with attempting(f"write {path}"):
        try:
            new = opened(tree, path)
        except (FileExistsError, NotADirectoryError) as error:
            message = f"two files of the site want the path {path}"
            raise RefusedError(message, "path-twice") from error
        with os.fdopen(new, "wb") as file:
            os.fchmod(new, FILE_MODE)
            file.write(body)
    return Written(path, sha256(body).hexdigest(), len(body))


def opened(tree: str, path: str) -> int:
    """A new file. Often its folder is there already, so that is tried first."""
    try:
        return os.open(f"{tree}/{path}", NEW_FILE, FILE_MODE)
    except FileNotFoundError:
        make_folder(tree, path.rpartition("/")[0])
        return os.open(f"{tree}/{path}", NEW_FILE, FILE_MODE)


def make_folder(tree: str, folder: str) -> None:
    """Make a folder of the tree, while others may be making it too; never the tree itself."""
    try:
        os.mkdir(f"{tree}/{folder}")  # noqa: PTH102  # a Path would cost as much as the call
    except FileExistsError:
        return
    except FileNotFoundError:
        above = folder.rpartition("/")[0]
        if not above:
            raise
        make_folder(tree, above)
        make_folder(tree, folder)
        return
    os.chmod(f"{tree}/{folder}", FOLDER_MODE)  # noqa: PTH101  # likewise


# --- publishing -------------------------------------------------------------------------------


def publish(place: Place, files: Sequence[Written]) -> None:
    """Make the new tree the site; ``files`` are all that were written into it."""
    if both := clash(file.path for file in files):
        message = f"two files of the site want one path: {both[0]} and {both[1]}"
        raise RefusedError(message, "path-twice")
    with attempting(f"publish {place.root}"):
        ours = frozenset(file.path for file in published(place.root) or ())
        refuse_difference(place.root, ours, files)
        listing = place.new / manifest.MANIFEST
        listing.write_bytes(manifest.to_json(files))
        listing.chmod(FILE_MODE)
        listing.parent.chmod(FOLDER_MODE)
        resemble(place.new, place.root)
        carry(place, ours)
        flush_all(place.new)
        (place.new / UNFINISHED).unlink()
        switch(place)


def refuse_difference(root: Path, ours: frozenset[str], files: Sequence[Written]) -> None:
    """Refuse a site that has a file where someone else's, such as ``CNAME``, is to survive."""
    for file in files:
        if not survives(file.path) or file.path in ours:
            continue
        theirs = root / file.path
        if os.path.lexists(theirs):
            if theirs.is_file() and sha256(theirs.read_bytes()).hexdigest() == file.sha256:
                continue
            message = f"{theirs} is not from sitegen and differs from the site's: remove one"
            raise RefusedError(message, "output-differs")


def resemble(tree: Path, root: Path) -> None:
    """Give the new site's folder the mode and owner of the old one's."""
    if not root.exists():
        tree.chmod(FOLDER_MODE)
        return
    about = root.stat()
    with suppress(PermissionError):
        os.chown(tree, about.st_uid, about.st_gid)
    tree.chmod(stat.S_IMODE(about.st_mode))


def carry(place: Place, ours: frozenset[str]) -> None:
    """Put the old root's dot-files and ``CNAME`` into the new tree too, so that none is missing.

    Dot-folders, which may be large, follow right after the exchange (``switch.give``).
    """
    for entry in sorted(place.root.iterdir()) if place.root.exists() else ():
        copy = place.new / entry.name
        if not survives(entry.name) or entry.name in ours or os.path.lexists(copy):
            continue
        if entry.is_symlink() or entry.is_file():
            try:
                os.link(entry, copy, follow_symlinks=False)
            except OSError:  # a file system without hard links
                shutil.copy2(entry, copy, follow_symlinks=False)
