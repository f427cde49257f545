"""Every page type in Chromium: accessible, within its width, quiet, whole without scripts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import chromium_browser, visit
from tests.site.kinds import KINDS, address, is_redirect, largest, pages
from tests.site.odd import MARK, PLACES, hostile_key

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 360, 768, 1280)
HEIGHT = 900
A4 = 680
"""Pixels between the margins of the sheet, 180 mm."""

RUN = """
async () => (await axe.run(document, {
  resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
})).violations.map(found => ({
  rule: found.id,
  nodes: found.nodes.slice(0, 5).map(node => [node.target.join(" "), node.failureSummary]),
}))
"""
OPEN_DETAILS = "document.querySelectorAll('details').forEach(part => { part.open = true })"
OVERFLOW = """
() => {
  const root = document.documentElement, over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    part => part.getBoundingClientRect().right > root.clientWidth + 1);
  return [`${over}px too wide`, ...wide.slice(-3).map(part => part.outerHTML.slice(0, 120))];
}
"""
LINES = """
() => {
  document.querySelectorAll("noscript").forEach(part => part.remove());
  return document.querySelector("main").innerText.split(/\\s*\\n\\s*/);
}
"""
TEXT = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


def axe(page: Page, *without: str) -> list[str]:
    """What axe finds on a page as it stands, each as one line; ``without`` are rules left out."""
    if not page.evaluate("typeof axe == 'object'"):
        assert AXE.is_file(), "no axe: run `make setup-site-tests`"
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)
    return [json.dumps(one, ensure_ascii=False) for one in found if one["rule"] not in without]


def test_axe_sees_a_fault(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<title>x</title><img src='data:,'><p style='color:#ccc'>pale")
    found = " ".join(axe(page))
    page.close()
    for rule in ("image-alt", "color-contrast", "html-has-lang", "landmark-one-main"):
        assert rule in found


@pytest.mark.parametrize("kind", KINDS)
def test_accessible_and_quiet(
    kind: str, browser: Browser, repo_site: Path, served_under_repo: str
) -> None:
    at = address(largest(repo_site, kind))
    with visit(browser, served_under_repo, at) as visited:
        page, found = visited.page, visited.faults
        page.evaluate(OPEN_DETAILS)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{width}: {part}" for part in page.evaluate(OVERFLOW)]
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found += [f"{width} {scheme}: {part}" for part in axe(page)]
    assert not found, "\n".join([at, *found[:20]])


@pytest.mark.parametrize("kind", ["project", "project of a stripped copy", "district"])
def test_accessible_on_paper(
    kind: str, browser: Browser, built_site: Path, served_at_root: str
) -> None:
    at = address(largest(built_site, kind))
    with visit(browser, served_at_root, at) as visited:
        visited.page.emulate_media(media="print")
        found = visited.faults
        for width in WIDTHS:
            visited.page.set_viewport_size({"width": width, "height": HEIGHT})
            found += axe(visited.page, "target-size")  # no finger touches paper
        visited.page.set_viewport_size({"width": A4, "height": HEIGHT})
        found += visited.page.evaluate(OVERFLOW)
    assert not found, "\n".join([at, *found])


def test_no_project_is_wider_than_its_page(
    browser: Browser, repo_site: Path, served_under_repo: str
) -> None:
    """Every one of them, since each holds words of its own."""
    found = []
    with visit(browser, served_under_repo, "") as visited:
        page = visited.page
        for file in pages(repo_site):
            if file.parts[0] != "projects" or is_redirect(repo_site / file):
                continue
            at = address(file)
            page.goto(served_under_repo + at)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                found += [f"{at} {width}: {part}" for part in page.evaluate(OVERFLOW)]
    assert not found, "\n".join([f"{len(found)}", *found[:20]])


@pytest.mark.parametrize("kind", KINDS)
def test_whole_without_scripts(
    kind: str, browser: Browser, repo_site: Path, served_under_repo: str
) -> None:
    """Scripts may add to a page; they take nothing from it, and nothing waits for them."""
    at = address(largest(repo_site, kind))
    with visit(browser, served_under_repo, at) as visited:
        with_scripts = visited.page.evaluate(LINES)
    with visit(browser, served_under_repo, at, java_script_enabled=False) as visited:
        without, found = visited.page.evaluate(LINES), visited.faults
        assert visited.page.locator("main").is_visible()
    assert not found, "\n".join([at, *found])
    assert without
    assert [line for line in without if line not in with_scripts] == []


def test_read_from_disk(browser: Browser, built_site: Path) -> None:
    origin = built_site.as_uri() + "/"
    page = largest(built_site, "project").as_posix()
    with visit(browser, origin, page) as visited:
        colour = visited.page.evaluate("getComputedStyle(document.querySelector('a')).color")
        # Chromium preloads no font from disk, and says so; the style sheet loads it all the same.
        assert visited.page.evaluate("document.fonts.ready.then(() => document.fonts.size)") > 0
        faults = [fault for fault in visited.faults if "CSP" in fault or "host" in fault]
    assert not faults, faults
    assert colour != "rgb(0, 0, 238)", "the style sheet is not applied"


def test_a_lost_address_shows_our_page(
    browser: Browser, repo_site: Path, served_under_repo: str
) -> None:
    """At any depth, with its styles and ways on."""
    assert repo_site.is_dir()
    with visit(browser, served_under_repo, "projects/none/at/all/") as visited:
        page = visited.page
        faults = [fault for fault in visited.faults if "404 (" not in fault]
        assert page.evaluate("document.styleSheets.length") > 0
        with page.expect_navigation():
            page.locator("a.brand").click()
        assert page.url == served_under_repo
    assert not faults, faults


def test_a_cited_line_is_shown(browser: Browser, built_site: Path, served_at_root: str) -> None:
    """The line numbers on a project page lead to their line, in view."""
    with visit(browser, served_at_root, address(largest(built_site, "project"))) as visited:
        page = visited.page
        page.evaluate(OPEN_DETAILS)
        page.locator("a[href*='#L']").last.click()
        page.wait_for_url("**/raw/**")
        assert "/raw/" in page.url
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") >= 0
        assert page.locator(":target").is_visible()
    assert not visited.faults, visited.faults


def test_a_cited_passage_is_marked_whole(
    browser: Browser, built_site: Path, served_at_root: str
) -> None:
    """One link marks every line of several, without a script."""
    html = (built_site / largest(built_site, "project")).read_text(encoding="utf-8")
    found = re.search(r"(raw/[^\"]+)#(L(\d+)-(\d+))", html)
    assert found
    raw, anchor, first, last = found.groups()
    with visit(browser, served_at_root, f"{raw}#{anchor}", java_script_enabled=False) as visited:
        marked = visited.page.locator(":target p")
        ids = [marked.nth(one).get_attribute("id") for one in range(marked.count())]
        assert ids == [f"L{line}" for line in range(int(first), int(last) + 1)]
        assert visited.page.locator(":target").is_visible()
    assert not visited.faults, visited.faults


@pytest.mark.parametrize("place", PLACES)
def test_a_script_in_a_dump_stays_text(
    place: str, browser: Browser, repo_site: Path, served_under_repo: str
) -> None:
    """On the pages of the dump itself and on the lists that name it."""
    key = hostile_key(place)
    raw = [address(page) for page in pages(repo_site) if page.match(f"raw/{key}/*/*.html")]
    assert raw
    own = [f"projects/{key}/", *raw]
    lists = [page for page in pages(repo_site) if page.parts[0] in {"districts", "years"}]
    naming = [address(page) for page in lists if key in (repo_site / page).read_text("utf-8")]
    assert naming
    found: list[str] = []
    for at in [*own, *naming]:
        with visit(browser, served_under_repo, at) as visited:
            visited.page.evaluate(OPEN_DETAILS)
            assert MARK in visited.page.evaluate(TEXT) or at in naming
            assert visited.page.locator("script[src='x']").count() == 0
        found += [f"{at}: {fault}" for fault in visited.faults]
    assert not found, "\n".join(found)
