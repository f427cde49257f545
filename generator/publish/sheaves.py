"""Documents that are put together from what each of many records gives."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol


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


class Made(Protocol):
    """Makes such a document, whose rows are those of an earlier one where records stand there."""

    def __call__(self, old: bytes = b"", kept: Collection[int] = ()) -> bytes:
        """The document. ``kept``: the places of those records."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What makes a document that cannot be cut into leaves, but keeps rows all the same."""

    made: Made
    records: tuple[object, ...]

    def __call__(self) -> bytes:
        """The document."""
        return self.made()
