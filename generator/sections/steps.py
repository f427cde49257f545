"""แผนการดำเนินงานฯ: the work plan's steps (ขั้นตอน), their weights and days."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line, Span, on
from generator.sections.shape import (
    Day,
    Figure,
    Reading,
    SectionType,
    figure,
    iso_day,
    joined,
    parted,
)
from generator.thai.text import shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A field is ``None`` where the step has no such line."""

    number: Cited[int]
    label: str
    """The number the officer typed before the name, ``1.``; ``""`` when there is none."""
    name: Cited[str] | None
    weight: Cited[Figure] | None
    """Share of the whole in percent; all steps should sum to 100."""
    start: Cited[Day] | None
    end: Cited[Day] | None
    """Often the same day as the start."""
    lines: Span


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in the order of the page."""

    kind: ClassVar[str] = "steps"
    steps: tuple[Step, ...]
    heading: Span | None


HEADING = shape(r"แผนการดำเนินงาน(?:ฯ)?")
STEP = shape(r"ขั้นตอน ?(?P<number>[0-9๐-๙]{1,4})")
WEIGHT = shape(r": ?(?P<weight>[0-9๐-๙.,-]{0,20}) ?%")
START = shape(r"เริ่มต้น ?:(?P<day>.{0,60})")
END = shape(r"สิ้นสุด ?:(?P<day>.{0,60})")
# ":1. name"; in ":2.1 name" and ":1.5 กม." the figures belong to the name
NAME = shape(r":(?P<label>[0-9๐-๙]{1,3}[.)](?![0-9๐-๙]) ?)?(?P<name>.*)")


def read(lines: tuple[Line, ...]) -> Reading:
    """Cut the block at each step's number, then read the steps."""
    heads = [i for i, line in enumerate(lines) if STEP.fullmatch(line.text)]
    heading, stray, entries = parted(lines, heads, HEADING)
    steps: list[Step] = []
    unclaimed = list(stray)
    odd: list[Diagnostic] = []
    for block in entries:
        step, left = one(block)
        steps.append(step)
        unclaimed += left
        odd += oddities(step)
    return Reading(Plan(tuple(steps), heading), tuple(unclaimed), tuple(odd))


def one(lines: tuple[Line, ...]) -> tuple[Step, tuple[Line, ...]]:
    """One step, and the lines behind its last field."""
    head, *rest = lines
    found = STEP.fullmatch(head.text)
    assert found is not None  # noqa: S101  the caller cut at this very pattern
    weight: Cited[Figure] | None = None
    days: dict[str, Cited[Day]] = {}
    name: list[Line] = []
    left: list[Line] = []
    last = head
    for line in rest:
        at = on(line)
        if weight is None and (share := WEIGHT.fullmatch(line.text)):
            weight = Cited(figure(share["weight"]), at)
        elif "start" not in days and (day := START.fullmatch(line.text)):
            days["start"] = Cited(iso_day(day["day"].strip()), at)
        elif "end" not in days and (day := END.fullmatch(line.text)):
            days["end"] = Cited(iso_day(day["day"].strip()), at)
        elif weight is None and not days and (name or NAME.fullmatch(line.text)):
            name.append(line)  # a long name may run over several lines
        else:
            left.append(line)
            continue
        last = line
    label, text = named(tuple(name))
    step = Step(
        number=Cited(int(found["number"]), on(head)),
        label=label,
        name=text,
        weight=weight,
        start=days.get("start"),
        end=days.get("end"),
        lines=Span(head.number, last.number),
    )
    return step, tuple(left)


def named(lines: tuple[Line, ...]) -> tuple[str, Cited[str] | None]:
    """The typed number and the name behind it."""
    if not lines:
        return "", None
    found = NAME.fullmatch(lines[0].text)
    assert found is not None  # noqa: S101  the name began at this very pattern
    whole = joined((Line(lines[0].number, found["name"]), *lines[1:]))
    return (found["label"] or "").strip(), whole._replace(value=whole.value.strip("\n"))


def oddities(step: Step) -> Iterator[Diagnostic]:
    """A weight that is no number, days that are no days; an empty day is only a silence."""
    if step.weight and step.weight.lines and step.weight.value.value is None:
        written = step.weight.value.written
        yield Diagnostic("number-unreadable", step.weight.lines.first, detail=written)
    for day in (step.start, step.end):
        if day and day.lines and day.value.value is None and day.value.written:
            yield Diagnostic("day-unreadable", day.lines.first, detail=day.value.written)


TYPE = SectionType(Plan.kind, opens=(HEADING, STEP), read=read)
