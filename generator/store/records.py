"""``.site.sitegen-records`` beside the output: what was read from each dump, a file each.

A dump that is as it was need not be read again. The texts are as they are published; but a name
tells the digest of a dump as it is, so nobody else may look. Safe to delete, also in part: any
doubt about a file means that its dump is read.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.project import Parsed
from generator.store import forms, memory
from generator.store.dumps import DumpFile

FORMAT = 1
FOLDER_MODE = 0o700
SEAL = 65
"""Bytes of the line that each file begins with."""
ENCODING = ("utf-8", "surrogatepass")
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Kept(NamedTuple):
    """What is there, and what may be kept."""

    folder: str
    names: Mapping[str, str]
    """File names, by the dumps' names."""
    origins: Mapping[str, str]
    """SHA-256 of each dump file, by the dump's name."""
    there: frozenset[str]
    """File names."""

    def holds(self, dump: DumpFile) -> bool:
        """Whether it seems to be there."""
        return self.names.get(dump.name) in self.there

    def recall(self, dump: DumpFile) -> Parsed | None:
        """What was read from the dump; ``None`` in any doubt."""
        name = self.names[dump.name]
        try:
            with open(f"{self.folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123  10,000
                held = file.read()
            body = held[SEAL:]
            return unpacked(body) if held[:SEAL] == seal(name, body) else None
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def keep(self, dump: DumpFile, body: bytes) -> None:
        """For the next build, if the dump is still what it was when the build began."""
        name = self.names.get(dump.name)
        if name is None or memory.digest(dump.path) != self.origins[dump.name]:
            return
        path = f"{self.folder}/{name}"
        beside = f"{path}.{os.getpid()}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with suppress(OSError):  # whoever cannot write there builds all the same
            with os.fdopen(os.open(beside, flags, memory.FILE_MODE), "wb") as file:
                file.write(seal(name, body) + body)
            os.replace(beside, path)  # noqa: PTH105  as above

    def sweep(self) -> None:
        """Remove what no dump of this build needs."""
        with suppress(OSError):
            for name in {*os.listdir(self.folder)} - {*self.names.values()}:  # noqa: PTH208
                os.unlink(f"{self.folder}/{name}")  # noqa: PTH108


NOTHING = Kept("", {}, {}, frozenset())
"""For whoever keeps nothing."""


def kept(
    output: Path, beside: object, dumps: Iterable[DumpFile], origins: Mapping[str, str]
) -> Kept:
    """What is kept beside an output folder. ``beside``: all that reading depends on but dumps."""
    folder = place(output)
    names = {
        one.name: named((FORMAT, beside, one.name, one.source, origins[one.name]))
        for one in dumps
        if origins[one.name] and not one.refused
    }
    there = frozenset[str]()
    with suppress(OSError):
        folder.mkdir(FOLDER_MODE, exist_ok=True)
        there = frozenset(os.listdir(folder))  # noqa: PTH208
    return Kept(str(folder), names, origins, there)


def place(output: Path) -> Path:
    """Where they are kept."""
    return memory.place(output, "records")


def named(parts: object) -> str:
    """A name that anything else would not have."""
    return sha256(repr(parts).encode(*ENCODING)).hexdigest()


def packed(one: Parsed) -> bytes:
    """As JSON."""
    return encode(forms.write(one)).encode(*ENCODING)


def unpacked(body: bytes) -> Parsed:
    """From JSON."""
    return forms.read(json.loads(body.decode(*ENCODING)))


def seal(name: str, body: bytes) -> bytes:
    """What a file begins with: a line with a digest of the rest, and of where it stands."""
    return b"%s\n" % sha256(name.encode("ascii") + body).hexdigest().encode("ascii")
