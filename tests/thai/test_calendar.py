from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.calendar import (
    WrittenDay,
    buddhist,
    common,
    first_day,
    fiscal_months,
    fiscal_quarter,
    fiscal_year,
    last_day,
    written_day,
)
from generator.thai.numerals import thai

DAYS = st.dates(date(1857, 1, 1), date(2399, 12, 31))


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2022, 9, 30), 2565, 4),
        (date(2022, 10, 1), 2566, 1),
        (date(2022, 12, 31), 2566, 1),
        (date(2023, 1, 1), 2566, 2),
        (date(2023, 3, 31), 2566, 2),
        (date(2023, 4, 1), 2566, 3),
        (date(2023, 7, 1), 2566, 4),
        (date(2023, 9, 30), 2566, 4),
        (date(2023, 10, 1), 2567, 1),
    ],
)
def test_fiscal_year_and_quarter(day: date, year: int, quarter: int) -> None:
    assert (fiscal_year(day), fiscal_quarter(day)) == (year, quarter)


def test_a_fiscal_year_has_twelve_months_from_october() -> None:
    assert fiscal_months(2566) == (
        *((2022, month) for month in (10, 11, 12)),
        *((2023, month) for month in range(1, 10)),
    )


@given(DAYS)
def test_every_day_lies_in_its_fiscal_year(day: date) -> None:
    year = fiscal_year(day)
    place = fiscal_months(year).index((day.year, day.month))
    assert first_day(year) <= day <= last_day(year)
    assert fiscal_quarter(day) == place // 3 + 1
    assert last_day(year) + timedelta(days=1) == first_day(year + 1)


@given(st.integers(544, 9999))
def test_eras_round_trip(year: int) -> None:
    assert buddhist(common(year)) == year


@pytest.mark.parametrize(
    ("text", "day", "order", "era"),
    [
        ("27/05/2564", date(2021, 5, 27), "d/m", "B.E."),
        ("11/29/2020", date(2020, 11, 29), "m/d", "C.E."),
        ("7/9/2566", date(2023, 9, 7), "d/m", "B.E."),
        ("๗/๙/๒๕๖๖", date(2023, 9, 7), "d/m", "B.E."),
        (" 7 / 9 / 2566 ", date(2023, 9, 7), "d/m", "B.E."),
        ("7-9-2566", date(2023, 9, 7), "d/m", "B.E."),
        ("7.9.2566", date(2023, 9, 7), "d/m", "B.E."),
        ("1/2/64", date(2021, 2, 1), "d/m", "B.E."),
        ("31/12/99", date(2056, 12, 31), "d/m", "B.E."),
        ("1/2/50", date(2007, 2, 1), "d/m", "B.E."),
        ("29/02/2563", date(2020, 2, 29), "d/m", "B.E."),
        ("29/02/2020", date(2020, 2, 29), "d/m", "C.E."),
        ("02/29/2563", date(2020, 2, 29), "m/d", "B.E."),
        ("31/12/2399", date(2399, 12, 31), "d/m", "C.E."),
        ("31/12/2400", date(1857, 12, 31), "d/m", "B.E."),
    ],
)
def test_a_typed_day(text: str, day: date, order: str, era: str) -> None:
    assert written_day(text) == (day, order, era)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "27/05",
        "27/05/564",
        "27/05/25640",
        "27/05-2564",
        "31/02/2564",
        "29/02/2564",
        "29/02/2560",  # a leap year only if 543 were forgotten
        "13/13/2564",
        "0/0/0000",
        "00/00/2564",
        "1/2/20",  # 1977 or 2020
        "27/05/2564 ส่งรายงาน",
        "٢٧/٠٥/٢٥٦٤",
    ],
)
def test_no_day(text: str) -> None:
    assert written_day(text) is None


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        (None, WrittenDay(date(2021, 4, 3), "d/m", "B.E.")),
        (date(2021, 4, 3), WrittenDay(date(2021, 4, 3), "d/m", "B.E.")),
        (date(2021, 3, 4), WrittenDay(date(2021, 3, 4), "m/d", "B.E.")),
        (date(2020, 1, 1), WrittenDay(date(2021, 4, 3), "d/m", "B.E.")),
    ],
)
def test_of_two_readings_the_expected_one(near: date | None, expected: WrittenDay) -> None:
    assert written_day("03/04/2564", near) == expected


def test_where_the_readings_agree_the_day_comes_first() -> None:
    day = date(2021, 5, 5)
    assert written_day("5/5/2564", day) == WrittenDay(day, "d/m", "B.E.")


@given(DAYS, st.sampled_from("/-."))
def test_typed_days_round_trip(day: date, separator: str) -> None:
    for typed in (buddhist(day.year), day.year):
        text = separator.join((str(day.day), f"{day.month:02}", str(typed)))
        read = written_day(text)
        if day.year < 2400 <= buddhist(day.year):
            assert read == written_day(thai(text)) == written_day(text, day)
            assert read == (day, "d/m", "B.E." if typed >= 2400 else "C.E.")


@given(DAYS)
def test_month_first_is_read_when_it_is_expected(day: date) -> None:
    read = written_day(f"{day.month}/{day.day}/{buddhist(day.year)}", day)
    assert read
    assert read.day == day


@given(st.text(st.sampled_from("0123456789/.- ๒๕๖")))
def test_reading_never_raises(text: str) -> None:
    read = written_day(text)
    assert read is None or read.day.year > 0
