"""Where one page ends and the next begins."""

import pytest

from generator.dump.lines import Line
from generator.dump.pages import pages

PAGE = "ความคืบหน้าโครงการ/กิจกรรม"
TITLE = "ปลูกต้นไม้ (2566) : 50990000-0001"
PERCENT = "ความคืบหน้าโครงการ ร้อยละ 10"
CLOSING = "** ผลการประเมินโครงการ (รายไตรมาส) **"


def starts(*texts: str) -> list[int]:
    """The first line of each page."""
    lines = tuple(Line(number, text) for number, text in enumerate(texts, start=1))
    cut = pages(lines)
    assert tuple(line for page in cut for line in page) == lines
    return [page[0].number for page in cut]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        ((PAGE, TITLE, CLOSING), [1]),
        (("", PAGE, TITLE, CLOSING), [1]),
        ((PAGE, TITLE, CLOSING, "", PAGE, TITLE, CLOSING), [1, 5]),
        ((PAGE, TITLE, PAGE, TITLE), [1, 3]),
        ((PERCENT, CLOSING, PERCENT, CLOSING, PERCENT), [1, 3, 5]),
        ((PAGE, TITLE, CLOSING, PERCENT, "x", CLOSING), [1, 4]),
        ((PERCENT, CLOSING, TITLE, PERCENT, CLOSING), [1, 3]),
        ((PERCENT, CLOSING, PAGE, TITLE, PERCENT, CLOSING), [1, 3]),
    ],
    ids=str,
)
def test_a_page_begins(texts: tuple[str, ...], first: list[int]) -> None:
    assert starts(*texts) == first


@pytest.mark.parametrize(
    "text",
    [
        PERCENT,
        TITLE,
        "ความคืบหน้าโครงการ/กิจกรรม ประจำเดือน",
        "ความคืบหน้าโครงการฯ ร้อยละ 10",
    ],
)
def test_the_same_words_inside_a_page_begin_none(text: str) -> None:
    assert starts(PAGE, TITLE, text, CLOSING) == [1]


def test_links_that_repeat_the_code_begin_none() -> None:
    link = "(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : 50990000-0001"
    assert starts(PAGE, TITLE, CLOSING, link) == [1]


def test_no_lines_are_one_page_without_any() -> None:
    assert pages(()) == ((),)
