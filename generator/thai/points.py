"""ข้อ: a long official text, typed on one line with its numbering, as a lead and nested items.

What only looks like a number of a list stays where it is: a sequence counts when it begins at 1
(or n.1) and goes on by one. ด้านปริมาณ and ด้านคุณภาพ, where a text has both, begin anew. What
stands in brackets is never cut. No word is lost or moved: the lead, then each item's number, text
and items, are the text again but for white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.thai.numerals import arabic


@dataclass(frozen=True, slots=True)
class Item:
    """ข้อ: one item, and the items under it."""

    number: str
    """As written: ``1.``, ``(๒)``, ``3.1.1``, ``-``, or ``ด้านปริมาณ``."""
    text: str
    """Perhaps empty."""
    items: tuple["Item", ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the number is a name, such as ``ด้านปริมาณ``, too wide for a margin."""
        return any(word in self.number for word in SIDES)


@dataclass(frozen=True, slots=True)
class Points:
    """A text taken apart; without numbering it is all lead."""

    lead: str
    items: tuple[Item, ...] = ()


def points(text: str) -> Points:
    """Take a text apart at its inline numbering."""
    marks = tuple(found(text))
    places = sequences(marks)
    kept = counted(marks, places)
    parents = anchors(places, kept)
    ends = {}
    end = len(text)
    for at in reversed(kept):
        ends[at] = end
        end = marks[at].start
    under: dict[int | None, list[Item]] = {None: []}
    for at in reversed(kept):
        mark = marks[at]
        number, words = text[mark.start : mark.end], text[mark.end : ends[at]]
        items = tuple(reversed(under.pop(at, [])))
        under.setdefault(parents[at], []).append(Item(number.strip(), words.strip(), items))
    return Points(text[:end].strip(), tuple(reversed(under[None])))


# --- marks: what may begin an item

SIDES = ("ปริมาณ", "คุณภาพ")
SIDE = "(?:เป้าหมาย)?(?:ด้าน|เชิง)(?:ปริมาณ|คุณภาพ)"
FIGURE = "[0-9๐-๙]{1,3}"
LEVELS = rf"{FIGURE}(?:\.{FIGURE})"
NEXT = r"(?=\s+\S|[^\W\d_]|[\"“‘'(])"

MARK = re.compile(
    rf"""
    (?=[ดเ•–(0-9๐-๙-])  # most characters begin none of these, and are passed over at once
    (?:(?<!\S)|(?<=ปริมาณ)|(?<=คุณภาพ))
    (?:
        (?P<side>{SIDE}(?:\s*:)?)(?=\s|[(:0-9๐-๙•-]|$)
      | (?P<bullet>[•–-])(?=\s+[^\W\d_]|[^\W\d_]|\s+["“‘(])
      | (?P<number>
            \({LEVELS}{{0,4}}\){NEXT}
          | {LEVELS}{{0,4}}\){NEXT}
          | {LEVELS}{{1,4}}\.?{NEXT}
          | {FIGURE}\.{NEXT}
        )
        (?P<heading>\s*{SIDE}(?:\s*:)?(?=\s|[(:0-9๐-๙•-]|$))?
    )
    | \([^()]*\)        # (ฉบับที่ 2): its closing bracket ends no number
    """,
    re.VERBOSE,
)
WINDOW = 24
"""Characters before a mark that may tell that it is none."""

REFERS = re.compile(
    r"""(?:มาตรา|วรรค|หมายเลข|เลขที่|ร้อยละ|จำนวน|(?<!งบ)ประมาณ|(?<![0-9๐-๙]\s)ข้อ
    |(?:ฉบับ|ครั้ง|ลำดับ|ระยะ|ข้อ|รุ่น|ชั้น|กลุ่ม|ไตรมาส|ภาค|หมู่|อันดับ|งวด|ขั้นตอน|วัน)ที่)\s*\Z""",
    re.VERBOSE,
)
"""``ฉบับที่ 2.``: a number that names something else."""

