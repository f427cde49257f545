"""Grams of two to four letters, and the documents that hold them, a range of grams at a time."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from generator.search.book import STEP, Book, Grams, Text
from generator.search.packing import Numbers, differing

LEAST, SHARE = 1 << 18, 64
"""Grams of all documents in one range: a bound to memory, and to how many ranges there are. Many
small ones are shared evenly among processes, and a change touches few of them."""


class Ranges(NamedTuple):
    """A book, and where its ranges begin: those of about the same work, whole pairs of letters."""

    book: Book
    titles: Numbers
    """For each document, how many of its grams stand before each range; at last how many it has."""
    bodies: Numbers

    @property
    def numbers(self) -> range:
        """Of the ranges."""
        return range(self.bodies.shape[1] - 1)


class Held(NamedTuple):
    """What a field holds of a range."""

    grams: Grams
    """Of one document after the other, of each rising."""
    counts: Numbers
    """Of each document."""

    @property
    def documents(self) -> Numbers:
        """Of each gram."""
        return np.repeat(np.arange(len(self.counts), dtype=np.int32), self.counts)


class Part(NamedTuple):
    """A range with all that its blocks follow from."""

    documents: int
    """How many the book has."""
    millions: int
    """Of grams, roughly: of 2 to the power of 20."""
    bits: int
    """What a letter needs."""
    titles: Held
    bodies: Held

    @property
    def digest(self) -> str:
        """What another part would not have."""
        found = sha256(repr(self[:3]).encode("ascii"))
        for one in (*self.titles, *self.bodies):
            found.update(b"%d " % one.nbytes)
            found.update(one.data)
        return found.hexdigest()


class Lists(NamedTuple):
    """Grams of one length, each with its documents."""

    grams: Numbers
    """Rising; four letters, the last ones 0 in shorter grams."""
    starts: Numbers
    """Where the documents of each begin, and the end."""
    documents: Numbers
    """Of each gram, rising."""


class Found(NamedTuple):
    """What a field holds of a range: grams of two, three and four letters."""

    twos: Lists
    threes: Lists
    fours: Lists


def ranges(book: Book) -> Ranges:
    """Cut all grams into ranges; the data alone decides where."""
    grams, bits = book.bodies.grams, book.bits
    counts = np.zeros(1 << 2 * bits, np.int64)
    for start in range(0, len(grams), STEP):
        part = grams[start : start + STEP] >> 2 * bits
        counts += np.bincount(part.astype(np.int64), minlength=len(counts))
    most = max(LEAST, len(grams) // SHARE)
    firsts: list[int] = []
    size = 0
    for pair in np.flatnonzero(counts).tolist():
        if size and size + counts[pair] > most:
            firsts.append(pair << 2 * bits)
            size = 0
        size += int(counts[pair])
    return Ranges(book, edges(book.titles, firsts), edges(book.bodies, firsts))


def edges(text: Text, firsts: Sequence[int]) -> Numbers:
    """Where in each document the grams from each of these on begin, the first gram and the end."""
    found = np.zeros((len(text.starts) - 1, len(firsts) + 2), np.int32)
    inner = np.array(firsts, text.grams.dtype)
    for row, (start, end) in zip(found, pairwise(text.starts.tolist()), strict=True):
        row[1:-1] = np.searchsorted(text.grams[start:end], inner)
        row[-1] = end - start
    return found


def part(ranges: Ranges, number: int) -> Part:
    """A range taken out of a book."""
    book = ranges.book
    titles = held(book.titles, ranges.titles[:, number : number + 2])
    bodies = held(book.bodies, ranges.bodies[:, number : number + 2])
    return Part(len(book.cards), len(book.bodies.grams) >> 20, book.bits, titles, bodies)


def held(text: Text, edges: Numbers) -> Held:
    """The grams of a range in a field."""
    counts = edges[:, 1] - edges[:, 0]
    before = np.cumsum(counts) - counts
    firsts = text.starts[:-1] + edges[:, 0] - before
    return Held(text.grams[np.arange(counts.sum()) + np.repeat(firsts, counts)], counts)


def found(field: Held, bits: int) -> Found:
    """The same by gram."""
    documents = field.documents
    return Found(*(lists(field.grams, documents, bits, cut) for cut in (2, 1, 0)))


def lists(grams: Grams, documents: Numbers, bits: int, cut: int) -> Lists:
    """The documents of grams without their last letters.

    The grams of a document are sorted, so what becomes the same by cutting stands together.
    """
    short: Grams = grams >> grams.dtype.type(bits * cut)
    is_gram = (short & ((1 << bits) - 1)) > 0  # a 0 is behind the end of a word
    kept = np.flatnonzero(is_gram & (differing(short) | differing(documents)))
    short, documents = risen(short[kept], documents[kept])
    starts = np.flatnonzero(differing(short))
    return Lists(
        grams=short[starts].astype(np.int64) << bits * cut,
        starts=np.append(starts, len(short)),
        documents=documents,
    )


def risen(grams: Grams, documents: Numbers) -> tuple[Grams, Numbers]:
    """Sort by grams; the documents of one stay as they are.

    Sixteen bits at a time, the low ones first: in half the time of any sort of whole numbers.
    """
    low, high = (grams.min(), grams.max()) if len(grams) else (0, 0)
    rest = grams - low
    order = np.argsort(rest.astype(np.uint16), kind="stable")
    for shift in range(16, int(high - low).bit_length(), 16):
        order = order[np.argsort((rest[order] >> shift).astype(np.uint16), kind="stable")]
    return grams[order], documents[order]
