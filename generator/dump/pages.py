"""Where one project page ends and the next begins, when a file holds several."""

import re
from typing import NamedTuple

from generator.dump.noise import is_closing, is_page_title
from generator.dump.privacy.marks import Mark
from generator.thai.text import shape

# A title with its code or, in stripped copies, the header's percent begins a page. In a log the
# same words are an officer's text, so they count only behind the closing line of a page.
TITLE = re.compile(r"(?!\s*\((?:ทดสอบ|คลิก)\)).{1,400}: ?[0-9๐-๙]{8}-[0-9๐-๙]{4}\s*")
PERCENT = shape(r"ความคืบหน้าโครงการ ร้อยละ(?: \S{1,40})?")
WORD = "โครงการ"
"""In all of these but ``TITLE``: a look for it spares most lines more."""
ABOVE, BELOW = "ความคืบหน้าโครงการ/กิจกรรม", "ผลการประเมินโครงการ"
"""In the line above a page, and in its closing line."""


class Page(NamedTuple):
    """Some lines of a file."""

    first: int
    """The number of the first of them, from 1."""
    text: str


def pages(text: str) -> tuple[Page, ...]:
    """The lines of each page; line numbers go on counting through the file."""
    if is_surely_one(text):
        return (Page(1, text),)
    lines = text.split("\n")
    starts = beginnings(lines)
    return tuple(
        Page(start + 1, "\n".join(lines[start:end]))
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def is_surely_one(text: str) -> bool:
    """Tell of most files that hold one page that they do, without a look at their lines."""
    closing = text.find(BELOW)
    is_below = closing >= 0 and text.find("\n", closing) >= 0
    return not is_below and text.find(ABOVE, 1) < 0 and Mark.PROJECT not in text


def beginnings(lines: list[str]) -> list[int]:
    """The places of the lines that begin a page, the first line's among them."""
    starts = [0]
    has_words = has_closed = False
    for i, text in enumerate(lines):
        if not text:
            continue
        if WORD not in text and not has_closed:
            has_words = True
            continue
        if has_words and begins(text, has_closed=has_closed):
            starts.append(i)
            has_closed = False
        elif is_closing(text):
            has_closed = True
        has_closed |= text == Mark.PROJECT
        has_words = True
    return starts


def begins(text: str, *, has_closed: bool) -> bool:
    """True for a line that only the head of a page has."""
    if text == Mark.PROJECT or is_page_title(text):
        return True
    return has_closed and (TITLE.fullmatch(text) is not None or PERCENT.fullmatch(text) is not None)
