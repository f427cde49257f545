"""All rules with their counts, a page for each, and the words of every rule."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.assess.findings import RULES
from generator.assess.thresholds import THRESHOLDS, Thresholds
from generator.publish.artifacts import Document, Page
from generator.publish.rules import findings
from generator.publish.rules.findings import CHIPS, PLACES, CasesView, FindingsView, FindingView
from generator.publish.rules.scopes import scopes
from generator.publish.shares import Share
from generator.render.environment import environment
from tests.publish.invented import Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages
from tests.publish.sample import sample

CODES = tuple(rule.code for rule in RULES)
SCOPES = scopes(THRESHOLDS)
WORDS = Path(__file__).parents[2] / "templates" / "findings"
MACROS = ("title", "says", "rule", "formula", "limits", "counted")
DAY, NEXT = date(2023, 8, 15), date(2023, 9, 7)
D = Decimal

FIGURES: dict[str, tuple[dict[str, Decimal | int | str | date], ...]] = {
    "progress-falls": ({"from": D(20), "to": D(10), "points": D(10), "before": DAY, "day": NEXT},),
    "stopped-but-shown": (
        {"kind": "cancelled", "percent": D(10), "day": DAY},
        {"kind": "paused", "percent": D(10)},
    ),
    "result-after-cancel": ({"result": D(80), "target": D(100), "day": DAY}, {"result": D(80)}),
    "problem-denied": ({"reports": 3, "day": DAY}, {"reports": 1}),
    "repeated-text": ({"reports": 3, "first": DAY, "last": NEXT}, {"reports": 3}),
    "empty-report": ({"reports": 3, "of": 8},),
    "complete-without-text": ({"reports": 1, "day": DAY}, {"reports": 1}),
    "late-finish": ({"days": 23, "finished": NEXT, "planned_end": DAY},),
    "behind-plan": (
        {"reports": 7, "of": 8, "points": D(30), "reported": D(70), "planned": D(100), "day": DAY},
    ),
    "month-without-report": (
        {"months": 3, "first": date(2022, 10, 1), "last": date(2022, 12, 1)},
        {"months": 1, "first": date(2023, 3, 1), "last": date(2023, 3, 1)},
    ),
    "date-other-form": ({"written": "11/29/2020", "day": date(2020, 11, 29)},),
    "date-differs": (
        {"written": "07/09/2566", "said": NEXT, "day": DAY, "days": 23},
        {"written": "15/08/2566", "said": DAY, "day": NEXT, "days": -23},
    ),
    "date-unreadable": ({"written": "31/02/2566", "day": DAY}, {"written": "วันที่ 5"}),
    "strategy-missing": ({},),
    "strategy-cut": ({"number": "1.1.1", "characters": 84},),
    "header-missing": ({"fields": "title code agency year"}, {"fields": "year"}),
    "target-mismatch": ({"unit": "ร้อยละ85", "amount": D(85)},),
    "result-missing": ({"quarters": 4, "result": D(5)}, {"quarters": 4}),
    "one-day-steps": ({"steps": 5, "of": 5},),
    "weights-not-100": (
        {"sum": D("99.1"), "steps": 5, "unknown": 0},
        {"sum": D(90), "steps": 5, "unknown": 1},
    ),
    "plan-day-invalid": (
        {"step": 1, "reason": "empty", "which": "start", "written": ""},
        {"step": 1, "reason": "unreadable", "which": "end", "written": "0000-00-00"},
        {"step": 2, "reason": "reversed", "start": NEXT, "end": DAY},
    ),
    "header-differs": ({"header": D(60), "report": D(50), "day": DAY},),
    "percent-out-of-range": (
        {"percent": D(105), "where": "header"},
        {"percent": D(105), "where": "report", "day": DAY},
        {"percent": D(-5), "where": "report"},
    ),
    "reports-out-of-order": ({"above": DAY, "below": NEXT},),
    "reports-twice": ({"times": 2, "day": DAY}, {"times": 2}),
    "copies-differ": tuple(
        {"copy": "0a1b2c3d", "what": what, "times": 2}
        for what in (
            *("title", "agency", "year", "unit", "rationale", "objectives", "targets"),
            *("strategy", "plan", "indicators", "report", "gone"),
        )
    ),
    "codes-disagree": tuple(
        {"code": "50050000-3410", "other": "50060000-3410", "where": where}
        for where in ("link", "table", "unit", "second")
    ),
}
"""What a rule may tell, with and without what may be missing."""


def view_of(page: Page) -> FindingView:
    view = page.view()
    assert isinstance(view, FindingView)
    return view


def sample_pages() -> list[Page]:
    """The pages of the sample: the list, then the rules."""
    found = html_pages(findings.pages(sample(), site())).values()
    return [one for one in found if one.template != "pages/cases.html"]


def further(rule: str) -> list[str]:
    """The projects on the further pages of a rule of the sample."""
    found = html_pages(findings.pages(sample(), site()))
    views = [page.view() for url, page in found.items() if f"/{rule}/page-" in url]
    return [case.project.key for one in views if isinstance(one, CasesView) for case in one.cases]


def test_every_rule_has_its_words_and_its_scope() -> None:
    assert {path.stem for path in WORDS.glob("*.html")} == set(CODES)
    assert set(SCOPES) == set(CODES) == set(FIGURES)


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_a_rule(code: str) -> None:
    made = environment(site()).get_template(f"findings/{code}.html").module
    for macro in MACROS:
        assert hasattr(made, macro), macro
    told = [str(made.title()), str(made.rule(THRESHOLDS)), str(made.formula(THRESHOLDS))]  # type: ignore[attr-defined]
    told += [str(made.limits()), str(made.counted(THRESHOLDS))]  # type: ignore[attr-defined]
    for figures in FIGURES[code]:
        told.append(str(made.says(tuple(figures.items()))))  # type: ignore[attr-defined]
    for text in told:
        assert re.search("[ก-๙]", text), text
        assert not re.search(r"%\(|None|Decimal|datetime\.", text), text
        assert not re.search("ทุจริต|โกง|ผิดปกติ|ล้มเหลว|อันตราย|เตือน|โกหก", text), text


@pytest.mark.parametrize(
    ("code", "thresholds", "printed"),
    [
        ("behind-plan", replace(THRESHOLDS, behind_points=D("7.25")), "7.25"),
        ("repeated-text", replace(THRESHOLDS, repeated_run=17), "17"),
        ("strategy-cut", replace(THRESHOLDS, strategy_cut=71), "71"),
        ("weights-not-100", replace(THRESHOLDS, weights_tolerance=D("1.75")), "1.75"),
    ],
)
def test_the_printed_rule_says_the_configured_number(
    code: str, thresholds: Thresholds, printed: str
) -> None:
    made = environment(site()).get_template(f"findings/{code}.html").module
    assert printed in str(made.rule(thresholds))  # type: ignore[attr-defined]
    assert printed not in str(made.rule(THRESHOLDS))  # type: ignore[attr-defined]


def test_n_counts_by_the_configured_number() -> None:
    two = Invented(reports=(("2022-02-01", "10"), ("2022-01-01", "5")))
    (entry,) = corpus_of(two).entries
    for run, can_be_asked in ((2, True), (3, False)):
        asked = scopes(replace(THRESHOLDS, repeated_run=run))["repeated-text"]
        assert asked(entry) == can_be_asked


def test_counts_agree_with_the_corpus() -> None:
    index, *rules = sample_pages()
    listed = index.view()
    assert isinstance(listed, FindingsView)
    assert sorted(row.rule for part in listed.parts for row in part.rules) == sorted(CODES)
    counts = {row.rule: row.count for part in listed.parts for row in part.rules}
    for page in rules:
        view = view_of(page)
        held = [
            entry.project.key
            for entry in sample().entries
            if any(one.rule == view.rule for one in entry.assessment.findings)
        ]
        shown = [case.project.key for case in view.cases] + further(view.rule)
        assert shown == held, view.rule
        assert view.count == counts[view.rule]
        assert view.count.count == len(held) == sum(year.count.count for year in view.years)
        assert view.count.n == sum(year.count.n for year in view.years)
        assert view.count.n + view.left_out == len(sample().entries)
    assert listed.found == sum(bool(one.assessment.findings) for one in sample().entries)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_holds_only_where_it_can_be_asked(code: str) -> None:
    for entry in sample().entries:
        if any(one.rule == code for one in entry.assessment.findings):
            assert SCOPES[code](entry), entry.project.key


def test_places_and_lines_are_capped_and_the_rest_is_told() -> None:
    for page in sample_pages()[1:]:
        for case in view_of(page).cases:
            assert 1 <= len(case.places) <= PLACES
            assert all(len(place.lines) <= CHIPS for place in case.places)
            assert case.more == 0 or len(case.places) == PLACES


def test_every_page_prints() -> None:
    for page in sample_pages():
        made = html(page)
        assert made.count("<h1>") == 1
        if page.path != "findings/index.html":
            assert 'class="formula"' in made


def test_a_fall_on_its_page() -> None:
    falls = Invented(title="ขุดคลอง", reports=(("2022-02-01", "10"), ("2022-01-01", "20")))
    corpus = corpus_of(falls, Invented(code="50050000-0001"))
    pages = html_pages(findings.pages(corpus, site()))
    seen = words(html(pages["/findings/progress-falls/"]))
    assert "1 จาก 1 โครงการ ที่มีรายงานตั้งแต่สองครั้ง" in seen
    assert "ลดลง 10 จุด จาก 20% เมื่อ 1 ม.ค. 2565 เป็น 10% เมื่อ 1 ก.พ. 2565" in seen
    assert "สำเนาของ 1 โครงการไม่มีข้อมูลพอให้ตรวจ" in seen


def test_many_projects_of_a_rule_stand_on_pages_of_fifty_and_in_data() -> None:
    falls = (("2022-02-01", "10"), ("2022-01-01", "20"))
    dumps = (Invented(code=f"50050000-{one:04}", reports=falls) for one in range(60))
    artifacts = list(findings.pages(corpus_of(*dumps), site()))
    pages = html_pages(artifacts)
    second = html(pages["/findings/progress-falls/page-2/"])
    assert second.count("ลดลง 10 จุด") == 10
    assert "ลำดับที่ 51–60" in words(second)
    assert "60 จาก 60 โครงการ" in words(html(pages["/findings/progress-falls/"]))
    files = {one.path: one.body() for one in artifacts if isinstance(one, Document)}
    records = json.loads(files["findings/progress-falls/projects.json"])
    assert [one["key"] for one in records] == [f"50050000-{one:04}" for one in range(60)]
    assert re.fullmatch(r"\d+ \d+", records[0]["lines"])
    assert files["findings/progress-falls/projects.csv"].decode("utf-8-sig").count("\r\n") == 61


def test_a_rule_that_holds_nowhere_says_so() -> None:
    pages = html_pages(findings.pages(corpus_of(Invented()), site()))
    seen = words(html(pages["/findings/progress-falls/"]))
    assert "ไม่มีโครงการในสำเนานี้ที่เข้ากฎ" in seen


def test_a_share_needs_a_project_to_ask() -> None:
    assert Share(0, 0).share is None
    assert Share(1, 3).share == Decimal("33.3")
    assert Share(1, 3).is_of_few
