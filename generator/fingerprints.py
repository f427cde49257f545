"""Whether an artifact would be the bytes it was: told from what it is made of, before it is made.

An artifact is a pure function and its arguments (``publish.artifacts``). Under the same code,
templates, settings and libraries, the same function of the same arguments makes the same bytes; so
the digest of both is enough to know a file by.
"""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from hashlib import blake2b
from types import FunctionType, NoneType
from typing import Any

from generator.collate import Project, Snapshot
from generator.corpus import Corpus, Entry
from generator.project import Copy
from generator.publish.changes.setbacks import Setback
from generator.publish.project.passages import names
from generator.publish.rows import ProjectRow

LEAVES = frozenset({str, int, bool, bytes, float, NoneType, date, Decimal})
ONCE = frozenset({Entry, Project, ProjectRow, Setback, Snapshot, partial})
"""What stands in the arguments of many artifacts, or of several; as do the tuples of all rows."""
FEW = 8
"""Up to so many values are told as quickly as their digest."""
FOLLOW = frozenset({"facts", "assessment", "differences"})
"""Their fields that follow from the copies, under the same settings."""
SIZE = 16
"""Bytes of a fingerprint."""


class UntoldError(Exception):
    """Something whose sameness cannot be told."""


class Fingerprints:
    """The fingerprints of one build. ``origins``: SHA-256 of each dump file, by the dump's name."""

    def __init__(self, origins: Mapping[str, str]) -> None:
        """Begin with nothing known."""
        self.origins = origins
        self.known: dict[int, str] = {}

    def of(self, recipe: object) -> str | None:
        """Of a function with its arguments; ``None`` when these cannot be told from others."""
        try:
            return self.digest(recipe)
        except UntoldError:
            return None

    def name(self, record: object) -> str:
        """Of a record, which must live as long as this; ``""`` as above."""
        try:
            return self.once(record)
        except UntoldError:
            return ""

    def digest(self, value: object) -> str:
        """Of the value in words that any other value would differ from, in hex."""
        words: list[str] = []
        self.tell(value, words)
        said = "\n".join(words).encode("utf-8", "surrogatepass")
        return blake2b(said, digest_size=SIZE).hexdigest()

    def tell(self, value: Any, words: list[str]) -> None:  # noqa: ANN401
        """Add the words of a value."""
        kind = type(value)
        if kind in LEAVES:
            words.append(repr(value))
        elif kind in ONCE or (kind is tuple and len(value) > FEW):
            words.append(self.once(value))
        elif issubclass(kind, Enum):
            words.append(f"{kind.__qualname__}.{value.name}")
        elif kind is FunctionType or kind is type:
            words.append(f"{value.__module__}.{value.__qualname__}")
        else:
            words.append(kind.__qualname__)
            for part in self.parts(value):
                self.tell(part, words)
            words.append(")")

    def parts(self, value: object) -> Iterable[object]:
        """What anything else consists of."""
        match value:
            case tuple() | list():
                return value
            case Copy():
                # All of a copy follows from the bytes of its dump.
                return value.part, value.source, self.origin(value)
            case Corpus():
                raise UntoldError
            case Mapping():
                return value.items()
            case _ if is_dataclass(value):
                kind: type = type(value)
                return (getattr(value, name) for name in names(kind))
            case _:
                raise UntoldError

    def once(self, record: object) -> str:
        """What is told by its digest, which is made when it is first met."""
        known = self.known.get(id(record))
        if known is None:
            known = self.known[id(record)] = self.digest((type(record), told(record)))
        return known

    def origin(self, copy: Copy) -> str:
        """The digest of the file a copy was read from."""
        if origin := self.origins.get(copy.file):
            return f"{copy.file} {origin}"
        raise UntoldError


def told(value: object) -> list[object]:
    """What it takes to know a record, a call or a row of values by."""
    if isinstance(value, tuple):
        return [*value]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    kind: type = type(value)
    return [getattr(value, name) for name in names(kind) if name not in FOLLOW]
