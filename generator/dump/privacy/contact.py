"""ผู้ติดต่อ: where the contact line stands.

It stands below the header's percent and above ``ดูโครงการแผนปีฯ``. Copies without a header may
lack either or both, so it is looked for from each line that it may stand beside.
"""

import re
from collections.abc import Iterator

from generator.dump.privacy.marks import MARKED
from generator.dump.privacy.writing import BLANK

PERCENT = re.compile(rf"{BLANK}*ความคืบหน้าโครงการ{BLANK}*ร้อยละ{BLANK}*[\d.,]*{BLANK}*%?")
PLAN = re.compile(f"{BLANK}*ดูโครงการแผน[^:]{{0,16}}:{BLANK}*(?:พิมพ์ข้อมูล)?")
BELOW = re.compile(rf"{BLANK}*(?:ดูโครงการแผน|\*\*\*|หลักการและเหตุผล{BLANK}*\Z)")
FIGURE = re.compile(r"(?:\d{1,3}|\d*\.\d+)? ?%?")
"""A blank line, the gauge or a score; four digits are an extension."""
OTHER = re.compile(
    rf"""{BLANK}*(?:
    ดูโครงการแผน|ความคืบหน้าโครงการ|หลักการและเหตุผล|วัตถุประสงค์|เป้าหมาย|สนับสนุน|ผลการดำเนินงาน
    |แผนการดำเนินงาน|ด้าน(?:ที่|ปริมาณ|คุณภาพ)|ตัวชี้วัด|รายละเอียดเกี่ยวกับ|ขั้นตอน|เริ่มต้น|สิ้นสุด
    |Back\ Home|FusionCharts|\*\*\*|\*\*\ (?:ปัญหา|อุปสรรค|ผลการประเมิน)|---|:\d|\(\d+\)\ ความ
    |\((?:ทดสอบ|คลิก)|[\d.]+\)?\ *เพื่อ|\d\d?/\d\d?/|\d{{8}}/\d{{8}}
    |[^\n]*:{BLANK}*(?:\d{{8}}-\d{{4}}|\(2[45]\d\d\)){BLANK}*\Z|[^\n]*\|{BLANK}*\Z)""",
    re.VERBOSE,
)
"""Lines of a dump that are never the contact line."""
LANDMARK = re.compile(
    rf"\n(?:(?P<units>[0-9]{{8}}/[0-9]{{8}})"
    rf"|(?:[ \t\u00a0]{BLANK}*)?(?:ความคืบหน้าโครงการ|ดูโครงการแผน|\*\*\*|หลักการและเหตุผล))"
)
"""How those begin that a contact stands beside."""

LONG = 150
"""A line of so many characters is a field of prose."""
LONG_WITHHELD = 90
"""The same where something was withheld before: what is left, marks not counted."""
MOST_LINES = 3
FARTHEST = 12
"""How many lines away from its neighbour a contact line may stand, blank ones included."""

Stretch = tuple[int, int]
"""The index of a line, and the column in it from which on it is contact."""


def stretches(text: str, lines: list[str]) -> set[Stretch]:
    """Find what stands in the place of a contact, in any number of dumps in one file."""
    found: set[Stretch] = set()
    line = at = 0
    for mark in LANDMARK.finditer(f"\n{text}"):
        line += text.count("\n", at, mark.start())
        at = mark.start()
        found.update(above_prose(lines, line) if mark["units"] else beside(lines, line))
    return found


def beside(lines: list[str], index: int) -> Iterator[Stretch]:
    """The contact of one line that is its neighbour, on that line or on others."""
    line = lines[index]
    percent = PERCENT.match(line)
    label = percent or PLAN.match(line)
    if label and line[label.end() :].strip() and not is_prose(line):
        yield index, label.end()
    if percent:
        yield from walk(lines, range(index + 1, min(len(lines), index + FARTHEST)))
    if BELOW.match(line):
        yield from walk(lines, range(index - 1, max(-1, index - FARTHEST), -1))


def above_prose(lines: list[str], index: int) -> Iterator[Stretch]:
    """The contact above a rationale that has no heading, no header and no evaluation above it."""
    for place in range(index - 1, max(-1, index - FARTHEST), -1):
        if lines[place].strip():
            if is_prose(lines[place]):
                yield from walk(lines, range(place - 1, max(-1, place - FARTHEST), -1))
            return


def walk(lines: list[str], places: range) -> Iterator[Stretch]:
    """Give the lines from one neighbour on, until a line that is no contact."""
    count = 0
    for place in places:
        line = lines[place]
        if FIGURE.fullmatch(line.strip()):
            continue
        if count == MOST_LINES or is_prose(line) or OTHER.match(line):
            return
        count += 1
        yield place, 0


def is_prose(line: str) -> bool:
    """Tell whether a line is too long for a contact."""
    if MARKED.search(line):
        return len(MARKED.sub("", line)) >= LONG_WITHHELD
    return len(line) >= LONG
