"""ความคืบหน้าตามเวลา: what was reported against what was planned, over the fiscal year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.assess.assessment import Assessment
from generator.assess.plan import Curve, Slip
from generator.publish.project.charts import lines
from generator.publish.project.charts.axis import (
    FULL,
    Axis,
    axis,
    column,
    quarter_heads,
    share,
    tidy,
)
from generator.publish.project.charts.labels import Drawn, labels
from generator.publish.project.charts.lines import Level
from generator.publish.project.charts.placing import Label
from generator.publish.project.charts.story import Story, Told, read, stops, story
from generator.thai.calendar import fiscal_months, fiscal_year


class Mark(NamedTuple):
    """One report."""

    x: Decimal
    y: Decimal
    is_stop: bool
    """Its text cancels or pauses the project: a square."""
    is_held: bool
    """Its day lies outside the year or its percent outside 0 to 100: drawn at the edge."""


class Drop(NamedTuple):
    """A fall, marked half way down."""

    x: Decimal
    y: Decimal


class MonthMark(NamedTuple):
    """One month of the fiscal year, October first."""

    month: tuple[int, int]
    """Calendar year C.E. and month."""
    at: Decimal
    """Its middle."""
    state: str
    """It ``has`` a report, ``none``, or it is ``later`` than the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The chart and its story. Paths lie in a box of ``days`` by 100, 0 at the top."""

    year: int
    days: int
    quarters: tuple[int, ...]
    """Days before January, April and July."""
    months: tuple[MonthMark, ...]
    has_later: bool
    """Some of them are later than the record."""
    reported: str
    """``""`` where there is nothing to join."""
    planned: str
    gap: str
    """Where less was reported than planned."""
    falls: str
    """The upright strokes where reports fell."""
    late: str
    """The bracket from the plan's end to the report of 100 %."""
    marks: tuple[Mark, ...]
    drops: tuple[Drop, ...]
    as_of: Decimal | None
    """The day of the record, where it lies behind all reports and in the year."""
    as_of_day: date | None
    labels: tuple[Label, ...]
    story: Story


def plot(assessment: Assessment, year: int | None) -> Plot | None:
    """The chart of a project in its fiscal year (B.E.), or in that of its newest report.

    ``None`` where there is neither a report nor a plan to draw.
    """
    drawn = read(assessment.points, stops(assessment))
    if year is None and drawn:
        year = fiscal_year(drawn[-1].day)
    if year is None or not (drawn or isinstance(assessment.curve, Curve)):
        return None
    return drawing(assessment, axis(year), drawn)


def drawing(assessment: Assessment, over: Axis, drawn: tuple[Told, ...]) -> Plot:
    """The chart; there is a report or a plan."""
    told = lines.reported(drawn, over)
    plan = lines.planned(assessment.curve, over) if isinstance(assessment.curve, Curve) else ()
    tale = story(assessment, over, drawn)
    fallen = tuple(one for one in lines.upright(told) if one[3] > one[1])
    today = later(assessment.verdict.as_of, over, drawn)
    as_of = share(column(over, today), over.days) if today else None
    squares = tuple(months(over, drawn, tale))
    return Plot(
        year=fiscal_year(over.last),
        days=over.days,
        quarters=tuple(column(over, head) for head in quarter_heads(over)[1:]),
        months=squares,
        has_later=any(month.state == "later" for month in squares),
        reported=lines.path(told, told[-1].x) if len(told) > 1 else "",
        planned=lines.path(plan, over.days) if plan else "",
        gap=lines.gap(told, plan),
        falls="".join(f"M{x} {top}V{low}" for x, top, _, low in fallen),
        late=bracket(tale.slip, over) if tale.slip else "",
        marks=tuple(mark(one, level, over) for one, level in zip(drawn, told, strict=True)),
        drops=tuple(
            Drop(x, tidy((top + low) / 2)) for x, top, _, low in lines.in_percent(fallen, over)
        ),
        as_of=as_of,
        as_of_day=today,
        labels=labels(Drawn(drawn, told, plan, tale, as_of), over),
        story=tale,
    )


def mark(report: Told, level: Level, over: Axis) -> Mark:
    """One report."""
    inside = over.first <= report.day <= over.last and 0 <= report.reported <= FULL
    return Mark(share(level.x, over.days), level.y, report.is_stop, not inside)


def later(as_of: date | None, over: Axis, drawn: tuple[Told, ...]) -> date | None:
    """The day of the record, where it tells how much of the year was still to come."""
    if as_of is None or not over.first <= as_of < over.last:
        return None
    return as_of if all(one.day < as_of for one in drawn) else None


def bracket(slip: Slip, over: Axis) -> str:
    """Above the chart, from the plan's end to the day it was reported done."""
    return f"M{column(over, slip.planned_end)} -2V-6H{column(over, slip.finished)}V-2"


def months(over: Axis, drawn: tuple[Told, ...], tale: Story) -> Iterator[MonthMark]:
    """The squares under the chart."""
    told = {(one.day.year, one.day.month) for one in drawn}
    for month, middle in middles(over):
        state = "has" if month in told else "none" if month in tale.silent else "later"
        yield MonthMark(month, middle, state)


@cache
def middles(over: Axis) -> tuple[tuple[tuple[int, int], Decimal], ...]:
    """Where each month of the year has its middle."""
    return tuple(
        (month, share(Decimal(opens + nearly + 2) / 2, over.days))
        for month in fiscal_months(fiscal_year(over.last))
        for opens, nearly in [[column(over, date(*month, day)) for day in (1, 28)]]
    )
