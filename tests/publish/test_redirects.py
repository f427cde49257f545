"""Pages that lead from a former address to the project's."""

from dataclasses import replace

from generator.corpus import Corpus
from generator.publish.artifacts import Artifact, Page
from generator.publish.redirects import pages, view
from tests.publish.invented import html, site
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed, only

OTHER_YEAR = headed((CODE, "50050000-9999"), ("(2566)", "(2567)"), ("(2023-", "(2024-"))


def by_path(corpus: Corpus) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in pages(corpus, site())}


def test_both_addresses_of_each_former_key() -> None:
    corpus = corpus_of({"1.txt": STRIPPED, "2.txt": HEADED})
    (former,) = corpus.entries[0].project.former_keys
    assert list(by_path(corpus)) == [f"projects/{former}/index.html", f"raw/{former}/index.html"]


def test_a_project_that_always_had_its_code_has_none() -> None:
    assert not by_path(corpus_of({"1.txt": HEADED}))


def test_a_key_that_is_still_a_project_is_left_alone() -> None:
    same_words = headed((CODE, "50050000-7777"))
    corpus = corpus_of({"1.txt": HEADED, "2.txt": same_words, "3.txt": STRIPPED})
    assert len(corpus.entries) == 3, "the stripped copy fits two projects and stays its own"
    assert not by_path(corpus)


def test_the_other_year_of_the_same_words_is_another_project() -> None:
    corpus = corpus_of({"1.txt": HEADED, "2.txt": OTHER_YEAR, "3.txt": STRIPPED})
    targets = {
        artifact.view().href  # type: ignore[attr-defined]
        for artifact in by_path(corpus).values()
        if isinstance(artifact, Page)
    }
    assert targets == {f"/projects/{CODE}/", f"/raw/{CODE}/"}


def test_the_page_leads_on_by_itself_and_by_a_link() -> None:
    first, *_ = pages(corpus_of({"1.txt": STRIPPED, "2.txt": HEADED}), site())
    page = html(first, replace(site(), base_url="https://example.org/repo/"))
    assert f'<meta http-equiv="refresh" content="0; url=../../projects/{CODE}/">' in page
    assert f'<a href="../../projects/{CODE}/">ปลูกต้นไม้ริมคลอง</a>' in page
    assert f'<link rel="canonical" href="https://example.org/repo/projects/{CODE}/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert page.count("<main") == page.count("<h1") == 1
    assert "canonical" not in html(first)


def test_a_project_without_a_title_is_named_by_its_code() -> None:
    project = only({"1.txt": HEADED}).project
    nameless = replace(project, facts=replace(project.facts, title=None))
    shown = view("/projects/", nameless)
    assert (shown.title, shown.code) == (None, CODE)
