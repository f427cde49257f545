"""How projects are reported on, always with n."""

from decimal import Decimal

from generator.publish.places import agencies
from generator.publish.places.behaviour import behaviour
from tests.publish.invented import Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages

REPORTED = Invented(
    year=2566,
    text="ปลูกแล้ว",
    reports=(("2023-02-10", "40"), ("2022-12-05", "20"), ("2022-10-10", "5")),
)
"""October, December; November and January without; February is the record's own month."""
STRIPPED = Invented(
    code=None, agency=None, percent=None, units="50050700", reports=(("2023-02-10", "40"),)
)


def several(count: int, like: Invented = REPORTED) -> tuple[Invented, ...]:
    """Projects of different codes that say the same."""
    fields = {name: getattr(like, name) for name in like.__slots__}
    return tuple(Invented(**{**fields, "code": f"50050000-{i:04}"}) for i in range(1, count + 1))


def test_months_with_a_report_of_those_in_which_one_could_stand() -> None:
    found = behaviour(corpus_of(REPORTED).entries)
    assert (found.months.count, found.months.n, found.dated) == (2, 4, 1)
    assert found.months.share == 50


def test_stripped_copies_are_left_out_and_counted() -> None:
    found = behaviour(corpus_of(REPORTED, STRIPPED).entries)
    assert (found.projects, found.stripped, found.months.n, found.empty.n) == (1, 1, 4, 3)
    only = behaviour(corpus_of(STRIPPED).entries)
    assert (only.projects, only.findings, only.months.share) == (0, None, None)


def test_reports_without_a_word_and_runs_of_one_text() -> None:
    blank = Invented(code="50050000-0009", year=2566, reports=(("2023-02-10", "40"),))
    found = behaviour(corpus_of(REPORTED, blank).entries)
    assert (found.empty.count, found.empty.n) == (1, 4)
    assert (found.repeated.count, found.repeated.n) == (3, 4)


def test_findings_are_counted_by_rule_not_by_place() -> None:
    (entry,) = corpus_of(REPORTED).entries
    rules = [one.rule for one in entry.assessment.findings]
    assert rules.count("month-without-report") == 2
    assert behaviour((entry,)).findings == len(set(rules))


def test_the_months_of_a_year_are_drawn_from_five_projects_on() -> None:
    assert behaviour(corpus_of(*several(4)).entries).by_month == ()
    found = behaviour(corpus_of(*several(5)).entries)
    assert [one.month for one in found.by_month] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [(one.reported.count, one.reported.n) for one in found.by_month[:5]] == [
        (5, 5),
        (0, 5),
        (5, 5),
        (0, 5),
        (0, 0),
    ]
    assert [one.top for one in found.by_month[:2]] == [0, 100]
    assert [one.middle for one in found.by_month[::11]] == [Decimal("4.17"), Decimal("95.83")]
    assert found.least is None


def test_the_month_with_the_fewest_reports_is_named_if_there_is_one() -> None:
    often = Invented(
        year=2566,
        text="ทำต่อ",
        reports=(
            ("2023-02-10", "4"),
            ("2023-01-10", "3"),
            ("2022-12-10", "2"),
            ("2022-10-10", "1"),
        ),
    )
    corpus = corpus_of(*several(5, often))
    assert behaviour(corpus.entries).least == 11
    shown = words(html(html_pages(agencies.pages(corpus, site()))["/districts/50050000/"]))
    assert "เดือนที่มีรายงานน้อยที่สุดคือ พ.ย." in shown
    assert "ไม่มีกฎใดบอกเราว่าต้องรายงานทุกเดือน" in shown
    assert "จึงไม่ควรเทียบ" not in shown


def test_the_page_says_what_it_leaves_out_and_when_n_is_small() -> None:
    corpus = corpus_of(REPORTED, STRIPPED)
    shown = words(html(html_pages(agencies.pages(corpus, site()))["/districts/50050000/"]))
    assert "เดือนที่มีรายงาน 50% 4 เดือน" in shown
    assert "ไม่นับ 1 โครงการที่สำเนาถูกตัดหัวข้อ" in shown
    assert "น้อยกว่า 5 โครงการ" in shown
    only = corpus_of(STRIPPED)
    shown = words(html(html_pages(agencies.pages(only, site()))["/districts/50050000/"]))
    assert "จึงไม่คิดตัววัด" in shown
