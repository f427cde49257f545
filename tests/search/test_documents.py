"""Keys of few documents and of many, as Chromium reads them out of a made index."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from tests.search.made import cards, indexed
from tests.search.reader import Reader
from tests.search.reading import module
from tests.site.browsing import chromium_browser

pytestmark = pytest.mark.browser

FILES = indexed(cards([f"โครงการ {number}"] for number in range(5000)))
"""Of more than one shelf."""
KNOW = """(async () => {
  const { Grams } = await import("/modules/grams.js");
  const grams = await Grams.open(new URL("/made/index.bin", location.href));
  const documents = new m.Documents(grams, new URL("/", location.href));
  await documents.know(value);
  return value.map(documents.key);
})()"""


@pytest.fixture
def asked() -> list[str]:
    """Files that were fetched."""
    return []


@pytest.fixture
def page(chromium: str, served_at_root: str, asked: list[str]) -> Iterator[Page]:
    """A page beside the made index."""

    def answer(route: Route) -> None:
        path = route.request.url.partition("/made/")[2]
        asked.append(path.partition("/")[2])
        route.fulfill(body=FILES[path])

    with chromium_browser(chromium) as browser:
        opened = browser.new_page()
        opened.goto(f"{served_at_root}search/")
        opened.route("**/made/**", answer)
        yield opened


def test_keys_of_all(page: Page, asked: list[str]) -> None:
    every = list(range(5000))
    assert module(page, "documents", KNOW, every) == Reader(FILES).keys()
    assert sorted(asked) == [
        "",
        "agency.bin",
        *(f"keys/{number}.bin" for number in range(32, 40)),
        "shelves/0.bin",
    ]


def test_keys_of_some(page: Page, asked: list[str]) -> None:
    some = [4999, 0, 1, 130]
    keys = Reader(FILES).keys()
    assert module(page, "documents", KNOW, some) == [keys[one] for one in some]
    assert sorted(asked) == ["", "keys/0.bin", "keys/1.bin", "keys/39.bin"]
