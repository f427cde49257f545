"""Pages that lead on: from a project's former address, and to its newest dump."""

from dataclasses import replace

from generator.corpus import Corpus
from generator.publish.artifacts import Artifact, Page
from generator.publish.redirects import pages, view
from tests.publish.invented import html, site
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed, only

OTHER_YEAR = headed((CODE, "50050000-9999"), ("(2566)", "(2567)"), ("(2023-", "(2024-"))


def by_path(corpus: Corpus) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in pages(corpus, site())}


def targets(corpus: Corpus) -> dict[str, str]:
    """Where each page leads."""
    return {
        path: one.view().href  # type: ignore[attr-defined]
        for path, one in by_path(corpus).items()
        if isinstance(one, Page)
    }


def test_both_addresses_of_each_former_key() -> None:
    corpus = corpus_of({"1.txt": STRIPPED, "2.txt": HEADED})
    project = corpus.entries[0].project
    (former,) = project.former_keys
    newest = f"/raw/{CODE}/{project.snapshots[0].short_digest}/"
    assert targets(corpus) == {
        f"raw/{CODE}/index.html": newest,
        f"projects/{former}/index.html": f"/projects/{CODE}/",
        f"raw/{former}/index.html": newest,
    }


def test_a_project_that_always_had_its_code_has_moved_nowhere() -> None:
    assert list(by_path(corpus_of({"1.txt": HEADED}))) == [f"raw/{CODE}/index.html"]


def test_without_raw_views_nothing_leads_to_them() -> None:
    corpus = corpus_of({"1.txt": STRIPPED, "2.txt": HEADED})
    bare = replace(site(), parts=site().parts._replace(raw=False))
    assert all(one.path.startswith("projects/x-") for one in pages(corpus, bare))


def test_a_key_that_is_still_a_project_is_left_alone() -> None:
    same_words = headed((CODE, "50050000-7777"))
    corpus = corpus_of({"1.txt": HEADED, "2.txt": same_words, "3.txt": STRIPPED})
    assert len(corpus.entries) == 3, "the stripped copy fits two projects and stays its own"
    assert not [path for path in by_path(corpus) if path.startswith("projects/")]


def test_the_other_year_of_the_same_words_is_another_project() -> None:
    corpus = corpus_of({"1.txt": HEADED, "2.txt": OTHER_YEAR, "3.txt": STRIPPED})
    assert {to for path, to in targets(corpus).items() if path.startswith("projects/")} == {
        f"/projects/{CODE}/"
    }


def test_the_page_leads_on_by_itself_and_by_a_link() -> None:
    _, first, _ = pages(corpus_of({"1.txt": STRIPPED, "2.txt": HEADED}), site())
    page = html(first, replace(site(), base_url="https://example.org/repo/"))
    assert f'<meta http-equiv="refresh" content="0; url=../../projects/{CODE}/">' in page
    assert f'<a href="../../projects/{CODE}/">ปลูกต้นไม้ริมคลอง</a>' in page
    assert f'<link rel="canonical" href="https://example.org/repo/projects/{CODE}/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert page.count("<main") == page.count("<h1") == 1
    assert "canonical" not in html(first)


def test_it_says_whether_a_page_has_moved_or_has_a_newer_copy() -> None:
    newest, moved, _ = map(html, pages(corpus_of({"1.txt": STRIPPED, "2.txt": HEADED}), site()))
    assert "<h1>ต้นฉบับล่าสุด</h1>" in newest
    assert "<h1>ย้ายที่อยู่แล้ว</h1>" in moved


def test_a_project_without_a_title_is_named_by_its_code() -> None:
    project = only({"1.txt": HEADED}).project
    nameless = replace(project, facts=replace(project.facts, title=None))
    shown = view("/projects/", nameless)
    assert (shown.title, shown.code) == (None, CODE)


def test_a_dump_that_tells_neither_is_said_to_be_unnamed() -> None:
    (newest,) = pages(corpus_of({"1.txt": "ความคืบหน้าโครงการ ร้อยละ 5"}), site())
    assert ">โครงการไม่ทราบชื่อ</a>" in html(newest)
