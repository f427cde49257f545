"""A site that is limited: what is left out is not there, and nothing leads to it."""

import json
import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from generator.weights import DATA, JSON, KINDS, RAW, SEARCH, TABLES
from tests.conftest import CONTENT, sitegen
from tests.site.kinds import pages
from tests.site.test_links import faults
from tests.test_build import tree

FEW = 24
"""Dumps: with copies of one project, and with findings."""
PARTS = {"raw": RAW, "json": JSON, "tables": TABLES, "data": DATA, "search": SEARCH}
MENTIONS = {
    "raw": re.compile(r'[/"]raw/'),
    "json": re.compile(r'(projects/[^/]+/|")index\.json|schema/record\.json'),
    "tables": re.compile(r"(?:problems|changes|districts|indicator)\.(?:csv|json)"),
    "data": re.compile(r'[/"]data/'),
    "search": re.compile(r'[/"]search/|text\.bin|role="search"'),
}
"""Addresses of a part, wherever they are written."""


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps")
    for path in sorted((CONTENT / "dumps").glob("sample-*.txt"))[:FEW]:
        shutil.copy(path, folder)
    shutil.copy(CONTENT / "dumps" / "sources.csv", folder)
    return folder


@pytest.fixture(scope="module")
def whole(dumps: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(dumps, tmp_path_factory.mktemp("whole") / "site")


def built(dumps: Path, site: Path, *options: str) -> Path:
    run = sitegen("build", "--dumps", dumps, "--output", site, "-q", *options)
    assert run.returncode == 0, run.stderr
    return site


def wrong_links(site: Path) -> list[str]:
    return list(chain.from_iterable(faults(site, "/", page) for page in pages(site)))


def written(site: Path) -> set[str]:
    return {path for path in tree(site) if not path.startswith((".", "assets/"))}


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_left_out_and_linked_nowhere(
    part: str, dumps: Path, whole: Path, tmp_path: Path
) -> None:
    site = built(dumps, tmp_path / "site", "--without", part)
    assert wrong_links(site) == []
    gone = written(whole) - written(site)
    assert gone >= {path for path in written(whole) if KINDS[PARTS[part]].fullmatch(path)} != set()
    others = (one.removeprefix("en/") for one in gone)
    assert {one for one in others if not KINDS[PARTS[part]].fullmatch(one)} <= {
        "data/schema/record.json"
    }
    for path in written(site):
        if not path.endswith((".bin", ".sqlite")):
            text = (site / path).read_text(encoding="utf-8")
            assert not MENTIONS[part].search(text), path


def test_a_site_of_pages_alone(dumps: Path, whole: Path, tmp_path: Path) -> None:
    site = built(dumps, tmp_path / "site", "--without", ",".join(PARTS))
    assert wrong_links(site) == []
    assert {path.as_posix() for path in pages(site)} < {path.as_posix() for path in pages(whole)}
    assert not (site / "raw").exists()
    again = built(dumps, whole, "--without", ",".join(PARTS))
    assert tree(again) == tree(site)


def test_a_site_of_some_fiscal_years(dumps: Path, tmp_path: Path) -> None:
    site = built(dumps, tmp_path / "site", "--years", "2564,2566")
    assert wrong_links(site) == []
    records = [json.loads(one.read_bytes()) for one in site.glob("projects/*/index.json")]
    assert {one["fiscal_year"] for one in records} == {2564, 2566}
    assert {one.name for one in (site / "years").iterdir() if one.is_dir()} == {"2564", "2566"}
