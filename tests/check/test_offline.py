"""A site that is read from a disk: addresses name files, and Chromium has no complaint."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, sync_playwright

from generator.checking import check
from generator.render.addresses import filed
from tests.check.conftest import CONTENT
from tests.conftest import built_once

KEY = "50350000-5911"
LINK = re.compile(r'(?:href|src|action)="(?P<address>[^"]*)"')


@pytest.fixture(scope="session")
def offline_site(session_folder: Path) -> Path:
    """The golden site, to be read from a disk."""
    return built_once(session_folder, "offline", "--content", CONTENT, "--offline")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("#main", "index.html#main"),
        ("?q=1/2", "index.html?q=1/2"),
        ("years/2566/", "years/2566/index.html"),
        ("raw/1/#L38-45", "raw/1/index.html#L38-45"),
        ("search/?q=a/b#c/", "search/index.html?q=a/b#c/"),
        ("feed.atom", "feed.atom"),
        ("data/SHA256SUMS", "data/SHA256SUMS"),
    ],
)
def test_an_address_is_given_the_name_of_its_file(address: str, file: str) -> None:
    assert filed(address) == file


def test_every_link_names_a_file(offline_site: Path) -> None:
    assert not check(offline_site, 1).found
    for page in offline_site.rglob("*.html"):
        for address in LINK.findall(page.read_text(encoding="utf-8")):
            if not address.startswith(("https:", "#")):
                path = re.split("[?#]", address)[0]
                assert (page.parent / path).is_file(), f"{page}: {address}"


def test_what_needs_a_host_is_left_out_and_the_search_says_so(offline_site: Path) -> None:
    for page in offline_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert '<script type="module"' not in text
        assert 'rel="preload"' not in text
        assert 'role="search"' not in text
    assert "จึงค้นหาไม่ได้" in (offline_site / "search" / "index.html").read_text(encoding="utf-8")


def test_it_differs_in_addresses_alone(offline_site: Path, small_site: Path) -> None:
    def files(site: Path) -> set[str]:
        found = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
        return {path.as_posix() for path in found if path.parts[0] != "assets"}

    assert files(offline_site) == files(small_site)
    same = ("data/projects.jsonl", "sitemap.xml", "feed.atom", f"projects/{KEY}/index.json")
    for name in same:
        assert (offline_site / name).read_bytes() == (small_site / name).read_bytes(), name


@pytest.fixture
def page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser.new_page()
        browser.close()


def lost(one: Request) -> list[str]:
    """What did not come, unless the page was left before."""
    return [one.url] if one.failure != "net::ERR_ABORTED" else []


@pytest.mark.browser
def test_chromium_reads_it_from_the_disk(offline_site: Path, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.on("requestfailed", lambda one: said.extend(lost(one)))
    for path in ("index.html", "search/index.html", "compare/index.html", "404.html"):
        page.goto(f"file://{offline_site}/{path}")
        assert page.evaluate(
            "document.fonts.ready.then(() => document.fonts.check('16px Sarabun'))"
        )
    page.goto(f"file://{offline_site}/projects/{KEY}/index.html")
    page.click("a[href*='/raw/']:visible >> nth=0")
    assert "/index.html#L" in page.url
    assert page.locator(":target").count() == 1
    page.click("a.brand")
    assert page.url == f"file://{offline_site}/index.html"
    assert said == []
