"""What is written is found again: the index against a small reader of it."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import blocks, book, grams
from generator.search.cards import Card
from generator.search.normal import normal
from tests.search.made import NAMES, Library, card, cards, indexed, library
from tests.search.reader import Reader

LETTERS = "กขคงานเแาำิี่้\u0e4d 0๑ab-\n"
TEXT = st.text(st.sampled_from(LETTERS), max_size=40) | st.text(max_size=12)
TEXTS = st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=40)
WORDS = ("ขยะ", "ชุมชน", "คลอง", "ทางเท้า", "โรงเรียน", "สำนักงานเขต", "น้ำท่วม", "2566", "green")


def many(count: int) -> list[Card]:
    """So many that some lists have a fourth letter, some are bitmaps, some name the missing."""
    dice = random.Random(7)
    said = ("".join(dice.choices(WORDS, k=4)) for _ in iter(int, 1))
    return cards((f"โครงการ{next(said)}", next(said), next(said)) for _ in range(count))


@pytest.fixture(scope="module")
def large() -> Library:
    return library(many(600))


def parts(texts: Sequence[str], dice: random.Random) -> str:
    text = dice.choice(texts)
    start = dice.randrange(max(len(text) - 1, 1))
    return text[start : start + dice.randint(2, 14)].strip()


@given(TEXTS, st.randoms(use_true_random=False))
def test_every_part_of_every_text_is_found(
    texts: list[tuple[str, ...]], dice: random.Random
) -> None:
    made = library(cards(texts))
    known = sorted(made.texts.values()) or [""]
    for query in (parts(known, dice) for _ in range(8)):
        assert made.found(query) == made.true(query)


def test_every_part_of_many_texts_is_found(large: Library) -> None:
    dice = random.Random(8)
    known = sorted(large.texts.values())
    assert large.reader.extended < len(known) / 3
    for query in (parts(known, dice) for _ in range(400)):
        assert large.found(query) == large.true(query)


def test_two_words_are_both_in_the_text(large: Library) -> None:
    assert large.found("ขยะ คลอง") == large.found("ขยะ") & large.found("คลอง")


@given(TEXTS, st.randoms(use_true_random=False))
def test_a_phrase_is_found_over_its_spaces(
    texts: list[tuple[str, ...]], dice: random.Random
) -> None:
    reader = library(cards(texts)).reader
    said = {card(number, *each).key: [*map(normal, each)] for number, each in enumerate(texts)}
    keys = reader.keys()
    for query in (parts(each, dice) for each in said.values()):
        true = {key for key, each in said.items() if any(query in text for text in each)}
        assert {keys[one] for one in reader.phrases(query)} >= true


def test_a_phrase_is_not_its_words(large: Library) -> None:
    assert set() < large.reader.phrases("ขยะ คลอง") < large.reader.candidates("ขยะ คลอง")


def test_titles_are_told_apart(large: Library) -> None:
    dice = random.Random(9)
    titles = sorted(large.titles.values())
    for query in (parts(titles, dice) for _ in range(100)):
        in_title = {large.keys[one] for one in large.reader.candidates(query, title=True)}
        assert {key for key, title in large.titles.items() if query in title} <= in_title
        assert in_title <= {large.keys[one] for one in large.reader.candidates(query)}


def test_few_candidates_are_false(large: Library) -> None:
    dice = random.Random(10)
    known = sorted(large.texts.values())
    queries = [parts(known, dice) for _ in range(200)]
    candidates = sum(len(large.reader.candidates(query)) for query in queries)
    assert sum(len(large.true(query)) for query in queries) > 0.9 * candidates


def test_pairs_that_occur_are_listed_with_their_frequency(large: Library) -> None:
    for pair, power in large.reader.pairs.items():
        count = len(large.reader.lists(pair).anywhere)
        assert count == sum(pair in text for text in large.texts.values())
        assert 1 << power <= count < 2 << power


def test_lists_are_exact(large: Library) -> None:
    seen = 0
    for number in range(len(large.reader.edges)):
        for gram, lists in large.reader.block(number).items():
            assert list(lists.anywhere) == sorted(set(lists.anywhere))
            true = {key for key, text in large.texts.items() if gram in text}
            assert {large.keys[one] for one in lists.anywhere} == true
            seen += 1
    assert seen > 200


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_projects_does_not_matter(
    texts: list[tuple[str, ...]], dice: random.Random
) -> None:
    given = cards(texts)
    shuffled = dice.sample(given, len(given))
    assert indexed(shuffled) == indexed(given)


def test_documents_stand_by_title_then_agency_then_newer_year(large: Library) -> None:
    by_key = {one.key: one for one in many(600)}
    order = [
        (normal(one.title), one.agency, -one.year, one.key)
        for one in (by_key[key] for key in large.keys)
    ]
    assert order == sorted(order)


def test_small_blocks_and_ranges_hold_the_same(
    large: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Families that fill several blocks, ranges of one pair."""
    monkeypatch.setattr(blocks, "SMALLEST", 60)
    monkeypatch.setattr(blocks, "MOST", 10**9)
    monkeypatch.setattr(grams, "LEAST", 1)
    small = library(many(600))
    assert len(small.reader.edges) > 5 * len(large.reader.edges)
    for number in range(len(large.reader.edges)):
        for gram, lists in large.reader.block(number).items():
            assert small.reader.lists(gram) == lists


