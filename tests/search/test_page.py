"""The search page as people use it: typing, keys, filters, the way back."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.search.reading import READY, answered, ask, keys, shown
from tests.site.browsing import Visit, chromium_browser, visit
from tests.site.test_axe import OVERFLOW, axe

pytestmark = pytest.mark.browser

WORD = "ชุมชน"
STEP, PAUSE = 10, 100
"""Rows at first; milliseconds without a key before the index is asked."""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


@pytest.fixture
def visited(browser: Browser, served_under_repo: str) -> Iterator[Visit]:
    """The search page under /repo/, ready; whatever it does wrong fails the test."""
    with visit(browser, served_under_repo, "search/") as opened:
        opened.page.wait_for_selector(READY, state="attached")
        yield opened
        assert not opened.faults, opened.faults


@pytest.fixture
def page(visited: Visit) -> Page:
    return visited.page


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def a_code(site: Path) -> str:
    """Of a project that has one."""
    return next(path.name for path in sorted(site.glob("projects/5*")))


def test_the_hooks(page: Page) -> None:
    found = ask(page, WORD)
    assert len(found) > STEP
    assert len(set(found)) == len(found)
    assert shown(page) == found[:STEP]
    assert page.locator("[role=status]").inner_text().strip().startswith("พบ")
    assert str(len(found)) in page.locator("[role=status]").inner_text()


def test_until_something_is_asked_the_lists_stand_there(page: Page) -> None:
    assert page.locator(".ways").is_visible()
    ask(page, WORD)
    assert not page.locator(".ways").is_visible()
    ask(page, "")
    assert page.locator(".ways").is_visible()
    assert shown(page) == []


def test_show_more_reaches_everything(page: Page) -> None:
    found = ask(page, WORD)
    while page.locator("button.next").is_visible():
        before = len(shown(page))
        page.locator("button.next").click()
        page.wait_for_selector(f"#results > li:nth-child({before + 1})")
        focused = page.evaluate(
            "document.activeElement.closest('li').previousElementSibling !== null"
        )
        assert focused
    assert shown(page) == found


def test_the_query_is_in_the_address_and_the_way_back_works(page: Page) -> None:
    first = ask(page, WORD)
    page.keyboard.press("Enter")
    assert asked(page)["q"] == [WORD]
    second = ask(page, "โรงเรียน")
    assert asked(page)["q"] == ["โรงเรียน"]
    page.go_back()
    answered(page, WORD)
    assert keys(page) == first
    assert page.input_value("#q") == WORD
    page.go_forward()
    answered(page, "โรงเรียน")
    assert keys(page) == second
    page.reload()
    answered(page, "โรงเรียน")
    assert keys(page) == second


def test_letters_of_one_word_are_one_step_back(page: Page) -> None:
    page.locator("#q").press_sequentially("โรงเรียน", delay=30)
    answered(page, "โรงเรียน")
    page.go_back()
    answered(page, "")
    assert page.locator(".ways").is_visible()


def test_back_from_a_project(page: Page) -> None:
    found = ask(page, WORD)
    page.locator("#results a.result").nth(2).click()
    page.wait_for_url("**/projects/**")
    page.go_back()
    answered(page, WORD)
    assert keys(page) == found


def test_filters_narrow_and_say_so(page: Page) -> None:
    found = ask(page, WORD)
    entry = page.locator(".facets a").first
    entry.wait_for()
    count = int(entry.locator("data").get_attribute("value") or 0)
    assert 0 < count < len(found)
    entry.click()
    page.wait_for_selector(".chips a")
    answered(page, WORD)
    assert len(keys(page)) == count
    assert set(keys(page)) < set(found)
    assert len(asked(page)) == 2
    page.locator(".chips a").click()
    page.wait_for_selector(".chips[hidden]", state="attached")
    answered(page, WORD)
    assert keys(page) == found


def test_filters_alone_list_everything_that_has_them(page: Page) -> None:
    page.goto(page.url + "?year=2566")
    answered(page, "")
    assert keys(page)
    years = page.locator("#results .meta").all_inner_texts()
    assert all("2566" in year for year in years)


def test_orders(page: Page) -> None:
    found = ask(page, WORD)
    page.locator(".sorts a").nth(2).click()
    page.wait_for_selector(".sorts a:nth-of-type(3)[aria-current]")
    answered(page, WORD)
    assert sorted(keys(page)) == sorted(found)
    shares = page.locator("#results .meter b").all_inner_texts()
    figures = [float(share.rstrip("%")) for share in shares]
    assert figures == sorted(figures, reverse=True)


def test_a_code_leads_straight_to_the_project(page: Page, repo_site: Path) -> None:
    code = a_code(repo_site)
    assert ask(page, code)[0] == code
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/projects/{code}/")


def test_enter_before_the_answer(page: Page, repo_site: Path) -> None:
    code = a_code(repo_site)
    page.locator("#q").fill(code)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/projects/{code}/")


def test_from_the_page_of_a_lost_address(browser: Browser, served_under_repo: str) -> None:
    with visit(browser, served_under_repo, "404.html") as opened:
        opened.page.fill("#q", WORD)
        opened.page.keyboard.press("Enter")
        answered(opened.page, WORD)
        assert keys(opened.page)
        assert not opened.faults, opened.faults


def test_suggestions_by_keyboard(page: Page) -> None:
    field = page.locator("#q")
    field.fill("สำนักงานเขต")  # at once: each letter has suggestions of its own
    page.wait_for_selector("[role=option]")
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert page.locator("[role=option]").count() == 0
    field.press_sequentially("บ")
    page.wait_for_selector("[role=option]")
    field.press("ArrowDown")
    name = page.locator("[aria-selected=true]").inner_text()
    field.press("Enter")
    page.wait_for_selector(".chips a")
    answered(page, "")
    assert "agency" in asked(page)
    assert page.locator(".chips a").inner_text().split("×")[0].strip() in name
    assert keys(page)


def test_nothing_found_is_explained(page: Page) -> None:
    assert ask(page, "ฆฌฎฐฑฒ ซฌฌฬฆ") == []
    assert page.locator(".advice .hint").is_visible()
    assert "ลองคำเดียว" in page.locator(".advice").inner_text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("โรงเรียม", "โรงเรียน"),
        ("ผูสูงอายุ", "ผู้สูงอายุ"),
        ("ผู่สูงอายุ", "ผู้สูงอายุ"),
        ("Fi'gihpo", "โรงเรียน"),
        ("=6,=o", "ชุมชน"),
        ("ช\u0e38\u0e21ชน", "ชุมชน"),
        ("ด\u0e4d\u0e32เนินการ", "ดำเนินการ"),
        ("ดำาเนินการ", "ดำเนินการ"),
    ],
)
def test_other_spellings_find_the_same(typed: str, meant: str, page: Page) -> None:
    assert set(ask(page, typed)) >= set(ask(page, meant)) != set()


def test_fast_typing_shows_the_last_word_only(page: Page) -> None:
    page.evaluate(
        """() => {
          const results = document.querySelector("#results");
          window.seen = [];
          new MutationObserver(() => seen.push(results.childElementCount))
            .observe(results, {childList: true});
        }"""
    )
    page.clock.install()  # no pause between two letters, however busy the machine is
    page.locator("#q").press_sequentially("โรงเรียน")
    assert page.evaluate("seen") == []
    page.clock.run_for(PAUSE)
    answered(page, "โรงเรียน")
    assert page.evaluate("seen") == [STEP]


def test_a_passage_leads_to_its_part(page: Page) -> None:
    ask(page, WORD)
    mark = page.locator("#results p:has(mark)").first
    assert mark.locator("mark").first.inner_text() == WORD
    mark.locator("a").click()
    page.wait_for_url("**/projects/**")
    anchor = urlsplit(page.url).fragment
    assert page.locator(f"[id='{anchor}']").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_accessible_with_results(width: int, scheme: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    ask(page, f"{WORD} สำนักงานเขต")
    page.wait_for_selector(".facets a", state="attached")
    page.evaluate("document.querySelector('.facets details').open = true")
    found = axe(page) + page.evaluate(OVERFLOW)
    ask(page, "ฆฌฎฐฑฒ ซฌฌฬฆ")
    assert not found + axe(page), found


def test_without_decompression_it_says_so(browser: Browser, served_under_repo: str) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto(f"{served_under_repo}search/?q={WORD}")
    page.wait_for_selector("[role=status] p")
    assert page.locator(".ways").is_visible()
    assert page.locator(READY).count() == 0
    context.close()


def test_at_a_hosts_root_too(browser: Browser, served_at_root: str) -> None:
    with visit(browser, served_at_root, f"search/?q={WORD}") as opened:
        answered(opened.page, WORD)
        assert keys(opened.page)
        assert opened.page.input_value("#q") == WORD
        assert not opened.faults, opened.faults


def test_an_index_that_was_published_anew_is_read_again(
    browser: Browser, served_at_root: str
) -> None:
    with visit(browser, served_at_root, "search/") as opened:
        opened.page.wait_for_selector(READY, state="attached")
        opened.page.route("**/grams/*.bin", lambda route: route.fulfill(status=404), times=1)
        assert ask(opened.page, WORD)


def test_without_a_connection_it_says_so(browser: Browser, served_at_root: str) -> None:
    with visit(browser, served_at_root, "search/") as opened:
        page = opened.page
        page.wait_for_selector(READY, state="attached")
        ask(page, WORD)
        page.route("**/grams/*.bin", lambda route: route.abort())
        assert ask(page, "ผู้สูงอายุ") == []
        assert "ลองอีกครั้ง" in page.locator("[role=status]").inner_text()
        assert page.locator(".ways").is_visible()
        page.unroute("**/grams/*.bin")
        assert ask(page, "ผู้สูงอาย")
