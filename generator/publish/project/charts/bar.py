"""ความคืบหน้า: the bar at the head of a project's page."""

from dataclasses import dataclass
from decimal import Decimal

from generator.publish.project.charts.axis import FULL, NONE, within


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """ความคืบหน้า: reported progress with the plan's flag of the same day."""

    percent: Decimal | None
    """As reported, may pass 100; ``None`` when no number is."""
    fill: Decimal
    is_over: bool
    """Above 100: the bar is full and its end marked."""
    planned: Decimal | None
    """``None``: no flag."""
    flag: Decimal
    is_flag_right: bool
    """The flag's words stand to its right, since to its left there is no room."""
    is_stopped: bool
    """The project's text cancels or pauses it: hatched."""


FLAG_TURNS = 55
"""Per cent up to which there is no room for words to the left of the flag on a phone."""


def bar(percent: Decimal | None, planned: Decimal | None, *, is_stopped: bool = False) -> Bar:
    """The bar of one project; ``planned`` is of the same day as ``percent``."""
    return Bar(
        percent=percent,
        fill=within(percent or NONE),
        is_over=percent is not None and percent > FULL,
        planned=planned,
        flag=within(planned or NONE),
        is_flag_right=planned is not None and planned <= FLAG_TURNS,
        is_stopped=is_stopped,
    )