ARTICLE = re.compile(r"(?:มาตรา|ข้อ)\s*[0-9๐-๙]+\s*\Z")
"""``มาตรา 48 (1)``: a bracket that names a paragraph of it."""

MEASURES = re.compile(r"(?:เฉลี่ย|คะแนน|ระดับ|กว่า|เกิน|เป็น|กว้าง|ยาว|สูง|ค่า|(?:ครั้ง|วัน|คน|แห่ง|ปี)ละ)\s*\Z")
UNIT = re.compile(
    r"""\s*(?:%|ล้าน|แสน|หมื่น|พัน(?!ธ)|บาท|เมตร|เซนติเมตร|กิโล|ตาราง(?:เมตร|กิโล|วา)|ตร\.|กม|ซม|ม\.|น\.
    |ไร่|ตัน|ลิตร|ลูกบาศก์|เท่า(?!เ)|ชั่วโมง|นาที|องศา|นิ้ว|เดซิเบล|คะแนน)""",
    re.VERBOSE,
)
"""``2.1 ล้านบาท``: what makes two levels a decimal."""

SPEAKS = re.compile(r"(?:ทั้ง|และ|หรือ|กับ|ใน)\s*\Z")
"""``ทั้ง ด้านปริมาณ และ ด้านคุณภาพ``: in a sentence."""

ANNOUNCES = re.compile(r"(?:[:\n]|ดังนี้|ได้แก่|คือ|เช่น|ประกอบด้วย)\s*\Z")
"""After these, or at the very beginning, a dash opens a list; elsewhere it joins two places."""

REACHES = re.compile(
    r"""[–-]\s*(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|ปัจจุบัน
    |วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)
    |(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค))""",
    re.VERBOSE,
)
"""``มกราคม - มีนาคม``: from one day to another."""


class Mark(NamedTuple):
    """What may begin an item."""

    start: int
    end: int
    kind: str
    """``side``, ``-``, ``•``, or how a number is written: ``.``, ``)``, ``()``."""
    levels: tuple[int, ...] = ()
    """``3.1.2`` → 3, 1, 2; none for what is not counted."""
    is_heading: bool = False
    """A side, or a number right before one."""
    is_adjacent: bool = False
    """Right after a heading."""
    announced: bool = False
    """A bullet that may be the first."""

    @property
    def above(self) -> tuple[int, ...]:
        """The levels that this number counts under."""
        return self.levels[:-1]


def found(text: str) -> Iterator[Mark]:
    """The marks of a text, in order, those that are surely something else left out."""
    hits = tuple(hit for hit in MARK.finditer(text) if hit.lastgroup and is_mark(hit))
    sides = {word for hit in hits if hit["side"] for word in SIDES if word in hit["side"]}
    last, was_heading = 0, False
    for hit in hits:
        if hit["side"] and len(sides) < len(SIDES):
            continue
        follows = not text[last : hit.start()].strip()
        yield mark(hit, follows=follows, adjacent=follows and was_heading)
        last, was_heading = hit.end(), bool(hit["side"] or hit["heading"])


def is_mark(hit: re.Match[str]) -> bool:
    """Tell whether the words around leave it possible."""
    if hit["side"]:
        return not before(hit, SPEAKS)
    if hit["bullet"]:
        return not REACHES.match(hit.string, hit.start())
    written = hit["number"]
    if before(hit, REFERS) or (written[0] == "(" and before(hit, ARTICLE)):
        return False
    if "." in written.rstrip(".") and written[-1] not in ".)":
        return not (UNIT.match(hit.string, hit.end()) or before(hit, MEASURES))
    return True


def before(hit: re.Match[str], words: re.Pattern[str]) -> bool:
    """Tell whether one of these words stands right before."""
    window = hit.string[max(hit.start() - WINDOW, 0) : hit.start()]
    return words.search(window) is not None


