"""The list of agencies, and their pages."""

import re
from datetime import date
from decimal import Decimal

import pytest

from generator.corpus import Corpus
from generator.publish.artifacts import Page
from generator.publish.places import agencies
from generator.publish.places.agencies import AgencyView, Neighbours, index, neighbours, view
from generator.publish.rows import Years
from tests.publish.invented import Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages, listed

PATHUM_WAN = (
    Invented(title="เฝ้าระวังโรค", reports=(("2022-08-31", "60"),)),
    Invented(code="50050000-3411", title="ขุดคลอง", year=2566, percent="33.33", contact=None),
    Invented(code="50050000-3412", title="กวาดถนน", percent="150"),
    Invented(code="50050000-3413", title="กำจัดขยะ", percent=None),
)


def pathum_wan(*dumps: Invented) -> AgencyView:
    """The page of the one agency these dumps have."""
    corpus = corpus_of(*dumps)
    ((agency, entries),) = corpus.agencies.items()
    return view(corpus, agency, Neighbours(), listed(entries))


def agency_page(corpus: Corpus) -> Page:
    """The page of the one agency of this corpus."""
    _, (_, page), *_ = html_pages(agencies.pages(corpus, site())).items()
    return page


def test_the_list_is_in_thai_order_and_ends_with_the_unknown() -> None:
    found = index(
        corpus_of(
            *PATHUM_WAN,
            Invented(code="50330000-0001", agency="สำนักงานเขตคลองเตย"),
            Invented(code="50990000-0001", agency=None),
            Invented(code="08000000-0001", agency="สำนักอนามัย"),
            Invented(code="99990000-0001", agency=None),
            Invented(code=None, agency=None),
        )
    )
    assert [(one.number, one.name, one.count) for one in found.districts] == [
        ("", "คลองเตย", 1),
        ("", "ปทุมวัน", 4),
        ("50990000", None, 1),
    ]
    assert [(one.number, one.name, one.url) for one in found.departments] == [
        ("", "สำนักอนามัย", "/departments/08000000/"),
        ("99990000", None, "/departments/99990000/"),
        ("", None, "/departments/unknown/"),
    ]


def test_the_average_says_of_how_many_and_what_it_leaves_out() -> None:
    average = pathum_wan(*PATHUM_WAN).average
    assert (average.mean, average.n, average.left_out) == (Decimal("46.7"), 2, 2)
    assert average.is_of_few


def test_projects_are_in_thai_order_with_their_percent_as_typed() -> None:
    projects = pathum_wan(*PATHUM_WAN).projects.projects.rows
    assert [(one.title, one.percent) for one in projects] == [
        ("กวาดถนน", Decimal(150)),
        ("กำจัดขยะ", None),
        ("ขุดคลอง", Decimal("33.33")),
        ("เฝ้าระวังโรค", Decimal(60)),
    ]
    assert [one.bar for one in projects] == [100, 0, Decimal("33.33"), 60]
    assert projects[3].url == "/projects/50050000-3410/"


def test_facts_of_an_agency() -> None:
    found = pathum_wan(*PATHUM_WAN)
    assert (found.code, found.english, found.area) == ("50050000", "Pathum Wan", "กรุงเทพใต้")
    assert found.years_span == Years(2565, 2566)
    assert found.last_report == date(2022, 8, 31)
    assert [(one.name, one.count) for one in found.years] == [(2566, 1), (2565, 3)]


def test_sections_fold_their_spellings_and_tell_what_was_inferred() -> None:
    found = pathum_wan(
        *PATHUM_WAN,
        Invented(code="50050000-3414", contact="ฝ่ายสํารวจ"),
        Invented(code="50050000-3415", contact="ฝ่ายสำรวจ"),
        Invented(code="50050000-3416", contact=None, units="50050700"),
    )
    assert [(one.name, one.count, one.url) for one in found.sections] == [
        ("ฝ่ายการศึกษา", 1, "/projects/50050000-3416/"),
        ("ฝ่ายโยธา", 2, None),
        ("ฝ่ายสำรวจ", 2, None),
        (None, 2, None),
    ]
    assert found.inferred_sections == 1


def test_a_section_nobody_names_is_known_by_its_digits() -> None:
    found = pathum_wan(
        *(Invented(code=f"50050000-00{i}", contact=None, units="50050900") for i in (10, 11)),
        PATHUM_WAN[0],
    )
    assert [(one.number, one.name, one.url) for one in found.sections] == [
        ("", "ฝ่ายโยธา", "/projects/50050000-3410/"),
        ("09", None, "/districts/50050000/sections/09/"),
    ]


def test_the_page_says_all_that() -> None:
    corpus = corpus_of(*PATHUM_WAN)
    page = agency_page(corpus)
    assert page.path == "districts/50050000/index.html"
    shown = words(html(page))
    assert "จาก 4 โครงการ ครบ 100% แล้ว 1 โครงการ" in shown
    assert "ไม่มีโครงการใดที่เทียบกับแผนได้ สถานะคำนวณอย่างไร" in shown
    assert "ไม่มีฉบับใดใน 1 รายงานบอกปัญหาหรืออุปสรรค" in shown
    assert "150%" in shown
    assert "ไม่ทราบฝ่าย" in shown
    assert 'compare/?district=50050000"' in html(page)


