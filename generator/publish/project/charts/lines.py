"""Step lines and the area between two of them, as paths in a box of the year's days by 100."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.assess.plan import Curve
from generator.publish.project.charts.axis import FULL, Axis, column, share, within
from generator.publish.project.charts.placing import Stroke
from generator.publish.project.charts.story import Told


class Level(NamedTuple):
    """From this column on, this far from the top."""

    x: int
    y: Decimal


class Piece(NamedTuple):
    """Between two columns: the plan's place and that of what was reported."""

    left: int
    right: int
    plan: Decimal
    reported: Decimal


def height(percent: Decimal) -> Decimal:
    """A percent as its distance from the top."""
    return FULL - within(percent)


def reported(points: Iterable[Told], along: Axis) -> tuple[Level, ...]:
    """One level a report, oldest first."""
    return tuple(Level(column(along, one.day), height(one.reported)) for one in points)


def planned(curve: Curve, along: Axis) -> tuple[Level, ...]:
    """The plan from the first day of the year; steps due behind the year are not in it."""
    dues = (due for due in curve.steps if due.day <= along.last)
    steps = (Level(column(along, due.day), height(due.planned)) for due in dues)
    return (Level(0, FULL), *steps)


def path(levels: tuple[Level, ...], end: int) -> str:
    """The step line up to the column ``end``."""
    x, y = levels[0]
    parts = [f"M{x} {y}"]
    for level in levels[1:]:
        if level.y != y:
            parts.append(f"{across(x, level.x)}V{level.y}")
            x, y = level
    return "".join([*parts, across(x, end)])


def across(left: int, right: int) -> str:
    """A level stretch, if there is any."""
    return f"H{right}" if right > left else ""


def flat(levels: tuple[Level, ...], end: int) -> tuple[Stroke, ...]:
    """The level stretches, left to right."""
    ends = (*(level.x for level in levels[1:]), end)[: len(levels)]
    return tuple(
        (Decimal(level.x), level.y, Decimal(right), level.y)
        for level, right in zip(levels, ends, strict=True)
        if right > level.x
    )


def upright(levels: tuple[Level, ...]) -> tuple[Stroke, ...]:
    """The steps between them."""
    return tuple(
        (Decimal(after.x), before.y, Decimal(after.x), after.y)
        for before, after in pairwise(levels)
        if before.y != after.y
    )


def in_percent(strokes: Iterable[Stroke], along: Axis) -> tuple[Stroke, ...]:
    """Columns as per cent of the chart's width."""
    days = along.days
    return tuple([(share(x1, days), y1, share(x2, days), y2) for x1, y1, x2, y2 in strokes])


def gap(told: tuple[Level, ...], plan: tuple[Level, ...]) -> str:
    """The areas where less was reported than planned, from the first report to the last."""
    found = groupby(pieces(told, plan), key=lambda piece: piece.plan < piece.reported)
    return "".join(outline(tuple(run)) for is_below, run in found if is_below)


def pieces(told: tuple[Level, ...], plan: tuple[Level, ...]) -> Iterator[Piece]:
    """Both lines, cut wherever one of them has a step."""
    if not told or not plan:
        return
    inside = range(told[0].x, told[-1].x + 1)
    cuts = sorted({level.x for level in (*told, *plan) if level.x in inside})
    for left, right in pairwise(cuts):
        yield Piece(left, right, at(plan, left), at(told, left))


def at(levels: tuple[Level, ...], x: int) -> Decimal:
    """The line's place behind a column; the first level reaches back to the left."""
    return next((level.y for level in reversed(levels) if level.x <= x), levels[0].y)


def outline(run: tuple[Piece, ...]) -> str:
    """One area: along the plan, and back along what was reported."""
    there = tuple(Level(piece.left, piece.plan) for piece in run)
    steps = "".join(f"V{piece.reported}H{piece.left}" for piece in reversed(told(run)))
    return f"{path(there, run[-1].right)}{steps}Z"


def told(run: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces where the reported line begins another level."""
    steps = (after for before, after in pairwise(run) if after.reported != before.reported)
    return (run[0], *steps)
