"""แผนการดำเนินงาน: the steps of a plan over the fiscal year."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.publish.project.charts.axis import Axis, axis, column, quarter_heads, share
from generator.sections.steps import Step


class Shape(StrEnum):
    """How a step is drawn."""

    SPAN = "span"
    DAY = "day"
    OUTSIDE = "outside"
    """All of it lies before or behind the fiscal year."""
    REVERSED = "reversed"
    """It ends before it starts: nothing is drawn."""
    NONE = "none"
    """No day, or none that can be read."""


class Lane(NamedTuple):
    """ขั้นตอน: one step over the fiscal year."""

    shape: Shape
    start: date | None
    """Where only one day is known, both are that day."""
    end: date | None
    left: Decimal
    width: Decimal
    is_cut_left: bool
    """It began before the fiscal year."""
    is_cut_right: bool
    """It goes on behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt:
    """แผนการดำเนินงาน: a lane for each step, in the plan's order."""

    year: int
    lanes: tuple[Lane, ...]
    labels: tuple[tuple[Decimal, tuple[int, int]], ...]
    """Of the axis: place, and calendar year C.E. with month, at the head of each quarter."""
    as_of: date | None
    """The day the record is of, where it lies in the year."""
    today: Decimal | None
    """Its place."""


def gantt(steps: tuple[Step, ...], year: int, as_of: date | None) -> Gantt | None:
    """The lanes of a plan in its fiscal year (B.E.); ``None`` where no step has a day."""
    along = axis(year)
    lanes = tuple(lane(step, along) for step in steps)
    if all(one.shape is Shape.NONE for one in lanes):
        return None
    inside = as_of if as_of and along.first <= as_of <= along.last else None
    return Gantt(
        year=year,
        lanes=lanes,
        labels=tuple(
            (share(column(along, head), along.days), (head.year, head.month))
            for head in quarter_heads(along)
        ),
        as_of=inside,
        today=share(column(along, inside), along.days) if inside else None,
    )


def lane(step: Step, along: Axis) -> Lane:
    """One step."""
    told = [day.value.value for day in (step.start, step.end) if day and day.value.value]
    start, end = (told[0], told[-1]) if told else (None, None)
    left = column(along, start) if start else 0
    right = min(column(along, end) + 1, along.days) if end else 0
    return Lane(
        shape=shape(start, end, along),
        start=start,
        end=end,
        left=share(left, along.days),
        width=share(max(right - left, 0), along.days),
        is_cut_left=start is not None and start < along.first,
        is_cut_right=end is not None and end > along.last,
    )


def shape(start: date | None, end: date | None, along: Axis) -> Shape:
    """How a step of these days is drawn."""
    if start is None or end is None:
        return Shape.NONE
    if end < start:
        return Shape.REVERSED
    if end < along.first or start > along.last:
        return Shape.OUTSIDE
    return Shape.DAY if start == end else Shape.SPAN
