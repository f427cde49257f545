"""The tile map by keyboard and on a phone, districts put side by side by script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import chromium_browser, visit
from tests.site.test_axe import axe

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 800}
FOCUSED = (
    "document.activeElement.closest('.tiles li') && document.activeElement.getAttribute('href')"
)
COLOURED = """
() => document.querySelectorAll(".tiles a").forEach((tile, place) => {
  tile.removeAttribute("data-few");
  tile.dataset.step = String(1 + place % 4);
  const share = document.createElement("b");
  share.textContent = "42%";
  tile.querySelector("i").before(share);
})
"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


def tiles(page: Page) -> list[str]:
    """Where the tiles lead, in the order of the page."""
    links = page.locator(".tiles a")
    return [links.nth(n).get_attribute("href") or "" for n in range(links.count())]


@pytest.mark.usefixtures("built_site")
class TestMap:
    """On the home page; it needs no script."""

    def test_every_tile_is_reached_in_the_order_of_the_map(
        self, browser: Browser, served_at_root: str
    ) -> None:
        with visit(browser, served_at_root, "", java_script_enabled=False) as visited:
            page = visited.page
            page.locator(".tiles").evaluate("part => part.previousElementSibling.id = 'before'")
            page.locator("#before a").focus()
            reached = []
            for _ in tiles(page):
                page.keyboard.press("Tab")
                reached.append(page.evaluate(FOCUSED))
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != (
                    "none"
                )
            assert reached == tiles(page)
            assert len(reached) > 1
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/{reached[-1].lstrip('./')}")
        assert not visited.faults, visited.faults

    def test_the_map_can_be_passed_over(self, browser: Browser, served_at_root: str) -> None:
        with visit(browser, served_at_root, "") as visited:
            page = visited.page
            skip = page.locator("a[href='#after-map']")
            skip.focus()
            assert skip.is_visible()
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.matches('#after-map summary')")
            page.keyboard.press("Enter")
            assert page.locator("#after-map table").is_visible()
        assert not visited.faults, visited.faults

    def test_tiles_are_large_enough_for_a_finger(
        self, browser: Browser, served_at_root: str
    ) -> None:
        with visit(browser, served_at_root, "", viewport=PHONE, has_touch=True) as visited:
            page = visited.page
            for link in page.locator(".tiles a").all():
                box = link.bounding_box()
                assert box
                assert box["width"] >= 32
                assert box["height"] >= 44
            first = tiles(page)[0]
            page.locator(".tiles a").first.tap()
            page.wait_for_url(f"**/{first.lstrip('./')}")
        assert not visited.faults, visited.faults

    def test_every_colour_can_be_read(self, browser: Browser, served_at_root: str) -> None:
        """The sample has too few projects for a colour: lend them to the tiles."""
        with visit(browser, served_at_root, "") as visited:
            visited.page.evaluate(COLOURED)
            for scheme in ("light", "dark"):
                visited.page.emulate_media(color_scheme=scheme)
                visited.faults += axe(visited.page)
        assert not visited.faults, visited.faults

    def test_the_map_says_the_same_as_its_table(
        self, browser: Browser, served_at_root: str
    ) -> None:
        with visit(browser, served_at_root, "") as visited:
            page = visited.page
            page.locator("#after-map summary").click()
            for place in range(0, 50, 10):
                tile = page.locator(".tiles li").nth(place)
                name = tile.locator(".full").inner_text()
                row = page.locator("#after-map tr", has_text=name).first
                n = row.locator("td").last.inner_text()
                said = re.search(r"จาก ([\d,]+) โครงการ", tile.inner_text())
                assert (said[1] if said else "0") == n


