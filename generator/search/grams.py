"""Grams of two to four letters, and the documents that hold them, a range of grams at a time."""

from typing import NamedTuple

import numpy as np

from generator.search.book import Book, Text
from generator.search.packing import Numbers, differing

LEAST, SHARE = 1_000_000, 64
"""Grams of all documents in one range: a bound to memory, and to how often all are looked at."""
STEP = 1 << 22
"""Grams that are counted at once."""


class Range(NamedTuple):
    """Grams that begin with one of these pairs of letters."""

    first: int
    """``first letter << bits | second letter``."""
    end: int
    """The first pair behind the range."""


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


def found(text: Text, part: Range, bits: int) -> Found:
    """The grams of a range in a field."""
    low, high = part.first << 2 * bits, part.end << 2 * bits
    at = np.flatnonzero((text.grams >= low) & (text.grams < high))
    counts = np.diff(np.searchsorted(at, text.starts))
    documents = np.repeat(np.arange(len(counts)), counts)
    grams = text.grams[at].astype(np.int64)
    return Found(*(lists(grams, documents, bits, cut) for cut in (2, 1, 0)))


def lists(grams: Numbers, documents: Numbers, bits: int, cut: int) -> Lists:
    """The documents of grams without their last letters.

    The grams of a document are sorted, so what becomes the same by cutting stands together.
    """
    short = grams >> bits * cut
    is_gram = (short & ((1 << bits) - 1)) > 0  # a 0 is behind the end of a word
    kept = is_gram & (differing(short) | differing(documents))
    width = int(documents[-1]).bit_length() if len(documents) else 0
    low = short.min() if len(short) else 0
    pairs = short[kept] - low << width | documents[kept]
    if len(pairs) and pairs.max() < 1 << 32:
        pairs = pairs.astype(np.uint32)  # sorted in half the time
    pairs.sort()
    short = (pairs >> width).astype(np.int64)
    starts = np.flatnonzero(differing(short))
    return Lists(
        grams=short[starts] + low << bits * cut,
        starts=np.append(starts, len(short)),
        documents=(pairs & ((1 << width) - 1)).astype(np.int64),
    )
