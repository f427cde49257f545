"""The page of changes: the newest reports, the differences between copies, what is new since."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from generator.corpus import Corpus
from generator.publish.artifacts import Artifact, Document, Page
from generator.publish.changes import (
    overview as changes,
)
from generator.publish.changes import (
    revisions,
    since,
)
from generator.publish.changes.differing import revisions as found_revisions
from generator.publish.changes.fresh import (
    MOST,
    fresh,
    newest,
    newest_day,
    of_the_newest,
    placed,
)
from generator.publish.changes.overview import ChangesView, FreshView
from generator.publish.changes.revisions import ProjectChangesView, RevisionsView
from generator.publish.changes.since import SinceView
from generator.publish.project import page as project
from generator.publish.rows import made
from generator.recording import record
from tests.publish.invented import Invented, html, site, words
from tests.publish.invented import corpus_of as invented
from tests.publish.sample import sample
from tests.publish.whole import CODE, HEADED, corpus_of, headed, source

TWO = {"1.txt": source("2023-09-01"), "2.txt": source("2023-10-01")}
FALL = ("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 10.00 (2023-08-21)\n10.00")
EDIT = ("ปลูกแล้ว 200 ต้น", "ปลูกแล้ว <b>120</b> ต้น")
EDITED = corpus_of({"1.txt": HEADED, "2.txt": headed(FALL, EDIT)}, TWO)


def pages(artifacts: list[Artifact]) -> dict[str, Page]:
    return {one.path: one for one in artifacts if isinstance(one, Page)}


def data(artifacts: list[Artifact], path: str) -> list[dict[str, object]]:
    found = {one.path: one for one in artifacts if isinstance(one, Document)}
    rows: list[dict[str, object]] = json.loads(found[f"{path}.json"].body())
    assert len(found[f"{path}.csv"].body().splitlines()) == len(rows) + 1
    return rows


def first(corpus: Corpus) -> tuple[ChangesView, str]:
    page = pages([*changes.pages(corpus, site())])["changes/index.html"]
    view = page.view()
    assert isinstance(view, ChangesView)
    return view, words(html(page))


# --- the newest reports -----------------------------------------------------------------------


def test_reports_go_by_day_whatever_the_project() -> None:
    rows = newest(sample())
    days = [row.day for row in rows]
    assert days == sorted(days, reverse=True)
    assert len(rows) == MOST
    assert len({row.project.key for row in rows}) > 1


def test_nobody_looks_at_the_reports_of_projects_that_cannot_be_among_the_newest() -> None:
    every = [one for entry in sample().entries for one in placed(entry)]
    for most in (1, 7, MOST, len(every) + 1):
        found = sorted(every, key=lambda one: one.day, reverse=True)[:most]
        assert newest(sample(), most) == tuple(map(fresh, found))
    assert len(of_the_newest(sample().entries, 7, newest_day)) == 7


def test_a_report_is_told_beside_the_one_before() -> None:
    now, before = newest(corpus_of({"1.txt": HEADED}))
    assert (now.percent, now.before, now.has_fallen) == (Decimal(60), Decimal(20), False)
    assert now.url == f"/projects/{CODE}/#r-2023-08-21"
    assert now.text
    assert now.text.text == "ปลูกแล้ว 200 ต้น"
    assert (before.percent, before.before, before.text) == (Decimal(20), None, None)
    assert (now.is_last, before.is_last) == (True, False)


def test_a_fall_is_told_in_words() -> None:
    corpus = corpus_of({"1.txt": headed(FALL)})
    assert newest(corpus)[0].has_fallen
    _, text = first(corpus)
    assert "20% เป็น 10% ลดลง" in text


def test_a_day_after_the_copy_was_taken_is_a_slip_and_no_news() -> None:
    taken = {"1.txt": source("2023-07-01")}
    (one,) = newest(corpus_of({"1.txt": HEADED}, taken))
    assert one.day == date(2023, 5, 22)


def test_the_lists_pages_hold_each_report_once() -> None:
    artifacts = [*changes.pages(sample(), site())]
    views = [one.view() for path, one in pages(artifacts).items() if "reports" in path]
    rows = [
        row.url
        for view in views
        if isinstance(view, FreshView)
        for day in view.days
        for row in day.rows
    ]
    assert len(rows) == len(set(rows)) == MOST
    assert [one["report"] for one in data(artifacts, "changes/reports/reports")] == rows


# --- differences between copies ---------------------------------------------------------------


def test_a_difference_is_told_in_short_and_leads_to_all_of_it() -> None:
    (one,) = found_revisions(EDITED)
    assert (one.day, one.before) == (date(2023, 10, 1), date(2023, 9, 1))
    assert [tally.kind for tally in one.tallies] == ["behind", "fell", "text"]
    view, text = first(EDITED)
    assert (view.revision_count, view.several) == (1, 1)
    assert "ร้อยละลดลง 60% เป็น 10%" in text
    address, _, anchor = one.url.partition("#")
    page = pages([*revisions.pages(EDITED, site())])[f"{address[1:]}index.html"]
    assert f'id="{anchor}"' in html(page)


def test_all_of_it_shows_the_texts_with_their_lines() -> None:
    page = pages([*revisions.pages(EDITED, site())])[f"projects/{CODE}/changes/index.html"]
    view = page.view()
    assert isinstance(view, ProjectChangesView)
    (pair,) = view.differences
    assert [one.kind for one in pair.changes] == ["behind", "fell", "percent", "text"]
    text = html(page)
    assert "<del>" in text
    assert "&lt;b&gt;120&lt;/b&gt;" in text
    assert f'href="../../../raw/{CODE}/' in text
    assert pair.raw_url != pair.raw_url_before


def test_a_copy_that_only_goes_on_is_on_its_projects_page_alone() -> None:
    report = HEADED[HEADED.index("(1) ") : HEADED.index("(2) ")]
    corpus = corpus_of({"2.txt": headed((report, report + report)), "1.txt": HEADED}, TWO)
    assert found_revisions(corpus) == ()
    page = pages([*revisions.pages(corpus, site())])[f"projects/{CODE}/changes/index.html"]
    assert "รายงานใหม่ 1 ฉบับ" in words(html(page))
    assert "เขียนต่างกัน" in words(html(page))


def test_the_project_leads_there_if_it_has_several_copies() -> None:
    (page,) = project.pages(EDITED, site())
    assert 'href="changes/"' in html(page) or f"projects/{CODE}/changes/" in html(page)
    (page,) = project.pages(corpus_of({"1.txt": HEADED}), site())
    assert "/changes/" not in words(html(page))


def test_the_list_says_how_many_it_leaves_out() -> None:
    artifacts = [*revisions.pages(EDITED, site())]
    page = pages(artifacts)["changes/copies/index.html"]
    view = page.view()
    assert isinstance(view, RevisionsView)
    assert view.data_rows == len(data(artifacts, "changes/copies/changes")) == 3
    more = Page(page.path, page.template, partial(made, replace(view, of=999)))
    assert "หน้าของแต่ละโครงการมีครบ" in words(html(more))
    assert "หน้าของแต่ละโครงการมีครบ" not in words(html(page))


def test_without_copies_and_without_reports_the_page_says_so() -> None:
    for corpus in (invented(), invented(Invented())):
        view, text = first(corpus)
        assert view.days == ()
        assert "ทุกโครงการมีสำเนาเดียว" in text
        assert "ยังไม่มีรายงานที่อ่านวันได้" in text
        for page in pages(
            [*revisions.pages(corpus, site()), *changes.pages(corpus, site())]
        ).values():
            assert "<h1>" in html(page)


# --- since an earlier build -------------------------------------------------------------------


def test_without_a_state_the_page_says_so() -> None:
    view, text = first(sample())
    assert view.ago is None
    assert "ไม่มีบันทึกของฉบับก่อนให้เทียบ" in text
    assert not [*since.pages(sample(), site())]


def test_a_build_against_itself_has_nothing_to_list() -> None:
    corpus = replace(sample(), earlier=record(sample()))
    view, _ = first(corpus)
    assert view.ago
    assert view.ago[1:] == (0, 0, 0, len(corpus.entries))
    assert not [*since.pages(corpus, site())]


def test_new_changed_and_vanished_projects_have_their_lists() -> None:
    before = record(corpus_of({"1.txt": HEADED}))
    gone = replace(before.projects[0], key="50050000-9999", title="<i>สะพาน</i>", percent=None)
    other = HEADED.replace(CODE, "50050000-1111").replace("ปลูกต้นไม้ริมคลอง", "ขุดลอกคลอง")
    corpus = corpus_of({"1.txt": headed(FALL), "2.txt": other})
    corpus = replace(corpus, earlier=replace(before, projects=(*before.projects, gone)))
    view, _ = first(corpus)
    assert view.ago
    assert view.ago[1:] == (1, 1, 1, 0)
    artifacts = [*since.pages(corpus, site())]
    (new,) = data(artifacts, "changes/new/projects")
    assert new["key"] == "50050000-1111"
    (updated,) = data(artifacts, "changes/updated/projects")
    assert (updated["status_before"], updated["status"]) == ("under-way", "behind")
    assert (updated["percent_before"], updated["percent"]) == (60, 10)
    (vanished,) = data(artifacts, "changes/vanished/projects")
    assert vanished["title"] == "<i>สะพาน</i>"
    shown = {path: html(page) for path, page in pages(artifacts).items()}
    assert "&lt;i&gt;สะพาน&lt;/i&gt;" in shown["changes/vanished/index.html"]
    assert "60% เป็น 10%" in words(shown["changes/updated/index.html"])
    assert "ขุดลอกคลอง" in words(shown["changes/new/index.html"])


def test_those_newly_behind_go_first() -> None:
    corpus = corpus_of({"1.txt": headed(FALL), "2.txt": HEADED.replace(CODE, "50050000-1111")})
    old = record(corpus_of({"1.txt": HEADED, "2.txt": HEADED.replace(CODE, "50050000-1111")}))
    rows = tuple(replace(one, digest="0" * 64) for one in old.projects)
    corpus = replace(corpus, earlier=replace(old, projects=rows))
    page = pages([*since.pages(corpus, site())])["changes/updated/index.html"]
    view = page.view()
    assert isinstance(view, SinceView)
    assert [one.project.key for one in view.updated] == [CODE, "50050000-1111"]
    assert "<h1>" in html(page)


def test_the_sample_shows_an_edited_report() -> None:
    told = {tally.kind for one in found_revisions(sample()) for tally in one.tallies}
    assert {"percent", "text", "problem", "status"} <= told
