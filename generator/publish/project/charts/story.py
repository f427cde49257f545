"""What the chart of progress shows, in numbers: for its caption and for those who do not see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.assess.assessment import Assessment
from generator.assess.plan import Curve, Due, NoCurve, Point, Slip
from generator.dump.lines import Span
from generator.publish.project.charts.axis import FULL, NONE, Axis
from generator.thai.calendar import fiscal_months, fiscal_year


class Told(NamedTuple):
    """A report whose day and percent can be read."""

    day: date
    reported: Decimal
    planned: Decimal | None
    difference: Decimal | None
    """In points, below 0 when less than planned was reported."""
    is_stop: bool
    """Its text cancels or pauses the project."""


class Fall(NamedTuple):
    """A report below the one before it."""

    day: date
    before: Decimal
    after: Decimal

    @property
    def points(self) -> Decimal:
        """How far it fell."""
        return self.before - self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Counts, days and figures."""

    kind: str
    """What the caption says first: ``none``, ``one``; against a plan ``below-all``, ``below``,
    ``kept``; else ``fell``, ``level``, ``rose``."""
    reports: int
    first: Told | None
    last: Told | None
    compared: int
    """Reports that a plan stands against."""
    below: int
    worst: Told | None
    """The report farthest below the plan, the first of several."""
    falls: tuple[Fall, ...]
    dues: tuple[Due, ...]
    plan_end: date | None
    """Only where it lies behind the fiscal year."""
    slip: Slip | None
    """Only when late."""
    silent: tuple[tuple[int, int], ...]
    """Months of the fiscal year without a report, up to the day of the record."""
    outside: tuple[Told, ...]
    """Of days before or behind the fiscal year."""
    beyond: tuple[Told, ...]
    """Percents below 0 or above 100."""
    unreadable: int
    """Reports without a day or a percent."""
    stop: str
    """``cancelled`` or ``paused`` where a report says so, else ``""``."""
    stopped_on: date | None
    """Of the first report that says so."""
    no_plan: str
    """The name of the ``NoCurve``, or ``""``."""


def read(points: Iterable[Point], stops: tuple[Span, ...]) -> tuple[Told, ...]:
    """The reports that can be drawn, oldest first."""
    return tuple(
        Told(one.day, one.reported, one.planned, one.difference, is_told_by(stops, one))
        for one in points
        if one.day is not None and one.reported is not None
    )


def is_told_by(spans: tuple[Span, ...], point: Point) -> bool:
    """Whether one of these lines is a line of the report."""
    own = point.report.lines
    return any(span.first <= own.last and span.last >= own.first for span in spans)


def stops(assessment: Assessment) -> tuple[Span, ...]:
    """The lines that cancel or pause the project."""
    verdict = assessment.verdict
    return verdict.evidence if verdict.meaning == "stop" else ()


def story(assessment: Assessment, along: Axis, drawn: tuple[Told, ...]) -> Story:
    """Tell what is drawn."""
    curve, slip = assessment.curve, assessment.verdict.slip
    compared = [one for one in drawn if one.difference is not None]
    below = [one for one in compared if one.difference is not None and one.difference < 0]
    stopped = [one.day for one in drawn if one.is_stop]
    return Story(
        kind=kind(drawn, len(compared), len(below)),
        reports=len(drawn),
        first=drawn[0] if drawn else None,
        last=drawn[-1] if drawn else None,
        compared=len(compared),
        below=len(below),
        worst=min(below, key=lambda one: one.difference or NONE, default=None),
        falls=falls(drawn),
        dues=curve.steps if isinstance(curve, Curve) else (),
        plan_end=curve.end if isinstance(curve, Curve) and curve.end > along.last else None,
        slip=slip if slip and slip.days > 0 else None,
        silent=silent(along, drawn, assessment.verdict.as_of),
        outside=tuple(one for one in drawn if not along.first <= one.day <= along.last),
        beyond=tuple(one for one in drawn if not 0 <= one.reported <= FULL),
        unreadable=len(assessment.points) - len(drawn),
        stop=assessment.verdict.status if stopped else "",
        stopped_on=min(stopped, default=None),
        no_plan=curve.name if isinstance(curve, NoCurve) else "",
    )


def kind(drawn: tuple[Told, ...], compared: int, below: int) -> str:
    """What the caption says first."""
    if len(drawn) < 2:  # noqa: PLR2004  a line has two ends
        return "one" if drawn else "none"
    if compared:
        return "kept" if not below else "below-all" if below == compared else "below"
    if falls(drawn):
        return "fell"
    return "level" if drawn[0].reported == drawn[-1].reported else "rose"


def falls(drawn: tuple[Told, ...]) -> tuple[Fall, ...]:
    """Each report below the one before it, oldest first."""
    return tuple(
        Fall(after.day, before.reported, after.reported)
        for before, after in pairwise(drawn)
        if after.reported < before.reported
    )


def silent(along: Axis, drawn: tuple[Told, ...], as_of: date | None) -> tuple[tuple[int, int], ...]:
    """Months without a report; those later than the record are not silent."""
    told = {(one.day.year, one.day.month) for one in drawn}
    until = (as_of.year, as_of.month) if as_of else (along.last.year, along.last.month)
    months = fiscal_months(fiscal_year(along.last))
    return tuple(month for month in months if month not in told and month <= until)
