"""Days and numbers as text, held against a browser's ``Intl`` (node carries the same ICU)."""

import json
import shutil
import subprocess
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render import formats

ORACLE = """
const [locale, options, days] = JSON.parse(require('fs').readFileSync(0));
const format = new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'});
console.log(JSON.stringify(days.map((day) => format.format(new Date(day + 'T00:00Z')))));
"""
DAY_LONG = {"day": "numeric", "month": "long", "year": "numeric"}
DAY_SHORT = {"day": "numeric", "month": "short", "year": "numeric"}
DAY_SHORTEST = {"day": "numeric", "month": "short", "year": "2-digit"}


def days_of(*years: int) -> Iterator[date]:
    for year in years:
        for month in range(1, 13):
            for day in range(1, monthrange(year, month)[1] + 1):
                yield date(year, month, day)


def intl(locale: str, options: dict[str, str], days: list[date]) -> list[str]:
    node = shutil.which("node")
    if not node:
        pytest.skip("node, whose Intl is the authority for dates, is not installed")
    asked = json.dumps([locale, options, [day.isoformat() for day in days]])
    done = subprocess.run(
        [node, "-e", ORACLE], input=asked.encode(), capture_output=True, check=True
    )
    written: list[str] = json.loads(done.stdout)
    return written


@pytest.mark.parametrize(
    ("ours", "locale", "theirs", "options"),
    [
        (formats.day_long, "th", "th-TH", DAY_LONG),
        (formats.day_short, "th", "th-TH", DAY_SHORT),
        (formats.day_shortest, "th", "th-TH", DAY_SHORTEST),
        (formats.day_in_year, "th", "th-TH", {"day": "numeric", "month": "short"}),
        (formats.day_long, "en", "en-GB", DAY_LONG),
    ],
)
def test_days_agree_with_the_browser(
    ours: Callable[[date, str], str], locale: str, theirs: str, options: dict[str, str]
) -> None:
    days = list(days_of(2015, 2016, 2020, 2023, 2024, 2026))
    assert [ours(day, locale) for day in days] == intl(theirs, options, days)


def test_months_agree_with_the_browser() -> None:
    days = [date(2023, month, 1) for month in range(1, 13)]
    months = [(day.year, day.month) for day in days]
    short = {"month": "short", "year": "numeric"}
    long = {"month": "long", "year": "numeric"}
    assert [formats.month(of, "th") for of in months] == intl("th-TH", short, days)
    assert [formats.month_long(of, "th") for of in months] == intl("th-TH", long, days)
    assert [formats.month_short(of[1], "en") for of in months] == intl(
        "en-US", {"month": "short"}, days
    )


SEPTEMBER_7 = date(2023, 9, 7)


@pytest.mark.parametrize(
    ("ours", "thai", "english"),
    [
        (formats.day_long, "7 กันยายน 2566", "7 September 2023"),
        (formats.day_short, "7 ก.ย. 2566", "7 Sep 2023"),
        (formats.day_shortest, "7 ก.ย. 66", "7 Sep 23"),
        (formats.day_in_year, "7 ก.ย.", "7 Sep"),
    ],
)
def test_a_day(ours: Callable[[date, str], str], thai: str, english: str) -> None:
    assert ours(SEPTEMBER_7, "th") == thai
    assert ours(SEPTEMBER_7, "en") == english


def test_leap_day() -> None:
    assert formats.day_long(date(2020, 2, 29), "th") == "29 กุมภาพันธ์ 2563"


def test_a_month() -> None:
    assert formats.month((2023, 9), "th") == "ก.ย. 2566"
    assert formats.month_long((2023, 9), "en") == "September 2023"
    assert formats.month_name(9, "th") == "กันยายน"
    assert formats.year(2023, "th") == "2566"


@pytest.mark.parametrize(
    ("first", "last", "thai", "english"),
    [
        (date(2023, 8, 1), date(2023, 8, 15), "1–15 ส.ค. 2566", "1–15 Aug 2023"),
        (date(2023, 7, 28), date(2023, 8, 3), "28 ก.ค.–3 ส.ค. 2566", "28 Jul–3 Aug 2023"),
        (
            date(2022, 12, 30),
            date(2023, 1, 2),
            "30 ธ.ค. 2565–2 ม.ค. 2566",
            "30 Dec 2022–2 Jan 2023",
        ),
        (date(2022, 8, 1), date(2023, 8, 1), "1 ส.ค. 2565–1 ส.ค. 2566", "1 Aug 2022–1 Aug 2023"),
        (SEPTEMBER_7, SEPTEMBER_7, "7 ก.ย. 2566", "7 Sep 2023"),
    ],
)
def test_a_range_of_days(first: date, last: date, thai: str, english: str) -> None:
    assert formats.day_range(first, last, "th") == thai
    assert formats.day_range(first, last, "en") == english


@pytest.mark.parametrize(
    ("first", "last", "thai"),
    [
        ((2022, 10), (2023, 9), "ต.ค. 2565–ก.ย. 2566"),
        ((2022, 10), (2022, 12), "ต.ค.–ธ.ค. 2565"),
        ((2022, 10), (2022, 10), "ต.ค. 2565"),
    ],
)
def test_a_range_of_months(first: formats.Month, last: formats.Month, thai: str) -> None:
    assert formats.month_range(first, last, "th") == thai


def test_fiscal_years_and_quarters() -> None:
    assert formats.fiscal_year(2566, "th") == "2566"
    assert formats.fiscal_year(2566, "en") == "FY 2023"
    assert formats.fiscal_year_long(2566, "th") == "2566"
    assert formats.fiscal_year_long(2566, "en") == "FY 2023 (B.E. 2566)"
    assert formats.fiscal_years(2565, 2566, "th") == "2565–2566"
    assert formats.fiscal_years(2565, 2566, "en") == "FY 2022–2023"
    assert formats.fiscal_years(2566, 2566, "en") == "FY 2023"
    quarters = [formats.quarter_months(quarter, "th") for quarter in (1, 2, 3, 4)]
    assert quarters == ["ต.ค.–ธ.ค.", "ม.ค.–มี.ค.", "เม.ย.–มิ.ย.", "ก.ค.–ก.ย."]
    assert formats.quarter_months(1, "en") == "Oct–Dec"


def test_an_unknown_locale_is_written_as_english() -> None:
    assert formats.day_long(SEPTEMBER_7, "xx") == "7 September 2023"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1234, "1,234"), (-1234567, "−1,234,567")]
)
def test_number(value: int, text: str) -> None:
    assert formats.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("22.50", "22.5"),
        ("100.00", "100"),
        ("1E+2", "100"),
        ("0.00", "0"),
        ("-0.001", "0"),
        ("-0.25", "−0.25"),
        ("1234.5", "1,234.5"),
        ("61.66666", "61.67"),
        ("1" * 40, "1" + ",111" * 13),
    ],
)
def test_decimal_and_percent(value: str, text: str) -> None:
    assert formats.decimal(Decimal(value)) == text
    assert formats.percent(Decimal(value)) == f"{text}%"


def test_places() -> None:
    assert formats.percent(Decimal("61.66"), 0) == "62%"
    assert formats.decimal(Decimal(1200), 0) == "1,200"


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_decimal_can_be_read_back(value: Decimal) -> None:
    assert Decimal(formats.decimal(value).replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize(("value", "text"), [("15", "+15"), ("-0.50", "−0.5"), ("0.00", "0")])
def test_differences_carry_their_sign(value: str, text: str) -> None:
    assert formats.signed(Decimal(value)) == text
