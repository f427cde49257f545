"""A book as bytes, for who keeps it until the next build."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.book import Book, Tally, Text
from generator.search.cards import Card

KINDS = ("<u2", "<u4", "<u8", "<i8")
"""Of the numbers there are."""


class Array(NamedTuple):
    """An array of a book."""

    kind: int
    """Its place in ``KINDS``."""
    size: int
    """In bytes."""


class Head(NamedTuple):
    """What is told of a book beside its arrays and its cards."""

    alphabet: tuple[int, ...]
    is_whole: bool
    arrays: tuple[Array, ...]


def head(book: Book) -> Head:
    """Of a book."""
    arrays = (Array(KINDS.index(one.dtype.str), one.nbytes) for one in arrays_of(book))
    return Head(book.alphabet, book.is_whole, tuple(arrays))


def arrays_of(book: Book) -> tuple[NDArray[Any], ...]:
    """In the order they are kept."""
    return (*book.titles, *book.bodies, *book.tally)


def bodies(book: Book) -> tuple[memoryview, ...]:
    """The bytes of the arrays."""
    return tuple(np.ascontiguousarray(one).view(np.uint8).data for one in arrays_of(book))


def rebound(head: Head, cards: Iterable[Card], taken: Callable[[int], memoryview]) -> Book:
    """The book again; ``taken`` gives so many of the bytes that follow."""
    arrays = [np.frombuffer(taken(size), KINDS[kind]) for kind, size in head.arrays]
    return Book(
        alphabet=tuple(head.alphabet),
        is_whole=head.is_whole,
        titles=Text(*arrays[:2]),
        bodies=Text(*arrays[2:4]),
        cards=tuple(cards),
        tally=Tally(*arrays[4:]),
    )
