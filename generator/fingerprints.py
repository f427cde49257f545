"""Whether an artifact would be the bytes it was: told from what it is made of, before it is made.

An artifact is a pure function and its arguments (``publish.artifacts``). Under the same code,
templates, settings and libraries, the same function of the same arguments makes the same bytes; so
the digest of both is enough to know a file by.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from hashlib import blake2b
from types import FunctionType, NoneType
from typing import Any

from generator.agencies import Agency
from generator.collate import Project, Snapshot
from generator.corpus import Corpus, Entry
from generator.dump.lines import Span
from generator.project import Copy
from generator.publish.changes.setbacks import Setback
from generator.publish.project.passages import names
from generator.publish.rows import ProjectRow
from generator.publish.rules.findings import Found

LEAVES = frozenset({str, int, bool, bytes, float, NoneType, date, Decimal})
FLAT = frozenset({Span})
"""Tuples of leaves alone."""
ONCE = frozenset({Agency, Entry, Project, ProjectRow, Setback, Snapshot})
"""What stands in the arguments of many artifacts, or of several; as do all long rows."""
FEW = 8
"""Up to so many values are told as quickly as their digest."""
FOLLOW: Mapping[type, frozenset[str]] = {
    Entry: frozenset(names(Entry)) - {"project", "agency"},
    Found: frozenset({"evidence"}),
    Project: frozenset({"facts"}),
    Snapshot: frozenset({"facts", "key_without_code", "retrieved", "as_of"}),
    Setback: frozenset(names(Setback)) - {"project", "agency", "source", "url"},
}
"""Fields that follow from the others, under the same settings and lookups: from the copies, in the
end."""
SIZE = 16
"""Bytes of a fingerprint."""


class UntoldError(Exception):
    """Something whose sameness cannot be told."""


class Fingerprints:
    """The fingerprints of one build. ``origins``: SHA-256 of each dump file, by the dump's name.

    Whatever is told must live as long as this: what has been told is known by its place in memory.
    """

    def __init__(self, origins: Mapping[str, str]) -> None:
        """Begin with nothing known."""
        self.origins = origins
        self.known: dict[int, str] = {}
        self.last: tuple[object, str] = None, ""
        """The call that was told last: the twins of a page follow it, and have the same."""

    def __reduce__(self) -> tuple[type["Fingerprints"], tuple[Mapping[str, str]]]:
        """In another process, everything has another place."""
        return Fingerprints, (self.origins,)

    def of(self, recipe: object) -> str | None:
        """Of a function with its arguments; ``None`` when these cannot be told from others."""
        try:
            return digest(self.words((recipe,)))
        except UntoldError:
            return None

    def name(self, record: object) -> str:
        """Of a record; ``""`` as above."""
        try:
            return self.known.get(id(record)) or self.once(record, told(record))
        except UntoldError:
            return ""

    def words(self, values: Iterable[Any]) -> str:
        """Values in words that any others would differ from."""
        known = self.known
        return ",".join(
            [
                repr(one)
                if type(one) in LEAVES
                else known.get(id(one)) or KNOWN[type(one)](self, one)
                for one in values
            ]
        )

    def once(self, record: object, parts: Iterable[object]) -> str:
        """A digest of the parts of a record, by which it is known from now on."""
        said = f"{type(record).__qualname__}({self.words(parts)})"
        found = self.known[id(record)] = digest(said)
        return found

    def origin(self, copy: Copy) -> str:
        """The digest of the file a copy was read from."""
        if origin := self.origins.get(copy.file):
            return f"{copy.file} {origin}"
        raise UntoldError


def digest(words: str) -> str:
    """In hex."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


def told(record: object) -> tuple[object, ...]:
    """What it takes to know a record by."""
    if isinstance(record, tuple):
        return record
    kind: type = type(record)
    return tuple([getattr(record, name) for name in parts_of(kind)])


@cache
def parts_of(kind: type) -> tuple[str, ...]:
    """The fields of a record that the others do not tell."""
    return tuple(name for name in names(kind) if name not in FOLLOW.get(kind, ()))


# --- the ways to tell a value of a type -------------------------------------------------------

Way = Callable[[Fingerprints, Any], str]


def way(kind: type) -> Way:
    """How a value of that type is told."""
    if kind in ONCE:
        return lambda prints, value: prints.once(value, told(value))
    if kind in FLAT:
        return lambda _, value: f"{kind.__qualname__}{tuple.__repr__(value)}"
    if issubclass(kind, Enum):
        return lambda _, value: f"{kind.__qualname__}.{value.name}"
    for base, found in WAYS.items():
        if issubclass(kind, base):
            return found
    return record if is_dataclass(kind) else untold


def record(prints: Fingerprints, value: object) -> str:
    """A record that stands in one place."""
    return f"{type(value).__qualname__}({prints.words(told(value))})"


def row(prints: Fingerprints, value: tuple[object, ...] | list[object]) -> str:
    """Values in a row."""
    if type(value) is tuple and len(value) > FEW:
        return prints.once(value, value)
    return f"{type(value).__qualname__}({prints.words(value)})"


def call(prints: Fingerprints, value: "partial[object]") -> str:
    """A function with its arguments."""
    if prints.last[0] is not value:
        words = prints.words((value.func, value.keywords or None, *value.args))
        prints.last = value, f"partial({words})"
    return prints.last[1]


def copy(prints: Fingerprints, value: Copy) -> str:
    """A copy, all of which follows from the bytes of its dump."""
    return f"Copy({prints.words((value.part, value.source, prints.origin(value)))})"


def mapping(prints: Fingerprints, value: Mapping[object, object]) -> str:
    """Values by names."""
    return f"{type(value).__qualname__}({prints.words(value.items())})"


def name(prints: Fingerprints, value: FunctionType | type) -> str:
    """Something of our code."""
    found = prints.known[id(value)] = f"{value.__module__}.{value.__qualname__}"
    return found


def untold(_: Fingerprints, value: object) -> str:
    """Anything else."""
    raise UntoldError(value)


WAYS: Mapping[type, Way] = {
    Corpus: untold,
    Copy: copy,
    partial: call,
    tuple: row,
    list: row,
    Mapping: mapping,
    FunctionType: name,
    type: name,
}


class Ways(dict[type, Way]):
    """By type, those that were asked for."""

    def __missing__(self, kind: type) -> Way:
        """Find one."""
        found = self[kind] = way(kind)
        return found


KNOWN = Ways()