def mark(hit: re.Match[str], *, follows: bool, adjacent: bool) -> Mark:
    """What was found, by its kind."""
    if hit["side"]:
        return Mark(hit.start(), hit.end(), "side", is_heading=True)
    if hit["bullet"]:
        opens = hit["bullet"] == "•" or follows or before(hit, ANNOUNCES)
        return Mark(hit.start(), hit.end(), hit["bullet"], announced=opens)
    written = hit["number"]
    kind = "()" if written.startswith("(") else ")" if written.endswith(")") else "."
    levels = tuple(map(int, arabic(written).strip("().").split(".")))
    heading = bool(hit["heading"])
    return Mark(hit.start(), hit.end("number"), kind, levels, heading, adjacent)


# --- sequences: which marks go on from one another


class Place(NamedTuple):
    """Where a mark stands among the others."""

    run: int
    """Marks of one run count on from one another; a run is named by its first mark."""
    parent: int | None
    """The mark under which its run began."""


def sequences(marks: tuple[Mark, ...]) -> dict[int, Place]:
    """The place of each mark that begins a run or goes on with one."""
    places: dict[int, Place] = {}
    open_marks: list[int] = []
    """The last mark of each run that may go on, outermost first."""
    for at, one in enumerate(marks):
        depth = next_of(one, [marks[other] for other in open_marks])
        if depth is not None:
            places[at] = places[open_marks[depth]]
        elif begins(one):
            depth = beginning(one, [marks[other] for other in open_marks])
            if depth is None:
                continue
            places[at] = Place(at, open_marks[depth - 1] if depth else None)
        else:
            continue
        open_marks[depth:] = [at]
    return places


def next_of(one: Mark, opened: list[Mark]) -> int | None:
    """The innermost run that this mark goes on with, rather one of its own sort."""
    fits = [depth for depth, last in enumerate(opened) if goes_on(last, one)]
    same = [depth for depth in fits if opened[depth].is_heading == one.is_heading]
    return max(same or fits, default=None)


def goes_on(last: Mark, one: Mark) -> bool:
    """Tell whether ``one`` is the next after ``last``."""
    if last.kind != one.kind or last.above != one.above:
        return False
    return not one.levels or one.levels[-1] == last.levels[-1] + 1


def begins(one: Mark) -> bool:
    """Tell whether a run may begin here."""
    return one.levels[-1] == 1 if one.levels else one.announced or one.kind == "side"


def beginning(one: Mark, opened: list[Mark]) -> int | None:
    """How deep a new run lies; ``None`` if its number contradicts those above it."""
    if one.kind == "side":
        return 0
    for depth, last in enumerate(opened):
        if last.kind != one.kind:
            continue
        if last.above == one.above and last.is_heading == one.is_heading:
            return depth
        if len(last.levels) < len(one.levels) and last.above == one.above[: len(last.above)]:
            if last.levels != one.levels[: len(last.levels)]:
                return None
        elif last.above and last.above != one.above:
            return depth
    return len(opened)


def counted(marks: tuple[Mark, ...], places: dict[int, Place]) -> list[int]:
    """The marks that begin an item: of runs of two or more, or alone where it is plain."""
    longer = {place.run for at, place in places.items() if at != place.run}
    return [
        at
        for at, (run, parent) in places.items()
        if run in longer or marks[run].is_adjacent or is_third(marks, run, parent)
    ]


def is_third(marks: tuple[Mark, ...], run: int, parent: int | None) -> bool:
    """Tell whether it is a ``3.1.1`` under its ``3.1``: no decimal has three levels."""
    above = marks[run].above
    return len(above) > 1 and parent is not None and marks[parent].levels == above


def anchors(places: dict[int, Place], kept: list[int]) -> dict[int, int | None]:
    """The nearest kept mark above each kept one."""
    chosen = set(kept)
    nearest: dict[int | None, int | None] = {None: None}
    parents: dict[int, int | None] = {}
    for at, place in places.items():
        above = nearest[place.parent]
        nearest[at] = at if at in chosen else above
        parents[at] = above
    return parents
