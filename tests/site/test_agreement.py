"""One computation: lists, pages and JSON say the same of every project, as they are read."""

import json
import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site.kinds import is_redirect, pages
from tests.site.tree import Element, tree

FIGURE = r"[−+]?[0-9,]*\.?[0-9]+"


class Told(NamedTuple):
    """What a place says of a project."""

    status: str
    """Its code."""
    percent: Decimal | None
    """As reported."""
    difference: Decimal | None
    """Points from the plan."""


def figure(text: str, before: str = "", after: str = "") -> Decimal | None:
    """The first figure that stands between these words."""
    found = re.search(f"{before}({FIGURE}){after}", text)
    return Decimal(found[1].replace("−", "-").replace(",", "")) if found else None


def key(link: Element) -> str:
    """The project that a link leads to."""
    return link.attributes["href"].rstrip("/").rpartition("/")[2]


@pytest.fixture(scope="module")
def names(built_site: Path) -> dict[str, str]:
    """The words of each status in both languages, from its own pages, and its code."""
    return {
        next(tree(path).all("h1")).text: path.parent.name
        for path in built_site.glob("**/statuses/*/index.html")
        if path.parts[-4] in {built_site.name, "en"} and not path.parent.name.startswith("page-")
    }


@pytest.fixture(scope="module")
def records(built_site: Path) -> dict[str, Told]:
    """What the JSON of each project says."""
    found = {}
    for path in sorted((built_site / "projects").glob("*/index.json")):
        told = json.loads(path.read_bytes(), parse_float=Decimal, parse_int=Decimal)
        found[told["key"]] = Told(told["status"], told["reported"], told["difference"])
    assert len(found) > 60
    return found


def test_every_row_of_every_list_agrees(
    built_site: Path, records: dict[str, Told], names: dict[str, str]
) -> None:
    seen = Counter[str]()
    for page in pages(built_site):
        if page.parts[0] == "raw" or is_redirect(built_site / page):
            continue
        for table in tree(built_site / page).all("table", class_="listing"):
            for row in table.all("tr"):
                if link := next(row.all("a"), None):
                    status = next(row.all(data_is="")).text
                    *_, percent, difference = (cell.text for cell in row.all("td"))
                    told = Told(names[status], figure(percent, after="%"), figure(difference))
                    assert told == records[key(link)], f"{page}: {key(link)}"
                    seen[key(link)] += 1
    assert seen.keys() == records.keys()
    assert min(seen.values()) > 2


def page_of(site: Path, project: str) -> Element:
    """What a project's page holds beside the frame."""
    return next(tree(site / "projects" / project / "index.html").all("main"))


def test_every_project_page_agrees(
    built_site: Path, records: dict[str, Told], names: dict[str, str]
) -> None:
    thai = {code: name for name, code in names.items() if not name.isascii()}
    for project, told in records.items():
        main = page_of(built_site, project)
        tags = " / ".join(tag.text for tag in main.all("span", class_="tag"))
        assert f"คำนวณ: {thai[told.status]}" in tags, project
        assert figure(tags, "รายงาน: ", "%") == told.percent, project
        verdict = next(main.all("p", class_="verdict")).text
        if share := figure(verdict, after="%"):
            assert share == min(told.percent or 0, 100), project
        if below := figure(verdict, "ต่ำกว่าแผน ", " จุด"):
            assert -below == told.difference, project
        if above := figure(verdict, "สูงกว่าแผน ", " จุด"):
            assert above == told.difference, project


def test_findings_of_page_json_and_rules_agree(built_site: Path) -> None:
    listed = defaultdict(set)
    for path in (built_site / "findings").glob("*/index.html"):
        for item in next(tree(path).all("section", id="projects")).all("li"):
            listed[key(next(item.all("a")))].add(path.parent.name)
    held = 0
    for path in sorted((built_site / "projects").glob("*/index.json")):
        told = json.loads(path.read_bytes())
        found = Counter(one["rule"] for one in told["findings"])
        shown = Counter[str]()
        for item in (
            item
            for part in page_of(built_site, told["key"]).all("ul", class_="findings")
            for item in part.all("li")
            if list(item.all("details"))
        ):
            rule = key(list(item.all("a"))[-1])
            shown[rule] = int(figure(next(item.all("summary")).text, after=" แห่ง") or 1)
        assert shown == found, told["key"]
        assert listed[told["key"]] == found.keys(), told["key"]
        held += bool(found)
    assert held > 30
