"""Writes a section's lines again, from the fields of its record and nothing else.

What the record does not keep has one form here: white space, the kind of a dash, the spelling of
sara am and of digits, ``ฯ`` behind a heading, how the number of a strategy's node is set off.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.dump.lines import Cited, Line, Span
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.indicators import Indicator, Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress, Report
from generator.sections.rationale import Rationale
from generator.sections.repeats import Repeats
from generator.sections.shape import Section
from generator.sections.steps import Plan, Step
from generator.sections.strategy import Node, Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units
from generator.thai.numerals import arabic


class Piece(NamedTuple):
    """A line, or the lines of one text."""

    line: int
    text: str


def identity(head: Identity) -> Iterator[Piece]:
    if head.code:
        yield piece(head.code, f"{head.title.value if head.title else ''} : {head.code.value}")
    if head.agency and head.fiscal_year:
        unit = f"{head.sub_unit.value} " if head.sub_unit else ""
        yield piece(head.agency, f"{unit}{head.agency.value} : ({head.fiscal_year.value})")
    if head.gauge:
        yield piece(head.gauge, head.gauge.value.written)
    if head.percent:
        yield piece(head.percent, f"ความคืบหน้าโครงการ ร้อยละ {head.percent.value.written}")
    for contact in head.contact:
        yield piece(contact, contact.value)


def evaluation(section: Evaluation) -> Iterator[Piece]:
    if section.quarter:
        written = section.quarter.value.written
        yield piece(section.quarter, f"*** สยป. ประเมินโครงการ : ไตรมาสที่ {written}")
    if section.score:
        yield piece(section.score, section.score.value.written)


def rationale(section: Rationale) -> Iterator[Piece]:
    yield from prose(section, "หลักการและเหตุผล")


def objectives(section: Objectives) -> Iterator[Piece]:
    yield from prose(section, "วัตถุประสงค์ของโครงการ")


def targets(section: Targets) -> Iterator[Piece]:
    yield from prose(section, "เป้าหมายของโครงการ")


def prose(section: Rationale | Objectives | Targets, words: str) -> Iterator[Piece]:
    yield from heading(section.heading, words)
    if section.text:
        yield piece(section.text, section.text.value)


def units(section: Units) -> Iterator[Piece]:
    yield piece(section.code, f"{section.code.value}/{section.second.value}")


def strategy(section: Strategy) -> Iterator[Piece]:
    yield from heading(section.heading, "สนับสนุนยุทธศาสตร์กรุงเทพมหานคร")
    for one in section.nodes:
        yield Piece(one.lines.first, node(one))


def node(one: Node) -> str:
    english = "" if one.english is None else f" : {one.english}"
    percent = "%" if one.ends_in_percent else ""
    return f"{one.numeral} {one.label}{english}{percent} |"


def progress(section: Progress) -> Iterator[Piece]:
    yield from heading(section.heading, "ผลการดำเนินงาน")
    for report in section.reports:
        yield from entry(report)


def entry(report: Report) -> Iterator[Piece]:
    percent, day = report.percent.value.written, report.day.value.written
    head = f"({report.number.value}) ความคืบหน้าโครงการ ร้อยละ {percent} ({day})"
    yield piece(report.number, head)
    if report.repeat:
        yield piece(report.repeat, report.repeat.value.written)
    if report.text:
        day_typed = f"{report.text_day.value.written} : " if report.text_day else ""
        yield piece(report.text, day_typed + report.text.value)
    if report.problem:
        yield piece(report.problem, f"** ปัญหาของโครงการ :{report.problem.value}")
    if report.obstacle:
        yield piece(report.obstacle, f"** อุปสรรคของโครงการ :{report.obstacle.value}")
    if report.closed:
        yield Piece(report.lines.last, "-&&&-")


def steps(section: Plan) -> Iterator[Piece]:
    yield from heading(section.heading, "แผนการดำเนินงาน")
    for one in section.steps:
        yield from step(one)


def step(one: Step) -> Iterator[Piece]:
    yield piece(one.number, f"ขั้นตอน {one.number.value}")
    if one.name:
        yield piece(one.name, f":{one.label} {one.name.value}")
    if one.weight:
        yield piece(one.weight, f":{one.weight.value.written}%")
    if one.start:
        yield piece(one.start, f"เริ่มต้น :{one.start.value.written}")
    if one.end:
        yield piece(one.end, f"สิ้นสุด :{one.end.value.written}")


def repeats(section: Repeats) -> Iterator[Piece]:
    for link in section.links:
        yield piece(link.code, f"{link.label.value} : {link.code.value}")


def indicators(section: Indicators) -> Iterator[Piece]:
    yield from heading(section.heading, "สนับสนุนตัวชี้วัดตามแผน")
    for one in section.indicators:
        yield from indicator(one)
        for quarter in one.quarters:
            for cell in (quarter.number, quarter.result, quarter.score):
                if cell:
                    yield piece(cell, cell.value.written)
            if quarter.pair:
                yield piece(quarter.pair, quarter.pair.value)


def indicator(one: Indicator) -> Iterator[Piece]:
    if one.code:
        yield piece(one.code, f"รายละเอียดเกี่ยวกับตัวชี้วัด : {one.code.value}")
    if one.name:
        yield piece(one.name, f"ตัวชี้วัด : {one.name.value}")
    if one.target and one.unit:
        text = f"ค่าเป้าหมาย {one.unit.value} : {one.target.value.written}"
        yield piece(one.target, text)
    if one.result and one.result_unit:
        text = f"ผลงานที่ทำได้ {one.result_unit.value} : {one.result.value.written}"
        yield piece(one.result, text)
    if one.type:
        yield piece(one.type, f"ประเภทตัวชี้วัด : {one.type.value}")
    if one.level:
        yield piece(one.level, one.level.value)
    if one.table_unit:
        yield piece(one.table_unit, f"({one.table_unit.value})")


def heading(at: Span | None, words: str) -> Iterator[Piece]:
    if at:
        yield Piece(at.first, words)


def piece(cited: Cited[Any], text: str) -> Piece:
    assert cited.lines is not None, "a reader only says what its lines say"
    return Piece(cited.lines.first, text)


WRITERS: Mapping[str, Callable[[Any], Iterable[Piece]]] = {
    "identity": identity,
    "evaluation": evaluation,
    "rationale": rationale,
    "units": units,
    "objectives": objectives,
    "targets": targets,
    "strategy": strategy,
    "progress": progress,
    "steps": steps,
    "repeats": repeats,
    "indicators": indicators,
}


def rebuilt(section: Section) -> tuple[Piece, ...]:
    """The section's lines, by number."""
    return tuple(sorted(WRITERS[section.kind](section), key=lambda one: one.line))


