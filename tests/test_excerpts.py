"""The part of a line that a message shows, and what it points at."""

import pytest

from generator.diagnostics import Diagnostic
from generator.excerpts import COLUMNS, excerpt
from generator.messages import pointed
from generator.thai.text import display_width


def carets(text: str, one: Diagnostic) -> tuple[str, str]:
    found = excerpt(text, one)
    assert found is not None
    shown, below = (line.partition("| ")[2] for line in pointed(one.line, found))
    return shown, below


@pytest.mark.parametrize(
    ("text", "detail", "below"),
    [
        ("ร้อยละ 105.00", "105.00", "      ^^^^^^"),  # ้ has no column of its own
        ("กี่ ปี", "ปี", "  ^"),
        ("น้ำ 5", "5", "   ^"),  # ำ has one
        ("漢字 5", "5", "     ^"),
        ("a\tb", "b", "  ^"),
    ],
)
def test_carets_stand_right_under_the_words(text: str, detail: str, below: str) -> None:
    assert carets(text, Diagnostic("day-unreadable", 1, detail=detail))[1] == below


def test_a_column_goes_before_words() -> None:
    one = Diagnostic("invisible-character", 1, 5, detail="⟨U+200B⟩")
    assert carets("aaa ⟨U+200B⟩ b", one)[1] == "    ^^^^^^^^"
    assert carets("aaaa", Diagnostic("decoded-with-loss", 1, 3, detail="byte 2"))[1] == "  ^"


def test_the_first_of_two_words_is_pointed_at() -> None:
    one = Diagnostic("code-differs", 1, detail="1234 / 4321")
    assert carets("code 1234", one)[1] == "     ^^^^"


def test_without_words_the_whole_line_is_meant() -> None:
    assert carets("  all of it", Diagnostic("agency-unknown", 1, detail="99"))[1] == "  ^^^^^^^^^"


@pytest.mark.parametrize("before", [0, 10, 60, 69, 70, 71, 200, 5000])
def test_a_long_line_is_cut_to_a_terminal_around_the_words(before: int) -> None:
    text = "กี่" * before + "105" + "ปู่" * 5000
    shown, below = carets(text, Diagnostic("percent-out-of-range", 1, detail="105"))
    assert "105" in shown
    assert display_width(shown) <= COLUMNS + 2
    at = display_width(shown[: shown.index("105")])
    assert below == " " * at + "^^^"
    assert shown.strip("…")[0] not in "\u0e35\u0e48"


def test_no_line_no_excerpt() -> None:
    assert excerpt("", Diagnostic("dump-empty")) is None
