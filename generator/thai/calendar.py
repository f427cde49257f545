"""พุทธศักราช, ปีงบประมาณ: Buddhist and Common Era, the city's fiscal year, days as people type them.

A fiscal year N (B.E.) runs from 1 October N-1 to 30 September N; its first quarter is October to
December. Days are ``date`` values of the Common Era. Years are turned, never dates: 543 years
added to a ``date`` would meet other leap years.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.thai.numerals import arabic

ERA_OFFSET = 543
OCTOBER = 10
MONTHS = 12

FIRST_BUDDHIST_YEAR = 2400
"""A typed year from here on is B.E., below it C.E."""
FIRST_SHORT_YEAR = 50
"""A year typed with two digits is B.E. 25xx from here on: as C.E. it would be 2050 or later."""


def buddhist(year: int) -> int:
    """Turn a C.E. year into B.E."""
    return year + ERA_OFFSET


def common(year: int) -> int:
    """Turn a B.E. year into C.E."""
    return year - ERA_OFFSET


def fiscal_year(day: date) -> int:
    """Tell the fiscal year (B.E.) a day falls in."""
    return buddhist(day.year) + (day.month >= OCTOBER)


def fiscal_quarter(day: date) -> int:
    """Tell the fiscal quarter a day falls in: 1 (October to December) to 4."""
    return (day.month - OCTOBER) % MONTHS // 3 + 1


def first_day(year: int) -> date:
    """Give 1 October, which opens a fiscal year (B.E., 545 or later)."""
    return date(common(year) - 1, 10, 1)


def last_day(year: int) -> date:
    """Give 30 September, which closes a fiscal year (B.E., 544 or later)."""
    return date(common(year), 9, 30)


def fiscal_months(year: int) -> tuple[tuple[int, int], ...]:
    """List the twelve (calendar year C.E., month) of a fiscal year (B.E.), October first."""
    closing = common(year)
    return (
        *((closing - 1, month) for month in range(OCTOBER, MONTHS + 1)),
        *((closing, month) for month in range(1, OCTOBER)),
    )


class WrittenDay(NamedTuple):
    """A day somebody typed, and how it had to be read."""

    day: date
    order: Literal["d/m", "m/d"]
    era: Literal["B.E.", "C.E."]


# "27/05/2564", "11/29/2020", "1-2-64": one separator, two or four digits for the year
WRITTEN = re.compile(
    r"(?P<first>[0-9]{1,2})\s*(?P<separator>[/.-])\s*(?P<second>[0-9]{1,2})\s*(?P=separator)\s*"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
)


@lru_cache(4096)
def written_day(text: str, near: date | None = None) -> WrittenDay | None:
    """Read a whole text as a day; month first only if day first is no day, or not ``near``.

    ``near`` is the day the text is expected to mean. A year of two digits is read only where one
    era is possible (see ``FIRST_SHORT_YEAR``). ``None``: no day of the calendar.
    """
    found = WRITTEN.fullmatch(arabic(text).strip())
    if not found:
        return None
    first, second, typed = int(found["first"]), int(found["second"]), int(found["year"])
    if len(found["year"]) == len("64"):
        if typed < FIRST_SHORT_YEAR:
            return None
        typed += 2500
    era: Literal["B.E.", "C.E."] = "B.E." if typed >= FIRST_BUDDHIST_YEAR else "C.E."
    year = common(typed) if era == "B.E." else typed
    day_first = valid_day(year, second, first)
    month_first = valid_day(year, first, second)
    if month_first and (day_first is None or month_first == near != day_first):
        return WrittenDay(month_first, "m/d", era)
    return WrittenDay(day_first, "d/m", era) if day_first else None


def valid_day(year: int, month: int, day: int) -> date | None:
    """Give the day if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
