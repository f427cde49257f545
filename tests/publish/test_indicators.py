"""Every indicator with the projects measured by it."""

import csv
import io
import json

from generator.corpus import Corpus
from generator.publish import trail
from generator.publish.artifacts import Document
from generator.publish.lists import indicators
from generator.publish.lists.indicators import IndicatorsView, IndicatorView
from tests.publish.invented import html, site, words
from tests.publish.listed import html_pages
from tests.publish.whole import CODE, corpus_of, headed

NAME = "ตัวชี้วัด : จำนวนต้นไม้"
TITLE = "ปลูกต้นไม้ริมคลอง : 50050000-3410"


def another(code: str, *changes: tuple[str, str]) -> str:
    """The dump as one of another project."""
    return headed((CODE, code), *changes)


def city(count: int, name: str = NAME) -> Corpus:
    """As many projects with one indicator."""
    dumps = {
        f"{one}.txt": another(f"50050000-{one:04}", (NAME, name.format(one=one)))
        for one in range(count)
    }
    return corpus_of(dumps)


def index(corpus: Corpus) -> IndicatorsView:
    view = html_pages(indicators.pages(corpus, site()))["/indicators/"].view()
    assert isinstance(view, IndicatorsView)
    return view


def documents(corpus: Corpus) -> dict[str, bytes]:
    every = indicators.pages(corpus, site())
    return {one.path: one.body() for one in every if isinstance(one, Document)}


def test_an_indicator_is_known_by_its_name_in_any_spelling() -> None:
    corpus = corpus_of(
        {
            "1.txt": headed(),
            "2.txt": another("50110000-0001", ("5005-2075", "5011-0007")),
            "3.txt": another("50110000-0002", (NAME, "ตัวชี้วัด : จํานวนต้นไม้")),
            "4.txt": another("50110000-0003", (NAME, "ตัวชี้วัด : จำนวนม้านั่ง")),
        }
    )
    trees, benches = index(corpus).rows
    assert (trees.name, trees.projects, trees.agencies) == ("จำนวนต้นไม้", 3, 2)
    assert (benches.name, benches.url) == ("จำนวนม้านั่ง", "/projects/50110000-0003/#indicators")
    assert trees.url.startswith("/indicators/")


def test_its_page_shows_what_each_copy_writes_and_its_lines() -> None:
    corpus = corpus_of(
        {"1.txt": headed(), "2.txt": another("50110000-0001", ("ต้น : 1,200", "ต้น : ๙๐๐"))}
    )
    (row,) = index(corpus).rows
    page = html_pages(indicators.pages(corpus, site()))[row.url]
    shown = words(html(page))
    assert "จำนวนต้นไม้ 2 โครงการ ของ 2 หน่วยงาน ปีงบประมาณ 2566" in shown
    assert "เป้าหมาย" in html(page)
    assert "1,200 เว้นว่าง ต้น" in shown
    assert "๙๐๐ เว้นว่าง ต้น" in shown
    assert "จึงไม่รวม ไม่จัดอันดับ และไม่สรุปว่าบรรลุ" in shown
    view = page.view()
    assert isinstance(view, IndicatorView)
    assert all(f"{one.raw[1:]}#L" in html(page) for one in view.rows)


def test_without_a_name_the_code_is_its_name_and_without_both_it_is_unknown() -> None:
    corpus = corpus_of(
        {
            "1.txt": headed((f"{NAME}\n", "")),
            "2.txt": another(
                "50050000-0001",
                (f"{NAME}\n", ""),
                ("รายละเอียดเกี่ยวกับตัวชี้วัด : 5005-2075\n", NAME + "\n"),
            ),
            "3.txt": another("50050000-0002", (NAME, "ตัวชี้วัด :"), (": 5005-2075", ":")),
        }
    )
    assert [one.name for one in index(corpus).rows] == ["5005-2075", "จำนวนต้นไม้", None]
    shown = words(html(html_pages(indicators.pages(corpus, site()))["/indicators/"]))
    assert "ไม่ทราบชื่อ" in shown


def test_one_project_may_have_an_indicator_twice() -> None:
    block = headed()
    start, end = block.index("รายละเอียดเกี่ยวกับตัวชี้วัด"), block.index("** ผลการประเมินโครงการ (ราย")
    twice = block[:end] + block[start:end] + block[end:]
    corpus = corpus_of({"1.txt": twice, "2.txt": another("50050000-0001")})
    (row,) = index(corpus).rows
    assert row.projects == 2
    view = html_pages(indicators.pages(corpus, site()))[row.url].view()
    assert isinstance(view, IndicatorView)
    assert len(view.rows) == 3


def test_long_lists_have_pages() -> None:
    many = html_pages(indicators.pages(city(60), site()))
    assert sorted(url.rpartition("page-")[2] for url in many if "page-" in url) == ["2/"]
    different = html_pages(indicators.pages(city(60, "ตัวชี้วัด : จำนวนที่ {one}"), site()))
    assert list(different) == ["/indicators/", "/indicators/page-2/"]
    assert "table.js" in html(different["/indicators/"])
    assert "60 ตัวชี้วัด ใน 60 โครงการ" in words(html(different["/indicators/"]))
    assert "ใน 60 โครงการ" not in words(html(different["/indicators/page-2/"]))


def test_data_holds_what_the_pages_show() -> None:
    corpus = corpus_of(
        {"1.txt": headed(), "2.txt": another("50110000-0001", ("ต้น : 1,200", "ต้น : มาก"))}
    )
    (row,) = index(corpus).rows
    files = documents(corpus)
    assert json.loads(files["indicators/indicators.json"]) == [
        {"name": "จำนวนต้นไม้", "projects": 2, "agencies": 2, "first_year": 2566, "last_year": 2566}
    ]
    records = json.loads(files[f"{row.url[1:]}indicator.json"])
    assert [(one["key"], one["target"], one["target_written"]) for one in records] == [
        ("50050000-3410", 1200, "1,200"),
        ("50110000-0001", None, "มาก"),
    ]
    text = files[f"{row.url[1:]}indicator.csv"].decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    for record, cells in zip(records, table, strict=True):
        shown = {name: "" if value is None else str(value) for name, value in record.items()}
        assert cells == shown


def test_no_indicator_at_all_is_said() -> None:
    (page,) = html_pages(indicators.pages(corpus_of({}), site())).values()
    assert "ยังไม่มีโครงการในสำเนานี้ที่บอกตัวชี้วัด" in words(html(page))
    assert trail.INDICATORS.url == "/indicators/"
