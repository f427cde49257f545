"""Where one page ends and the next begins."""

import pytest

from generator.dump.pages import Page, is_surely_one, pages
from generator.dump.privacy import Mark

PAGE = "ความคืบหน้าโครงการ/กิจกรรม"
TITLE = "ปลูกต้นไม้ (2566) : 50990000-0001"
PERCENT = "ความคืบหน้าโครงการ ร้อยละ 10"
CLOSING = "** ผลการประเมินโครงการ (รายไตรมาส) **"


def starts(*texts: str) -> list[int]:
    """The first line of each page."""
    cut = pages("\n".join(texts))
    assert "\n".join(page.text for page in cut) == "\n".join(texts)
    return [page.first for page in cut]


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
        ((TITLE, PAGE), [1, 2]),
        ((Mark.PROJECT, TITLE), [1, 2]),
        ((TITLE, Mark.PROJECT), [1, 2]),
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


def test_no_text_is_one_page_without_any() -> None:
    assert pages("") == (Page(1, ""),)


@pytest.mark.parametrize("above", [(PAGE, TITLE), (PERCENT,)])
def test_nobody_looks_at_the_lines_of_what_is_one_page(above: tuple[str, ...]) -> None:
    assert is_surely_one("\n".join((*above, "โครงการ/กิจกรรม", CLOSING)))
    assert not is_surely_one("\n".join((*above, CLOSING, "x")))
