"""ตัวชี้วัด: the results of an indicator by quarter."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.publish.project.charts.axis import FULL, NONE, share, tidy
from generator.sections.indicators import Indicator, Quarter
from generator.sections.shape import Figure
from generator.thai.numerals import arabic
from generator.thai.text import fold


class NoTarget(StrEnum):
    """Why no line stands for the target."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    """Blank, or no number."""
    UNIT = "unit"
    """The unit holds a number, ``ร้อยละ85``: which of the two is meant is not said."""
    UNITS = "units"
    """The results are written in another unit."""


class QuarterBar(NamedTuple):
    """One quarter, 1 to 4."""

    number: int
    written: str | None
    """The result as typed: ``""`` is blank, ``None`` that the table lacks the row."""
    value: Decimal | None
    middle: Decimal
    height: Decimal
    top: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterBars:
    """ตัวชี้วัด: the results of an indicator by quarter."""

    unit: str
    """As written; ``""`` when it is not."""
    bars: tuple[QuarterBar, ...]
    is_flat: bool
    """No result is above 0."""
    target: Decimal | None
    line: Decimal | None
    """Place of the target's line from the top."""
    no_target: NoTarget | None
    is_in_part: bool
    """A row of the table is left out: its quarter is none, or stands there twice."""


MIDDLES = {number: tidy(Decimal(25 * number) - Decimal("12.5")) for number in range(1, 5)}
"""Of the quarters, from the left."""

ROOM = Decimal("1.15")
"""The scale ends this far above the highest value, where it is no percent."""


def quarter_bars(of: Indicator) -> QuarterBars | None:
    """The quarters of an indicator; ``None`` where no result is a number."""
    numbered = ((quarter_number(row.number.value), row) for row in reversed(of.quarters))
    rows = {number: row for number, row in numbered if number}
    results = {number: row.result.value for number, row in rows.items() if row.result}
    known = [result.value for result in results.values() if result.value is not None]
    if not known:
        return None
    why = no_target(of)
    target = of.target.value.value if of.target and why is None else None
    top = highest([*known, *([target] if target else [])], of)
    return QuarterBars(
        unit=of.unit.value if of.unit else "",
        bars=tuple(quarter_bar(i, rows.get(i), results.get(i), top) for i in range(1, 5)),
        is_flat=max(known) <= 0,
        target=target,
        line=tidy(FULL - share(target, top)) if target and target > 0 else None,
        no_target=why,
        is_in_part=len(rows) < len(of.quarters),
    )


def quarter_number(written: Figure) -> int | None:
    """1 to 4, or ``None``."""
    return next((number for number in range(1, 5) if written.value == number), None)


def quarter_bar(
    number: int, row: Quarter | None, result: Figure | None, top: Decimal
) -> QuarterBar:
    """One quarter on a scale from 0 to ``top``."""
    value = result.value if result else None
    height = share(value, top) if value else NONE
    return QuarterBar(
        number=number,
        written=None if row is None else result.written if result else "",
        value=value,
        middle=MIDDLES[number],
        height=height,
        top=tidy(FULL - height),
    )


def highest(values: list[Decimal], of: Indicator) -> Decimal:
    """The scale's end: 100 for a percent, else a little above the highest value."""
    most = max(values)
    if is_percent(of) and most <= FULL:
        return FULL
    return most * ROOM if most > 0 else FULL


def is_percent(of: Indicator) -> bool:
    """Whether the unit says so."""
    return of.unit is not None and re.search("ร้อยละ|%|เปอร์เซ็นต์", fold(of.unit.value)) is not None


def no_target(of: Indicator) -> NoTarget | None:
    """Why target and results cannot be drawn on one scale; ``None`` when they can."""
    if of.target is None:
        return NoTarget.ABSENT
    if of.target.value.value is None:
        return NoTarget.UNREADABLE
    units = {fold(unit.value) for unit in (of.unit, of.result_unit, of.table_unit) if unit}
    if any(re.search("[0-9]", arabic(unit)) for unit in units):
        return NoTarget.UNIT
    return NoTarget.UNITS if len(units - {""}) > 1 else None
