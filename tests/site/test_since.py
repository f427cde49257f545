"""Pages that only a build with ``--since`` has: valid, accessible, every link leads somewhere."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import CONTENT, served, sitegen
from tests.site.browsing import chromium_browser, visit
from tests.site.kinds import pages
from tests.site.test_axe import HEIGHT, OVERFLOW, WIDTHS, axe
from tests.site.test_html import complaints
from tests.site.test_links import faults

pytestmark = pytest.mark.browser

LISTS = ("changes/", "changes/new/", "changes/updated/", "changes/vanished/")
FEW = 12


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few dumps against a record in which some are missing, some another, and one is gone."""
    folder = tmp_path_factory.mktemp("since")
    dumps, state = folder / "dumps", folder / "state.json"
    dumps.mkdir()
    for path in sorted((CONTENT / "dumps").glob("sample-*.txt"))[:FEW]:
        shutil.copy(path, dumps)
    options = ("build", "--dumps", dumps, "--output", folder / "site", "-q")
    assert sitegen(*options, "--record", state).returncode == 0
    held = json.loads(state.read_bytes())
    one, other, third, *rest = held["projects"]
    one |= {"digest": "0" * 64, "percent": "100.00", "status": "completed"}
    other |= {"key": "50050000-0001", "title": "<script>alert(1)</script> [ปกปิดชื่อ]" + "ก" * 300}
    third |= {"key": "x-0123456789ab", "title": None, "agency": None, "year": None, "percent": None}
    held["projects"] = [one, other, third, *rest]
    state.write_text(json.dumps(held), encoding="utf-8")
    run = sitegen(*options, "--since", state)
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    yield from served(site)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_browser(chromium) as running:
        yield running


@pytest.mark.parametrize("at", LISTS)
def test_accessible_and_quiet(at: str, origin: str, browser: Browser) -> None:
    found: list[str] = []
    with visit(browser, origin, at) as visited:
        page = visited.page
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{width}: {part}" for part in page.evaluate(OVERFLOW)]
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found += [f"{width} {scheme}: {part}" for part in axe(page)]
        found += visited.faults
    assert not found, "\n".join([at, *found[:20]])


def test_valid_and_whole(site: Path) -> None:
    lists = [page for page in pages(site) if page.parts[0] == "changes"]
    assert len(lists) >= len(LISTS)
    assert not [fault for page in lists for fault in faults(site, "/", page)]
    assert not complaints(site / "changes")
