"""Blocks: the files of grams, neighbours of the alphabet together, each a few kilobytes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.search.deflating import deflated
from generator.search.entries import Entry, entries
from generator.search.grams import Part
from generator.search.packing import varint, varints

SMALLEST, MOST = 4_600, 5_000
"""Bytes of a block before it is deflated. An index that would have more than ``MOST`` such blocks
(a gram of a document takes less than a byte) has larger ones instead."""
THREE = 3


class Block(NamedTuple):
    """One file."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    body: bytes


class Blocks(NamedTuple):
    """The files of a range."""

    blocks: tuple[Block, ...]
    pairs: tuple[tuple[int, int, int], ...]
    """Grams of two: both letters, and the documents' count as a power of two, rounded down."""


def blocks(part: Part) -> Blocks:
    """The blocks of a range of grams."""
    every = entries(part)
    size = max(SMALLEST, (part.millions << 20) // MOST)
    pairs = ((*one.gram, one.documents.bit_length() - 1) for one in every if len(one.gram) < THREE)
    counts = {one.gram: one.documents for one in every if len(one.gram) == THREE}
    cut = tuple(block(group, counts) for group in cuts(every, size))
    return Blocks(cut, tuple(pairs))  # type: ignore[arg-type]  # a gram of two is two letters


def cuts(every: Iterable[Entry], size: int) -> Iterator[Sequence[Entry]]:
    """Entries that share a block.

    A gram of three stays with its grams of four, unless they fill a block by themselves.
    """
    waiting: list[Entry] = []
    waits = 0
    for _, group in groupby(every, key=lambda one: one.gram[:THREE]):
        family = tuple(group)
        weight = sum(len(one.body) + THREE for one in family)
        if waiting and waits + weight > size:
            yield waiting
            waiting, waits = [], 0
        for one in family:
            if waits > size:
                yield waiting
                waiting, waits = [], 0
            waiting.append(one)
            waits += len(one.body) + THREE
    if waiting:
        yield waiting


def block(group: Sequence[Entry], counts: dict[tuple[int, ...], int]) -> Block:
    """Write entries behind each other, each gram as what it adds to the one before."""
    first = group[0].gram
    parts = [varint(counts[first[:THREE]] if len(first) > THREE else 0)]
    before: tuple[int, ...] = ()
    for one in group:
        parts += [front_coded(one.gram, before), one.body]
        before = one.gram
    return Block(first, before, deflated(b"".join(parts)))


def front_coded(gram: Sequence[int], before: Sequence[int]) -> bytes:
    """How many letters are those of the gram before, how many follow, and these."""
    shared = 0
    for letter, other in zip(gram, before, strict=False):
        if letter != other:
            break
        shared += 1
    rest = gram[shared:]
    return bytes((shared << 4 | len(rest),)) + varints(rest)


def parting(first: tuple[int, ...], last: tuple[int, ...]) -> tuple[int, ...]:
    """The shortest gram behind ``last`` and not behind ``first``."""
    return next(first[:length] for length in range(1, 5) if first[:length] > last)
