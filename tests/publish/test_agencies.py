"""The list of agencies, and their pages."""

import re
from datetime import date
from decimal import Decimal

import pytest

from generator.publish import agencies
from generator.publish.agencies import AgencyView, index, view
from generator.publish.rows import Years
from tests.publish.invented import Invented, corpus_of, html, site, words

PATHUM_WAN = (
    Invented(title="เฝ้าระวังโรค", reports=(("2022-08-31", "60"),)),
    Invented(code="50050000-3411", title="ขุดคลอง", year=2566, percent="33.33", contact=None),
    Invented(code="50050000-3412", title="กวาดถนน", percent="150"),
    Invented(code="50050000-3413", title="กำจัดขยะ", percent=None),
)


def pathum_wan(*dumps: Invented) -> AgencyView:
    """The page of the one agency these dumps have."""
    ((agency, entries),) = corpus_of(*dumps).agencies.items()
    return view(agency, entries)


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
    projects = pathum_wan(*PATHUM_WAN).projects.rows
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
    assert [(one.name, one.count) for one in found.sections] == [
        ("ฝ่ายการศึกษา", 1),
        ("ฝ่ายโยธา", 2),
        ("ฝ่ายสำรวจ", 2),
        (None, 2),
    ]
    assert found.inferred_sections == 1


def test_the_page_says_all_that() -> None:
    corpus = corpus_of(*PATHUM_WAN)
    _, page = agencies.pages(corpus, site())
    assert page.path == "districts/50050000/index.html"
    shown = words(html(page))
    assert "4 โครงการ รายงานเฉลี่ย 46.7% จาก 2 โครงการที่มีร้อยละ" in shown
    assert "ไม่นับ 2 โครงการ" in shown
    assert "150%" in shown
    assert "ไม่ทราบฝ่าย" in shown


@pytest.mark.parametrize(
    ("dump", "path", "said"),
    [
        (Invented(code=None, agency=None), "unknown", "ไม่ทราบหน่วยงาน"),
        (Invented(code="99990000-0001", agency=None), "99990000", "หน่วยงานรหัส 99990000"),
    ],
)
def test_an_agency_nobody_names_has_a_page(dump: Invented, path: str, said: str) -> None:
    _, page = agencies.pages(corpus_of(dump), site())
    assert page.path == f"departments/{path}/index.html"
    assert f"<h1>{said}</h1>" in html(page)


def test_a_log_without_reports_is_not_a_missing_log() -> None:
    empty = Invented(code="50050000-3411", log=True)
    rows = pathum_wan(*PATHUM_WAN[:1], PATHUM_WAN[3], empty).projects.rows
    assert [one.holds_log for one in rows] == [False, True, True]
    _, page = agencies.pages(corpus_of(empty), site())
    assert "60% ไม่มีรายงาน" in words(html(page))


def test_an_inferred_title_is_said_to_be_so() -> None:
    stripped = Invented(code=None, units="50050700", rationale="จึงได้จัดทำโครงการล้างตลาดขึ้น")
    _, page = agencies.pages(corpus_of(stripped), site())
    assert 'class="inferred">ล้างตลาด</a>' in html(page)
    assert "ชื่อที่ขีดเส้นประ 1 ชื่อ" in words(html(page))


def test_no_project_at_all_is_said() -> None:
    (page,) = agencies.pages(corpus_of(), site())
    assert "ยังไม่มีโครงการ" in words(html(page))


def test_a_row_of_a_list_is_lean() -> None:
    long = Invented(title="ก" * 50, reports=(("2022-08-31", "60"),))
    _, page = agencies.pages(corpus_of(long), site())
    row, *_ = re.findall(r'<tr><th scope="row"><a .*?</tr>', html(page))
    assert "ก" * 50 in row
    assert len(row.encode()) <= 450
