"""One form for the spellings of a text. The browser's half is held to the same vectors."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.normal import normal

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
MARKS = "\u0e31" + "".join(map(chr, (*range(0xE34, 0xE3B), *range(0xE47, 0xE4F))))
TRICKY = st.text(
    st.sampled_from("กขเแาำ" + MARKS + "๐๙09aÅΣßİ \n\u00a0\u200b\u0301-–"), max_size=30
)
ANY = st.one_of(TRICKY, st.text(max_size=30), st.text(st.characters(max_codepoint=0x0E7F)))


@pytest.mark.parametrize(("written", "expected"), VECTORS)
def test_vectors(written: str, expected: str) -> None:
    assert normal(written) == expected


@given(ANY)
def test_twice_is_once(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(ANY, ANY)
def test_texts_with_a_space_between_them_do_not_touch(one: str, other: str) -> None:
    assert normal(f"{one} {other}") == f"{normal(one)} {normal(other)}".strip()


@given(ANY)
def test_white_space_is_single_spaces_inside(text: str) -> None:
    assert " ".join(normal(text).split()) == normal(text)


@given(st.sampled_from("กขค"), st.permutations("\u0e35\u0e48\u0e4c"))
def test_marks_may_be_typed_in_any_order(letter: str, marks: list[str]) -> None:
    assert normal(letter + "".join(marks)) == f"{letter}\u0e35\u0e48\u0e4c"
