"""Lists of projects: pages of fifty, their orders, the ways between them, the data beside them."""

import csv
import io
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.corpus import Entry
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Document, Page
from generator.publish.lists import (
    leaves,
    lists,
    sheets,
)
from generator.publish.lists.leaves import PER_PAGE, Leaf
from generator.publish.lists.lists import ORDERS, Heading, ListPage, ListView
from tests.publish.invented import Invented, corpus_of, html, words
from tests.publish.listed import html_pages

URL = "/districts/50050000/"
FILES = sheets.files(URL, "projects")
HEADING = Heading(URL, "districts", (trail.AGENCIES, trail.PROJECTS), (trail.PROJECTS,))


def entries(count: int) -> tuple[Entry, ...]:
    """As many projects, with percents and days that repeat and are sometimes missing."""
    return corpus_of(
        *(
            Invented(
                code=f"50050000-{one:04}",
                title=f"โครงการที่ {one:04}",
                percent=None if one % 7 == 0 else str(one * 37 % 101),
                reports=((f"2022-{one % 9 + 1:02}-15", str(one * 37 % 101)),) if one % 3 else (),
            )
            for one in range(count)
        )
    ).entries


MANY = entries(120)


def published(count: int, *, ordered: bool = True) -> list[Artifact]:
    return list(lists.pages(HEADING, MANY[:count], ordered=ordered))


def list_pages(artifacts: list[Artifact]) -> Iterator[tuple[str, ListPage]]:
    for url, page in html_pages(artifacts).items():
        view = page.view()
        assert isinstance(view, ListView)
        yield url, view.list


@pytest.mark.parametrize("count", [0, 1, 50, 51, 100, 101, 120])
def test_every_order_has_every_project_exactly_once(count: int) -> None:
    orders: dict[str, list[str]] = {}
    for _, one in list_pages(published(count)):
        assert len(one.projects.rows) <= PER_PAGE
        assert one.first == len(orders.setdefault(one.order, [])) + 1
        orders[one.order] += [row.key for row in one.projects.rows]
    assert set(orders) == (set(ORDERS) if count > PER_PAGE else {"name"})
    for keys in orders.values():
        assert Counter(keys) == Counter(one.project.key for one in MANY[:count])


def test_a_list_of_one_order_has_no_other() -> None:
    assert [url for url, _ in list_pages(published(120, ordered=False))] == [
        URL,
        f"{URL}page-2/",
        f"{URL}page-3/",
    ]
    assert all(not one.orders for _, one in list_pages(published(120, ordered=False)))


def test_orders_put_first_what_a_reader_asks_for_and_last_what_nobody_tells() -> None:
    def rows(order: str) -> list[Entry]:
        return list(ORDERS[order](MANY))

    percents = [one.assessment.verdict.reported for one in rows("progress")]
    told = [one for one in percents if one is not None]
    assert told == sorted(told, reverse=True)
    assert percents[len(told) :] == [None] * (len(percents) - len(told))
    days = [one.project.newest.newest_report for one in rows("latest")]
    known = [one for one in days if one is not None]
    assert known == sorted(known, reverse=True)
    assert days[len(known) :] == [None] * (len(days) - len(known))
    assert rows("name") == list(MANY)


def test_the_furthest_behind_comes_first() -> None:
    numbers = (5, None, -20, 0, -3)
    ranked = sorted(numbers, key=lists.upwards)  # type: ignore[arg-type]
    assert ranked == [-20, -3, 0, 5, None]


def test_ties_keep_the_order_of_names() -> None:
    found = ORDERS["progress"](MANY)
    for before, after in itertools.pairwise(found):
        if before.assessment.verdict.reported == after.assessment.verdict.reported:
            assert MANY.index(before) < MANY.index(after)


def test_search_engines_keep_one_of_the_orders() -> None:
    for url, page in html_pages(published(120)).items():
        shown = html(page)
        is_other = "/by-" in url
        assert ('name="robots" content="noindex"' in shown) == is_other
        assert ('<link rel="canonical"' in shown) == is_other  # ours comes with the site's address
        assert (f'rel="canonical" href="{root(url)}{URL[1:]}"' in shown) == is_other


def root(url: str) -> str:
    """From a page's folder to the site's root."""
    return "../" * (url.count("/") - 1)


def test_an_order_is_marked_and_its_pages_lead_on_in_it() -> None:
    pages = html_pages(published(120))
    shown = html(pages[f"{URL}by-progress/page-2/"]).replace(f"../../../../{URL[1:]}", "")
    assert 'aria-current="true">ร้อยละที่รายงาน</a>' in shown
    assert shown.count('aria-current="page"') == 1
    assert 'href="by-progress/page-3/" rel="next"' in shown
    assert 'href="by-progress/" rel="prev"' in shown
    assert "โครงการ · เรียงตามร้อยละที่รายงาน · หน้า 2" in words(shown)
    assert "ลำดับที่ 51–100" in words(shown)


def test_pages_behind_the_first_do_not_say_how_many_projects_there_are() -> None:
    before = {url: html(page) for url, page in html_pages(published(119)).items()}
    after = {url: html(page) for url, page in html_pages(published(120)).items()}
    changed = [url for url in before if "/by-" not in url and before[url] != after[url]]
    assert changed == [URL, f"{URL}page-3/"], "the newcomer is the last by name"
    assert "119 โครงการ" in words(before[URL])


