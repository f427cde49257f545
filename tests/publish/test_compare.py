"""The districts beside each other."""

import csv
import json
from decimal import Decimal

from generator.publish.artifacts import Document
from generator.publish.groups import FEW
from generator.publish.places import compare
from generator.publish.places.compare import MEASURES, Column, CompareView, Value, view
from tests.publish.invented import Invented, corpus_of, html, site, words

PATHUM_WAN, BANG_KAPI = ("50050000", "สำนักงานเขตปทุมวัน"), ("50110000", "สำนักงานเขตบางกะปิ")


def district(of: tuple[str, str], *percents: str, first: int = 1000) -> list[Invented]:
    """A district's projects, one with each percent."""
    code, agency = of
    return [
        Invented(
            code=f"{code}-{first + n}",
            title=f"โครงการ {first + n}",
            agency=agency,
            percent=percent,
            reports=(("2022-08-31", percent),),
        )
        for n, percent in enumerate(percents)
    ]


def column(found: CompareView, code: str) -> list[Value]:
    """One measure of every district."""
    return [row.values[MEASURES.index(code)] for row in found.rows]


def test_districts_stand_by_name_and_departments_stay_out() -> None:
    health = Invented(code="08000000-1111", agency="สำนักอนามัย")
    found = view(corpus_of(*district(PATHUM_WAN, "1"), *district(BANG_KAPI, "1"), health))
    assert [(one.name, one.code, one.projects) for one in found.rows] == [
        ("บางกะปิ", "50110000", 1),
        ("ปทุมวัน", "50050000", 1),
    ]


def test_five_projects_make_a_rank_and_four_do_not() -> None:
    many, few = district(PATHUM_WAN, *["100"] * FEW), district(BANG_KAPI, *["50"] * (FEW - 1))
    third = [Invented(code=f"50330000-{n}", agency="สำนักงานเขตคลองเตย") for n in range(1000, 1005)]
    found = view(corpus_of(*many, *few, *third))
    assert column(found, "complete") == [
        Value(Decimal(0), 5, 2),
        Value(Decimal(0), 4, None),
        Value(Decimal(100), 5, 1),
    ]
    assert found.columns[MEASURES.index("complete")] == Column("complete", 2)


def test_equal_figures_share_a_rank() -> None:
    both = (*district(PATHUM_WAN, *["100"] * FEW), *district(BANG_KAPI, *["100"] * FEW))
    assert [one.rank for one in column(view(corpus_of(*both)), "complete")] == [1, 1]


def test_one_district_alone_has_no_rank() -> None:
    found = view(corpus_of(*district(PATHUM_WAN, *["100"] * FEW)))
    assert column(found, "complete") == [Value(Decimal(100), FEW, None)]


def test_what_cannot_be_told_is_no_figure() -> None:
    found = view(corpus_of(*district(PATHUM_WAN, "100")))
    assert column(found, "behind") == [Value(None, 0, None)]


def test_behaviour_counts_reports_and_months() -> None:
    found = view(corpus_of(*district(PATHUM_WAN, *["50"] * FEW)))
    (empty,), (findings,) = column(found, "empty"), column(found, "findings")
    assert (empty.value, empty.n) == (Decimal(100), FEW)
    assert findings.n == FEW


def test_the_page_says_n_beside_every_figure() -> None:
    page, *_ = compare.pages(corpus_of(*district(PATHUM_WAN, "100", "40")), site())
    shown = words(html(page))
    assert "ปทุมวัน 2 โครงการ" in shown
    assert "50% n 2" in shown
    assert "ลำดับ 1" not in shown


def test_the_page_asks_for_nothing_but_its_own_scripts() -> None:
    page, *_ = compare.pages(corpus_of(*district(PATHUM_WAN, "100")), site())
    assert "script-src 'self'; style-src" in html(page)


def test_no_district_is_said() -> None:
    page, *_ = compare.pages(corpus_of(), site())
    assert "ยังไม่มีโครงการของเขต" in words(html(page))
    assert "<table" not in html(page)


def test_the_table_is_there_as_data() -> None:
    corpus = corpus_of(*district(PATHUM_WAN, "100", "40"), Invented(code="50990000-1", agency=None))
    _, table, records = compare.pages(corpus, site())
    assert isinstance(table, Document)
    assert isinstance(records, Document)
    assert (table.path, records.path) == ("compare/districts.csv", "compare/districts.json")
    (first, *_) = csv.DictReader(table.body().decode("utf-8-sig").splitlines())
    (found, *_) = json.loads(records.body())
    assert (first["district"], first["complete"], first["complete_n"]) == ("ปทุมวัน", "50", "2")
    assert (found["complete"], found["complete_n"], found["complete_rank"]) == (50, 2, None)
    assert [str(found[key] if found[key] is not None else "") for key in first] == [*first.values()]