@pytest.mark.usefixtures("built_site")
class TestCompare:
    """Its script copies cells of the table that stands there anyway."""

    def test_districts_are_put_side_by_side_and_into_the_address(
        self, browser: Browser, served_at_root: str
    ) -> None:
        with visit(browser, served_at_root, "compare/") as visited:
            page = visited.page
            fields = page.locator(".choose select")
            assert fields.count() == 4
            assert page.locator("#sides table").count() == 0
            fields.nth(0).select_option(index=1)
            assert page.locator("#sides").is_hidden()
            fields.nth(1).select_option(index=3)
            fields.nth(3).select_option(index=5)
            table = page.locator("#sides table")
            assert table.locator("thead th").count() == 4
            assert len(re.findall(r"district=\d{8}", page.url)) == 3
            chosen = page.locator(".compare tbody tr").nth(2)
            assert (
                table.locator("tbody td").nth(1).inner_text().split()
                == chosen.locator("td").first.inner_text().split()
            )
            assert (
                chosen.locator("a").inner_text()
                in page.locator("#choose [role=status]").inner_text()
            )
            address = page.url.removeprefix(served_at_root)
        assert not visited.faults, visited.faults
        with visit(browser, served_at_root, address) as visited:
            assert visited.page.locator("#sides thead th").count() == 4

    def test_the_choice_and_the_order_of_the_table_share_the_address(
        self, browser: Browser, served_at_root: str
    ) -> None:
        with visit(browser, served_at_root, "compare/") as visited:
            page = visited.page
            page.locator(".compare thead button").nth(1).click()
            for place in range(2):
                page.locator(".choose select").nth(place).select_option(index=place + 1)
            assert re.search(r"sort=-behind&district=\d+&district=\d+$", page.url)
            assert page.locator("#sides button").count() == 0
            cells = page.locator(".compare tbody td:nth-child(2) b").all_inner_texts()
            shares = [float(one.rstrip("%")) for one in cells]
            assert shares == sorted(shares, reverse=True)
            told = page.locator(".sift [role=status]").inner_text()
            assert "เคยต่ำกว่าแผน" in told
            assert "จัดลำดับ" not in told
        assert not visited.faults, visited.faults

    def test_a_district_is_chosen_once(self, browser: Browser, served_at_root: str) -> None:
        with visit(browser, served_at_root, "compare/") as visited:
            fields = visited.page.locator(".choose select")
            fields.nth(0).select_option(index=1)
            assert fields.nth(1).locator("option").nth(1).is_disabled()
        assert not visited.faults, visited.faults

    def test_an_address_with_nonsense_chooses_nothing(
        self, browser: Browser, served_at_root: str
    ) -> None:
        query = "compare/?district=<b>&district=1&district="
        with visit(browser, served_at_root, query) as visited:
            assert visited.page.locator("#sides").is_hidden()
        assert not visited.faults, visited.faults

    def test_four_districts_fit_a_phone(self, browser: Browser, served_at_root: str) -> None:
        with visit(browser, served_at_root, "compare/", viewport=PHONE) as visited:
            page = visited.page
            for place in range(4):
                page.locator(".choose select").nth(place).select_option(index=place + 1)
            assert page.locator("#sides thead th").count() == 5
            assert page.evaluate(SIDEWAYS) <= 0
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                visited.faults += axe(page)
        assert not visited.faults, visited.faults

    def test_without_scripts_the_table_of_all_is_there(
        self, browser: Browser, served_at_root: str
    ) -> None:
        with visit(browser, served_at_root, "compare/", java_script_enabled=False) as visited:
            assert visited.page.locator("#choose").is_hidden()
            assert visited.page.locator(".compare tbody tr").count() > 10
        assert not visited.faults, visited.faults


def test_the_menu_is_walked_by_keyboard(browser: Browser, served_at_root: str) -> None:
    """The way past it comes first; then every link of it, in order, each seen to have the focus."""
    where = """() => {
      const at = document.activeElement, style = getComputedStyle(at);
      return [at.getAttribute("href"), at.getBoundingClientRect().width > 1
        && style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2];
    }"""
    with visit(
        browser, served_at_root, "years/", viewport={"width": 360, "height": 800}
    ) as visited:
        page = visited.page
        links = page.locator(".masthead a").evaluate_all(
            "all => all.map(a => a.getAttribute('href'))"
        )
        walked = []
        for _ in range(len(links) + 1):
            page.keyboard.press("Tab")
            href, is_seen = page.evaluate(where)
            assert is_seen, href
            walked.append(href)
        assert walked == ["#main", *links]
        for _ in links:
            page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert not visited.faults
