"""Thai dictionary order, held against ICU (node carries it whole)."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.order import MARKS, PASSED_OVER, sort_key

NAMES = tuple(Path(__file__).with_name("names.txt").read_text("utf-8").splitlines())
THAI = "".join(map(chr, (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C))))
ASCII = "".join(map(chr, range(0x20, 0x7F)))
ALPHABETS = (
    THAI,
    THAI + ASCII + "ÉéüÑ–“”•−€×\u00a0\u200b",
    "กขเแโา\u0e30\u0e31\u0e33\u0e4d\u0e45\u0e34\u0e38\u0e48\u0e49\u0e47\u0e4c",
    "เกขaA1่ ็-",
)
COMPARE = """
const pairs = JSON.parse(require('fs').readFileSync(0));
const order = new Intl.Collator('th').compare;
console.log(JSON.stringify(pairs.map(([a, b]) => order(a, b))));
"""

Pairs = list[tuple[str, str]]


def icu(pairs: Pairs) -> list[int]:
    """-1, 0 or 1 for each pair, as ICU's Thai collation orders it."""
    node = shutil.which("node")
    if not node:
        pytest.skip("node, whose ICU is the authority for Thai order, is not installed")
    done = subprocess.run(
        [node, "-e", COMPARE], input=json.dumps(pairs).encode(), capture_output=True, check=True
    )
    signs: list[int] = json.loads(done.stdout)
    return signs


def ours(pair: tuple[str, str]) -> int:
    first, second = map(sort_key, pair)
    return (first > second) - (first < second)


def disagreements(pairs: Pairs) -> list[tuple[str, str, int]]:
    """Pairs that ICU puts the other way round; what is equal for ICU may go either way."""
    signs = icu(pairs)
    found = zip(pairs, signs, strict=True)
    return [(ascii(a), ascii(b), sign) for (a, b), sign in found if sign not in {0, ours((a, b))}]


def unsettled(text: str) -> bool:
    """ICU's quick comparison and its own sort keys disagree on a mark after punctuation."""
    return any(found[0][-1] in MARKS for found in PASSED_OVER.finditer(text))


def random_pairs(alphabet: str, count: int) -> Pairs:
    draw = random.Random(alphabet)
    pairs: Pairs = []
    while len(pairs) < count:
        first = "".join(draw.choices(alphabet, k=draw.randint(1, 6)))
        shuffled = "".join(draw.sample(first, len(first)))
        other = "".join(draw.choices(alphabet, k=draw.randint(1, 6)))
        second = draw.choice((shuffled, other, first + other, first[1:]))
        if not unsettled(first) and not unsettled(second):
            pairs.append((first, second))
    return pairs


def shuffled(words: tuple[str, ...]) -> list[str]:
    return random.Random(0).sample(words, len(words))


def test_names_stand_in_order() -> None:
    assert sorted(shuffled(NAMES), key=sort_key) == list(NAMES)


def test_names_agree_with_icu() -> None:
    assert disagreements([(a, b) for a in NAMES[::3] for b in NAMES]) == []


def test_random_words_agree_with_icu() -> None:
    pairs = [pair for alphabet in ALPHABETS for pair in random_pairs(alphabet, 5_000)]
    assert disagreements(pairs) == []


@pytest.mark.parametrize(
    "words",
    [
        ("+", "1", "๑๐", "๒", "3", "ก", "a"),
        ("กะ", "กา", "เก", "แก", "ขะ"),
        ("ก", "ก็", "ก่", "ก้", "ก๊", "ก๋", "กก"),
        ("กระ", "กรุงเทพ", "กรุงเทพฯ", "กรุงเทพมหานคร"),
        ("สำนัก", "สำนักงาน", "สำเนา"),
        ("a", "A", "b", "e", "é", "f"),
        ("z", "α", "日"),
    ],
)
def test_order(words: tuple[str, ...]) -> None:
    assert sorted(shuffled(words), key=sort_key) == list(words)


def test_broken_sara_am_stands_beside_the_right_one() -> None:
    assert sorted(("น้ำ", "น้ำใจ", "น้\u0e4dา", "นา"), key=sort_key) == [
        "นา",
        "น้\u0e4dา",
        "น้ำ",
        "น้ำใจ",
    ]


@given(st.text(), st.text())
def test_keys_are_equal_for_equal_texts_only(first: str, second: str) -> None:
    assert (sort_key(first) == sort_key(second)) == (first == second)
