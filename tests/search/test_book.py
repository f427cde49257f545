"""What an earlier book knows goes into the next one as if it were cut anew."""

from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.book import Book, OtherLettersError, Text, book
from generator.search.cards import Card, Filed, sheet
from tests.search.made import card, cards
from tests.search.test_index import TEXT

TEXTS = st.lists(st.tuples(TEXT, TEXT), max_size=12)
LETTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 1100)))
KEPT = LETTERS[500:505]


def filed(given: Iterable[Card]) -> list[Filed]:
    return [(one, sheet(one)) for one in given]


def text(one: Text) -> tuple[str, list[int], list[int]]:
    return one.grams.dtype.str, one.grams.tolist(), one.starts.tolist()


def same(one: Book, other: Book) -> bool:
    return (
        (one.alphabet, one.is_whole, one.cards) == (other.alphabet, other.is_whole, other.cards)
        and all(text(a) == text(b) for a, b in zip(one[2:4], other[2:4], strict=True))
        and np.array_equal(one.tally.letters, other.tally.letters)
        and np.array_equal(one.tally.counts, other.tally.counts)
        and np.array_equal(one.tally.starts, other.tally.starts)
    )


def after(gone: int, kept: Sequence[Filed], new: Sequence[Filed], others: Sequence[Filed]) -> Book:
    """The book of those kept and new, when the last one was of those kept and some others."""
    old = book([*others[:gone], *kept])
    known = {card.key: number for number, card in enumerate(old.cards)}
    return book([*(known[card.key] for card, _ in kept), *new], old)


@given(TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_what_is_kept_need_not_be_cut(texts: list[tuple[str, ...]], one: int, other: int) -> None:
    every = filed(cards(texts))
    gone, kept, new = every[:one], every[one:][:other], every[one:][other:]
    assert same(after(one, kept, new, gone), book([*kept, *new]))


def lettered(number: int, letters: str) -> list[Filed]:
    return filed([card(number, letters)])


@pytest.mark.parametrize(("before", "now"), [(120, 140), (140, 120), (250, 260), (260, 250)])
def test_letters_may_need_more_bits_and_fewer(before: int, now: int) -> None:
    kept, gone, new = lettered(0, KEPT), lettered(1, LETTERS[:before]), lettered(2, LETTERS[-now:])
    assert same(after(1, kept, new, gone), book([*kept, *new]))


@pytest.mark.parametrize(("before", "now"), [(1100, 1), (1, 1100)])
def test_letters_that_were_left_out_are_not_known(before: int, now: int) -> None:
    kept, gone, new = lettered(0, KEPT), lettered(1, LETTERS[:before]), lettered(2, LETTERS[-now:])
    with pytest.raises(OtherLettersError):
        after(1, kept, new, gone)
