"""Narrower lists: by year, by status, by section; and how many lists there are in all."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.corpus import Corpus
from generator.nodes import NodeKey
from generator.publish import urls
from generator.publish.artifacts import Page
from generator.publish.lists import (
    facets,
    narrower,
)
from generator.publish.lists.leaves import PER_PAGE
from generator.publish.lists.lists import ListView
from generator.publish.publishers import PUBLISHERS, is_list
from tests.publish.invented import NODES, Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages

THREE_YEARS = (
    Invented(code="50050000-0001", title="ก", year=2565),
    Invented(code="50050000-0002", title="ข", year=2566),
    Invented(code="50050000-0003", title="ค", year=2566),
    Invented(code="50050000-0004", title="ง", year=2567, percent="100"),
)


def published(corpus: Corpus) -> dict[str, Page]:
    return html_pages(narrower.pages(corpus, site()))


def keys(page: Page) -> list[str]:
    view = page.view()
    assert isinstance(view, ListView)
    return [row.key for row in view.list.projects.rows]


def test_a_list_by_year_holds_the_projects_of_that_year() -> None:
    found = published(corpus_of(*THREE_YEARS))
    assert keys(found["/districts/50050000/years/2566/"]) == ["50050000-0002", "50050000-0003"]


def test_a_year_of_one_project_leads_to_the_project() -> None:
    ((agency, entries),) = corpus_of(*THREE_YEARS).agencies.items()
    by_year = facets.by_year(urls.agency(agency), entries)
    assert [(one.crumb.label, one.url) for one in by_year] == [
        (2567, "/projects/50050000-0004/"),
        (2566, "/districts/50050000/years/2566/"),
        (2565, "/projects/50050000-0001/"),
    ]
    assert "/districts/50050000/years/2567/" not in published(corpus_of(*THREE_YEARS))


def test_a_list_that_narrows_nothing_is_left_out() -> None:
    corpus = corpus_of(*THREE_YEARS[1:3])
    ((agency, entries),) = corpus.agencies.items()
    (one,) = facets.by_year(urls.agency(agency), entries)
    assert (one.url, len(one.entries), one.is_list) == (None, 2, False)
    assert not [url for url in published(corpus) if url.startswith("/districts/")]


def test_the_unknown_year_comes_last() -> None:
    stripped = Invented(code="50050000-0009", agency=None)
    corpus = corpus_of(*THREE_YEARS, stripped)
    ((agency, entries),) = corpus.agencies.items()
    assert [one.crumb.place for one in facets.by_year(urls.agency(agency), entries)][-1] == (
        "unknown_year"
    )


def test_statuses_stand_in_their_precedence() -> None:
    corpus = corpus_of(*THREE_YEARS)
    ((agency, entries),) = corpus.agencies.items()
    by_status = facets.by_status(urls.agency(agency), entries)
    assert [one.crumb.label for one in by_status] == ["completed", "under-way"]
    assert sum(len(one.entries) for one in by_status) == len(entries)
    found = published(corpus)
    assert len(keys(found["/districts/50050000/statuses/under-way/"])) == 3


def test_a_page_says_what_its_projects_share() -> None:
    page = published(corpus_of(*THREE_YEARS))["/districts/50050000/years/2566/"]
    shown = words(html(page))
    assert "สำนักงานเขตปทุมวัน · ปีงบประมาณ 2566 2 โครงการ" in shown
    assert "หน้าแรก หน่วยงาน สำนักงานเขตปทุมวัน ปีงบประมาณ 2566" in shown
    assert re.findall(r'<th scope="col">([^<\n]*)', html(page))[:2] == ["โครงการ", "สถานะ"]


# --- sections ---------------------------------------------------------------------------------


SECTIONS = (
    Invented(code="50050000-0001", contact="ฝ่ายโยธา", units="50050300"),
    Invented(code="50050000-0002", contact="ฝ่ายโยธา"),
    Invented(code="50050000-0003", contact="ฝ่ายสํารวจ", units="50051100"),
    Invented(code="50050000-0004", contact="ฝ่ายสำรวจ", units="50051100"),
    Invented(code="50050000-0005", contact="ฝ่ายสำรวจ", units="50051100"),
    Invented(code="50050000-0006", contact=None, units="50050700"),
    Invented(code="50050000-0007", contact=None, units="50051200"),
    Invented(code="50050000-0008", contact=None),
    Invented(code="50050000-0009", contact="ฝ่ายปกครอง"),
    Invented(code="50050000-0010", contact="ฝ่ายปกครอง"),
)


def test_sections_are_known_by_their_digits_else_by_their_name() -> None:
    ((agency, entries),) = corpus_of(*SECTIONS).agencies.items()
    found = facets.by_section(agency, entries)
    assert [(one.crumb.place, one.crumb.label, len(one.entries), one.url) for one in found] == [
        ("", "ฝ่ายการศึกษา", 1, "/projects/50050000-0006/"),
        ("", "ฝ่ายปกครอง", 2, None),
        ("", "ฝ่ายโยธา", 2, "/districts/50050000/sections/03/"),
        ("", "ฝ่ายสำรวจ", 3, "/districts/50050000/sections/11/"),
        ("unknown_section", None, 1, "/projects/50050000-0008/"),
        ("section", "12", 1, "/projects/50050000-0007/"),
    ]


def test_a_unit_code_of_the_office_names_no_section() -> None:
    office = (
        Invented(code="50050000-0020", contact=None, units="50050000"),
        Invented(code="50050000-0021", contact=None, units="50050000"),
        Invented(code="50050000-0022", contact="ฝ่ายโยธา", units="50050000"),
    )
    ((agency, entries),) = corpus_of(*SECTIONS[:2], *office).agencies.items()
    found = facets.by_section(agency, entries)
    assert [(one.crumb.label, len(one.entries)) for one in found] == [("ฝ่ายโยธา", 3), (None, 2)]
    assert found[1].url is None


def test_a_section_has_its_list() -> None:
    found = published(corpus_of(*SECTIONS))
    assert [url for url in found if "/sections/" in url] == [
        "/districts/50050000/sections/03/",
        "/districts/50050000/sections/11/",
    ]
    shown = words(html(found["/districts/50050000/sections/03/"]))
    assert "สำนักงานเขตปทุมวัน · ฝ่ายโยธา 2 โครงการ" in shown


def test_a_section_nobody_names_is_called_by_its_digits() -> None:
    twice = (*SECTIONS, Invented(code="50050000-0011", contact=None, units="50051200"))
    page = published(corpus_of(*twice))["/districts/50050000/sections/12/"]
    assert "ฝ่ายรหัส 12" in words(html(page))


def test_a_department_has_no_lists_by_section() -> None:
    corpus = corpus_of(
        Invented(code="08000000-0001", agency="สำนักอนามัย", units="08000100"),
        Invented(code="08000000-0002", agency="สำนักอนามัย", units="08000100"),
        Invented(code="08000000-0003", agency="สำนักอนามัย", units="08000200"),
    )
    assert not [url for url in published(corpus) if "/sections/" in url]


# --- strategies -------------------------------------------------------------------------------


def test_sides_and_dimensions_have_lists_by_year_and_deeper_nodes_only_when_long() -> None:
    few = corpus_of(*THREE_YEARS)
    assert "/strategies/new/1/years/2566/" in published(few)
    assert "/strategies/new/1.1/years/2566/" in published(few)
    assert "/strategies/new/1.1.1/years/2566/" not in published(few)
    goal = NodeKey("new", "1.1.1")
    assert [one.url for one in facets.by_year_of_node(goal, few.on_node[goal])] == [
        "/projects/50050000-0004/",
        None,
    ]
    many = corpus_of(
        *(
            Invented(code=f"50050000-{one:04}", year=2566 + one % 2, nodes=NODES)
            for one in range(PER_PAGE + 1)
        )
    )
    assert "/strategies/new/1.1.1/years/2566/" in published(many)


# --- the whole site ---------------------------------------------------------------------------


AGENCIES = (*(f"50{one:02}0000" for one in range(1, 31)), "08000000")
TITLES = ("ขุดลอกคลอง", "ปลูกต้นไม้", "ล้างตลาด", "ซ่อมทางเท้า", "ฝึกอาชีพ", "ตรวจโรค")
LABELS = ("ปลอดภัย", "สีเขียว", "เข้มแข็ง", "เชื่อมโยง", "ประชาธิปไตย")


def city(count: int) -> tuple[Invented, ...]:
    """Projects spread as a city's are: over agencies, years, sections, nodes, states."""
    return tuple(
        Invented(
            code=f"{AGENCIES[one % 37 % 31]}-{one:04}",
            title=f"{TITLES[one % 6]} {one}",
            agency=None,
            year=2560 + one % 9,
            percent=str(one * 37 % 101),
            contact=("ฝ่ายโยธา", "ฝ่ายเทศกิจ", "ฝ่ายปกครอง")[one % 3],
            units=f"{AGENCIES[one % 37 % 31][:4]}0{one % 3 + 1}00",
            nodes=(
                f"ด้านที่ {one % 5 + 1} – {LABELS[one % 5]} |",
                f"{one % 5 + 1}.{one % 4 + 1} - มิติ |",
                f"{one % 5 + 1}.{one % 4 + 1}.{one % 3 + 1} เป้าหมาย |",
            ),
            reports=((f"{2017 + one % 9}-02-15", str(one * 37 % 101)),),
        )
        for one in range(count)
    )


