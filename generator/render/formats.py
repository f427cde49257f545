"""วันที่และตัวเลข: days, months, years and numbers as text; the only place that words them.

Thai writes years of the Buddhist Era, English those of the Common Era. Month names are Babel's; its
Thai patterns write "ค.ศ." and are not used. Spaces are plain, CSS keeps dates together. Any locale
we have no habit for is written as English.
"""

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from generator.thai.calendar import ERA_OFFSET, common

MINUS = "\N{MINUS SIGN}"
TO = "\N{EN DASH}"

FIGURES = 1 << 12
"""Figures whose text is kept: few percents are reported."""

Month = tuple[int, int]
"""Calendar year C.E. and month 1 to 12, as ``calendar.fiscal_months`` gives them."""


class Habit(NamedTuple):
    """What a language does with days."""

    names: str
    """Babel's name of the locale whose month names are used."""
    era: int
    """What is added to the year C.E. for display; never to a date."""
    fiscal_year: str
    fiscal_year_long: str
    fiscal_years: str


ENGLISH = Habit("en", 0, "FY {common}", "FY {common} (B.E. {buddhist})", "FY {first}–{last}")
THAI = Habit("th", ERA_OFFSET, "{buddhist}", "{buddhist}", "{first}–{last}")
HABITS = {"th": THAI, "en": ENGLISH}


def habit(locale: str) -> Habit:
    """Give the habit of a locale."""
    return HABITS.get(locale, ENGLISH)


@cache
def month_names(language: str, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    """List the twelve names, January first."""
    from babel.dates import get_month_names  # noqa: PLC0415  slow, and inspect has no dates

    names = get_month_names(width, locale=language)
    return tuple(names[month] for month in range(1, 13))


def month_name(month: int, locale: str) -> str:
    """``กันยายน``, ``September``."""
    return month_names(habit(locale).names, "wide")[month - 1]


def month_short(month: int, locale: str) -> str:
    """``ก.ย.``, ``Sep``."""
    return month_names(habit(locale).names, "abbreviated")[month - 1]


def year(number: int, locale: str) -> str:
    """``2566`` or ``2023`` for the calendar year 2023."""
    return str(number + habit(locale).era)


def day_long(day: date, locale: str) -> str:
    """``7 กันยายน 2566``, ``7 September 2023``."""
    return f"{day.day} {month_name(day.month, locale)} {year(day.year, locale)}"


def day_short(day: date, locale: str) -> str:
    """``7 ก.ย. 2566``, ``7 Sep 2023``."""
    return f"{day.day} {month((day.year, day.month), locale)}"


def day_shortest(day: date, locale: str) -> str:
    """``7 ก.ย. 66``, ``7 Sep 23``."""
    return f"{day_in_year(day, locale)} {year(day.year, locale)[-2:]}"


def day_in_year(day: date, locale: str) -> str:
    """``7 ก.ย.``, ``7 Sep``: where the year stands nearby."""
    return f"{day.day} {month_short(day.month, locale)}"


def day_range(first: date, last: date, locale: str) -> str:
    """``1–15 ส.ค. 2566``, ``28 ก.ค.–3 ส.ค. 2566``; a single day if they are one."""
    if first == last:
        return day_short(last, locale)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{TO}{day_short(last, locale)}"
    opening = day_in_year if first.year == last.year else day_short
    return f"{opening(first, locale)}{TO}{day_short(last, locale)}"


def month(of: Month, locale: str) -> str:
    """``ก.ย. 2566``, ``Sep 2023``."""
    return f"{month_short(of[1], locale)} {year(of[0], locale)}"


def month_long(of: Month, locale: str) -> str:
    """``กันยายน 2566``, ``September 2023``."""
    return f"{month_name(of[1], locale)} {year(of[0], locale)}"


def month_range(first: Month, last: Month, locale: str) -> str:
    """``ต.ค. 2565–ก.ย. 2566``, ``ต.ค.–ธ.ค. 2565``; a single month if they are one."""
    if first == last:
        return month(last, locale)
    opening = month_short(first[1], locale) if first[0] == last[0] else month(first, locale)
    return f"{opening}{TO}{month(last, locale)}"


def quarter_months(quarter: int, locale: str) -> str:
    """``ต.ค.–ธ.ค.`` for fiscal quarter 1."""
    opening = (10, 1, 4, 7)[quarter - 1]
    return f"{month_short(opening, locale)}{TO}{month_short(opening + 2, locale)}"


def fiscal_year(buddhist: int, locale: str) -> str:
    """``2566``, ``FY 2023`` for the fiscal year 2566."""
    return habit(locale).fiscal_year.format(buddhist=buddhist, common=common(buddhist))


def fiscal_year_long(buddhist: int, locale: str) -> str:
    """``2566``, ``FY 2023 (B.E. 2566)`` for the fiscal year 2566."""
    return habit(locale).fiscal_year_long.format(buddhist=buddhist, common=common(buddhist))


def fiscal_years(first: int, last: int, locale: str) -> str:
    """``2565–2566``, ``FY 2022–2023`` for two fiscal years; a single one if they are one."""
    if first == last:
        return fiscal_year(first, locale)
    opening, end = (year(common(one), locale) for one in (first, last))
    return habit(locale).fiscal_years.format(first=opening, last=end)


def number(value: int) -> str:
    """``1,234``, ``−15``."""
    return f"{value:,}".replace("-", MINUS)


@lru_cache(FIGURES)
def decimal(value: Decimal, places: int = 2) -> str:
    """``1,234.5``, ``−0.25``, ``100``: at most ``places`` after the point, no zeros at the end."""
    rounded = f"{value:,.{places}f}"
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded.replace("-", MINUS)


def percent(value: Decimal, places: int = 2) -> str:
    """``22.5%``, ``100%``."""
    return f"{decimal(value, places)}%"


def signed(value: Decimal, places: int = 2) -> str:
    """``+5``, ``−15``, ``0``."""
    return f"{'+' if value > 0 else ''}{decimal(value, places)}"
