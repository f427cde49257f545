"""A folder of dumps → its files, in one order on any machine, and each file → its text.

Nothing that a dump's file is or holds stops a build; only a folder that cannot be read does.
"""

import errno
import gzip
import os
import stat
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.about_dumps import AboutDumps, read_about_dumps
from generator.choices import Limits
from generator.diagnostics import Diagnostic, Severity
from generator.dump.received import Dump, Source
from generator.errors import Fault, attempting
from generator.store import memory
from generator.store.encodings import decode
from generator.store.paths import shown_name
from generator.store.settings import read_words
from generator.store.sources import read_sources

SOURCES = "sources.csv"
SUFFIXES = (".txt", ".txt.gz")
OUR_TROUBLE = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
"""What stands in the way of any file, and says nothing of this one."""
FOR_A_LOOK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""Never waits for the other end of a pipe, and follows no link put there since."""


class DumpFile(NamedTuple):
    """A file of the dumps' folder, not opened yet."""

    name: str
    """Relative, with ``/``, NFC; bytes that are no UTF-8 and unseen characters written out."""
    path: str
    """Where it is, links resolved."""
    refused: str = ""
    """Why it must not be opened."""
    source: Source = Source()


class Folder(NamedTuple):
    """A folder to look into."""

    above: str
    """What goes before the names in it: ``2566/``."""
    path: str
    is_link: bool = False


class Found(NamedTuple):
    """What lies in a folder of dumps."""

    files: tuple[DumpFile, ...]
    """By name."""
    about: AboutDumps
    faults: tuple[Fault, ...]
    """Of ``dumps.toml`` and ``sources.csv``."""


def find_dumps(folder: Path) -> Found:
    """The dumps of a folder, with what the two tables in the same folder say of them."""
    if not folder.is_dir():
        message = "there is no such folder"
        hint = "name it with --dumps DIR, or begin with `sitegen new DIR`"
        fault = Fault("folder-missing", folder.as_posix(), 0, message, hint)
        return Found((), AboutDumps(), (fault,))
    with attempting(f"read {folder}"):
        files = sorted(listed(os.path.realpath(folder)))
    about_file, sources_file = folder / "dumps.toml", folder / SOURCES
    words, unreadable = read_words(about_file)
    about, faults = read_about_dumps(words, about_file.as_posix())
    table, no_table = read_words(sources_file)
    names = {file.name for file in files}
    sources, wrong = read_sources(table, sources_file.as_posix(), names)
    if not files:
        hint = f"a dump's name ends in {' or '.join(SUFFIXES)}"
        message, place = "there is no dump in it", folder.as_posix()
        empty = Fault("dumps-missing", place, 0, message, hint, Severity.WARNING)
        wrong = (*wrong, empty)
    known = tuple(file._replace(source=sources.get(file.name, file.source)) for file in files)
    return Found(known, about, (*unreadable, *faults, *no_table, *wrong))


def one_dump(path: Path) -> DumpFile:
    """A dump by itself, wherever it lies; it goes by the name it was given."""
    return DumpFile(shown_name(str(path)), os.path.realpath(path))


def listed(root: str) -> Iterator[DumpFile]:
    """The dumps below a folder, each folder once, however many links lead to it.

    Folders go before links to folders, so that a dump has the name of the place it lies in.
    """
    folders, links, seen = [Folder("", root)], list[Folder](), set[str]()
    while folders or links:
        folder = folders.pop() if folders else links.pop(0)
        if folder.path in seen:
            continue
        seen.add(folder.path)
        for found in entries(folder, root):
            if isinstance(found, DumpFile):
                yield found
            else:
                (links if found.is_link else folders).append(found)


def entries(folder: Folder, root: str) -> Iterator[DumpFile | Folder]:
    """The dumps and folders in a folder, but for hidden ones."""
    try:
        inside = sorted(os.scandir(folder.path), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        if folder.path == root or error.errno in OUR_TROUBLE:
            raise
        yield DumpFile(folder.above.rstrip("/"), folder.path, f"folder: {reason(error)}")
        return
    for entry in inside:
        name = folder.above + shown_name(entry.name)
        is_link = entry.is_symlink()
        path = os.path.realpath(entry.path) if is_link else entry.path
        is_folder = Path(path).is_dir() if is_link else entry.is_dir()
        if entry.name.startswith(".") or not (is_folder or name.endswith(SUFFIXES)):
            continue
        if is_link and os.path.commonpath((root, path)) != root:
            yield DumpFile(name, path, "link to a place outside the dumps")
        elif is_folder:
            yield Folder(f"{name}/", path, is_link)
        else:
            yield DumpFile(name, path)


def read_dump(file: DumpFile, limits: Limits) -> Dump:
    """A dump's text; empty, with one diagnostic, when the file gives none."""
    return received(file, contents(file, limits.dump_bytes))


def received(file: DumpFile, body: bytes | Diagnostic) -> Dump:
    """The same, of what its file gave."""
    if isinstance(body, Diagnostic):
        return Dump(file.name, "", file.source, (body,))
    text, diagnostics = decode(body)
    return Dump(file.name, text, file.source, diagnostics)


def contents(file: DumpFile, most: int) -> bytes | Diagnostic:
    """A file's bytes, decompressed; never more than ``most`` of them are held."""
    if file.refused:
        return Diagnostic("dump-unreadable", detail=file.refused)
    try:
        with os.fdopen(os.open(file.path, FOR_A_LOOK), "rb") as opened:
            about = os.fstat(opened.fileno())
            if not stat.S_ISREG(about.st_mode):
                return Diagnostic("dump-unreadable", detail="not a regular file")
            if about.st_size > most:
                return Diagnostic("dump-too-large", detail=f"{about.st_size:,} > {most:,} bytes")
            packed = file.path.endswith(".gz")
            body = (gzip.GzipFile(fileobj=opened) if packed else opened).read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        if isinstance(error, OSError) and error.errno in OUR_TROUBLE:
            with attempting(f"read {file.name}"):
                raise
        return Diagnostic("dump-unreadable", detail=reason(error))
    if len(body) > most:
        return Diagnostic("dump-too-large", detail=f"more than {most:,} bytes")
    return body


def origin(file: DumpFile, body: bytes | Diagnostic) -> str:
    """SHA-256 of a file, by what was read of it where that is all; ``""`` of one that gave nothing.

    That may be a pipe, and whoever opened it would wait.
    """
    if isinstance(body, Diagnostic):
        return ""
    return memory.digest(file.path) if file.path.endswith(".gz") else sha256(body).hexdigest()


def reason(error: Exception) -> str:
    """Why a file cannot be read, without its path, since this is published."""
    return (error.strerror if isinstance(error, OSError) else None) or "damaged gzip"