def test_the_average_is_told_from_five_projects_on() -> None:
    more = tuple(Invented(code=f"50050000-342{i}") for i in range(3))
    shown = words(html(agency_page(corpus_of(*PATHUM_WAN, *more))))
    assert "รายงานเฉลี่ย 54.7% จาก 5 โครงการที่มีร้อยละ" in shown
    assert "ไม่นับ 2 โครงการ" in shown


@pytest.mark.parametrize(
    ("dump", "path", "said"),
    [
        (Invented(code=None, agency=None), "unknown", "ไม่ทราบหน่วยงาน"),
        (Invented(code="99990000-0001", agency=None), "99990000", "หน่วยงานรหัส 99990000"),
    ],
)
def test_an_agency_nobody_names_has_a_page(dump: Invented, path: str, said: str) -> None:
    page = agency_page(corpus_of(dump))
    assert page.path == f"departments/{path}/index.html"
    assert f"<h1>{said}</h1>" in html(page)


def test_a_log_without_reports_is_not_a_missing_log() -> None:
    empty = Invented(code="50050000-3411", log=True)
    rows = pathum_wan(*PATHUM_WAN[:1], PATHUM_WAN[3], empty).projects.projects.rows
    assert [one.holds_log for one in rows] == [False, True, True]
    page = agency_page(corpus_of(empty))
    assert "ไม่มีรายงาน 60%" in words(html(page))


def test_the_status_leads_to_the_projects_that_have_it() -> None:
    found = pathum_wan(*PATHUM_WAN, Invented(code="50050000-3414", percent="0"))
    assert [(one.status, one.count, one.url) for one in found.status.rows] == [
        ("completed", 1, "/projects/50050000-3412/"),
        ("under-way", 2, "/districts/50050000/statuses/under-way/"),
        ("not-started", 1, "/projects/50050000-3414/"),
        ("unknown", 1, "/projects/50050000-3413/"),
    ]


def test_the_newest_problems_are_shown_and_all_are_counted() -> None:
    troubled = Invented(
        reports=tuple((f"2022-0{month}-15", "60") for month in (8, 7, 6, 5, 4)),
        problem="ผู้รับจ้างขาดแรงงาน",
    )
    found = pathum_wan(troubled)
    assert [one.day for one in found.setbacks] == [date(2022, month, 15) for month in (8, 7, 6)]
    assert found.setback_count == 5
    shown = html(agency_page(corpus_of(troubled)))
    assert '<a href="problems/">' in shown
    assert "อุปสรรคทั้งหมด 5 ฉบับ" in shown


def test_neighbours_are_of_one_kind_and_never_the_unknown() -> None:
    corpus = corpus_of(
        *PATHUM_WAN,
        Invented(code="50330000-0001", agency="สำนักงานเขตคลองเตย"),
        Invented(code="50110000-0001", agency="สำนักงานเขตบางกะปิ"),
        Invented(code="08000000-0001", agency="สำนักอนามัย"),
        Invented(code=None, agency=None),
    )
    around = {agency.code: one for agency, one in neighbours(corpus.agencies).items()}
    earlier, later = around["50110000"].earlier, around["50110000"].later
    assert earlier
    assert earlier.url == "/districts/50330000/"
    assert later
    assert later.label == "สำนักงานเขตปทุมวัน"
    assert around["50330000"].earlier is None
    assert around["08000000"] == around["unknown"] == Neighbours()
    page = html_pages(agencies.pages(corpus, site()))["/districts/50110000/"]
    assert "ก่อนหน้า สำนักงานเขตคลองเตย ถัดไป สำนักงานเขตปทุมวัน" in words(html(page))


def test_a_group_of_agencies_begins_with_what_is_behind_and_stopped() -> None:
    stopped = Invented(
        code="50110000-0001",
        agency="สำนักงานเขตบางกะปิ",
        text="ยกเลิกโครงการ",
        reports=(("2022-08-15", "10"),),
    )
    found, _ = index(corpus_of(*PATHUM_WAN, stopped)).districts
    assert (found.name, found.count, found.behind, found.stopped) == ("บางกะปิ", 1, 0, 1)
    assert found.bar == (("stop", Decimal(0), Decimal(25)),)


def test_the_bars_of_districts_and_departments_have_one_scale() -> None:
    health = Invented(code="08000000-0001", agency="สำนักอนามัย")
    found = index(corpus_of(*PATHUM_WAN, health))
    assert [one.share for one in (*found.districts, *found.departments)] == [100, 25]


def test_an_inferred_title_is_said_to_be_so() -> None:
    stripped = Invented(code=None, units="50050700", rationale="จึงได้จัดทำโครงการล้างตลาดขึ้น")
    page = agency_page(corpus_of(stripped))
    assert 'class="inferred">ล้างตลาด</a>' in html(page)
    assert "ชื่อที่ขีดเส้นประ 1 ชื่อ" in words(html(page))


def test_no_project_at_all_is_said() -> None:
    (page,) = agencies.pages(corpus_of(), site())
    assert "ยังไม่มีโครงการ" in words(html(page))


def test_a_row_of_a_list_is_lean() -> None:
    long = Invented(title="ก" * 50, reports=(("2022-08-31", "60"),))
    page = agency_page(corpus_of(long))
    row, *_ = re.findall(r'<tr><th scope="row"><a .*?(?=<tr>|</tbody>)', html(page), re.DOTALL)
    assert "ก" * 50 in row
    assert len(row.encode()) <= 420
