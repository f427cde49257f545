"""The sample projects under a second look: own logo, colour, sheet, words, templates."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.accent import shades
from generator.render.places import CHECKOUT
from tests.conftest import CONTENT, served, sitegen
from tests.site.browsing import chromium_browser, visit
from tests.site.test_axe import axe

pytestmark = pytest.mark.slow

THEME = Path(__file__).parent / "theme"
FEW = 8
PROJECT = "50010000-2000"
"""One that names another, which is complete."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as its owner would: from a folder with content/ and templates/."""
    own = tmp_path_factory.mktemp("theme")
    shutil.copytree(THEME, own / "content", ignore=shutil.ignore_patterns("templates"))
    shutil.copytree(THEME / "templates", own / "templates")
    (own / "content" / "dumps").mkdir()
    for path in sorted((CONTENT / "dumps").glob("sample-*.txt"))[:FEW]:
        shutil.copy(path, own / "content" / "dumps")
    run = sitegen("build", "--templates", "templates", "--quiet", cwd=own)
    assert (run.returncode, run.stderr) == (0, run.stderr)
    checked = sitegen("check", "--strict", "--quiet", cwd=own)
    assert checked.returncode == 0, checked.stderr
    return own / "output"


@pytest.fixture(scope="module")
def served_theme(site: Path) -> Iterator[str]:
    yield from served(site)


def text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_a_file_of_the_same_name_stands_for_ours_and_may_call_it(site: Path) -> None:
    both = re.compile(r'<div class="meter"><b>100%</b>.*?<b class="all-done">(.*?)</b>', re.DOTALL)
    for start, words in (("", "ครบแล้ว"), ("en/", "all done")):
        assert {*both.findall(text(site, f"{start}projects/{PROJECT}/index.html"))} == {words}


def test_a_page_may_extend_ours(site: Path) -> None:
    ours = re.findall(r'<section[^>]* id="([\w-]+)"', text(site, "index.html"))
    assert {"districts", "strategies"} <= {*ours}
    for name, words in (("index.html", "จดหมายจากชุมชน"), ("en/index.html", "A letter from the")):
        page = text(site, name)
        assert page.index(words) < page.index('id="districts"')


def test_the_logo_stands_before_the_name(site: Path) -> None:
    brand = re.compile(r'<a class="brand"[^>]*><img src="([^"]+)" alt="">(.*?)</a>')
    pages = {"index.html": "สมุดริมคลอง", "en/index.html": "The Canalside Book"}
    for name, called in pages.items():
        (found,) = brand.findall(text(site, name))
        assert found[1] == called
        assert (site / name).parent.joinpath(found[0]).resolve() == site.resolve() / "logo.svg"


def test_colour_and_sheet_come_after_ours(site: Path) -> None:
    (sheet,) = (site / "assets").glob("site.*.css")
    css = sheet.read_text(encoding="utf-8")
    own = (THEME / "templates" / "assets" / "css" / "own.css").read_text(encoding="utf-8")
    assert css.endswith(own.partition("*/\n")[2])
    by_light, in_the_dark = "--accent: #1f5e3a", f"--accent: {shades('#1f5e3a').dark}"
    tokens = (CHECKOUT / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    ours = re.findall(r"--accent: (#\w+)", tokens)
    assert css.index(ours[1]) < css.index(by_light) < css.index(in_the_dark) < css.index(".letter")
    assert '"theme_color": "#1f5e3a"' in text(site, "manifest.webmanifest")
    (icon,) = (site / "assets").glob("favicon.*.svg")
    assert 'fill="#1f5e3a"' in icon.read_text(encoding="utf-8")


@pytest.mark.browser
def test_it_can_be_read(served_theme: str, chromium: str) -> None:
    found = []
    with chromium_browser(chromium) as browser:
        for address in ("", "en/", f"projects/{PROJECT}/"):
            with visit(browser, served_theme, address) as visited:
                colour = visited.page.evaluate(
                    "getComputedStyle(document.querySelector('h1')).color"
                )
                assert colour == "rgb(31, 94, 58)"
                assert visited.page.evaluate("document.querySelector('.brand img').width") > 10
                for scheme in ("light", "dark"):
                    visited.page.emulate_media(color_scheme=scheme)
                    found += [f"{address} {scheme}: {one}" for one in axe(visited.page)]
                found += visited.faults
    assert not found, "\n".join(found)
