"""The bar with its plan, the lanes of the steps, the quarters of an indicator."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dump.lines import Cited, Span
from generator.publish.project.charts.axis import axis, column, share, tidy, within
from generator.publish.project.charts.bar import bar
from generator.publish.project.charts.gantt import Gantt, Lane, Shape, gantt
from generator.publish.project.charts.quarters import NoTarget, QuarterBars, quarter_bars
from generator.sections.indicators import Indicator, Quarter
from generator.sections.shape import Day, Figure, figure
from generator.sections.steps import Step
from tests.publish.charts.drawn import caption, markup, spoken

AT = Span(1, 1)
PLAIN = re.compile(r"\d{1,3}(\.\d{1,2})?")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-10_000, max_value=10_000))
def test_a_place_is_written_plainly(value: Decimal) -> None:
    assert PLAIN.fullmatch(str(within(value)))
    assert "E" not in str(tidy(value))


def test_places_are_rounded_to_two_decimals_without_zeros() -> None:
    assert [str(share(part, 365)) for part in (0, 1, 73, 146, 365, 400)] == [
        "0",
        "0.27",
        "20",
        "40",
        "100",
        "100",
    ]


def test_a_leap_year_has_a_day_more() -> None:
    assert axis(2567).days == 366
    assert axis(2566).days == 365
    over = axis(2566)
    days = (date(2022, 9, 30), date(2022, 10, 1), date(2023, 9, 30), date(2023, 12, 1))
    assert [column(over, day) for day in days] == [0, 0, 364, 365]


def test_the_flag_stands_at_the_plan() -> None:
    html = markup("bar_with_plan", "bar_with_plan", bar(Decimal("62.50"), Decimal(80)))
    assert "<b>62.5<small>%</small></b>" in html
    assert 'width="62.5%"' in html
    assert '<svg x="80%" y="6"><path class="flag"' in html
    assert 'text-anchor="end">แผน 80%' in html
    assert spoken(html) == "ความคืบหน้าที่รายงานล่าสุด รายงาน 62.5% แผนในวันเดียวกัน 80%"


def test_a_flag_far_left_has_its_words_on_the_right() -> None:
    html = markup("bar_with_plan", "bar_with_plan", bar(Decimal(20), Decimal(0)))
    assert 'dx="13">แผน 0%' in html


def test_without_a_plan_there_is_no_flag() -> None:
    html = markup("bar_with_plan", "bar_with_plan", bar(Decimal(0), None))
    assert "flag" not in html
    assert "ธง" not in html
    assert 'class="fill"' not in html
    assert "ไม่มีเส้นแผน" in spoken(html)


def test_above_a_hundred_the_bar_is_full_and_the_figure_stays() -> None:
    html = markup("bar_with_plan", "bar_with_plan", bar(Decimal(120), Decimal(100)))
    assert "<b>120<small>" in html
    assert 'class="fill" width="100%"' in html
    assert "data-over" in html
    assert "เกิน 100%" in caption(html)


def test_a_stopped_project_is_hatched_and_says_so() -> None:
    stopped = bar(Decimal(10), None, is_stopped=True)
    html = markup("bar_with_plan", "bar_with_plan", stopped, "ล่าสุด")
    assert 'class="hatch" x2="10%"' in html
    assert caption(html).startswith("ล่าสุด แถบลาย")


def test_an_unknown_percent_is_not_zero() -> None:
    html = markup("bar_with_plan", "bar_with_plan", bar(None, None), "", "“ครึ่ง”")
    assert "data-unknown" in html
    assert "<p>“ครึ่ง”</p>" in html
    assert "ไม่มีตัวเลขที่อ่านได้" in spoken(html)


def step(start: str, end: str) -> Step:
    def day(text: str) -> Cited[Day] | None:
        return Cited(Day(text, date.fromisoformat(text)), AT) if text else None

    return Step(
        number=Cited(1, AT),
        label="1.",
        name=Cited("ขุดหลุม", AT),
        weight=None,
        start=day(start),
        end=day(end),
        lines=AT,
    )


def lanes(*days: tuple[str, str], as_of: str = "") -> Gantt:
    steps = tuple(step(*one) for one in days)
    found = gantt(steps, 2566, date.fromisoformat(as_of) if as_of else None)
    assert found
    return found


def lane(start: str, end: str) -> tuple[Lane, str]:
    found = lanes((start, end), ("2023-01-01", "2023-01-01"))
    return found.lanes[0], markup("gantt", "gantt_lane", found, found.lanes[0])


def test_a_span_covers_its_last_day() -> None:
    found, html = lane("2022-10-01", "2023-09-30")
    assert found.shape is Shape.SPAN
    assert (str(found.left), str(found.width)) == ("0", "100")
    assert not found.is_cut_left
    assert not found.is_cut_right
    assert 'aria-hidden="true"' in html, "its row says the days"


def test_one_day_is_a_diamond() -> None:
    found, html = lane("2023-05-15", "2023-05-15")
    assert found.shape is Shape.DAY
    assert 'class="day" x="61.92%"' in html


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-08-01", "2022-12-15", "เริ่มก่อนปีงบประมาณ"),
        ("2023-06-01", "2023-12-31", "สิ้นสุดหลังปีงบประมาณ"),
        ("2022-01-01", "2024-01-01", "เริ่มก่อนและสิ้นสุดหลังปีงบประมาณ"),
        ("2023-12-01", "2023-12-31", "อยู่นอกปีงบประมาณ"),
        ("2022-01-01", "2022-02-01", "อยู่นอกปีงบประมาณ"),
        ("2023-03-01", "2023-02-01", "วันสิ้นสุดอยู่ก่อนวันเริ่ม จึงไม่วาด"),
    ],
)
def test_what_is_cut_off_is_said(start: str, end: str, words: str) -> None:
    found, html = lane(start, end)
    assert f'<small class="cut-said">{words}</small>' in html
    assert found.left + found.width <= 100
    assert ("<rect" in html) == (found.shape is Shape.SPAN)


def test_a_step_with_one_known_day_is_that_day() -> None:
    assert lane("", "2023-05-15")[0].shape is Shape.DAY
    assert lane("2023-05-15", "")[0].shape is Shape.DAY


def test_a_step_without_days_is_empty() -> None:
    found, html = lane("", "")
    assert found.shape is Shape.NONE
    assert "<rect" not in html
    assert gantt((step("", ""),), 2566, None) is None
    assert gantt((), 2566, None) is None


def test_the_day_of_the_record_is_drawn_where_it_lies_in_the_year() -> None:
    inside = lanes(("2023-05-15", "2023-05-15"), as_of="2023-06-20")
    assert 'class="as-of"' in markup("gantt", "gantt_lane", inside, inside.lanes[0])
    assert "เส้นตั้งคือวันของบันทึก" in markup("gantt", "gantt_key", inside)
    outside = lanes(("2023-05-15", "2023-05-15"), as_of="2023-10-14")
    assert outside.today is None
    assert "เส้นตั้ง" not in markup("gantt", "gantt_key", outside)


def test_the_head_names_the_quarters() -> None:
    found = lanes(("2023-05-15", "2023-05-15"))
    html = markup("gantt", "gantt_axis", found)
    assert "ช่วงเวลาในปีงบประมาณ 2566" in spoken(html)
    assert re.findall(r'<text x="([\d.]+)%">([^<]+)', html) == [
        ("0", "ต.ค."),
        ("25.21", "ม.ค."),
        ("49.86", "เม.ย."),
        ("74.79", "ก.ค."),
    ]
    first = markup("gantt", "gantt_lane", found, found.lanes[0], is_first=True)
    assert 'class="narrow"' in first


def indicator(unit: str | None, target: str | None, results: dict[str, str]) -> Indicator:
    return Indicator(
        name=Cited("จำนวนต้นไม้", AT),
        unit=None if unit is None else Cited(unit, AT),
        target=None if target is None else Cited(figure(target), AT),
        quarters=tuple(
            Quarter(number=Cited(figure(number), AT), result=Cited(figure(result), AT))
            for number, result in results.items()
        ),
        lines=AT,
    )


FOUR = {"1": "20", "2": "45.50", "3": "60", "4": "92.25"}


def drawn(unit: str | None, target: str | None, results: dict[str, str]) -> tuple[QuarterBars, str]:
    found = quarter_bars(indicator(unit, target, results))
    assert found
    return found, markup("quarter_bars", "quarter_bars", found)


def test_percents_stand_on_a_scale_of_a_hundred() -> None:
    found, html = drawn("ร้อยละ", "85", FOUR)
    assert [one.height for one in found.bars] == [
        Decimal(20),
        Decimal("45.5"),
        Decimal(60),
        Decimal("92.25"),
    ]
    assert found.line == 15
    assert "ค่าเป้าหมาย 85" in spoken(html)
    assert "ไตรมาส 2 45.5" in spoken(html)
    assert "ไม่สรุปว่าบรรลุ" in caption(html)


def test_other_units_leave_room_above_the_highest() -> None:
    found, _ = drawn("ชุมชน", "1,200", {"1": "300", "4": "1,350.5"})
    assert found.bars[3].height == Decimal("86.96")
    assert found.line is not None
    assert found.line > found.bars[3].top
    percent, _ = drawn("ร้อยละ", None, {"1": "120"})
    assert percent.bars[0].height == Decimal("86.96")


@pytest.mark.parametrize(
    ("unit", "target", "why"),
    [
        ("ร้อยละ85", "0", NoTarget.UNIT),
        ("ร้อยละ๘๕", "0", NoTarget.UNIT),
        ("คน", None, NoTarget.ABSENT),
        ("คน", "", NoTarget.UNREADABLE),
        ("คน", "มาก", NoTarget.UNREADABLE),
    ],
)
def test_a_target_that_cannot_be_compared_has_no_line(
    unit: str, target: str | None, why: NoTarget
) -> None:
    found, html = drawn(unit, target, FOUR)
    assert found.no_target is why
    assert found.line is None
    assert 'class="target"' not in html
    assert "ไม่มีเส้นเป้าหมาย เพราะ" in caption(html)


def test_another_unit_of_the_results_forbids_the_line() -> None:
    one = indicator("คน", "85", FOUR)
    other = Indicator(
        unit=one.unit,
        target=one.target,
        result_unit=Cited("ครั้ง", AT),
        quarters=one.quarters,
        lines=AT,
    )
    found = quarter_bars(other)
    assert found
    assert found.no_target is NoTarget.UNITS


def test_without_a_unit_figures_are_compared() -> None:
    assert drawn(None, "85", FOUR)[0].target == 85


def test_zeros_are_drawn_low_and_said() -> None:
    found, html = drawn("ร้อยละ85", "0", dict.fromkeys("1234", "0.00"))
    assert found.is_flat
    assert html.count('class="zero"') == 4
    assert "data-flat" in html
    assert "ไม่เกิน 0 ทุกไตรมาส" in caption(html)


def test_a_target_of_zero_is_the_base_line() -> None:
    found, html = drawn("ครั้ง", "0", FOUR)
    assert found.target == 0
    assert found.line is None
    assert "ค่าเป้าหมาย 0" in caption(html)


def test_quarters_without_a_figure_are_not_zero() -> None:
    _, html = drawn("คน", "5", {"1": "2", "2": "", "3": "มาก"})
    assert html.count('class="none"') == 3
    assert "ไตรมาส 2 เว้นว่าง" in spoken(html)
    assert "ไตรมาส 3 ไม่ใช่ตัวเลข" in spoken(html)
    assert "ไตรมาส 4 ไม่มีแถว" in spoken(html)


def test_a_row_without_a_result_is_blank() -> None:
    rows = (
        Quarter(number=Cited(figure("1"), AT), result=Cited(Figure("3", Decimal(3)), AT)),
        Quarter(number=Cited(figure("2"), AT)),
    )
    found = quarter_bars(Indicator(quarters=rows, lines=AT))
    assert found
    assert [one.written for one in found.bars] == ["3", "", None, None]


def test_rows_of_no_quarter_are_left_to_the_table() -> None:
    found, html = drawn("คน", "5", {"1": "2", "5": "9"})
    assert found.is_in_part
    assert "อยู่ในตารางเท่านั้น" in caption(html)


def test_below_zero_the_figure_stands_and_the_bar_does_not() -> None:
    found, html = drawn("องศา", None, {"1": "-3", "2": "4"})
    assert found.bars[0].height == 0
    assert "−3" in spoken(html)


def test_without_a_figure_there_is_no_chart() -> None:
    assert quarter_bars(indicator("คน", "5", {"1": ""})) is None
    assert quarter_bars(indicator("คน", "5", {})) is None
