"""Which words stand in the chart of progress, and where each of them could stand."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from generator.publish.project.charts import lines
from generator.publish.project.charts.axis import FULL, Axis, column, share, tidy
from generator.publish.project.charts.lines import Level
from generator.publish.project.charts.placing import (
    Anchor,
    Label,
    Spot,
    Wanted,
    along,
    around,
    place,
)
from generator.publish.project.charts.story import Story, Told


class Drawn(NamedTuple):
    """What labels stand beside and should not cover."""

    reports: tuple[Told, ...]
    told: tuple[Level, ...]
    """One for each report."""
    plan: tuple[Level, ...]
    story: Story
    as_of: Decimal | None
    """Per cent from the left."""


MOST_FALLS = 3
"""Labelled; all are marked."""

BESIDE: tuple[tuple[int, Anchor], ...] = ((12, "start"), (-12, "end"))
"""To the right and to the left of a mark."""


def labels(drawn: Drawn, over: Axis) -> tuple[Label, ...]:
    """The words in the chart."""
    told, plan = drawn.told, drawn.plan
    steps = lines.upright(told)
    dots = [(Decimal(x), y) for x, y in told]
    dots += [(x, tidy((top + low) / 2)) for x, top, _, low in steps if low > top]
    strokes = (
        *steps,
        *lines.upright(plan),
        *lines.flat(told, told[-1].x if told else 0),
        *lines.flat(plan, over.days),
        *((x, y, x, y) for x, y in dots),
    )
    wanted = (*events(drawn, over), *falls(drawn, over), *names(drawn, over), *rest(drawn))
    return place(wanted, lines.in_percent(strokes, over))


def events(drawn: Drawn, over: Axis) -> Iterator[Wanted]:
    """What happened: late, stopped, farthest below the plan."""
    tale = drawn.story
    if tale.slip:
        ends = (tale.slip.planned_end, tale.slip.finished)
        yield Wanted(
            "late", tale.slip.days, above(*(share(column(over, d), over.days) for d in ends))
        )
    stopped = [one for one in drawn.reports if one.is_stop]
    if stopped:
        yield Wanted(tale.stop, None, around(*point(stopped[-1], over)))
    if tale.worst and tale.worst.difference is not None:
        yield Wanted("worst", -tale.worst.difference, beside(tale.worst, drawn.plan, over))


def names(drawn: Drawn, over: Axis) -> Iterator[Wanted]:
    """What the two lines are; the plan is named where it is above 0, if anywhere."""
    if drawn.told:
        runs = lines.in_percent(lines.flat(drawn.told, drawn.told[-1].x), over)
        ends = (drawn.reports[0], drawn.reports[-1])
        dots = (spot for one in ends for spot in around(*point(one, over)))
        yield Wanted("reported", None, chain(along(runs), dots))
    if drawn.plan:
        runs = lines.in_percent(lines.flat(drawn.plan, over.days), over)
        yield Wanted("planned", None, along(sorted(runs, key=lambda run: run[1] == FULL)))


def falls(drawn: Drawn, over: Axis) -> Iterator[Wanted]:
    """The deepest falls, where there is room."""
    for fall in sorted(drawn.story.falls, key=lambda one: -one.points)[:MOST_FALLS]:
        x = share(column(over, fall.day), over.days)
        high, low = lines.height(fall.before), lines.height(fall.after)
        beside = (Spot(x, tidy((high + low) / 2), dx, 5, at) for dx, at in BESIDE)
        spots = (*around(x, high), *beside, *around(x, low))
        yield Wanted("fall", fall.points, spots, is_needed=False)


def rest(drawn: Drawn) -> Iterator[Wanted]:
    """The day of the record; a line that is not there."""
    if drawn.as_of is not None:
        yield Wanted("as-of", None, across(drawn.as_of), is_needed=False)
    if not drawn.told:
        yield Wanted("no-report", None, CENTRE)
    elif not drawn.plan:
        yield Wanted("no-plan", None, CENTRE, is_needed=False)


def point(report: Told, over: Axis) -> tuple[Decimal, Decimal]:
    """Where a report is drawn."""
    return share(column(over, report.day), over.days), lines.height(report.reported)


def above(left: Decimal, right: Decimal) -> tuple[Spot, ...]:
    """Over the bracket of a late finish."""
    top = Decimal(-6)
    return (Spot(right, top, 0, -5, "end"), Spot(left, top, 0, -5, "start"))


def beside(report: Told, plan: tuple[Level, ...], over: Axis) -> tuple[Spot, ...]:
    """About the gap between a report and the plan of its day, or before the step that opened it."""
    x, y = point(report, over)
    top = lines.height(report.planned or FULL)
    opened = next((level.x for level in plan if level.y == top), 0)
    step = share(opened, over.days)
    return (
        Spot(step, top, -7, 14, "end"),
        Spot(step, top, -7, 4, "end"),
        Spot(x, top, -6, -9, "end"),
        Spot(x, y, 10, 22, "start"),
        Spot(x, y, -8, 26, "end"),
        Spot(x, tidy((top + y) / 2), -8, 5, "end"),
        Spot(x, tidy((top + y) / 2), 8, 5, "start"),
        *around(x, top),
        *around(x, y),
    )


def across(x: Decimal) -> Iterator[Spot]:
    """Along an upright line."""
    return (Spot(x, Decimal(y), dx, -8, at) for y in (100, 75, 50, 25) for dx, at in BESIDE)


CENTRE = tuple(
    Spot(Decimal(x), Decimal(y), 0, 0, "middle") for y in (40, 62, 20, 85) for x in (38, 63, 16, 84)
)
"""In the middle of the chart, high or low."""
