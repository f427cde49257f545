"""The table of statuses as a page, and the projects of each."""

import re
from dataclasses import fields, replace
from decimal import Decimal

import pytest

from generator.assess.plan import Slip
from generator.assess.status import STATUSES, Verdict
from generator.assess.thresholds import THRESHOLDS
from generator.dump.lines import Span
from generator.publish.artifacts import Page
from generator.publish.rules import statuses
from generator.publish.rules.statuses import StatusesView, StatusView
from generator.render.environment import environment
from tests.publish.invented import Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages
from tests.publish.sample import sample

CODES = tuple(one.code for one in STATUSES)


def macro(component: str, name: str, *arguments: object) -> str:
    made = environment(site()).get_template(f"components/{component}.html").module
    return str(getattr(made, name)(*arguments))


def shown(html: str) -> str:
    """The words of a part, as they stand side by side."""
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def sample_pages() -> list[Page]:
    found = html_pages(statuses.pages(sample(), site())).values()
    return [one for one in found if one.template != "pages/list.html"]


def test_every_project_has_one_status_of_the_table() -> None:
    index, *others = sample_pages()
    listed = index.view()
    assert isinstance(listed, StatusesView)
    assert tuple(row.code for row in listed.statuses) == CODES
    assert sum(row.count for row in listed.statuses) == listed.projects == len(sample().entries)
    for page, row in zip(others, listed.statuses, strict=True):
        view = page.view()
        assert isinstance(view, StatusView)
        assert view.status == row
        every = [
            one.project.key for one in sample().entries if one.assessment.verdict.status == row.code
        ]
        rows = view.projects.projects.rows
        assert [one.key for one in rows] == every[: len(rows)]
        assert view.projects.count == row.count == len(every)
        assert {one.status for one in rows} <= {row.code}
        assert sum(one.count for one in view.years) == row.count


@pytest.mark.parametrize("code", CODES)
def test_every_status_is_worded(code: str) -> None:
    name = macro("status_word", "status_name", code)
    assert name
    assert macro("status_rule", "status_rule", code, THRESHOLDS)
    assert name in macro("status_word", "status_key", code, "on")
    assert 'data-is="on"' in macro("status_word", "status_tag", code, "on")


def test_the_printed_rule_says_the_configured_number() -> None:
    other = replace(THRESHOLDS, silent_days=77, behind_points=Decimal("7.25"))
    assert "77 วัน" in macro("status_rule", "status_rule", "silent", other)
    assert "7.25 จุด" in macro("status_rule", "status_rule", "behind", other)


def verdict(status: str, **known: object) -> Verdict:
    """A verdict without a plan."""
    empty: dict[str, object] = dict.fromkeys(one.name for one in fields(Verdict))
    empty |= {"status": status, "evidence": (Span(14, 14),), "reported_lines": Span(12, 12)}
    return Verdict(**(empty | known))  # type: ignore[arg-type]


def slip(days: int) -> Slip:
    return Slip(days, None, None, Span(1, 1), Span(2, 2))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (verdict("cancelled", reported=Decimal(10)), "ยกเลิกโครงการ ความคืบหน้าในบันทึกอยู่ที่ 10%"),
        (verdict("paused"), "หน่วยงานรายงานว่าชะลอหรือพักโครงการ"),
        (verdict("completed", slip=slip(23)), "เสร็จ 100% ช้ากว่าแผน 23 วัน"),
        (verdict("completed", slip=slip(-5)), "เสร็จ 100% เร็วกว่าแผน 5 วัน"),
        (verdict("completed", slip=slip(0)), "เสร็จ 100% ตรงวันสิ้นสุดของแผน"),
        (
            verdict("silent", reported=Decimal(40), silent_days=61),
            "ไม่มีรายงานใหม่ 61 วัน รายงานล่าสุด 40%",
        ),
        (
            verdict("behind", reported=Decimal(40), difference=Decimal(-15)),
            "หน่วยงานรายงาน 40% ต่ำกว่าแผน 15 จุด",
        ),
        (
            verdict("under-way", reported=Decimal(40), difference=Decimal(5)),
            "หน่วยงานรายงาน 40% สูงกว่าแผน 5 จุด",
        ),
        (
            verdict("under-way", reported=Decimal(40), difference=Decimal(0)),
            "หน่วยงานรายงาน 40% ตรงกับแผน",
        ),
        (verdict("not-started"), "บันทึกยังไม่แสดงความคืบหน้า"),
        (verdict("unknown"), "ตามสำเนานี้ ข้อมูลไม่พอจะบอกสถานะ"),
    ],
)
def test_the_verdict_as_a_sentence(told: Verdict, expected: str) -> None:
    assert shown(macro("status_word", "status_sentence", told)).endswith(expected)
    assert "#L" not in macro("status_word", "status_sentence", told)


def test_chips_lead_to_the_lines() -> None:
    made = macro("status_word", "status_sentence", verdict("cancelled", reported=Decimal(1)), "/r/")
    assert '"/r/#L14"' in made
    assert '"/r/#L12"' in made


@pytest.mark.parametrize(
    ("points", "expected"),
    [(None, ""), (Decimal(-15), "−15"), (Decimal(5), "+5"), (Decimal(0), "0")],
)
def test_a_difference_shows_its_sign(points: Decimal | None, expected: str) -> None:
    made = macro("status_word", "difference", points)
    assert shown(made).removesuffix(" จุด") == expected
    assert ("data-below" in made) == (points is not None and points < 0)


def test_every_page_prints() -> None:
    for page in sample_pages():
        assert html(page).count("<h1>") == 1


def test_a_status_without_projects_says_so() -> None:
    pages = html_pages(statuses.pages(corpus_of(Invented()), site()))
    seen = words(html(pages["/statuses/cancelled/"]))
    assert "0 จาก 1 โครงการ" in seen
    assert "ไม่มีโครงการในสำเนานี้ที่มีสถานะนี้" in seen