def list_pages(corpus: Corpus) -> dict[str, Page]:
    """Every page of the site that lists projects, by address."""
    every = (one for pages in PUBLISHERS for one in pages(corpus, site()))
    return html_pages(filter(is_list, every))


def test_at_most_two_list_pages_a_project() -> None:
    corpus = corpus_of(*city(1000))
    found = list_pages(corpus)
    kinds: dict[str, int] = Counter(page.template for page in found.values())
    print(f"{len(found)} list pages of {len(corpus.entries)} projects: {dict(kinds)}")  # noqa: T201
    assert len(found) <= 2 * len(corpus.entries)


def test_another_project_leaves_most_list_pages_as_they_are() -> None:
    dumps = city(601)
    before, after = (views(list_pages(corpus_of(*some))) for some in (dumps[:-1], dumps))
    changed = [url for url in after if before.get(url) != after[url]]
    print(f"one more project of {len(dumps)} changes {len(changed)} of {len(after)} list pages")  # noqa: T201
    assert len(changed) <= len(after) // 4


def views(pages: dict[str, Page]) -> dict[str, object]:
    return {url: page.view() for url, page in pages.items()}


def test_every_project_is_in_the_lists_of_all_it_belongs_to() -> None:
    corpus = corpus_of(*city(130))
    found: dict[str, list[str]] = defaultdict(list)
    for url, page in published(corpus).items():
        found[re.sub(r"page-\d+/$", "", url)] += keys(page)
    for agency, entries in corpus.agencies.items():
        url = urls.agency(agency)
        groups = (facets.by_year(url, entries), facets.by_status(url, entries))
        for group in (*groups, facets.by_section(agency, entries)):
            check(group, found, len(entries))
    for year, entries in corpus.years.items():
        check(facets.by_status(urls.year(year), entries), found, len(entries))
    for key, entries in corpus.on_node.items():
        check(facets.by_year_of_node(key, entries), found, len(entries))


def check(group: Iterable[facets.Facet], found: dict[str, list[str]], count: int) -> None:
    """The facets share out the list, and each stands where it says."""
    parts = tuple(group)
    assert sum(len(one.entries) for one in parts) == count
    for one in parts:
        if one.is_list and one.url:
            assert found[one.url] == [entry.project.key for entry in one.entries]
