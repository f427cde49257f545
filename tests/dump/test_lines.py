"""Text to numbered lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.dump.lines import (
    INVISIBLE,
    Line,
    Span,
    as_written,
    lines_of,
    numbered,
    shown,
    span,
    stored,
    worded,
)

LONGEST = 20


def split(text: str, longest: int) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """The lines of a text, and what is odd about them."""
    text, odd = shown(text, longest)
    return numbered(text), odd


def texts(text: str) -> list[str]:
    return [line.text for line in split(text, LONGEST)[0]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n\n", []),
        (" \t\u00a0\n", []),
        ("ก", ["ก"]),
        ("ก\nข\n", ["ก", "ข"]),
        ("ก\r\nข\rค\n\rง", ["ก", "ข", "ค", "", "ง"]),
        ("\n\nก \t\u00a0\n\nข\n\n", ["", "", "ก", "", "ข"]),
        (" ก", [" ก"]),
        ("ก\u2028", ["ก"]),
        ("ก\x0bข\x0cค\x85ง", ["ก⟨U+000B⟩ข⟨U+000C⟩ค⟨U+0085⟩ง"]),
    ],
)
def test_lines_are_those_an_editor_shows(text: str, lines: list[str]) -> None:
    assert texts(text) == lines


def test_numbers_count_blank_lines_too() -> None:
    lines, _ = split("\nก\n\nข", LONGEST)
    assert lines[1] == Line(2, "ก")
    assert lines[3] == Line(4, "ข")


def test_a_line_at_the_limit_is_read() -> None:
    lines, odd = split("ก" * LONGEST + "   ", LONGEST)
    assert lines == (Line(1, "ก" * LONGEST),)
    assert odd == ()


def test_a_line_over_the_limit_is_refused_and_keeps_its_place() -> None:
    lines, odd = split("ก\n" + "ข" * 1_021 + "\nค", LONGEST)
    assert lines == (Line(1, "ก"), Line(2, ""), Line(3, "ค"))
    assert odd == (Diagnostic("line-too-long", 2, detail="1,021 > 20"),)


@pytest.mark.parametrize("character", list("\x00\x1b\x7f\u00ad\u200b\u202e\u2066\ufeff\ufffe"))
def test_what_cannot_be_seen_is_shown_and_told_once_a_line(character: str) -> None:
    mark = f"⟨U+{ord(character):04X}⟩"
    lines, odd = split(f"ก\n กข{character}ค{character}", LONGEST)
    assert lines[1].text == f" กข{mark}ค{mark}"
    assert odd == (Diagnostic("invisible-character", 2, 4, detail=mark),)


def test_half_a_surrogate_pair_can_be_written_to_a_file() -> None:
    lines, _ = split("ก\ud800", LONGEST)
    assert lines[0].text.encode()


@pytest.mark.parametrize("text", ["a\tb", "สำนัก", "ส\u0e4dานัก", "ก\u00a0ข", "≥1 – “ก”", "😀"])
def test_what_can_be_seen_stays_as_written(text: str) -> None:
    assert texts(text) == [text]


@given(st.text(max_size=50))
def test_no_line_holds_what_cannot_be_seen(text: str) -> None:
    lines, odd = split(text, LONGEST)
    assert not any(INVISIBLE.search(line.text) for line in lines)
    assert {one.line for one in odd} <= {line.number for line in lines} | {len(lines) + 1}


@pytest.mark.parametrize(
    ("text", "code"), [("", "cp874"), ("สำนัก “ก” 5", "cp874"), ("≥1😀", "utf-8")]
)
def test_a_text_at_rest_is_the_same(text: str, code: str) -> None:
    at_rest = stored(text)
    assert (at_rest.text, at_rest.code) == (text, code)
    assert lines_of(at_rest, 3) == numbered(text, 3)


@given(st.text(max_size=50))
def test_any_text_that_is_shown_can_be_put_to_rest(text: str) -> None:
    published, _ = shown(text, 1_000)
    assert stored(published).text == published


def test_lines_with_words_keep_their_numbers() -> None:
    text = "\nก\n\nข\n"
    assert worded(5, text) == (Line(6, "ก"), Line(8, "ข"))
    assert worded(5, text) == tuple(line for line in numbered(text, 5) if line.text)


def test_span() -> None:
    assert span((Line(3, "ก"), Line(5, "ข"))) == Span(3, 5)
    assert span((Line(3, "ก"),)) == Span(3, 3)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\u202e\u200b\x00ก"), max_size=20))
def test_a_line_can_be_written_again_as_it_was(text: str) -> None:
    lines, _ = split(text, 1_000)
    again, _ = split("\n".join(as_written(line.text) for line in lines), 1_000)
    assert again == lines


@pytest.mark.parametrize("text", ["⟨U+0E01⟩", "⟨U+D800⟩", "⟨U+FFFFFF⟩", "⟨U+202⟩", "⟨u+202e⟩"])
def test_words_of_the_shape_of_a_mark_stay_words(text: str) -> None:
    assert as_written(text) == text
