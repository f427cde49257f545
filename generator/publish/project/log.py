"""ผลการดำเนินงาน: the log as a page and its JSON list it, newest first, with stable anchors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from typing import ClassVar, NamedTuple

from generator.assess.plan import Point
from generator.dump.lines import Cited, Span
from generator.publish.project.charts.plot import Plot
from generator.sections.progress import Progress, Report
from generator.sections.shape import Day, Figure
from generator.thai.calendar import buddhist
from generator.thai.numerals import arabic
from generator.thai.text import fold

SILENCES = (None, "", "-", "ไม่มี")
"""Not in this copy, blank, a dash, the word."""


class Remark(NamedTuple):
    """What is unusual about how a report is written."""

    day: Cited[Day]
    """Of the report, which may be one of several with the same text."""
    number: int | None
    """As the source counts, where that is not its place in this list."""
    repeat: Cited[Figure] | None
    """The percent on its own line, where it differs."""
    text_day: Cited[Day] | None
    """The day the text begins with, unless it is the report's day in the usual form."""


class ShownReport(NamedTuple):
    """One report."""

    anchor: str
    """``r-2023-09-07``; it stays when newer reports come."""
    percent: Cited[Figure]
    day: Cited[Day]
    planned: Decimal | None
    difference: Decimal | None
    """Points, reported less planned."""
    has_fallen: bool
    """The report before it told more."""
    text: Cited[str] | None
    problem: Cited[str] | None
    obstacle: Cited[str] | None
    lines: Span
    """All of it."""
    is_one_silence: bool
    """Problem and obstacle are silent in the same way."""


class Run(NamedTuple):
    """Reports one after the other that say the same: the text is shown once."""

    reports: tuple[ShownReport, ...]
    """Newest first, at least one."""
    remarks: tuple[Remark, ...]
    is_one_problem: bool
    """Problem and obstacle, too, are the same in all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """ผลการดำเนินงาน, newest first."""

    kind: ClassVar[str] = "progress"
    runs: tuple[Run, ...]
    count: int
    repeated: int
    """Runs of two and more."""
    has_plan: bool
    """At least one report stands beside a planned percent."""
    plot: Plot | None
    """The chart of these figures."""
    heading: Span | None


def reports(section: Progress, points: Iterable[Point], plot: Plot | None) -> Reports:
    """The log, newest first; ``points`` are its figures beside the plan's, oldest first."""
    ordered = in_order(section.reports)
    known = {point.report.lines: point for point in points}
    fallen = fallen_at(known.values())
    names = dict(zip((one.lines for one in ordered), anchors(ordered), strict=True))
    places = {report.lines: place for place, report in enumerate(ordered, 1)}
    runs = tuple(
        Run(
            reports=tuple(
                shown_report(names[one.lines], known[one.lines], has_fallen=one.lines in fallen)
                for one in group
            ),
            remarks=tuple(remark for one in group for remark in remarks(one, places[one.lines])),
            is_one_problem=len({hindrances(one) for one in group}) == 1,
        )
        for group in runs_of(ordered)
    )
    return Reports(
        runs=runs,
        count=len(ordered),
        repeated=sum(len(run.reports) > 1 for run in runs),
        has_plan=any(point.planned is not None for point in known.values()),
        plot=plot,
        heading=section.heading,
    )


def in_order(found: tuple[Report, ...]) -> tuple[Report, ...]:
    """Newest first, of one day by number.

    A report whose day cannot be read goes with the one it stands behind on the page.
    """
    keys: list[tuple[int, int, int]] = []
    day = date.max
    for i, report in enumerate(found):
        day = report.day.value.value or day
        keys.append((-day.toordinal(), report.number.value, i))
    return tuple([found[i] for _, _, i in sorted(keys)])


def anchors(ordered: tuple[Report, ...]) -> tuple[str, ...]:
    """Counted from the oldest of a day, so that newer reports move no anchor."""
    seen: dict[str, int] = defaultdict(int)
    names: list[str] = []
    for report in reversed(ordered):
        name = report.day.value.value.isoformat() if report.day.value.value else "unknown"
        seen[name] += 1
        names.append(f"r-{name}" if seen[name] == 1 else f"r-{name}-{seen[name]}")
    return tuple(reversed(names))


def runs_of(ordered: tuple[Report, ...]) -> Iterator[tuple[Report, ...]]:
    """Neighbours of the same text together; one that says nothing stands alone."""
    texts = (fold(one.text.value) if one.text else "" for one in ordered)
    keys = ((text, 0 if text else place) for place, text in enumerate(texts))
    for _, group in groupby(zip(keys, ordered, strict=True), key=lambda pair: pair[0]):
        yield tuple(report for _, report in group)


def hindrances(report: Report) -> tuple[str | None, str | None]:
    """Problem and obstacle, whatever their spaces."""
    return folded(report.problem), folded(report.obstacle)


def folded(cited: Cited[str] | None) -> str | None:
    """What is said, whatever its spaces."""
    said = cited.value if cited else None
    return said if said in SILENCES else fold(said)


def fallen_at(points: Iterable[Point]) -> frozenset[Span]:
    """The reports that tell less than the one before them, by their lines; points oldest first."""
    told = ((one.reported, one.report.lines) for one in points if one.day)
    known = [(reported, lines) for reported, lines in told if reported is not None]
    return frozenset(lines for (before, _), (now, lines) in pairwise(known) if now < before)


def shown_report(anchor: str, point: Point, *, has_fallen: bool) -> ShownReport:
    """One report."""
    report = point.report
    return ShownReport(
        anchor=anchor,
        percent=report.percent,
        day=report.day,
        planned=point.planned,
        difference=point.difference,
        has_fallen=has_fallen,
        text=report.text,
        problem=report.problem,
        obstacle=report.obstacle,
        lines=report.lines,
        is_one_silence=is_one_silence(report),
    )


def is_one_silence(report: Report) -> bool:
    """Whether problem and obstacle say nothing, and say it alike."""
    problem, obstacle = hindrances(report)
    return problem == obstacle and problem in SILENCES


def remarks(report: Report, place: int) -> Iterator[Remark]:
    """At most one; ``place`` is that in the list, from 1."""
    number = None if report.number.value == place else report.number.value
    repeat = report.repeat
    if repeat and repeat.value.value == report.percent.value.value:
        repeat = None
    text_day = None if is_usual(report) else report.text_day
    if number is not None or repeat or text_day:
        yield Remark(report.day, number, repeat, text_day)


def is_usual(report: Report) -> bool:
    """Whether the text's day is the report's, typed as ``07/09/2566``."""
    day = report.day.value.value
    if report.text_day is None or day is None or report.text_day.value.value != day:
        return False
    typed = arabic(report.text_day.value.written).split("/")
    return [part.lstrip("0") for part in typed] == [
        str(part) for part in (day.day, day.month, buddhist(day.year))
    ]
