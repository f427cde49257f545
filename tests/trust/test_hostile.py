"""Whatever a dump holds stays text: in pages, feeds, tables, data, and in Chromium."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from tests.conftest import served, sitegen
from tests.site.browsing import chromium_browser, visit
from tests.site.kinds import KINDS, PATTERNS, address, pages
from tests.site.tree import Element, tree
from tests.trust.hostile import FIELDS, LATER, PAYLOADS, SEEN, code, page, write
from tests.trust.published import readable

Shape = tuple[str, tuple[str, ...]]
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset"}
OUTSIDE = re.compile(
    r"https?://(?:example\.org|creativecommons\.org|www\.sitemaps\.org|opensource)"
)
MOVED = re.compile(rb"<meta http-equiv=\"?refresh")  # not as a text, which is there too
FORMULA = re.compile(r"[=+@\t\r-](?![\d.,]*$)")


def site_of(folder: Path, payloads: tuple[str, ...]) -> Path:
    write(folder / "content", payloads)
    run = sitegen("build", "--content", folder / "content", "--output", folder / "site", "-q")
    assert run.returncode == 0, run.stderr
    return folder / "site"


TOGETHER = tuple(" ".join(PAYLOADS[start::6]) for start in range(6))
"""All payloads in a few dumps; `make torture` gives each dumps of its own."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of(tmp_path_factory.mktemp("hostile"), TOGETHER)


@pytest.fixture(scope="module")
def benign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same dumps, with harmless words of the same kinds."""
    return site_of(tmp_path_factory.mktemp("benign"), harmless(len(TOGETHER)))


def harmless(count: int) -> tuple[str, ...]:
    return tuple(f"ถ้อยคำ {one}" for one in range(count))


def test_every_field_carries_it() -> None:
    for payload in PAYLOADS:
        assert page(payload, 1, headed=True).count(payload) >= len(FIELDS)
    assert set(LATER) < set(FIELDS)


def elements(site: Path) -> Iterator[tuple[Path, Element]]:
    for at in pages(site):
        for element in tree(site / at).all():
            yield at, element


def shapes(site: Path) -> set[Shape]:
    return {(one.tag, tuple(sorted(one.attributes))) for _, one in elements(site)}


@pytest.mark.slow
def test_no_element_and_no_attribute_is_there_that_templates_did_not_make(
    site: Path, benign: Path, built_site: Path
) -> None:
    made = shapes(benign) | shapes(built_site)
    assert shapes(site) - made == set()
    assert not any(name.startswith("on") or name == "style" for _, names in made for name in names)


@pytest.mark.slow
def test_no_address_leads_where_templates_did_not_lead(site: Path) -> None:
    told = 0
    for at, element in elements(site):
        for name in ADDRESSES & element.attributes.keys():
            value, told = element.attributes[name], told + 1
            assert not re.match(r"\s*(?:javascript|data|vbscript|file):", value, re.IGNORECASE), at
            if re.match(r"\w+:|//", value) and element.tag != "a":
                assert OUTSIDE.match(value), (at, value)
    assert told > 1_000


@pytest.mark.slow
def test_scripts_are_our_files_and_what_they_read_is_json(site: Path) -> None:
    for at, element in elements(site):
        if element.tag != "script":
            continue
        if element.attributes.get("type") in {"application/ld+json", "application/json"}:
            json.loads("".join(str(child) for child in element.children))
        else:
            assert element.attributes["src"].startswith(("../", "assets/", "/repo/assets/")), at
            assert not element.children, at


@pytest.mark.slow
def test_feeds_and_data_are_what_they_say(site: Path) -> None:
    seen = dict.fromkeys((".atom", ".xml", ".json", ".csv", ".jsonl", ".webmanifest"), 0)
    for path in sorted(site.rglob("*")):
        if path.suffix not in seen or ".sitegen" in path.parts:
            continue
        seen[path.suffix] += 1
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix in {".atom", ".xml"}:
            names = {one.tag for one in ET.fromstring(text).iter()}  # noqa: S314  our own
            assert not any("xhtml" in name or "script" in name for name in names), path
        elif path.suffix == ".csv":
            table = list(csv.reader(io.StringIO(text), strict=True))
            assert len({len(row) for row in table}) <= 1, path
            wild = [cell for row in table for cell in row if FORMULA.match(cell)]
            assert wild == [], path
        else:
            for line in text.splitlines() if path.suffix == ".jsonl" else [text]:
                json.loads(line)
    assert all(seen.values()), seen


@pytest.mark.slow
def test_no_template_was_run_by_a_dump(site: Path) -> None:
    said = dict(readable(site))
    assert not any("<class 'object'>" in text or "49${" in text for text in said.values())
    assert "{{7*7}}" in said[f"projects/{code(3)}/index.html"]


def visited(site: Path, browser: Browser, at: list[str]) -> tuple[list[str], list[str]]:
    """What pages did that they must not, and which of them show a payload."""
    faults, shown = [], []
    host = site.parent / "host"
    host.mkdir(exist_ok=True)
    if not (host / "repo").exists():
        (host / "repo").symlink_to(site)
    for origin in served(host):
        for one in at:
            with visit(browser, f"{origin}repo/", one) as opened:
                opened.page.evaluate(
                    "document.querySelectorAll('details').forEach(d => d.open = 1)"
                )
                opened.page.wait_for_timeout(50)
                if SEEN in opened.page.evaluate("document.documentElement.textContent"):
                    shown.append(one)
                asks_icon = one.endswith((".atom", ".xml", ".json"))  # of a host's root, in vain
                faults += [
                    f"{one}: {fault}"
                    for fault in opened.faults
                    if not (asks_icon and "404" in fault)
                ]
    return faults, shown


def one_of_each(site: Path) -> list[str]:
    """The largest page of each type, feeds, data, and the search for a payload."""
    by_kind: dict[str, tuple[int, Path]] = {}
    for at in pages(site):
        size = (site / at).stat().st_size
        for kind in KINDS:
            if PATTERNS[kind].fullmatch(at.as_posix()) and not MOVED.search(
                (site / at).read_bytes()
            ):
                by_kind[kind] = max(by_kind.get(kind, (0, at)), (size, at))
    assert len(by_kind) > 35, sorted(set(KINDS) - set(by_kind))
    data = ["feed.atom", "sitemap.xml", "projects/projects.json", "data/index.html"]
    search = ["search/?q=alert", "search/?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"]
    return [*(address(at) for _, at in by_kind.values()), *data, *search]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


@pytest.mark.browser
def test_no_page_type_runs_it(site: Path, browser: Browser) -> None:
    faults, shown = visited(site, browser, one_of_each(site))
    assert faults == []
    assert len(shown) > 25


@pytest.mark.torture
def test_no_page_of_any_project_runs_it(tmp_path: Path, built_site: Path, browser: Browser) -> None:
    site = site_of(tmp_path / "hostile", PAYLOADS)
    benign = site_of(tmp_path / "benign", harmless(len(PAYLOADS)))
    assert shapes(site) - shapes(benign) - shapes(built_site) == set()
    every = [
        address(at)
        for at in pages(site)
        if at.parts[0] in {"projects", "raw"} and not MOVED.search((site / at).read_bytes())
    ]
    faults, shown = visited(site, browser, every)
    assert faults == []
    assert len(shown) > 3 * len(PAYLOADS)
