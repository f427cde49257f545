"""The grams of every document, in one array for all: small enough for 100,000 projects."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.cards import Card, Filed, order
from generator.search.normal import normal
from generator.search.packing import Numbers, differing

Grams = NDArray[np.unsignedinteger[Any]]
"""32 bits each, or 64 where a letter needs more than eight of them."""
Places = NDArray[np.uint16]

LENGTH = 4
"""Letters of a gram; behind the end of a word they are 0."""
MOST_LETTERS = 1023
"""Ten bits each: a gram and the number of its document fit into 63. The rarest letters of a longer
alphabet part words, and what is searched with them is verified in the texts."""
STEP = 1 << 20
"""Grams that are gone through at once."""
LINE_END, SPACE = 0x0A, 0x20


class Text(NamedTuple):
    """A field of all documents."""

    grams: Grams
    """Of each document rising, each once: four places in the alphabet, the first one highest."""
    starts: Numbers
    """Where each document begins, and the end."""


class Tally(NamedTuple):
    """The letters of all documents."""

    letters: NDArray[np.uint16]
    """UTF-16 units of each document's body, each once."""
    counts: NDArray[np.uint32]
    """How often each stands there."""
    starts: Numbers
    """As of a text."""


class Book(NamedTuple):
    """The documents of an index, by number."""

    alphabet: tuple[int, ...]
    """UTF-16 units, rising; a letter's place counts from 1."""
    is_whole: bool
    """No letter of the texts is missing in the alphabet."""
    titles: Text
    bodies: Text
    """Titles included."""
    cards: tuple[Card, ...]
    """Without their passages."""
    tally: Tally

    @property
    def bits(self) -> int:
        """What a letter needs."""
        return len(self.alphabet).bit_length()


NO_STARTS = np.zeros(1, np.int64)
NO_TEXT = Text(np.zeros(0, np.uint32), NO_STARTS)
NO_TALLY = Tally(np.zeros(0, np.uint16), np.zeros(0, np.uint32), NO_STARTS)
NO_BOOK = Book((), is_whole=True, titles=NO_TEXT, bodies=NO_TEXT, cards=(), tally=NO_TALLY)


class OtherLettersError(Exception):
    """An earlier book has another alphabet, and not every letter is in both."""


def book(found: Iterable[Filed | int], old: Book = NO_BOOK) -> Book:
    """Number the documents and cut their texts into grams. In which order they come is the same.

    A number is that of a document of ``old``, which need not be cut again.
    """
    documents = sorted(found, key=lambda one: place(one, old))
    bodies = [one if isinstance(one, int) else one[1].body for one in documents]
    titles = [one if isinstance(one, int) else one[1].title for one in documents]
    tally = tallied(bodies, old.tally)
    used, most = letters_of(tally)
    alphabet = tuple(most.tolist())
    is_whole = len(used) == len(most)
    places = np.zeros(1 << 16, np.uint16)
    places[most] = np.arange(1, len(most) + 1)
    if alphabet != old.alphabet and any(isinstance(one, int) for one in documents):
        if not (is_whole and old.is_whole):
            raise OtherLettersError
        old = respelt(old, places)
    return Book(
        alphabet=alphabet,
        is_whole=is_whole,
        titles=cut(titles, old.titles, places),
        bodies=cut(bodies, old.bodies, places),
        cards=tuple(card_of(one, old)._replace(passages=()) for one in documents),
        tally=tally,
    )


def card_of(document: Filed | int, old: Book) -> Card:
    """Its card."""
    return old.cards[document] if isinstance(document, int) else document[0]


def place(document: Filed | int, old: Book) -> tuple[str, str, int, str]:
    """Where a document stands in its book."""
    if isinstance(document, int):
        return order(old.cards[document], normal(old.cards[document].title))
    return document[1].order


