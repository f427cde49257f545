"""Grams of two to four letters, and the documents that hold them, a range of grams at a time."""

from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from generator.search.book import Book, Grams, Text
from generator.search.packing import Numbers, differing

LEAST, SHARE = 1 << 18, 64
"""Grams of all documents in one range: a bound to memory, and to how many ranges there are. Many
small ones are shared evenly among processes, and a change touches few of them."""
STEP = 1 << 22
"""Grams that are counted at once."""


class Range(NamedTuple):
    """Grams that begin with one of these pairs of letters."""

    first: int
    """``first letter << bits | second letter``."""
    end: int
    """The first pair behind the range."""


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
        found = blake2b(repr(self[:3]).encode("ascii"), digest_size=16)
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


def ranges(book: Book) -> tuple[Range, ...]:
    """Cut all grams into ranges of about the same work; the data alone decides where."""
    grams, bits = book.bodies.grams, book.bits
    counts = np.zeros(1 << 2 * bits, np.int64)
    for start in range(0, len(grams), STEP):
        part = grams[start : start + STEP].astype(np.int64) >> 2 * bits
        counts += np.bincount(part, minlength=len(counts))
    most = max(LEAST, len(grams) // SHARE)
    cut: list[Range] = []
    first, size = 0, 0
    for pair in np.flatnonzero(counts).tolist():
        if size and size + counts[pair] > most:
            cut.append(Range(first, pair))
            first, size = pair, 0
        size += int(counts[pair])
    return (*cut, Range(first, len(counts))) if size else ()


def part(book: Book, of: Range) -> Part:
    """A range taken out of a book."""
    titles, bodies = (held(text, of, book.bits) for text in (book.titles, book.bodies))
    return Part(len(book.cards), len(book.bodies.grams) >> 20, book.bits, titles, bodies)


def held(text: Text, of: Range, bits: int) -> Held:
    """The grams of a range in a field."""
    firsts, ends = (behind(text, pair << 2 * bits) for pair in of)
    counts = ends - firsts
    before = np.cumsum(counts) - counts
    grams = text.grams[np.arange(counts.sum()) + np.repeat(firsts - before, counts)]
    return Held(grams, counts)


def found(field: Held, bits: int) -> Found:
    """The same by gram."""
    documents = field.documents
    return Found(*(lists(field.grams, documents, bits, cut) for cut in (2, 1, 0)))


def behind(text: Text, gram: int) -> Numbers:
    """Where in each document the grams from this one on begin: found by halving, in all at once."""
    low, high = text.starts[:-1], text.starts[1:]
    while (is_open := low < high).any():
        middle = low + high >> 1
        is_less = is_open.copy()
        is_less[is_open] = text.grams[middle[is_open]] < gram
        low, high = np.where(is_less, middle + 1, low), np.where(is_open & ~is_less, middle, high)
    return low


def lists(grams: Grams, documents: Numbers, bits: int, cut: int) -> Lists:
    """The documents of grams without their last letters.

    The grams of a document are sorted, so what becomes the same by cutting stands together.
    """
    short: Grams = grams >> grams.dtype.type(bits * cut)
    is_gram = (short & ((1 << bits) - 1)) > 0  # a 0 is behind the end of a word
    kept = is_gram & (differing(short) | differing(documents))
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
    for shift in range(0, int(high - low).bit_length(), 16):
        order = np.argsort((grams - low >> shift).astype(np.uint16), kind="stable")
        grams, documents = grams[order], documents[order]
    return grams, documents
