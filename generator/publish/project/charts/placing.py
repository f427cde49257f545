"""Where the letters of a chart stand: each label on the first place where it covers the least.

The letters keep their size while the chart is narrow on a phone and wide on a desk, so a place is
judged at both sizes. Places are per cent of the chart and pixels from there.
"""

from collections.abc import Iterable
from decimal import Decimal
from math import inf
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]


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
    spots: tuple[Spot, ...]
    is_needed: bool = True
    """False: left out rather than put over another label."""


class Stroke(NamedTuple):
    """A line upright or level, or a dot where both ends are one; in per cent."""

    x1: Decimal
    y1: Decimal
    x2: Decimal
    y2: Decimal


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float


SIZES = ((242, 240), (873, 304))
"""Pixels of the chart at 320 and at 1280."""

WIDTHS = {
    "reported": 48,
    "planned": 34,
    "worst": 126,
    "fall": 92,
    "late": 74,
    "cancelled": 46,
    "paused": 44,
    "as-of": 88,
    "no-plan": 86,
    "no-report": 80,
}
"""Of each kind of label in pixels, rather too wide than too narrow."""

ABOVE, BELOW = 17, 6
"""Height of Thai letters over their base line, and depth under it."""
HEADROOM = 44
"""Free space above the chart."""
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


def along(runs: Iterable[Stroke]) -> tuple[Spot, ...]:
    """The places above and below level lines, at their two ends."""
    return tuple(
        spot
        for run in runs
        for spot in (
            Spot(run.x1, run.y1, 6, -12, "start"),
            Spot(run.x1, run.y1, 6, 24, "start"),
            Spot(run.x2, run.y1, -6, -12, "end"),
            Spot(run.x2, run.y1, -6, 24, "end"),
        )
    )


class Placed(NamedTuple):
    """A label and its rectangle at each size."""

    label: Label
    boxes: tuple[Box, ...]
    is_needed: bool


def place(wanted: Iterable[Wanted], strokes: tuple[Stroke, ...]) -> tuple[Label, ...]:
    """Put the labels down one after the other; one that is not needed gives way to any other."""
    lines = tuple(tuple(line_box(stroke, size) for stroke in strokes) for size in SIZES)
    placed: list[Placed] = []
    for one in wanted:
        spot = best(one, placed, lines)
        boxes = tuple(text_box(one.kind, spot, size) for size in SIZES)
        new = Placed(Label(one.kind, one.figure, spot), boxes, one.is_needed)
        if one.is_needed:
            placed = [other for other in placed if other.is_needed or not meet(new, other)]
        if one.is_needed or not any(meet(new, other) for other in placed):
            placed.append(new)
    return tuple(one.label for one in placed)


def best(wanted: Wanted, placed: list[Placed], lines: tuple[tuple[Box, ...], ...]) -> Spot:
    """The first of the places where the label covers the least."""
    found, least = wanted.spots[0], inf
    for spot in wanted.spots:
        price = cost(wanted.kind, spot, placed, lines)
        if price < least:
            found, least = spot, price
        if not price:
            break
    return found


def meet(one: Placed, other: Placed) -> bool:
    """Whether two labels share a pixel at any size."""
    return any(overlap(a, b) > 0 for a, b in zip(one.boxes, other.boxes, strict=True))


def cost(kind: str, spot: Spot, placed: list[Placed], lines: tuple[tuple[Box, ...], ...]) -> float:
    """How much a label covers there, or reaches out of the chart, at all sizes."""
    total = 0.0
    for at, size in enumerate(SIZES):
        box = text_box(kind, spot, size)
        inside = overlap(box, Box(0, -HEADROOM, *size))
        total += EDGE * ((box.right - box.left) * (box.bottom - box.top) - inside)
        total += LABEL * sum(overlap(box, other.boxes[at]) for other in placed)
        total += LINE * sum(overlap(box, other) for other in lines[at])
    return round(total, 3)


def text_box(kind: str, spot: Spot, size: tuple[int, int]) -> Box:
    """The rectangle of a label."""
    width, base = WIDTHS[kind], float(spot.y) * size[1] / 100 + spot.dy
    left = float(spot.x) * size[0] / 100 + spot.dx
    left -= {"start": 0, "middle": width / 2, "end": width}[spot.anchor]
    return Box(left, base - ABOVE, left + width, base + BELOW)


def line_box(stroke: Stroke, size: tuple[int, int]) -> Box:
    """The rectangle of a line or a dot."""
    x1, x2 = sorted(float(x) * size[0] / 100 for x in (stroke.x1, stroke.x2))
    y1, y2 = sorted(float(y) * size[1] / 100 for y in (stroke.y1, stroke.y2))
    half = HALF_LINE if (x1, y1) != (x2, y2) else 2 * HALF_LINE
    return Box(x1 - half, y1 - half, x2 + half, y2 + half)


def overlap(one: Box, other: Box) -> float:
    """Square pixels that two rectangles share."""
    left, top, right, bottom = one
    at_left, at_top, at_right, at_bottom = other
    if right <= at_left or at_right <= left or bottom <= at_top or at_bottom <= top:
        return 0.0
    across = min(right, at_right) - max(left, at_left)
    return across * (min(bottom, at_bottom) - max(top, at_top))
