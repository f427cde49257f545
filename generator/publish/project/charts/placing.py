"""Where the letters of a chart stand: each label on the first place where it covers the least.

The letters keep their size while the chart is narrow on a phone and wide on a desk, so a place is
judged at both sizes. Places are per cent of the chart and pixels from there.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import inf
from operator import itemgetter
from typing import Literal, NamedTuple

from generator.publish.project.charts.axis import real

Anchor = Literal["start", "middle", "end"]


BEFORE: dict[Anchor, float] = {"start": 0, "middle": 0.5, "end": 1}
"""How much of a label stands to the left of its place."""


class Spot(NamedTuple):
    """A place for a label."""

    x: Decimal
    y: Decimal
    dx: int
    dy: int
    """To the letters' base line."""
    anchor: Anchor


class Label(NamedTuple):
    """Words beside what they mean; the template has the words."""

    kind: str
    figure: Decimal | int | None
    spot: Spot


class Wanted(NamedTuple):
    """A label and where it could stand, best first."""

    kind: str
    figure: Decimal | int | None
    spots: Iterable[Spot]
    is_needed: bool = True
    """False: left out rather than put over another label."""


Stroke = tuple[Decimal, Decimal, Decimal, Decimal]
"""A line upright or level, or a dot where both ends are one: x and y of both, in per cent."""

Box = tuple[float, float, float, float]
"""A rectangle in pixels: left, top, right, bottom."""


SIZES = ((242, 240), (873, 304))
"""Pixels of the chart at 320 and at 1280."""

WIDTHS = {
    "reported": 56,
    "planned": 34,
    "worst": 126,
    "fall": 92,
    "late": 82,
    "cancelled": 60,
    "paused": 44,
    "as-of": 88,
    "no-plan": 86,
    "no-report": 80,
}
"""Of each kind of label in pixels, in the language where it is longer."""

ABOVE, BELOW = 17, 6
"""Height of Thai letters over their base line, and depth under it."""
HEADROOM = 44
"""Free space above the chart."""
CHARTS: tuple[Box, ...] = tuple((0, -HEADROOM, *size) for size in SIZES)
HALF_LINE = 3
LABEL, LINE, EDGE = 50, 1, 100
"""How much worse a pixel over a label, or outside the chart, is than one over a line."""


def around(x: Decimal, y: Decimal) -> tuple[Spot, ...]:
    """The places about a point."""
    return (
        Spot(x, y, -6, -12, "end"),
        Spot(x, y, 6, -12, "start"),
        Spot(x, y, 0, -13, "middle"),
        Spot(x, y, 7, 24, "start"),
        Spot(x, y, -7, 24, "end"),
        Spot(x, y, 0, 25, "middle"),
    )


def along(runs: Iterable[Stroke]) -> Iterator[Spot]:
    """The places above and below level lines, at their two ends."""
    for x1, y1, x2, _ in runs:
        yield Spot(x1, y1, 6, -12, "start")
        yield Spot(x1, y1, 6, 24, "start")
        yield Spot(x2, y1, -6, -12, "end")
        yield Spot(x2, y1, -6, 24, "end")


class Placed(NamedTuple):
    """A label and its rectangle at each size."""

    label: Label
    boxes: tuple[Box, ...]
    is_needed: bool


def place(wanted: Iterable[Wanted], strokes: tuple[Stroke, ...]) -> tuple[Label, ...]:
    """Put the labels down one after the other; one that is not needed gives way to any other."""
    lines = line_boxes(strokes)
    placed: list[Placed] = []
    for one in wanted:
        spot = best(one, placed, lines)
        boxes = tuple([text_box(one.kind, spot, size) for size in SIZES])
        new = Placed(Label(one.kind, one.figure, spot), boxes, one.is_needed)
        if one.is_needed:
            placed = [other for other in placed if other.is_needed or not meet(new, other)]
        if one.is_needed or not any(meet(new, other) for other in placed):
            placed.append(new)
    return tuple([one.label for one in placed])


Ground = tuple[tuple[list[Box], list[Box]], ...]
"""The rectangles of labels and of lines at each size."""


def best(wanted: Wanted, placed: list[Placed], lines: tuple[list[Box], ...]) -> Spot:
    """The first of the places where the label covers the least."""
    ground = tuple(([one.boxes[at] for one in placed], boxes) for at, boxes in enumerate(lines))
    prices: list[tuple[float, Spot]] = []
    least = inf
    for spot in wanted.spots:
        price = cost(wanted.kind, spot, ground, least)
        prices.append((price, spot))
        least = min(least, price)
        if not least:
            break
    return min(prices, key=itemgetter(0))[1]


def meet(one: Placed, other: Placed) -> bool:
    """Whether two labels share a pixel at any size."""
    return any(overlap(a, (b,)) > 0 for a, b in zip(one.boxes, other.boxes, strict=True))


def cost(kind: str, spot: Spot, ground: Ground, least: float) -> float:
    """How much a label covers there, or reaches out of the chart, at all sizes.

    Of what is more than ``least`` it is enough to know that.
    """
    total = 0.0
    for size, chart, (labels, lines) in zip(SIZES, CHARTS, ground, strict=True):
        left, top, right, bottom = box = text_box(kind, spot, size)
        outside = (right - left) * (bottom - top) - overlap(box, (chart,))
        total += EDGE * outside
        total += LABEL * overlap(box, labels)
        if round(total, 3) > least:
            break
        total += LINE * overlap(box, lines)
    return round(total, 3)


def text_box(kind: str, spot: Spot, size: tuple[int, int]) -> Box:
    """The rectangle of a label."""
    x, y, dx, dy, anchor = spot
    width, base = WIDTHS[kind], real(y) * size[1] / 100 + dy
    left = real(x) * size[0] / 100 + dx - width * BEFORE[anchor]
    return left, base - ABOVE, left + width, base + BELOW


def line_boxes(strokes: tuple[Stroke, ...]) -> tuple[list[Box], ...]:
    """The rectangles of lines and dots at each size."""
    ends = [(real(x1), real(y1), real(x2), real(y2)) for x1, y1, x2, y2 in strokes]
    edges = [
        (
            *((x1, x2) if x1 < x2 else (x2, x1)),
            *((y1, y2) if y1 < y2 else (y2, y1)),
            HALF_LINE if (x1, y1) != (x2, y2) else 2 * HALF_LINE,
        )
        for x1, y1, x2, y2 in ends
    ]
    return tuple(
        [
            (
                left * across / 100 - half,
                top * down / 100 - half,
                right * across / 100 + half,
                bottom * down / 100 + half,
            )
            for left, right, top, bottom, half in edges
        ]
        for across, down in SIZES
    )


def overlap(one: Box, others: Iterable[Box]) -> float:
    """Square pixels that a rectangle shares with others."""
    left, top, right, bottom = one
    total = 0.0
    for at_left, at_top, at_right, at_bottom in others:
        if at_left < right and left < at_right and at_top < bottom and top < at_bottom:
            across = min(right, at_right) - max(left, at_left)
            total += across * (min(bottom, at_bottom) - max(top, at_top))
    return total
