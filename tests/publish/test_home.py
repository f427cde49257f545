"""The home page."""

import re
from datetime import date
from decimal import Decimal

from generator.publish import home
from generator.publish.home import NEWEST, view
from generator.publish.rows import Years
from tests.publish.invented import Invented, corpus_of, html, site, words
from tests.publish.whole import corpus_of as corpus_of_texts
from tests.publish.whole import headed

MIXED = (
    Invented(reports=(("2022-08-31", "60"), ("2022-07-29", "40"))),
    Invented(code="50110000-3411", title="ขุดคลอง", agency="สำนักงานเขตบางกะปิ", year=2566),
    Invented(
        code="08000000-3412",
        title="ตรวจตลาด",
        agency="สำนักอนามัย",
        year=2566,
        reports=(("2023-01-31", "x"), ("0000-00-00", "5")),
    ),
    Invented(code=None, agency=None, nodes=None),
)


def test_figures_leave_the_unknown_out_but_count_its_projects() -> None:
    counts = view(corpus_of(*MIXED)).counts
    assert (counts.projects, counts.agencies, counts.districts, counts.departments) == (4, 3, 2, 1)
    assert counts.span == Years(2565, 2566)


def test_the_figures_are_those_of_the_pages_they_lead_to() -> None:
    late = headed(("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 20.00 (2023-08-21)\n20.00"))
    counts = view(corpus_of_texts({"1.txt": late})).counts
    assert (counts.behind.count, counts.behind.n) == (1, 1)
    assert counts.behind_url == "/findings/behind-plan/"
    assert counts.silent_url == "/statuses/silent/"


def test_each_project_is_news_once_and_the_newest_day_comes_first() -> None:
    news = view(corpus_of(*MIXED)).news
    assert [(one.project.title, one.day) for one in news] == [
        ("ตรวจตลาด", date(2023, 1, 31)),
        ("ปรับปรุงทางเท้า", date(2022, 8, 31)),
    ]
    assert (news[0].percent, news[0].before) == (None, None)
    assert (news[1].percent, news[1].before) == (Decimal(60), Decimal(40))


def test_a_log_out_of_order_is_read_by_its_days() -> None:
    reports = (("2022-07-29", "40"), ("2022-08-31", "60"), ("2022-06-30", "20"))
    (news,) = view(corpus_of(Invented(reports=reports))).news
    assert (news.percent, news.before) == (Decimal(60), Decimal(40))


def test_news_stop_and_go_by_title_on_the_same_day() -> None:
    dumps = (
        Invented(code=f"50050000-{n}", title=f"โครงการ {n}", reports=(("2022-08-31", "1"),))
        for n in range(3000, 3015)
    )
    titles = [one.project.title for one in view(corpus_of(*dumps)).news]
    assert titles == [f"โครงการ {n}" for n in range(3000, 3000 + NEWEST)]


def test_examples_are_things_that_are_there() -> None:
    assert view(corpus_of(*MIXED)).examples == ("ปทุมวัน", "08000000-3412")
    assert view(corpus_of(Invented(code=None, reports=(("2022-08-31", "1"),)))).examples == (
        "ปทุมวัน",
    )
    assert view(corpus_of()).examples == ()


def test_the_day_of_the_records_is_the_newest() -> None:
    assert view(corpus_of(*MIXED)).as_of == date(2023, 1, 31)
    assert view(corpus_of(Invented())).as_of is None


def test_departments_end_with_the_unknown() -> None:
    departments = view(corpus_of(*MIXED)).departments
    assert [(one.name, one.url, one.count) for one in departments] == [
        ("สำนักอนามัย", "/departments/08000000/", 1),
        (None, "/departments/unknown/", 1),
    ]


def test_the_tree_has_two_levels_and_one_scale() -> None:
    new, old = view(corpus_of(*MIXED, Invented(code="50050000-1111"))).trees
    assert [(one.side.name, one.side.count, one.side.share) for one in old.branches] == [
        ("มหานครปลอดภัย", 2, Decimal(100)),
        ("มหานครสีเขียว", 0, Decimal(0)),
    ]
    assert [[one.name for one in branch.dimensions] for branch in old.branches] == [
        ["ปลอดมลพิษ"],
        [],
    ]
    assert [one.side.count for one in new.branches] == [2, 0]


def test_the_page_says_its_figures() -> None:
    (page,) = home.pages(corpus_of(*MIXED), site())
    shown = words(html(page))
    assert "4 โครงการ 2565–2566" in shown
    assert "3 หน่วยงาน 2 เขต 1 สำนัก" in shown
    assert "0 เคยต่ำกว่าแผน 10 จุดขึ้นไป จาก 0 ที่เทียบแผนได้" in shown
    assert "ข้อมูล ณ 31 มกราคม 2566" in shown
    assert "40% เป็น 60%" in shown
    assert "ลองค้น ปทุมวัน 08000000-3412 หรือเลือกดูตาม เขต สำนัก" in shown
    assert "ไม่ระบุยุทธศาสตร์ 1 โครงการ" in shown


def test_the_search_box_stands_before_everything_else() -> None:
    (page,) = home.pages(corpus_of(*MIXED), site())
    made = html(page)
    assert made.index('role="search"') < made.index("<section")
    assert re.search(r'href="search/\?q=%E0%B8%9B', made)


def test_nothing_at_all_makes_a_sensible_page() -> None:
    (page,) = home.pages(corpus_of(), site())
    shown = words(html(page))
    assert "0 โครงการ" in shown
    assert "ยังไม่มีรายงานความคืบหน้า" in shown
    assert "ยังไม่มีโครงการของเขต" in shown
    assert "ข้อมูล ณ" not in shown
    assert "ลองค้น" not in shown