def tallied(bodies: Sequence[bytes | int], old: Tally) -> Tally:
    """The letters of documents, those of an earlier book by their numbers there."""
    letters, counts = [NO_TALLY.letters], [NO_TALLY.counts]
    for one in bodies:
        if isinstance(one, int):
            part = slice(*old.starts[one : one + 2])
            letters.append(old.letters[part])
            counts.append(old.counts[part])
        else:
            found = np.bincount(np.frombuffer(one, "<u2"))
            found[LINE_END] = 0
            letters.append(np.flatnonzero(found).astype(np.uint16))
            counts.append(found[letters[-1]].astype(np.uint32))
    starts = np.cumsum([len(one) for one in letters])
    return Tally(np.concatenate(letters), np.concatenate(counts), starts)


def letters_of(tally: Tally) -> tuple[Numbers, Numbers]:
    """The letters that occur, and those of the alphabet, both rising."""
    counts = np.bincount(tally.letters, tally.counts, 1 << 16).astype(np.int64)
    used = np.flatnonzero(counts)
    return used, np.sort(used[np.argsort(-counts[used], kind="stable")[:MOST_LETTERS]])


def bits_of(places: Places) -> int:
    """What a place needs."""
    return int(places.max()).bit_length()


def width(bits: int) -> type[np.unsignedinteger[Any]]:
    """Of a gram, a letter of which needs so many bits."""
    return np.uint32 if bits <= 8 else np.uint64  # noqa: PLR2004


def respelt(old: Book, places: Places) -> Book:
    """An earlier book with the places of another alphabet; its grams stand in the same order."""
    more = bits_of(places)
    letters = np.zeros(1 << old.bits, width(more))
    letters[1 : len(old.alphabet) + 1] = places[[*old.alphabet]]
    pairs = (letters[:, None] << letters.dtype.type(more) | letters).ravel()
    titles, bodies = (
        Text(moved(one.grams, old.bits, pairs, more), one.starts)
        for one in (old.titles, old.bodies)
    )
    return old._replace(titles=titles, bodies=bodies)


def moved(grams: Grams, bits: int, pairs: Grams, more: int) -> Grams:
    """Grams in other places: each two letters of so many bits become a pair of more."""
    found = np.empty(len(grams), pairs.dtype)
    for start in range(0, len(grams), STEP):
        part = slice(start, start + STEP)
        first, last = grams[part] >> 2 * bits, grams[part] & ((1 << 2 * bits) - 1)
        found[part] = pairs[first] << pairs.dtype.type(2 * more) | pairs[last]
    return found


def cut(texts: Sequence[bytes | int], old: Text, places: Places) -> Text:
    """The grams of each document in their order; a number is as above."""
    bits = bits_of(places)
    starts = np.zeros(len(texts) + 1, np.int64)
    sizes = np.diff(old.starts).tolist()
    most = sum(sizes[one] if isinstance(one, int) else len(one) // 2 for one in texts)
    # Never filled to its end: what is not written to takes no memory.
    grams = np.empty(most, width(bits))
    end, space = 0, int(places[SPACE])
    for document, one in enumerate(texts):
        if isinstance(one, int):
            found = old.grams[old.starts[one] : old.starts[one + 1]]
        else:
            found = grams_of(places[np.frombuffer(one, "<u2")].astype(grams.dtype), space, bits)
        grams[end : end + len(found)] = found
        end += len(found)
        starts[document + 1] = end
    return Text(grams[:end], starts)


def grams_of(letters: Grams, space: int, bits: int) -> Grams:
    """The grams of two letters and more that begin in a text, sorted, each once.

    A space is the second letter of a gram, which leads from a word to the next, or ends it.
    """
    words: Grams = np.append(letters * (letters != space), np.zeros(LENGTH - 1, letters.dtype))
    second = np.append(letters, letters.dtype.type(0))[1:]
    at = np.flatnonzero((words[: len(letters)] > 0) & (second > 0))
    third = words[at + 2]
    fourth = words[at + 3] * (third > 0)
    shift = letters.dtype.type(bits)
    grams = ((letters[at] << shift | second[at]) << shift | third) << shift | fourth
    grams.sort()
    return grams[differing(grams)]
