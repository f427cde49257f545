"""``text.bin`` holds what is shown of a project, and what it is found by."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.cards import Card, Passage, sheet, text_file
from tests.search.made import card
from tests.search.reader import inflated, text_rows, units

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1a"), max_size=30)


def rows(one: Card) -> list[list[str]]:
    return text_rows(text_file(one))


def test_the_head_says_all_that_a_row_of_results_shows() -> None:
    one = card(3, "ปลูกต้นไม้", "เพราะไม่มีร่มเงา")._replace(
        key="50050000-0003",
        agency="50050000",
        agency_name="สำนักงานเขตปทุมวัน",
        agency_url="/districts/50050000/",
        year=2566,
        status="completed",
        percent=Decimal("60.50"),
        reported=date(2023, 8, 21),
    )
    head = (
        "50050000-0003 ปลูกต้นไม้ 50050000 สำนักงานเขตปทุมวัน /districts/50050000/ 2566 completed 60.50"
    )
    assert rows(one)[0] == [*head.split(), "2023-08-21", ""]
    assert rows(one)[1:] == [["rationale", "", "", "เพราะไม่มีร่มเงา"]]


def test_what_is_not_known_is_blank() -> None:
    one = card(2, "")._replace(
        agency="unknown", agency_url="/departments/unknown/", year=0, percent=None, reported=None
    )
    blank = ["", "unknown", "", "/departments/unknown/", "", one.status, "", "", "1"]
    assert rows(one._replace(is_inferred=True)) == [[one.key, *blank]]


def test_a_report_has_its_anchor_and_its_day() -> None:
    said = Passage("progress", "ปลูกแล้ว", "r-2023-08-21", date(2023, 8, 21))
    one = card(1, "ปลูกต้นไม้")._replace(passages=(said,))
    assert rows(one)[1:] == [["progress", "r-2023-08-21", "2023-08-21", "ปลูกแล้ว"]]


@pytest.mark.parametrize("text", ["Café – “สวน” ²", "👷 คนงาน", "\u0e3b\u0e5c", "ก\ud800ข"])
def test_letters_without_a_byte_are_escaped(text: str) -> None:
    assert rows(card(1, text))[0][1] == text


def test_thai_takes_one_byte_a_letter() -> None:
    assert len(inflated(text_file(card(1, "", "ขยะ" * 100)))) < 400


@given(WORDS, WORDS)
def test_any_text_is_read_as_it_was_with_single_spaces(title: str, text: str) -> None:
    head, *passages = rows(card(1, title, text))
    assert head[1] == " ".join(title.split())
    assert [row[3] for row in passages] == [" ".join(text.split())]


def test_a_sheet_holds_every_text_once() -> None:
    one = sheet(card(1, "สวน", "ขยะ  ๑", "คลอง", "ขยะ  ๑"))
    body = bytes(one.body).decode("utf-16-le")
    assert (bytes(one.title).decode("utf-16-le"), body) == ("สวน\n", "สวน ขยะ 1 คลอง\n")
    assert len(units("👷")) == 2