@given(some.integers(1, 2000), some.integers(1, 2000), some.integers(1, 2000))
def test_any_page_is_two_turns_away_and_links_stay_few(start: int, end: int, last: int) -> None:
    start, end = min(start, last), min(end, last)
    near = leaves.linked(start, last)
    assert {1, start, last} <= set(near)
    assert near == sorted(set(near))
    assert near[-1] <= last
    assert len(near) <= 40
    if last <= 10 * leaves.FEW:
        assert any(end in leaves.linked(one, last) for one in near)
    else:
        far = {two for one in near for two in leaves.linked(one, last)}
        assert any(end in leaves.linked(one, last) for one in far)


def leaf(number: int, pages: int) -> Leaf:
    return Leaf(list_url=URL, count=None, number=number, pages=pages, shown=PER_PAGE)


@given(some.integers(1, 300))
def test_the_first_page_leads_to_all_others_at_once(last: int) -> None:
    row = [one.number for one in leaf(1, last).turns]
    fold = [one.number for one in leaf(1, last).contents]
    assert {*row, *fold} >= {*range(1, last + 1)} - {last == 1}
    assert fold in ([], [*range(1, last + 1)])
    assert leaf(min(2, last), last).contents == () or last == 1


def test_a_list_of_one_page_has_no_turns() -> None:
    assert leaf(1, 1).turns == ()


@given(some.integers(0, 500))
def test_pages_hold_all_and_none_is_empty(count: int) -> None:
    last = leaves.last_page(count)
    assert (last - 1) * PER_PAGE < max(count, 1) <= last * PER_PAGE


def test_the_first_page_may_belong_to_whoever_publishes_the_list() -> None:
    def first(projects: ListPage) -> Page:
        return Page("own/index.html", "pages/own.html", lambda: projects)

    found = list(lists.pages(HEADING, MANY[:60], first, ordered=True))
    assert found[0].path == "own/index.html"
    assert [one.path for one in found[1:]][:2] == [
        urls.path(f"{URL}page-2/"),
        urls.path(f"{URL}by-progress/"),
    ]


# --- data -------------------------------------------------------------------------------------


def documents(artifacts: list[Artifact]) -> dict[str, bytes]:
    return {one.path: one.body() for one in artifacts if isinstance(one, Document)}


def test_data_holds_what_the_pages_show_in_their_order() -> None:
    artifacts = published(120)
    files = documents(artifacts)
    records = json.loads(files[urls.path(FILES.json)])
    text = files[urls.path(FILES.csv)].decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    rows = [
        row for _, one in list_pages(artifacts) if one.order == "name" for row in one.projects.rows
    ]
    assert len(records) == len(table) == len(rows) == 120
    for record, cells, row in zip(records, table, rows, strict=True):
        shown = {
            "key": row.key,
            "title": row.title,
            "agency": row.agency,
            "fiscal_year": row.year,
            "status": row.status,
            "last_report": row.last_report and row.last_report.isoformat(),
            "reported": row.percent and float(row.percent),
            "difference": row.difference and float(row.difference),
        }
        assert {name: record[name] for name in shown} == shown
        assert {name: cells[name] for name in record} == {
            name: "" if value is None else str(value) for name, value in record.items()
        }


def test_data_is_linked_from_every_page_of_the_list() -> None:
    for url, page in html_pages(published(120)).items():
        shown = html(page)
        linked = {urljoin(url, one) for one in re.findall(r'href="([^"]*projects\.\w+)"', shown)}
        assert linked == {f"{URL}projects.csv", f"{URL}projects.json"}


def test_a_formula_in_a_title_stays_a_text() -> None:
    odd = corpus_of(Invented(title='=HYPERLINK("x")'), Invented(code=None, title="@x")).entries
    files = documents(list(lists.pages(HEADING, odd)))
    text = files[urls.path(FILES.csv)].decode("utf-8-sig")
    assert next(row["title"] for row in csv.DictReader(io.StringIO(text, newline=""))) == (
        '\'=HYPERLINK("x")'
    )
    (first, _) = json.loads(files[urls.path(FILES.json)])
    assert first["title"] == '=HYPERLINK("x")'


def test_an_empty_list_is_published_as_such() -> None:
    artifacts = published(0)
    ((_, one),) = list_pages(artifacts)
    assert (one.count, one.projects.rows, one.turns) == (0, (), ())
    files = documents(artifacts)
    assert json.loads(files[urls.path(FILES.json)]) == []
    assert files[urls.path(FILES.csv)].decode("utf-8-sig").count("\r\n") == 1


# --- the script -------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "scripts"), [(10, 0), (11, 1), (60, 1)])
def test_only_a_list_too_long_for_a_glance_has_a_filter(count: int, scripts: int) -> None:
    shown = html(html_pages(published(count))[URL])
    assert shown.count("table.js") == scripts
    assert shown.count('<div class="sift" hidden>') == scripts
    assert ("กรองเฉพาะหน้านี้" in shown) == (count > PER_PAGE)


def test_each_heading_that_sorts_has_a_name_of_its_own() -> None:
    names = re.findall(r'data-by="([a-z]+)"', html(html_pages(published(60))[URL]))
    assert names == ["name", "agency", "year", "status", "latest", "progress", "difference"]