@settings(max_examples=25)
@given(TEXTS, st.randoms(use_true_random=False), st.integers(1, 12))
def test_a_short_alphabet_still_finds_all(
    texts: list[tuple[str, ...]], dice: random.Random, most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book, "MOST_LETTERS", most)
        made = library(cards(texts))
    known = sorted(made.texts.values()) or [""]
    for query in (parts(known, dice) for _ in range(8)):
        assert made.found(query) == made.true(query)


def test_a_long_alphabet_is_cut_to_its_commonest_letters() -> None:
    rare = "".join(map(chr, range(0x4E00, 0x4E00 + 1500)))
    made = library(cards([("ขยะ", rare), ("ขยะ 丁", "ชุมชน"), ("คลอง", "")]))
    assert not made.reader.is_whole
    assert len(made.reader.alphabet) == 1023
    assert made.found("ขยะ") == made.true("ขยะ")
    assert made.found("一丁") == made.true("一丁") != set()


@pytest.mark.parametrize("letters", [127, 128, 200, 255, 256, 400])
def test_letters_may_need_eight_bits_and_more(letters: int) -> None:
    every = "".join(map(chr, range(0x4E00, 0x4E00 + letters)))
    made = library(cards((every[start : start + 9], every[-9:]) for start in range(0, letters, 3)))
    assert made.reader.is_whole
    for query in (every[start : start + 5] for start in range(0, letters - 4, 7)):
        assert made.found(query) == made.true(query) != set()


def test_nothing_at_all_is_an_index_too() -> None:
    made = library([])
    assert made.reader.documents == 0
    assert made.found("ขยะ") == set()


# --- what documents are called ----------------------------------------------------------------


def test_codes_lead_to_their_documents(large: Library) -> None:
    coded = [key for key in large.keys if not key.startswith("x-")]
    assert coded
    for key in coded:
        assert large.keys[large.reader.code(key) or 0] == key
    assert large.reader.code("50050000-9999") is None
    assert large.reader.code("12345678-0001") is None


def test_keys_may_be_like_no_other() -> None:
    written = ["50060000-0001", "x-0123456789ab", "x-other", "50990000-9999", "50050000-0000"]
    given = [
        card(0, f"{place}")._replace(key=key, agency="50050000")
        for place, key in enumerate(written)
    ]
    assert library(given).keys == written


def test_columns_are_those_of_the_cards(large: Library) -> None:
    by_key = {one.key: one for one in many(600)}
    ordered = [by_key[key] for key in large.keys]
    statuses = large.reader.column("status")
    assert [NAMES.statuses[one] for one in statuses] == [one.status for one in ordered]
    roots = [None, *((one.plan, one.number) for one in NAMES.strategies)]
    assert [roots[one] for one in large.reader.column("strategy")] == [
        one.strategy for one in ordered
    ]
    percents = [0xFFFF if one.percent is None else int(one.percent * 100) for one in ordered]
    assert list(large.reader.column("percent")) == percents
    days = [(one.reported.toordinal() - 730119) if one.reported else 0 for one in ordered]
    assert list(large.reader.column("reported")) == days
    assert large.reader.agencies_and_years() == [(one.agency, one.year) for one in ordered]


def test_names_tell_how_many(large: Library) -> None:
    names = large.reader.names()
    assert names["agencies"][0] == ["50050000", None, "", 1, "/50050000/", 200]
    assert names["statuses"] == [["completed", 300], ["unknown", 300]]
    assert names["strategies"] == [
        ["p", "1", "ด้าน", None, "/p/1/", 0],
        ["p", "2", None, "Two", "/p/2/", 300],
    ]
    assert names["years"] == [[2566, 300], [2565, 300], [0, 0]]


def folders(given: Sequence[Card]) -> tuple[str, str]:
    reader = Reader(indexed(given))
    return reader.grams, reader.others


def test_what_an_index_changes_stands_in_another_folder() -> None:
    one = cards([("ขยะ",)])
    grams, others = folders(one)
    other, same = folders(cards([("คลอง",)]))
    assert (other != grams, same) == (True, others)
    same, other = folders([one[0]._replace(status="unknown")])
    assert (same, other != others) == (grams, True)
