"""Where one project page ends and the next begins, when a file holds several."""

import re

from generator.dump.lines import Line
from generator.dump.noise import is_closing, is_page_title
from generator.dump.privacy.marks import Mark
from generator.thai.text import shape

# A title with its code or, in stripped copies, the header's percent begins a page. In a log the
# same words are an officer's text, so they count only behind the closing line of a page.
TITLE = re.compile(r"(?!\s*\((?:ทดสอบ|คลิก)\)).{1,400}: ?[0-9๐-๙]{8}-[0-9๐-๙]{4}\s*")
PERCENT = shape(r"ความคืบหน้าโครงการ ร้อยละ(?: \S{1,40})?")
WORD = "โครงการ"
"""In all of these but ``TITLE``: a look for it spares most lines more."""


def pages(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page; line numbers go on counting through the file."""
    starts = [0]
    has_words = has_closed = False
    for i, line in enumerate(lines):
        text = line.text
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
    return tuple(
        lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def begins(text: str, *, has_closed: bool) -> bool:
    """True for a line that only the head of a page has."""
    if text == Mark.PROJECT or is_page_title(text):
        return True
    return has_closed and (TITLE.fullmatch(text) is not None or PERCENT.fullmatch(text) is not None)
