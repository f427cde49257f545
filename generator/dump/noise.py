"""Furniture of the source page: lines that stand on every page and say nothing of a project."""

import re

from generator.thai.text import any_of, shape

PAGE_TITLE = shape(r"ความคืบหน้าโครงการ/กิจกรรม")
CLOSING = shape(r"\*\* ?ผลการประเมินโครงการ ?\(รายไตรมาส\) ?\*\*")

FURNITURE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("page title", PAGE_TITLE),
    ("link to the front page", shape(r"Back Home")),
    ("place of a chart that a script draws", shape(r"FusionCharts will render here")),
    ("link to the yearly plan and to printing", shape(r"ดูโครงการแผนปี(?:ฯ|/)? ?: ?(?:พิมพ์ข้อมูล)?")),
    ("head of the quarter table", shape(r"ไตรมาสที่|\(1 ?- ?4\)|\*ผลงาน\*|\*ผลประเมินตัวชี้วัด\*")),
    ("head of the quarter table, score", shape(r"\(\* ?2\.1 ?/ ?2\.2 ?\*\)")),
    # The quarterly chart that follows on the page is not text; this is a whole dump's last line.
    ("closing line", CLOSING),
)

ANY = any_of({"furniture": [pattern for _, pattern in FURNITURE]})


def is_page_title(text: str) -> bool:
    """True for the line that stands above a page."""
    return "/" in text and PAGE_TITLE.fullmatch(text) is not None


def is_closing(text: str) -> bool:
    """True for the last line of a whole page."""
    return "**" in text and CLOSING.fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """True for a line that says nothing of the project."""
    return ANY.fullmatch(text) is not None
