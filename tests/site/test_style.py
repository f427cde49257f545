"""The page of all components: colours measured, Thai set as Thai, states told without them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import chromium_browser, visit

pytestmark = pytest.mark.browser

ENOUGH = 4.5
"""Contrast of letters, WCAG 2.2 AA."""

CONTRASTS = """
() => {
  const linear = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const light = rgb => { const [r, g, b] = rgb.match(/[\\d.]+/g).map(Number).map(linear);
    return .2126 * r + .7152 * g + .0722 * b; };
  const of = part => light(getComputedStyle(part).fill);
  return [...document.querySelectorAll("svg[data-ground]")].map(pair => {
    const [low, high] = [of(pair.querySelector("rect")), of(pair.querySelector("text"))].sort();
    const name = `${pair.dataset.letter} on ${pair.dataset.ground}`;
    return [name, (Math.max(low, high) + .05) / (Math.min(low, high) + .05)];
  });
}
"""
THAI = """
() => [...document.querySelectorAll("body *")].flatMap(part => {
  const own = [...part.childNodes].some(
    node => node.nodeType == 3 && /[\\u0e00-\\u0e7f]/.test(node.data));
  if (!own || part.closest(".vh, svg, script, template")) return [];
  const style = getComputedStyle(part), size = parseFloat(style.fontSize), faults = [];
  const leading = parseFloat(style.lineHeight) / size, found = fault => faults.push(fault);
  if (leading < (size > 19 || /^H[1-3]$/.test(part.tagName) ? 1.2 : 1.5)) found(`line ${leading}`);
  if (style.letterSpacing != "normal") found("letter-spacing");
  if (style.fontStyle != "normal") found("italics");
  if (style.textTransform != "none") found("capitals");
  if (style.textAlign == "justify") found("justified");
  if (/hidden|clip/.test(style.overflowY)) found("cut off");
  return faults.map(fault => `${fault}: ${part.outerHTML.slice(0, 80)}`);
})
"""
UNMARKED = """
() => [...document.querySelectorAll(".tag, [aria-current=page]:not(li)")]
  .filter(part => part.closest("main")).filter(part => {
    const style = getComputedStyle(part);
    return !parseFloat(style.borderTopWidth) && !parseFloat(style.borderBottomWidth);
  }).map(part => part.outerHTML)
"""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


@pytest.fixture
def page(browser: Browser, repo_site: Path, served_under_repo: str) -> Iterator[Page]:
    assert (repo_site / "style" / "index.html").is_file()
    with visit(browser, served_under_repo, "style/") as visited:
        yield visited.page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out_from_every_ground(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found: dict[str, float] = dict(page.evaluate(CONTRASTS))
    assert len(found) > 12
    assert {name: ratio for name, ratio in found.items() if ratio < ENOUGH} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_thai_is_set_as_thai(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(THAI) == []


def test_states_are_told_where_colours_are_the_readers_own(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    assert page.evaluate(UNMARKED) == []


def test_the_site_that_is_published_has_no_such_page(built_site: Path) -> None:
    assert not (built_site / "style").exists()
