"""แผนเทียบกับที่รายงาน: what the plan's steps make due by a day, and what was reported on it.

Planned progress is a step function: a step's weight is due on the step's last day, not before.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate, takewhile
from typing import NamedTuple

from generator.assess.thresholds import THRESHOLDS
from generator.dump.lines import Span
from generator.project import Copy
from generator.sections.progress import Progress, Report
from generator.sections.steps import Plan, Step

WHOLE = Decimal(100)


class NoCurve(StrEnum):
    """Why there is no planned progress."""

    NOT_IN_COPY = "not-in-copy"
    """This copy does not hold the plan; nothing is said about the plan itself."""
    NO_STEPS = "no-steps"
    """Nothing stands under the plan's heading."""
    WEIGHTS = "weights"
    """A weight is missing, no number or below 0, or they do not sum to 100."""
    DAYS = "days"
    """A step's last day is missing or no day."""


class Due(NamedTuple):
    """What is due in all when one more step has ended."""

    day: date
    planned: Decimal
    """0 to 100, this step's weight included."""
    lines: Span
    """The step's."""


class Curve(NamedTuple):
    """Planned progress: 0 before the first step's last day, 100 from the last one's on."""

    steps: tuple[Due, ...]
    """By day, on the same day in page order; never empty."""
    end: date
    """The day on which all is due."""
    lines: Span
    """From the first step to the last."""


def curve(copy: Copy, tolerance: Decimal = THRESHOLDS.weights_tolerance) -> Curve | NoCurve:
    """The plan of this copy; weights that miss 100 by more than ``tolerance`` make none."""
    plan = copy.section(Plan)
    if plan is None or not plan.steps:
        return NoCurve.NO_STEPS if plan and plan.heading else NoCurve.NOT_IN_COPY
    weights = tuple(map(weight, plan.steps))
    known = tuple(one for one in weights if one is not None and one >= 0)
    if len(known) < len(weights) or abs(sum(known) - WHOLE) > tolerance:
        return NoCurve.WEIGHTS
    ends = tuple(map(last_day, plan.steps))
    days = tuple(day for day in ends if day is not None)
    if len(days) < len(ends):
        return NoCurve.DAYS
    lines = Span(plan.steps[0].lines.first, plan.steps[-1].lines.last)
    ended = sorted(zip(days, known, plan.steps, strict=True), key=lambda one: one[0])
    return Curve(tuple(due(ended)), ended[-1][0], lines)


def weight(step: Step) -> Decimal | None:
    """The step's share of the whole in percent."""
    return step.weight.value.value if step.weight else None


def last_day(step: Step) -> date | None:
    """The day on which the step is to end."""
    return step.end.value.value if step.end else None


def due(ended: list[tuple[date, Decimal, Step]]) -> Iterator[Due]:
    """The steps' weights added up; what they miss of 100 all together, the last one makes up."""
    sums = tuple(accumulate(share for _, share, _ in ended))
    for (day, _, step), reached in zip(ended, sums, strict=True):
        yield Due(day, WHOLE if reached == sums[-1] else min(reached, WHOLE), step.lines)


def planned_on(curve: Curve, day: date) -> Decimal:
    """Percent due by the end of that day, 0 to 100."""
    passed = [one.planned for one in curve.steps if one.day <= day]
    return passed[-1] if passed else Decimal(0)


class Point(NamedTuple):
    """One report beside the plan."""

    report: Report
    day: date | None
    """``None`` when the entry's day is unreadable."""
    reported: Decimal | None
    """As typed, so perhaps above 100; ``None`` when unreadable."""
    planned: Decimal | None
    """Due on that day; ``None`` without a curve or a day."""
    difference: Decimal | None
    """Points, reported less planned: below 0 is behind the plan."""


def points(copy: Copy, curve: Curve | NoCurve) -> tuple[Point, ...]:
    """Every report once, oldest first; those of unreadable days last, in page order."""
    log = copy.section(Progress)
    every = tuple(point(report, curve) for report in log.reports) if log else ()
    # The page has the newest first, so of two on one day the lower one is older.
    dated = ((one.day, one) for one in reversed(every) if one.day)
    undated = (one for one in every if not one.day)
    return (*(one for _, one in sorted(dated, key=lambda pair: pair[0])), *undated)


def point(report: Report, curve: Curve | NoCurve) -> Point:
    """A report beside what is due on its day."""
    day, reported = report.day.value.value, report.percent.value.value
    planned = planned_on(curve, day) if isinstance(curve, Curve) and day else None
    difference = None if reported is None or planned is None else reported - planned
    return Point(report, day, reported, planned, difference)


class Slip(NamedTuple):
    """The day of completion, as reported, against the plan's end."""

    days: int
    """Above 0 late, 0 on the day, below 0 early."""
    finished: date
    planned_end: date
    report_lines: Span
    plan_lines: Span
    """Of the step that ends last."""


def slip(points: tuple[Point, ...], curve: Curve | NoCurve) -> Slip | None:
    """From the first report of 100 or more that no later one takes back; ``None`` if none."""
    if not isinstance(curve, Curve):
        return None
    told = [
        (one.day, one.reported, one.report)
        for one in points
        if one.day and one.reported is not None
    ]
    done = list(takewhile(lambda one: one[1] >= WHOLE, reversed(told)))
    if not done:
        return None
    finished, _, report = done[-1]
    days = (finished - curve.end).days
    return Slip(days, finished, curve.end, report.lines, curve.steps[-1].lines)
