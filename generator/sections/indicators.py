"""สนับสนุนตัวชี้วัดตามแผนฯ: the indicators (ตัวชี้วัด), their targets and four quarters."""

from dataclasses import dataclass
from typing import ClassVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line, Span, on
from generator.sections.shape import (
    NUMBER,
    Figure,
    Reading,
    SectionType,
    figure,
    parted,
)
from generator.thai.text import fold, shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """One row of the quarter table."""

    number: Cited[Figure]
    """1 to 4 when all is well; quarter 1 is October to December."""
    result: Cited[Figure] | None = None
    score: Cited[Figure] | None = None
    """``None`` when the cell is blank."""
    pair: Cited[str] | None = None
    """``0 / 0``: two scores the source names 2.1 and 2.2 and explains nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Whether more is better is not given: never compute that a target was achieved."""

    code: Cited[str] | None = None
    """``5005-2075``; not in stripped copies."""
    name: Cited[str] | None = None
    unit: Cited[str] | None = None
    """As written, and often abused: ``ร้อยละ85``, ``100``, ``1,200 ชุมชน``."""
    target: Cited[Figure] | None = None
    result_unit: Cited[str] | None = None
    """The unit again, on the result's line."""
    result: Cited[Figure] | None = None
    """Written ``""`` when the field was left blank."""
    type: Cited[str] | None = None
    """ประเภทตัวชี้วัด: strategic (เชิงยุทธศาสตร์) or routine (งานประจำ)."""
    level: Cited[str] | None = None
    """Output (ผลผลิต) or outcome (ผลลัพธ์)."""
    table_unit: Cited[str] | None = None
    """The unit again, in the head of the quarter table."""
    quarters: tuple[Quarter, ...] = ()
    lines: Span


@dataclass(frozen=True, slots=True)
class Indicators:
    """Indicators in the order of the page."""

    kind: ClassVar[str] = "indicators"
    indicators: tuple[Indicator, ...]
    heading: Span | None


HEADING = shape(r"สนับสนุนตัวชี้วัดตามแผน(?:ฯ)?")
CODE = shape(r"รายละเอียดเกี่ยวกับตัวชี้วัด ?:(?P<code>.{0,100})")
NAME = shape(r"ตัวชี้วัด ?:(?P<name>.*)")
UNIT = r"[^:]{0,300}(?::[^:]{0,100}){0,3}"
# By their first character. The groups are the fields' names.
FIELDS = {
    "ร": (CODE,),
    "ต": (NAME, shape(r"(?P<level>ตัวชี้วัดระดับ.{0,200})")),
    "ค": (shape(rf"ค่าเป้าหมาย(?P<unit>{UNIT}):(?P<target>[^:]{{0,100}})"),),
    "ผ": (shape(rf"ผลงานที่ทำได้(?P<result_unit>{UNIT}):(?P<result>[^:]{{0,100}})"),),
    "ป": (
        shape(r"ประเภทตัวชี้วัด ?:(?P<type>(?:(?!ตัวชี้วัดระดับ).){0,200})(?P<level>ตัวชี้วัดระดับ.{0,200})?"),
    ),
    "(": (shape(r"\((?P<table_unit>.{0,300})\)"),),
}
FIGURES = ("target", "result")
PAIR = shape(r"(?P<pair>[0-9๐-๙.,]{1,20} ?/ ?[0-9๐-๙.,]{1,20})")

KINDS = ("ตัวชี้วัดเชิงยุทธศาสตร์", "ตัวชี้วัดงานประจำ")  # in the spelling that `fold` gives
LEVELS = ("ผลผลิต", "ผลลัพธ์")


def read(lines: tuple[Line, ...]) -> Reading:
    """Cut the block where each indicator begins, then read the indicators."""
    starts = [i for i, line in enumerate(lines) if begins(line, lines[i - 1] if i else None)]
    heading, stray, entries = parted(lines, starts, HEADING)
    indicators: list[Indicator] = []
    unclaimed = list(stray)
    odd: list[Diagnostic] = []
    for block in entries:
        indicator, left = one(block)
        indicators.append(indicator)
        unclaimed += left
        odd += oddities(indicator)
    return Reading(Indicators(tuple(indicators), heading), tuple(unclaimed), tuple(odd))


