"""The grams of every document, in one array for all: small enough for 100,000 projects."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.cards import Card, Sheet
from generator.search.packing import Numbers, differing

Grams = NDArray[np.unsignedinteger[Any]]
"""32 bits each, or 64 where a letter needs more than eight of them."""
Places = NDArray[np.uint16]

LENGTH = 4
"""Letters of a gram; behind the end of a word they are 0."""
MOST_LETTERS = 1023
"""Ten bits each: a gram and the number of its document fit into 63. The rarest letters of a longer
alphabet part words, and what is searched with them is verified in the texts."""
LINE_END, SPACE = 0x0A, 0x20
STEP = 1 << 22
"""Letters that are counted at once."""


class Text(NamedTuple):
    """A field of all documents."""

    grams: Grams
    """Of each document rising, each once: four places in the alphabet, the first one highest."""
    starts: Numbers
    """Where each document begins, and the end."""


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

    @property
    def bits(self) -> int:
        """What a letter needs."""
        return len(self.alphabet).bit_length()


class Pile(NamedTuple):
    """Texts as UTF-16, as they came."""

    letters: bytearray
    ends: list[int]

    def add(self, text: bytes | memoryview) -> None:
        """Put one on top."""
        self.letters.extend(text)
        self.ends.append(len(self.letters) // 2)


def book(read: Iterable[tuple[Card, Sheet]]) -> Book:
    """Number the documents and cut their texts into grams. In which order they come is the same."""
    titles, bodies = Pile(bytearray(), []), Pile(bytearray(), [])
    orders: list[tuple[str, str, int, str]] = []
    cards: list[Card] = []
    for card, sheet in read:
        titles.add(sheet.title)
        bodies.add(sheet.body)
        orders.append(sheet.order)
        cards.append(card._replace(passages=()))
    order = sorted(range(len(orders)), key=orders.__getitem__)
    used, counts = letters_of(bodies)
    most = used[np.argsort(-counts[used], kind="stable")[:MOST_LETTERS]]
    alphabet = np.sort(most)
    places = np.zeros(1 << 16, np.uint16)
    places[alphabet] = np.arange(1, len(alphabet) + 1)
    return Book(
        alphabet=tuple(alphabet.tolist()),
        is_whole=len(used) == len(alphabet),
        titles=cut(titles, order, places),
        bodies=cut(bodies, order, places),
        cards=tuple(cards[one] for one in order),
    )


def letters_of(pile: Pile) -> tuple[Numbers, Numbers]:
    """The letters that occur, and how often each of all possible ones does."""
    counts = np.zeros(1 << 16, np.int64)
    letters = np.frombuffer(pile.letters, "<u2")
    for start in range(0, len(letters), STEP):
        counts += np.bincount(letters[start : start + STEP], minlength=1 << 16)
    counts[LINE_END] = 0
    return np.flatnonzero(counts), counts


def cut(pile: Pile, order: list[int], places: Places) -> Text:
    """The grams of each document, the documents in their order."""
    letters = np.frombuffer(pile.letters, "<u2")
    bits = int(places.max()).bit_length()
    starts = np.zeros(len(order) + 1, np.int64)
    # Never filled to its end: what is not written to takes no memory.
    width: type[np.unsignedinteger[Any]] = np.uint32 if bits <= 8 else np.uint64  # noqa: PLR2004
    grams = np.empty(len(letters), width)
    for document, one in enumerate(order):
        text = letters[pile.ends[one - 1] if one else 0 : pile.ends[one]]
        found = grams_of(places[text].astype(grams.dtype), int(places[SPACE]), bits)
        starts[document + 1] = starts[document] + len(found)
        grams[starts[document] : starts[document + 1]] = found
    return Text(grams[: starts[-1]], starts)


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
