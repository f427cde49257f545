"""Reported progress against the plan, over the fiscal year."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assess.assessment import Assessment
from generator.assess.plan import NoCurve
from generator.publish.project.charts.placing import SIZES, Spot, Wanted, overlap, place, text_box
from generator.publish.project.charts.plot import Plot, plot
from tests.publish.charts.drawn import (
    REAL_PLAN,
    REAL_REPORTS,
    Told,
    assessed,
    caption,
    curve,
    markup,
    spoken,
)

STOPPED: tuple[Told, ...] = (
    ("2021-03-29", "20"),
    ("2021-05-27", "20"),
    ("2021-06-29", "10"),
    ("2021-07-29", "10"),
    ("2021-08-30", "10"),
)


def drawn(assessment: Assessment, year: int | None = 2566) -> Plot:
    found = plot(assessment, year)
    assert found
    return found


def html(found: Plot) -> str:
    return markup("progress_chart", "progress_chart", found)


def kinds(found: Plot) -> list[str]:
    return [label.kind for label in found.labels]


def test_the_project_whose_figures_are_known() -> None:
    found = drawn(assessed(REAL_REPORTS, curve(*REAL_PLAN)))
    assert found.reported == "M121 75H142V70H201V65H233V60H259V50H292V46H324V30H341V0"
    assert found.planned == "M0 100V80V60H226V40H287V20H318V0H365"
    assert found.gap == (
        "M121 60H226V40H287V20H318V0H341V30H324V46H292V50H259V60H233V65H201V70H142V75H121Z"
    )
    assert found.late == "M318 -2V-6H341V-2"
    tale = found.story
    assert tale.kind == "below"
    assert (tale.below, tale.compared, tale.reports) == (7, 8, 8)
    assert tale.worst
    assert tale.worst.day == date(2023, 8, 21)
    assert tale.worst.difference == -30
    assert tale.slip
    assert tale.slip.days == 23
    assert tale.silent == ((2022, 10), (2022, 11), (2022, 12), (2023, 3))
    assert kinds(found) == ["late", "worst", "reported", "planned"]


def test_its_story_is_told_in_words() -> None:
    page = html(drawn(assessed(REAL_REPORTS, curve(*REAL_PLAN))))
    assert caption(page).startswith(
        "รายงานต่ำกว่าแผน 7 จาก 8 ครั้ง ห่างที่สุด 30 จุด ครบ 100% ช้ากว่าแผน 23 วัน"
    )
    said = spoken(page)
    assert "ความคืบหน้าที่รายงานเทียบกับแผน ปีงบประมาณ 2566" in said
    assert "รายงาน 8 ครั้ง จาก 25% เมื่อ 30 ม.ค. 2566 ถึง 100% เมื่อ 7 ก.ย. 2566" in said
    assert "100% เมื่อ 15 ส.ค. 2566" in said
    assert "ห่างแผนที่สุดเมื่อ 21 ส.ค. 2566 รายงาน 70% แผน 100%" in said
    assert "ไม่มีรายงาน 4 เดือน: ต.ค. 2565, พ.ย. 2565, ธ.ค. 2565, มี.ค. 2566" in said


def test_the_chart_keeps_the_grammar() -> None:
    page = html(drawn(assessed(REAL_REPORTS, curve(*REAL_PLAN))))
    outer = page[page.index("<svg") : page.index(">", page.index("<svg"))]
    assert 'role="img"' in outer
    assert re.search(r"<svg[^>]*>\s*<title>[^<]+</title>\s*<desc>[^<]+</desc>", page)
    assert "viewBox" not in outer
    assert "style=" not in page
    assert " id=" not in page
    assert page.count("<circle") == 8
    assert page.count("<rect x=") == 8
    assert page.count('class="none"') == 4


def test_a_stopped_project_without_a_plan() -> None:
    found = drawn(assessed(STOPPED, status="cancelled", lines=(4, 5)), 2564)
    assert [mark.is_stop for mark in found.marks] == [False, False, False, True, True]
    assert found.falls == "M271 80V90"
    assert [(str(drop.x), str(drop.y)) for drop in found.drops] == [("74.25", "85")]
    assert (found.planned, found.gap, found.late) == ("", "", "")
    assert set(kinds(found)) == {"cancelled", "fall", "reported", "no-plan"}
    page = html(found)
    assert page.count('class="stop"') == 2
    assert caption(page).startswith(
        "รายงานลดลง 1 ครั้ง มีข้อความยกเลิกเมื่อ 29 ก.ค. 2564 จาก 20% เหลือ 10% เมื่อ 29 มิ.ย. 2564"
    )
    assert "แผนไม่อยู่ในสำเนานี้" in caption(page)


def test_a_pause_is_called_a_pause() -> None:
    page = html(drawn(assessed(STOPPED, status="paused", lines=(5,)), 2564))
    assert "มีข้อความชะลอเมื่อ 30 ส.ค. 2564" in caption(page)
    assert ">ชะลอ</text>" in page


def test_evidence_of_another_status_makes_no_square() -> None:
    found = drawn(assessed(STOPPED, status="silent", lines=(5,)), 2564)
    assert not any(mark.is_stop for mark in found.marks)
    assert found.story.stop == ""


@pytest.mark.parametrize("why", NoCurve)
def test_each_reason_for_no_plan_is_said(why: NoCurve) -> None:
    page = html(drawn(assessed(STOPPED, why), 2564))
    assert "แผน" in caption(page)
    assert 'class="planned"' not in page


def test_the_caption_begins_with_what_happened() -> None:
    plan = curve(("2022-12-01", "50"), ("2023-09-01", "100"))
    cases: tuple[tuple[tuple[Told, ...], str, str], ...] = (
        ((("2023-01-01", "10"), ("2023-02-01", "20")), "below-all", "ต่ำกว่าแผนทั้ง 2 ครั้ง"),
        ((("2023-01-01", "50"), ("2023-02-01", "60")), "kept", "ไม่มีรายงานใดต่ำกว่าแผน"),
    )
    for told, kind, words in cases:
        found = drawn(assessed(told, plan))
        assert found.story.kind == kind
        assert words in caption(html(found))
    without: tuple[tuple[tuple[Told, ...], str, str], ...] = (
        ((("2023-01-01", "10"), ("2023-02-01", "10")), "level", "รายงานคงที่ที่ 10% ทั้ง 2 ครั้ง"),
        ((("2023-01-01", "10"), ("2023-02-01", "20")), "rose", "รายงานเพิ่มจาก 10% เป็น 20% ใน 2 ครั้ง"),
    )
    for told, kind, words in without:
        found = drawn(assessed(told))
        assert found.story.kind == kind
        assert words in caption(html(found))


def test_one_report_is_a_dot_without_a_line() -> None:
    found = drawn(assessed([("2023-05-01", "62.50")]))
    assert (found.reported, found.gap) == ("", "")
    page = html(found)
    assert 'class="reported" d=' not in page
    assert caption(page).startswith("มีรายงานเดียว 62.5% เมื่อ 1 พ.ค. 2566")
    assert "no-plan" in kinds(found)


def test_a_plan_without_reports_is_drawn() -> None:
    found = drawn(assessed([], curve(("2023-03-01", "30"), ("2023-09-30", "100"))))
    assert found.planned == "M0 100H151V70H364V0H365"
    assert kinds(found) == ["planned", "no-report"]
    assert caption(html(found)).startswith("ไม่มีรายงานที่วาดเป็นเส้นได้")


def test_with_nothing_to_draw_there_is_no_chart() -> None:
    assert plot(assessed([]), 2566) is None
    assert plot(assessed([("", "50")]), 2566) is None
    assert plot(assessed([], curve(("2023-03-01", "100"))), None) is None


def test_without_a_year_the_newest_report_tells_it() -> None:
    found = drawn(assessed([("2022-09-30", "5"), ("2022-10-01", "10")]), None)
    assert found.year == 2566


def test_reports_outside_the_year_stand_at_the_edge() -> None:
    told = (("2022-09-20", "5"), ("2023-01-05", "40"), ("2023-11-03", "100"))
    found = drawn(assessed(told, curve(("2023-03-01", "50"), ("2023-12-31", "100"))))
    assert [(str(mark.x), mark.is_held) for mark in found.marks] == [
        ("0", True),
        ("26.3", False),
        ("100", True),
    ]
    said = caption(html(found))
    assert "นอกปีงบประมาณวาดไว้ที่ขอบ: 5% เมื่อ 20 ก.ย. 2565, 100% เมื่อ 3 พ.ย. 2566" in said
    assert "แผนสิ้นสุดหลังปีงบประมาณ เมื่อ 31 ธ.ค. 2566" in said
    assert found.planned.endswith("V50H365")
    assert [month.state for month in found.months].count("has") == 1


def test_percents_outside_the_scale_are_held_and_said() -> None:
    found = drawn(assessed([("2023-01-05", "-5"), ("2023-02-05", "120")]))
    assert [(str(mark.y), mark.is_held) for mark in found.marks] == [("100", True), ("0", True)]
    assert "-5" not in html(found)
    assert "−5% เมื่อ 5 ม.ค. 2566, 120% เมื่อ 5 ก.พ. 2566" in caption(html(found))


def test_reports_that_cannot_be_read_are_counted() -> None:
    told = (("2023-01-05", "5"), ("2023-01-06", ""), ("", "7"))
    assert "อ่านไม่ได้ 2 รายการ ไม่อยู่ในภาพ" in caption(html(drawn(assessed(told))))


def test_months_after_the_record_are_not_silent() -> None:
    found = drawn(assessed([("2022-12-01", "30")], as_of="2023-03-14"))
    states = [month.state for month in found.months]
    assert states == ["none", "none", "has", "none", "none", "none", *["later"] * 6]
    assert found.as_of_day == date(2023, 3, 14)
    assert "as-of" in kinds(found)
    assert "จุดคือเดือนหลังวันที่ของบันทึก" in caption(html(found))


def test_the_day_of_the_newest_report_needs_no_line() -> None:
    assert drawn(assessed([("2022-12-01", "30")], as_of="2022-12-01")).as_of is None


def test_two_falls_are_both_marked_and_two_reports_of_one_day_stand_upright() -> None:
    told = (("2023-01-05", "50"), ("2023-01-05", "40"), ("2023-03-05", "45"), ("2023-05-05", "1"))
    found = drawn(assessed(told))
    assert found.falls == "M96 50V60M216 55V99"
    assert found.reported == "M96 50V60H155V55H216V99"
    assert "ลดลง 2 ครั้ง" in spoken(html(found))


def test_many_falls_are_marked_and_few_are_named() -> None:
    told = [
        (f"2023-{month:02}-0{day}", "50" if day == 1 else "30")
        for month in range(1, 8)
        for day in (1, 2)
    ]
    found = drawn(assessed(told))
    assert len(found.drops) == 7
    assert kinds(found).count("fall") <= 3


def days() -> st.SearchStrategy[str]:
    first = date(2022, 7, 1)
    return st.integers(0, 550).map(lambda days: (first + timedelta(days)).isoformat())


def tellings() -> st.SearchStrategy[list[Told]]:
    percent = st.decimals(-10, 130, places=2).map(str)
    return st.lists(st.tuples(days(), percent), max_size=14).map(sorted)


def plans() -> st.SearchStrategy[list[Told]]:
    return st.lists(days(), min_size=1, max_size=6).map(
        lambda found: [
            (day, str(100 * place // len(found)))
            for place, day in enumerate(sorted(found), start=1)
        ]
    )


@settings(max_examples=60)
@given(tellings(), plans(), st.booleans())
def test_any_chart_can_be_drawn(told: list[Told], plan: list[Told], has_plan: bool) -> None:  # noqa: FBT001
    found = plot(assessed(told, curve(*plan) if has_plan else NoCurve.WEIGHTS), 2566)
    assert (found is None) == (not told and not has_plan)
    if found is None:
        return
    page = html(found)
    assert found == plot(assessed(told, curve(*plan) if has_plan else NoCurve.WEIGHTS), 2566)
    for number in numbers(page):
        assert re.fullmatch(r"-?\d{1,3}(\.\d{1,2})?", number)
    for one, other in combinations(found.labels, 2):
        if "fall" in (one.kind, other.kind):
            for size in SIZES:
                mine, its = (text_box(label.kind, label.spot, size) for label in (one, other))
                assert overlap(mine, (its,)) == 0


def numbers(page: str) -> Iterator[str]:
    """Every figure of the drawing."""
    for value in re.findall(r' (?:[xyd]|[xy][12]|c[xy]|d[xy]|width|height)="([^"]*)"', page):
        yield from re.findall(r"-?[\d.]+(?:E[+-]?\d+)?", value)


def test_a_label_gives_way_to_a_more_important_one() -> None:
    here = Spot(Decimal(50), Decimal(50), 0, 0, "middle")
    there = Spot(Decimal(50), Decimal(80), 0, 0, "middle")
    labels = place(
        [
            Wanted("late", 3, (here,)),
            Wanted("worst", None, (here, there)),
            Wanted("fall", None, (here,), is_needed=False),
        ],
        (),
    )
    assert [(label.kind, label.spot) for label in labels] == [("late", here), ("worst", there)]


def test_a_label_that_is_needed_drives_out_one_that_is_not() -> None:
    here = Spot(Decimal(50), Decimal(50), 0, 0, "middle")
    wanted = [Wanted("fall", None, (here,), is_needed=False), Wanted("planned", None, (here,))]
    assert [label.kind for label in place(wanted, ())] == ["planned"]
