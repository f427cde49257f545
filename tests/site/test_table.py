"""Lists that filter and sort in place: with keys, said aloud, kept in the address."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browsing import chromium_browser, visit
from tests.site.test_axe import OVERFLOW, axe

pytestmark = pytest.mark.browser

LONG = "projects/"
"""More than a page in the sample site."""

COLUMN = """
by => {
  const place = [...document.querySelectorAll("thead th")].findIndex(one => one.dataset.by === by);
  return [...document.querySelectorAll("tbody tr")].map(row => {
    const cell = row.cells[place], day = cell.querySelector("time");
    return day ? day.dateTime : cell.innerText.trim();
  });
}
"""
ROWS = "document.querySelectorAll('tbody tr').length"
SAID = "document.querySelector('.sift [role=status]').textContent"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


@pytest.fixture
def page(browser: Browser, served_at_root: str) -> Iterator[Page]:
    """The list, live; whatever it did wrong fails the test that looked at it."""
    with visit(browser, served_at_root, LONG) as visited:
        visited.page.wait_for_selector(".sift:not([hidden])")
        yield visited.page
    assert not visited.faults, visited.faults


def column(page: Page, by: str) -> list[str]:
    found: list[str] = page.evaluate(COLUMN, by)
    return found


def ask(page: Page, words: str) -> str:
    page.fill("#sift", words)
    page.press("#sift", "Enter")
    said: str = page.evaluate(SAID)
    return said


def test_words_leave_the_rows_that_have_them_all(page: Page) -> None:
    every = page.locator("tbody tr").all_inner_texts()
    word = column(page, "name")[0][:4]
    wanted = sum(word in row for row in every)
    assert ask(page, word) == f"แสดง {wanted} จาก {len(every)} แถว"
    assert page.evaluate(ROWS) == wanted
    assert all(word in row for row in page.locator("tbody tr").all_inner_texts())
    assert ask(page, f"{word} ไม่มีคำนี้") == f"ไม่มีแถวที่มี “{word} ไม่มีคำนี้”"
    assert ask(page, "") == ""
    assert page.locator("tbody tr").all_inner_texts() == every


def test_a_pause_is_enough(page: Page) -> None:
    page.fill("#sift", "ไม่มีคำนี้")
    expect(page.locator("tbody tr")).to_have_count(0)


def test_spellings_of_one_word_are_one(page: Page) -> None:
    thai = column(page, "year")[0].translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    ask(page, thai)
    assert 0 < page.evaluate(ROWS) < 50
    assert set(column(page, "year")) >= {column(page, "year")[0]}


@pytest.mark.parametrize(
    ("by", "first"),
    [("latest", "descending"), ("progress", "descending"), ("difference", "ascending")],
)
def test_a_heading_sorts_and_what_nobody_tells_stays_last(page: Page, by: str, first: str) -> None:
    button = page.locator(f"th[data-by={by}] button")
    for direction in (first, "ascending" if first == "descending" else "descending"):
        button.click()
        assert page.get_attribute(f"th[data-by={by}]", "aria-sort") == direction
        assert page.locator("[aria-sort]").count() == 1
        told = [worth for worth in map(worth_of, column(page, by)) if worth is not None]
        assert told == sorted(told, reverse=direction == "descending")
        worths = [worth_of(one) for one in column(page, by)]
        assert worths[len(told) :] == [None] * (len(worths) - len(told))
        assert "เรียงตาม" in page.evaluate(SAID)


def worth_of(cell: str) -> str | float | None:
    """A day as it is, a figure as a number, the rest as nothing."""
    if cell[:4].isdecimal() and "-" in cell:
        return cell
    figure = cell.replace("−", "-").replace("%", "").replace("จุด", "").replace(",", "").strip()
    try:
        return float(figure)
    except ValueError:
        return None


def test_names_sort_as_the_list_does(page: Page) -> None:
    """The browser's Thai dictionary order is ours."""
    names = column(page, "name")
    page.locator("th[data-by=name] button").click()
    assert column(page, "name") == names
    page.locator("th[data-by=name] button").click()
    assert column(page, "name") == names[::-1]


def test_what_is_asked_stands_in_the_address(
    page: Page, browser: Browser, served_at_root: str
) -> None:
    word = column(page, "name")[0][:4]
    ask(page, word)
    page.locator("th[data-by=progress] button").click()
    address = page.url
    assert address.endswith("&sort=-progress")
    assert page.evaluate("history.length") <= 2, "typing is no step of the way back"
    shown = column(page, "name")
    with visit(browser, served_at_root, address.removeprefix(served_at_root)) as again:
        again.page.wait_for_selector("[aria-sort]")
        assert column(again.page, "name") == shown
        assert again.page.input_value("#sift") == word
        again.page.fill("#sift", "")
        again.page.locator("th[data-by=name] button").click()
        assert "?q" not in again.page.url
    assert not again.faults, again.faults


def test_keys_alone_reach_field_and_headings(page: Page) -> None:
    page.focus("#sift")
    page.keyboard.press("Tab")  # the way to the search, from a list of several pages
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('th').dataset.by") == "name"
    page.keyboard.press("Enter")
    assert page.get_attribute("th[data-by=name]", "aria-sort") == "ascending"
    page.keyboard.press("Space")
    assert page.get_attribute("th[data-by=name]", "aria-sort") == "descending"


def test_a_page_of_several_says_that_it_looks_through_this_one_only(page: Page) -> None:
    assert page.locator("#sift-part").is_visible()
    assert page.get_attribute("#sift", "aria-describedby") == "sift-part"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_live_table_is_accessible(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    ask(page, column(page, "name")[0][:4])
    page.locator("th[data-by=latest] button").click()
    assert axe(page) == []
    assert page.evaluate(OVERFLOW) == []


def test_without_scripts_there_is_no_field_and_the_orders_lead_on(
    browser: Browser, served_at_root: str
) -> None:
    with visit(browser, served_at_root, LONG, java_script_enabled=False) as visited:
        assert not visited.page.locator("#sift").is_visible()
        visited.page.locator(".sorts a").nth(1).click()
        assert visited.page.url.endswith("/projects/by-progress/")
        assert visited.page.locator("tbody tr").count() == 50
    assert not visited.faults, visited.faults
