"""The fiscal year from left to right, 0 to 100 from the bottom up, and numbers that are written."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.thai.calendar import first_day, last_day

FULL = Decimal(100)
NONE = Decimal(0)

SHARES = 1 << 12
"""Figures whose place is kept: there are few days in a year, and few percents are reported."""


class Axis(NamedTuple):
    """The days of one fiscal year, from left to right."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """365 or 366."""
        return (self.last - self.first).days + 1


def axis(year: int) -> Axis:
    """The fiscal year (B.E.) as an axis."""
    return Axis(first_day(year), last_day(year))


def column(along: Axis, day: date) -> int:
    """Days from the axis' first day on; before it 0, behind its last day ``days``."""
    return min(max((day - along.first).days, 0), along.days)


@lru_cache(SHARES)
def tidy(value: Decimal) -> Decimal:
    """At most two decimals, no zeros at the end, never an exponent: ``str`` of it is plain."""
    rounded = round(value, 2)
    whole = rounded.to_integral_value()
    return whole + NONE if rounded == whole else rounded.normalize()


@lru_cache(SHARES)
def share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """``part`` of ``whole`` in per cent, from 0 to 100."""
    return within(Decimal(part) * 100 / Decimal(whole))


@lru_cache(SHARES)
def within(percent: Decimal) -> Decimal:
    """A percent held between 0 and 100: where it is drawn, not what it says."""
    return tidy(min(max(percent, NONE), FULL))


@lru_cache(SHARES)
def real(value: Decimal) -> float:
    """The same where it is only compared."""
    return float(value)


def quarter_heads(along: Axis) -> tuple[date, ...]:
    """The first days of the year's four quarters."""
    year = along.last.year
    return (along.first, date(year, 1, 1), date(year, 4, 1), date(year, 7, 1))