NODE = re.compile(r"^(?:ด้านที่)?(?P<numeral>[0-9]+(?:\.[0-9]+)*)\.?[–—-]?")
HEADINGS = re.compile(
    "(สนับสนุนยุทธศาสตร์กรุงเทพมหานคร|แผนการดำเนินงาน|สนับสนุนตัวชี้วัดตามแผน|ความคืบหน้าโครงการ)ฯ"
)


def bare(kind: str, text: str) -> str:
    """The text without what a record does not keep."""
    text = re.sub(r"\u0e4d([\u0e48-\u0e4b]?)า|([\u0e48-\u0e4b])\u0e4dา", r"\1\2ำ", arabic(text))
    text = re.sub(r"[–—-]+", "-", re.sub(r"\s", "", text))
    text = HEADINGS.sub(r"\1", text)
    if kind == "identity":
        return text.removeprefix("**")
    return NODE.sub(r"\g<numeral>", text, count=1) if kind == "strategy" else text


def alike(section: Section, claimed: Iterable[Line]) -> tuple[str, str]:
    """What the record says and what the lines say, in the form that must be equal."""
    kind = section.kind
    return (
        "".join(bare(kind, line) for one in rebuilt(section) for line in one.text.split("\n")),
        "".join(bare(kind, one.text) for one in claimed),
    )