def begins(line: Line, before: Line | None) -> bool:
    """A code begins an indicator; so does a name, where no code stands right before it."""
    if ":" not in line.text:
        return False
    if CODE.fullmatch(line.text):
        return True
    after_code = before is not None and CODE.fullmatch(before.text) is not None
    return NAME.fullmatch(line.text) is not None and not after_code


Fields = dict[str, Cited[str] | Cited[Figure]]
Cells = dict[str, Cited[str] | Cited[Figure]]
"""Of one quarter, by the names of its fields."""
COLUMNS = ("result", "score")


def one(lines: tuple[Line, ...]) -> tuple[Indicator, tuple[Line, ...]]:
    """One indicator: its fields, its quarters, and the lines that are neither."""
    fields: Fields = {}
    rows: list[Cells] = []
    left: list[Line] = []
    last = lines[0].number
    for line in lines:
        told = told_by(line, fields)
        fields |= told
        if told or cell(rows, line):
            last = line.number
        else:
            left.append(line)
    at = Span(lines[0].number, last)
    quarters = tuple(Quarter(**row) for row in rows)  # type: ignore[arg-type]
    return Indicator(quarters=quarters, lines=at, **fields), tuple(left)  # type: ignore[arg-type]


def told_by(line: Line, known: Fields) -> Fields:
    """The fields that this line adds to those already known."""
    for pattern in FIELDS.get(line.text.lstrip()[:1], ()):
        found = pattern.fullmatch(line.text)
        groups = found.groupdict().items() if found else ()
        said = {name: text.strip() for name, text in groups if text is not None}
        if said and not known.keys() & said.keys():
            return {name: cited(name, text, on(line)) for name, text in said.items()}
    return {}


def cited(name: str, text: str, at: Span) -> Cited[str] | Cited[Figure]:
    """A field's value and its line."""
    return Cited(figure(text), at) if name in FIGURES else Cited(text, at)


def cell(rows: list[Cells], line: Line) -> bool:
    """Put a line into the quarter table: number, result, a score that may be blank, pair."""
    text, at = line.text.strip(), on(line)
    row = rows[-1] if rows and "pair" not in rows[-1] else None
    if "/" in text and (pair := PAIR.fullmatch(text)):
        if row is not None:
            row["pair"] = Cited(pair["pair"], at)
        return row is not None
    if not NUMBER.fullmatch(text):
        return False
    if row is None:
        rows.append({"number": Cited(figure(text), at)})
        return True
    column = next((one for one in COLUMNS if one not in row), None)
    if column:
        row[column] = Cited(figure(text), at)
    return column is not None


def oddities(indicator: Indicator) -> tuple[Diagnostic, ...]:
    """A type, level or quarter that no other indicator has; a target that is no number."""
    odd: list[Diagnostic] = []
    for cited, known in ((indicator.type, KINDS), (indicator.level, LEVELS)):
        told = fold(cited.value) if cited else ""
        if cited and cited.lines and told and not any(word in told for word in known):
            odd.append(Diagnostic("value-unknown", cited.lines.first, detail=cited.value))
    for quantity in (indicator.target, indicator.result):
        if quantity and quantity.lines and quantity.value.written and quantity.value.value is None:
            written = quantity.value.written
            odd.append(Diagnostic("number-unreadable", quantity.lines.first, detail=written))
    for quarter in indicator.quarters:
        if quarter.number.lines and quarter.number.value.value not in {1, 2, 3, 4}:
            written = quarter.number.value.written
            odd.append(Diagnostic("value-unknown", quarter.number.lines.first, detail=written))
    return tuple(odd)


TYPE = SectionType(Indicators.kind, opens=(HEADING, CODE, NAME), read=read)
