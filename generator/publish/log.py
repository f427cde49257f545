"""ผลการดำเนินงาน: the log as a page and its JSON list it, newest first, with stable anchors."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.dump.lines import Cited, Span
from generator.sections.progress import Progress, Report
from generator.sections.shape import Day, Figure
from generator.thai.calendar import buddhist
from generator.thai.numerals import arabic


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """One report, and only what differs of what it says twice."""

    anchor: str
    """``r-2023-09-07``; it stays when newer reports come."""
    number: int | None
    """As the source counts, where that is not its place in this list."""
    percent: Cited[Figure]
    day: Cited[Day]
    repeat: Cited[Figure] | None
    """The percent on its own line, where it differs."""
    text_day: Cited[Day] | None
    """The day the text begins with, unless it is the report's day in the usual form."""
    text: Cited[str] | None
    problem: Cited[str] | None
    obstacle: Cited[str] | None


@dataclass(frozen=True, slots=True)
class Reports:
    """ผลการดำเนินงาน, newest first."""

    kind: ClassVar[str] = "progress"
    reports: tuple[ShownReport, ...]
    heading: Span | None


def reports(section: Progress) -> Reports:
    """The log, newest first."""
    ordered = in_order(section.reports)
    shown = (
        shown_report(report, anchor, place)
        for place, (report, anchor) in enumerate(zip(ordered, anchors(ordered), strict=True), 1)
    )
    return Reports(tuple(shown), section.heading)


def in_order(found: tuple[Report, ...]) -> tuple[Report, ...]:
    """Newest first, of one day by number.

    A report whose day cannot be read goes with the one it stands behind on the page.
    """
    keys: dict[int, tuple[int, int, int]] = {}
    day = date.max
    for i, report in enumerate(found):
        day = report.day.value.value or day
        keys[i] = (-day.toordinal(), report.number.value, i)
    return tuple(found[i] for i in sorted(keys, key=lambda i: keys[i]))


def anchors(ordered: tuple[Report, ...]) -> tuple[str, ...]:
    """Counted from the oldest of a day, so that newer reports move no anchor."""
    seen: dict[str, int] = defaultdict(int)
    names: list[str] = []
    for report in reversed(ordered):
        name = report.day.value.value.isoformat() if report.day.value.value else "unknown"
        seen[name] += 1
        names.append(f"r-{name}" if seen[name] == 1 else f"r-{name}-{seen[name]}")
    return tuple(reversed(names))


def shown_report(report: Report, anchor: str, place: int) -> ShownReport:
    """One report at its place in the list, from 1."""
    repeat = report.repeat
    return ShownReport(
        anchor=anchor,
        number=None if report.number.value == place else report.number.value,
        percent=report.percent,
        day=report.day,
        repeat=repeat if repeat and repeat.value.value != report.percent.value.value else None,
        text_day=None if is_usual(report) else report.text_day,
        text=report.text,
        problem=report.problem,
        obstacle=report.obstacle,
    )


def is_usual(report: Report) -> bool:
    """Whether the text's day is the report's, typed as ``07/09/2566``."""
    day = report.day.value.value
    if report.text_day is None or day is None or report.text_day.value.value != day:
        return False
    typed = arabic(report.text_day.value.written).split("/")
    return [part.lstrip("0") for part in typed] == [
        str(part) for part in (day.day, day.month, buddhist(day.year))
    ]
