"""The list of fiscal years, and their pages."""

from datetime import date
from decimal import Decimal

import pytest

from generator.publish import years
from generator.publish.years import Neighbour, Neighbours, Term, index, neighbours, term, view
from tests.publish.invented import Invented, corpus_of, html, site, words

DUMPS = (
    Invented(),
    Invented(code="50110000-0001", title="ขุดคลอง", agency="สำนักงานเขตบางกะปิ", percent="20"),
    Invented(code="08000000-0001", title="ตรวจตลาด", agency="สำนักอนามัย", year=2568),
    Invented(code="50050000-0001", agency=None, reports=(("2022-10-01", "10"),)),
    Invented(code=None, agency=None),
)


def test_years_are_newest_first_and_end_with_the_unknown() -> None:
    found = index(corpus_of(*DUMPS)).years
    assert [(one.name, one.count, one.url) for one in found] == [
        (2568, 1, "/years/2568/"),
        (2566, 1, "/years/2566/"),
        (2565, 2, "/years/2565/"),
        (None, 1, "/years/unknown/"),
    ]


def test_neighbours_are_the_nearest_years_with_a_project() -> None:
    around = neighbours(2566, (2568, 2566, 2565, None))
    assert around == Neighbours(Neighbour(2565, "/years/2565/"), Neighbour(2568, "/years/2568/"))
    assert neighbours(2568, (2568,)) == Neighbours(None, None)
    assert neighbours(None, (2568, None)) == Neighbours(None, None)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2566, Term(date(2022, 10, 1), date(2023, 9, 30))),
        (None, None),
        (10543, None),  # of a report typed as 9999-12-31
    ],
)
def test_the_term_of_a_year(year: int | None, expected: Term | None) -> None:
    assert term(year) == expected


def test_agencies_and_average_of_a_year() -> None:
    corpus = corpus_of(*DUMPS)
    found = view(2565, corpus.years[2565], Neighbours(None, None))
    assert [(one.name, one.count) for one in found.agencies] == [
        ("สำนักงานเขตบางกะปิ", 1),
        ("สำนักงานเขตปทุมวัน", 1),
    ]
    assert (found.average.mean, found.average.n) == (Decimal(40), 2)
    assert found.inferred == 0
    assert view(2566, corpus.years[2566], Neighbours(None, None)).inferred == 1


def test_the_page_of_a_year_says_its_days_in_both_eras() -> None:
    pages = {page.path: page for page in years.pages(corpus_of(*DUMPS), site())}
    shown = words(html(pages["years/2566/index.html"]))
    assert "1 ตุลาคม 2565 – 30 กันยายน 2566 (ค.ศ. 2022–2023)" in shown
    assert "1 โครงการอนุมานจากวันรายงาน" in shown
    assert "ปี 2565 ปี 2566 ปี 2568" in shown
    unknown = words(html(pages["years/unknown/index.html"]))
    assert "ไม่ทราบปีงบประมาณ" in unknown
    assert len(pages) == 5


def test_no_project_at_all_is_said() -> None:
    (page,) = years.pages(corpus_of(), site())
    assert "ยังไม่มีโครงการ" in words(html(page))
