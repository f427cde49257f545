"""Documents that are put together from what each of many records gives."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol


class Part(NamedTuple):
    """What some records that stand behind each other give."""

    body: bytes
    sizes: tuple[int, ...]
    """Bytes of what each gives; 0 where that is no piece of the document."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What makes such a document; a build makes anew only the leaves of records that changed."""

    leaf: Callable[[Any], bytes]
    """A top-level function, or a ``functools.partial`` of one."""
    records: tuple[object, ...]
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""

    def __call__(self) -> bytes:
        """The document."""
        return self.bound(map(self.leaf, self.records))

    def bound(self, leaves: Iterable[bytes | memoryview]) -> bytes:
        """The document, of leaves that are made already."""
        return b"".join((self.head, self.between.join(leaves), self.tail))

    def part(self, records: Iterable[object]) -> Part:
        """What some of the records give."""
        leaves = [*map(self.leaf, records)]
        return Part(self.between.join(leaves), tuple(map(len, leaves)))

    def of(self, parts: Iterable[Part]) -> bytes:
        """The document, of the parts of all records."""
        return self.bound(one.body for one in parts)


class Made(Protocol):
    """Makes such a document; rows that were made before need not be made again."""

    def __call__(self, old: Sequence[bytes] = (), kept: Collection[int] = ()) -> bytes:
        """The document. ``kept``: the places of records whose rows are in ``old``."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What makes a document that cannot be cut into leaves, but keeps rows all the same."""

    made: Made
    rows: Callable[[Sequence[Any]], bytes]
    """The rows of some records, as ``made`` takes them for a part."""
    records: tuple[object, ...]

    def __call__(self) -> bytes:
        """The document."""
        return self.made()

    def part(self, records: Sequence[object]) -> Part:
        """What some of the records give."""
        return Part(self.rows(records), (0,) * len(records))

    def of(self, parts: Iterable[Part]) -> bytes:
        """The document, of the parts of all records."""
        return self.made([one.body for one in parts], range(len(self.records)))
