"""What machines are told of the site: the sitemap, robots.txt, the manifest."""

import json
from dataclasses import replace
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from generator.publish.artifacts import Artifact, Document, Page, Site
from generator.publish.machines import (
    manifest,
    robots,
    sitemap,
)
from generator.publish.publishers import everything
from tests.publish.invented import html, site
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, source

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PLACED = replace(site(), base_url="https://example.org/repo/")
CORPUS = corpus_of(
    {"1.txt": HEADED, "2.txt": STRIPPED},
    {"1.txt": source("2023-09-01"), "2.txt": source("2023-06-01", CODE)},
)


def read(document: Document) -> ET.Element:
    return ET.fromstring(document.body())  # noqa: S314  our own words


def told(root: ET.Element) -> dict[str | None, str | None]:
    return {one.findtext(f"{MAP}loc"): one.findtext(f"{MAP}lastmod") for one in root}


def sitemap_of(of: Site) -> dict[str, Document]:
    found = everything(CORPUS, of)
    return {
        one.path: one
        for one in found
        if isinstance(one, Document) and one.path.startswith("sitemap")
    }


def page(path: str, day: date | None = None, *, is_own: bool = True) -> Page:
    return Page(path, "pages/list.html", partial(str), is_own=is_own, day=day)


def test_each_page_stands_in_it_once_with_the_day_of_its_record() -> None:
    (document,) = sitemap_of(PLACED).values()
    found = told(read(document))
    assert found["https://example.org/repo/"] is None
    assert found[f"https://example.org/repo/projects/{CODE}/"] == "2023-09-01"
    days = {day for address, day in found.items() if address and "/raw/" in address}
    assert days == {"2023-09-01", "2023-06-01"}
    assert f"https://example.org/repo/raw/{CODE}/" not in found
    assert not any(one and one.endswith((".html", ".atom", ".json")) for one in found)
    assert not any(one and "/x-" in one for one in found)


def test_there_is_none_without_an_address_or_for_who_asks_not_to_be_found() -> None:
    assert sitemap_of(site()) == {}
    assert sitemap_of(replace(PLACED, noindex=True)) == {}


def test_too_many_pages_are_split_under_an_index() -> None:
    days = (date(2023, 9, 1), None, date(2024, 1, 5), None, None)
    artifacts: list[Artifact] = [page(f"{i}/index.html", day) for i, day in enumerate(days)]
    artifacts.append(page("other/index.html", is_own=False))
    found = {one.path: one for one in sitemap.documents(artifacts, PLACED, most=2)}
    assert list(found) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert told(read(found["sitemap.xml"])) == {
        "https://example.org/repo/sitemap-1.xml": "2023-09-01",
        "https://example.org/repo/sitemap-2.xml": "2024-01-05",
        "https://example.org/repo/sitemap-3.xml": None,
    }
    parts = [told(read(found[f"sitemap-{number}.xml"])) for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [2, 2, 1]
    assert len({address for part in parts for address in part}) == 5
    (whole,) = sitemap.documents(artifacts, PLACED, most=5)
    assert read(whole).tag == f"{MAP}urlset"


def test_an_address_is_fit_for_a_link() -> None:
    (document,) = sitemap.documents([page("เกี่ยวกับ&/index.html")], PLACED)
    (address,) = told(read(document))
    assert address
    assert address.isascii()
    assert address.endswith("%26/")


def test_robots_are_told_where_the_sitemap_is_or_to_stay_away() -> None:
    def words(of: Site) -> str:
        (document,) = robots.pages(CORPUS, of)
        assert isinstance(document, Document)
        return document.body().decode()

    assert words(site()) == "User-agent: *\nAllow: /\n"
    assert words(PLACED).splitlines()[2] == "Sitemap: https://example.org/repo/sitemap.xml"
    assert words(replace(PLACED, noindex=True)) == "User-agent: *\nDisallow: /\n"


def test_the_manifest_is_json_whatever_the_sites_name() -> None:
    (artifact,) = manifest.pages(CORPUS, site())
    name = 'สมุด "</script>" & \\'
    found = json.loads(html(artifact, replace(site(), name=name)))
    assert found["name"] == name
    assert found["start_url"] == "./"
    assert [one["sizes"] for one in found["icons"]] == ["any", "512x512"]
    assert not any(one["src"].startswith("/") for one in found["icons"])
