"""Every problem and obstacle: which lines are one, by agency, by month, as data."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from generator.corpus import Corpus
from generator.dump.lines import Cited
from generator.publish.artifacts import Document, Page
from generator.publish.changes import problems
from generator.publish.changes.problems import ProblemListView, ProblemsView
from generator.publish.changes.setbacks import LONGEST, Setback, kind, setbacks
from tests.publish.invented import Invented, html, site, words
from tests.publish.invented import corpus_of as invented
from tests.publish.sample import sample
from tests.publish.whole import HEADED, corpus_of, headed, page_of

PROBLEM = "ปัญหาของโครงการ :ไม่มี"
OBSTACLE = "อุปสรรคของโครงการ :-"
TROUBLED = headed((PROBLEM, "ปัญหาของโครงการ :ฝนตกหนัก"), (OBSTACLE, "อุปสรรคของโครงการ :ดินแข็ง"))


def troubled(*changes: tuple[str, str]) -> Corpus:
    text = TROUBLED
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return corpus_of({"1.txt": text})


def made(corpus: Corpus) -> dict[str, Page]:
    return {one.path: one for one in problems.pages(corpus, site()) if isinstance(one, Page)}


def views(corpus: Corpus) -> Iterator[ProblemListView]:
    for one in made(corpus).values():
        view = one.view()
        if isinstance(view, ProblemListView):
            yield view


def index(corpus: Corpus) -> ProblemsView:
    view = made(corpus)["problems/index.html"].view()
    assert isinstance(view, ProblemsView)
    return view


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "absent"),
        ("", "blank"),
        ("-", "dash"),
        (" – . ", "dash"),
        ("ไม่มี", "none"),
        ("- ไม่มี -", "none"),
        ("ไม่มีปัญหา", "none"),
        ("ไม่มีปัญหาและอุปสรรค", "none"),
        ("ยังไม่มีปัญหาใด ๆ", "none"),
        ("ไม่มีพื้นที่จัดงาน", "text"),
        ("ฝนตก", "text"),
        ("COVID-19", "text"),
    ],
)
def test_which_lines_name_a_problem(text: str | None, told: str) -> None:
    assert kind(None if text is None else Cited(text, None)) == told


def test_a_report_leads_to_its_place_and_its_lines() -> None:
    (one,) = setbacks(troubled().entries)
    assert one.problem
    assert one.obstacle
    assert (one.problem.text, one.obstacle.text, one.is_same) == ("ฝนตกหนัก", "ดินแข็ง", False)
    assert one.day == date(2023, 8, 21)
    assert one.url == "/projects/50050000-3410/#r-2023-08-21"
    page = page_of(TROUBLED)
    assert 'id="r-2023-08-21"' in page
    assert TROUBLED.splitlines()[(one.problem.lines or (0,))[0] - 1].endswith("ฝนตกหนัก")


def test_the_same_words_stand_there_once() -> None:
    corpus = troubled((":ดินแข็ง", ":ฝนตก  หนัก"), (":ฝนตกหนัก", ":ฝนตก หนัก"))
    (one,) = setbacks(corpus.entries)
    assert one.is_same
    text = words(html(made(corpus)["districts/50050000/problems/index.html"]))
    assert text.count("ฝนตก") == 1
    assert "ปัญหาและอุปสรรค ฝนตก หนัก" in text


def test_a_long_text_is_cut_in_the_list_and_whole_in_the_data() -> None:
    long = "ก" * (LONGEST + 50)
    corpus = troubled((":ฝนตกหนัก", f":{long}"))
    (one,) = setbacks(corpus.entries)
    assert one.problem
    assert one.problem.is_cut
    assert len(one.problem.text) <= LONGEST
    (row,) = data(corpus, "problems/problems.json")
    assert row["problem"] == long


def data(corpus: Corpus, path: str) -> list[dict[str, object]]:
    found = {one.path: one for one in problems.pages(corpus, site()) if isinstance(one, Document)}
    told: list[dict[str, object]] = json.loads(found[path].body())
    return told


def test_every_list_has_its_data() -> None:
    whole = index(sample())
    lists = [(view.files, view.leaf.count) for view in views(sample())]
    for files, count in ((whole.files, whole.count), *lists):
        rows = data(sample(), files.json[1:])
        assert len(rows) == count
        assert list(rows[0]) == list(problems.COLUMNS)


def test_the_table_is_the_records() -> None:
    found = {
        one.path: one.body()
        for one in problems.pages(sample(), site())
        if isinstance(one, Document)
    }
    table = found["problems/problems.csv"].decode("utf-8-sig")
    rows = [*csv.DictReader(io.StringIO(table, newline=""))]
    records = json.loads(found["problems/problems.json"])
    assert [row["report"] for row in rows] == [one["report"] for one in records]


def test_agencies_and_months_each_hold_all_of_them() -> None:
    whole = setbacks(sample().entries)
    listed = [view for view in views(sample()) if view.leaf.number == 1]
    agencies = sum(view.leaf.count or 0 for view in listed if view.agency)
    assert agencies == len(whole) == index(sample()).count
    told = index(sample())
    assert sum(one.count for one in told.years) + told.undated.count == len(whole)
    months = {month.url for year in told.years for month in year.months if month.count > 1}
    assert months == {view.leaf.list_url for view in listed if view.month}


def test_an_agency_goes_by_month_and_a_month_by_agency() -> None:
    for view in views(sample()):
        for part in view.parts:
            assert (part.agency is None) == (view.agency is not None)
            for row in part.rows:
                assert row.day is None or part.month in {None, (row.day.year, row.day.month)}
        days = [row.day or date.min for part in view.parts for row in part.rows]
        assert view.month or days == sorted(days, reverse=True)


def test_a_month_of_one_report_leads_to_the_report() -> None:
    told = index(troubled())
    (month,) = [one for year in told.years for one in year.months if one.count]
    assert month.url == "/projects/50050000-3410/#r-2023-08-21"
    assert not [path for path in made(troubled()) if path.startswith("problems/2")]


def test_long_lists_go_on_other_pages() -> None:
    row = setbacks(troubled().entries)[0]
    many = tuple(replace(row, day=date(2000 + i, 1, 1)) for i in range(101))
    pages = [one for one in problems.of_agency(row.agency, many) if isinstance(one, Page)]
    assert [one.path for one in pages] == [
        "districts/50050000/problems/index.html",
        "districts/50050000/problems/page-2/index.html",
        "districts/50050000/problems/page-3/index.html",
    ]
    last = pages[2].view()
    assert isinstance(last, ProblemListView)
    assert (last.leaf.first, last.leaf.last, last.leaf.next) == (101, 101, None)
    assert 'aria-current="page"' in html(pages[2])


def test_a_day_that_cannot_be_read_has_its_own_list() -> None:
    corpus = troubled(("(2023-08-21)", "(0000-00-00)"))
    told = index(corpus)
    assert told.undated.count == 1
    assert told.years == ()
    assert "ไม่ทราบวันที่" in words(html(made(corpus)["problems/index.html"]))
    row: Setback = setbacks(corpus.entries)[0]
    (page, *_) = problems.of_month("unknown", (row, row))
    assert "ไม่ทราบวันที่" in words(html(page))


def test_the_silences_are_counted_apart() -> None:
    told = index(corpus_of({"1.txt": HEADED}))
    assert told.count == 0
    problem, obstacle = told.silences
    assert problem.counts == (0, 1, 0, 1, 0)
    assert obstacle.counts == (0, 0, 1, 0, 1)


def test_without_any_the_page_says_so() -> None:
    for corpus in (invented(), invented(Invented()), corpus_of({"1.txt": HEADED})):
        (page,) = made(corpus).values()
        assert "ยังไม่มีรายงาน" in words(html(page))


def test_an_agency_without_a_name_is_listed_by_its_code() -> None:
    corpus = troubled(("สำนักงานเขตปทุมวัน : (2566)", " : (2566)"), ("50050000-3410", "99990000-3410"))
    told = index(corpus)
    assert [(one.number, one.name) for one in (*told.districts, *told.departments)] == [
        ("99990000", None)
    ]
