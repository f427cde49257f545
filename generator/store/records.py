"""``.site.sitegen-records`` beside the output: what was read from each dump, an entry each.

A dump that is as it was need not be read again. The texts are as they are published; but a name
tells the digest of a dump as it is, so nobody else may look. Entries are put at the end, whole or
not at all; what no dump needs any more is left out when a build ends. Safe to delete, and any doubt
about an entry means that its dump is read.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from generator.project import Parsed
from generator.store import forms, memory
from generator.store.dumps import DumpFile

FORMAT = 2
HEAD = re.compile(rb"([0-9a-f]{64}) ([0-9a-f]{64}) (\d{10})\n")
"""What an entry begins with: its name, its seal, and the size of its body."""
SIZE = 141
"""Bytes of that."""
ENCODING = ("utf-8", "surrogatepass")
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
FOR_READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
FOR_CUTTING = os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
FOR_MORE = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC


class Place(NamedTuple):
    """Where an entry stands."""

    start: int
    size: int
    """Its head included."""


class Kept(NamedTuple):
    """What is there, and what may be kept."""

    path: str
    names: Mapping[str, str]
    """Names of entries, by the dumps' names."""
    origins: Mapping[str, str]
    """SHA-256 of each dump file, by the dump's name."""
    there: Mapping[str, Place]
    """By the names of entries."""

    def holds(self, dump: DumpFile) -> bool:
        """Whether it seems to be there."""
        return self.names.get(dump.name) in self.there

    def recall(self, dump: DumpFile) -> Parsed | None:
        """What was read from the dump; ``None`` in any doubt."""
        name = self.names[dump.name]
        try:
            held = entry(self.path, self.there[name])
            body = held[SIZE:]
            return unpacked(body) if held[:SIZE] == head(name, body) else None
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def keep(self, dump: DumpFile, origin: str, body: bytes) -> None:
        """For the next build, if the dump was read as it was when the build began."""
        name = self.names.get(dump.name)
        if name is None or origin != self.origins[dump.name]:
            return
        with suppress(OSError):  # whoever cannot write there builds all the same
            file = os.open(self.path, FOR_MORE, memory.FILE_MODE)
            try:
                os.write(file, head(name, body) + body)
            finally:
                os.close(file)

    def sweep(self) -> None:
        """Leave out what no dump of this build needs."""
        path, needed = Path(self.path), {*self.names.values()}
        every = [*entries(path)]
        live = {name: place for name, place in every if name in needed}
        if len(live) < len(every):
            memory.write(path, (entry(self.path, place) for place in live.values()))


NOTHING = Kept("", {}, {}, {})
"""For whoever keeps nothing."""


def kept(
    output: Path, beside: object, dumps: Iterable[DumpFile], origins: Mapping[str, str]
) -> Kept:
    """What is kept beside an output folder. ``beside``: all that reading depends on but dumps."""
    path = place(output)
    names = {
        one.name: named((FORMAT, beside, one.name, one.source, origins[one.name]))
        for one in dumps
        if origins[one.name] and not one.refused
    }
    there = dict(entries(path))
    with suppress(OSError):
        if path.is_dir():
            rmtree(path)  # earlier versions kept a file each
        shorten(path, max((one.start + one.size for one in there.values()), default=0))
    return Kept(str(path), names, origins, there)


def place(output: Path) -> Path:
    """Where they are kept."""
    return memory.place(output, "records")


def entries(path: Path) -> Iterator[tuple[str, Place]]:
    """The names of the entries, and where they are; none behind the first that is not whole."""
    with suppress(OSError):
        file = os.open(path, FOR_READING)
        try:
            start, end = 0, os.fstat(file).st_size
            while found := HEAD.fullmatch(os.pread(file, SIZE, start)):
                size = SIZE + int(found[3])
                if start + size > end:
                    return
                yield found[1].decode("ascii"), Place(start, size)
                start += size
        finally:
            os.close(file)


def shorten(path: Path, size: int) -> None:
    """Cut off what a build that was killed left of an entry: none could stand behind it."""
    file = os.open(path, FOR_CUTTING)
    try:
        os.ftruncate(file, size)
    finally:
        os.close(file)


def entry(path: str, place: Place) -> bytes:
    """The bytes of one."""
    file = os.open(path, FOR_READING)
    try:
        return os.pread(file, place.size, place.start)
    finally:
        os.close(file)


def named(parts: object) -> str:
    """A name that anything else would not have."""
    return sha256(repr(parts).encode(*ENCODING)).hexdigest()


def packed(one: Parsed) -> bytes:
    """As a line of JSON, and the text."""
    told, text = forms.write(one)
    return b"%s\n%s" % (encode(told).encode(*ENCODING), text)


def unpacked(body: bytes) -> Parsed:
    """The same again."""
    told, _, text = body.partition(b"\n")
    return forms.read(json.loads(told.decode(*ENCODING)), text)


def head(name: str, body: bytes) -> bytes:
    """What an entry begins with; its seal tells what the body is and whose."""
    seal = sha256(name.encode("ascii") + body).hexdigest()
    return f"{name} {seal} {len(body):010}\n".encode("ascii")
