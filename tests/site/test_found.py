"""Being found and followed: heads, feeds, the sitemap, each read by something we did not write."""

import json
import re
import struct
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import feedparser  # type: ignore[import-untyped]
import pytest
import xmlschema

from tests.conftest import sitegen
from tests.site.kinds import KINDS, address, is_redirect, largest, pages
from tests.site.markup import read
from tests.site.tree import Element, tree

BASE = "https://example.org/repo/"
"""Where the site under /repo/ is built for."""
SMALL = Path(__file__).parents[1] / "golden" / "small" / "content"
SCHEMA = Path(__file__).parent / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"
PREVIEW_BYTES = 20_000
HEAD_BYTES = 400
"""What being found may cost a project page, but for its title."""


MARKUP = re.compile(r"<(?:a|b|br|span|time)\b")
"""What macros write, and no odd dump does."""


def metas(page: Element) -> dict[str, str]:
    """What the head tells by property, and by name."""
    found = [one.attributes for one in page.all("meta") if "content" in one.attributes]
    return {
        one[kind]: one["content"] for kind in ("name", "property") for one in found if kind in one
    }


def canonical(page: Element) -> str:
    return next((one.attributes["href"] for one in page.all("link", rel="canonical")), "")


def own_file(site: Path, address: str) -> Path:
    """The file behind a whole address of the site."""
    assert address.startswith(BASE), address
    name = unquote(urlsplit(address).path.removeprefix(urlsplit(BASE).path))
    return site / name / "index.html" if not name or name.endswith("/") else site / name


def feeds(site: Path) -> list[Path]:
    return sorted(path.relative_to(site) for path in site.rglob("*.atom"))


# --- heads ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_shared_link_says_what_it_leads_to(kind: str, repo_site: Path) -> None:
    page = tree(repo_site / largest(repo_site, kind))
    told = metas(page)
    assert told["og:title"]
    assert (next(page.all("title")).text).startswith(told["og:title"].removesuffix("…"))
    assert told["og:description"] == told["description"]
    assert told["description"].strip()
    assert not MARKUP.search(told["description"] + told["og:title"])
    assert told["og:type"] == ("article" if "project" in kind.split()[:1] else "website")
    assert told["og:locale"] == ("en_GB" if "English" in kind else "th_TH")
    assert told["og:site_name"]
    assert own_file(repo_site, told["og:image"]).is_file()


def test_the_preview_is_small_and_of_the_usual_shape(repo_site: Path) -> None:
    home = metas(tree(repo_site / "index.html"))
    image = own_file(repo_site, home["og:image"]).read_bytes()
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert len(image) <= PREVIEW_BYTES


def test_a_project_is_described_by_its_verdict(repo_site: Path) -> None:
    page = tree(repo_site / largest(repo_site, "project"))
    (verdict,) = page.all("p", class_="verdict")
    chips = [one.text for one in verdict.all("a")]
    said = verdict.text
    for chip in chips:
        said = said.replace(chip, "", 1)
    assert "".join(metas(page)["description"].split()) == "".join(said.split())


def test_being_found_costs_a_project_page_little(built_site: Path) -> None:
    text = (built_site / largest(built_site, "project")).read_text(encoding="utf-8")
    added = re.findall(r'<meta property="og:[^>]*>\n| property="og:\w+"', text)
    title = re.search(r'"og:title" content="([^"]*)"', text)
    assert title
    assert len("".join(added).encode()) - len(title[1].encode()) <= HEAD_BYTES


def test_the_manifest_names_icons_that_are_there(repo_site: Path) -> None:
    (link,) = tree(repo_site / "index.html").all("link", rel="manifest")
    found = json.loads((repo_site / link.attributes["href"]).read_text(encoding="utf-8"))
    assert found["name"]
    assert all((repo_site / one["src"]).is_file() for one in found["icons"])


# --- linked data ------------------------------------------------------------------------------


def linked(page: Element) -> list[dict[str, Any]]:
    return [json.loads(one.text) for one in page.all("script", type="application/ld+json")]


def test_the_way_from_home_is_told_to_search_engines_as_to_readers(repo_site: Path) -> None:
    found = 0
    for kind in KINDS:
        page = tree(repo_site / largest(repo_site, kind))
        for data in linked(page):
            if data["@type"] in {"WebSite", "Project", "Dataset"}:
                continue
            found += 1
            assert data["@type"] == "BreadcrumbList"
            steps = data["itemListElement"]
            (crumbs,) = page.all("nav", class_="crumbs")
            assert [one["name"] for one in steps] == [one.text for one in crumbs.all("li")], kind
            assert [one["position"] for one in steps] == [*range(1, len(steps) + 1)]
            assert all(own_file(repo_site, one["item"]).is_file() for one in steps if "item" in one)
    assert found > 20


def test_home_tells_how_to_search(repo_site: Path) -> None:
    (data,) = linked(tree(repo_site / "index.html"))
    assert data["@type"] == "WebSite"
    template = data["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{BASE}search/?q={{q}}"
    assert own_file(repo_site, template).is_file()


# --- feeds ------------------------------------------------------------------------------------


def test_a_reader_we_did_not_write_reads_every_feed(repo_site: Path) -> None:
    found = feeds(repo_site)
    assert len(found) > 50
    for path in found:
        feed = feedparser.parse((repo_site / path).read_bytes())
        assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
        assert feed.version == "atom10"
        told = feed.feed
        assert told.id
        assert told.title
        assert told.author
        assert told.updated_parsed
        assert {one.rel: one.href for one in told.links} == {
            "self": urljoin(BASE, path.as_posix()),
            "alternate": urljoin(BASE, path.as_posix().removesuffix("feed.atom")),
        }
        days = [one.updated for one in feed.entries]
        assert days == sorted(days, reverse=True)
        assert not days or told.updated == days[0]
        assert len({one.id for one in feed.entries}) == len(days), path


def test_every_entry_leads_to_its_place(repo_site: Path) -> None:
    feed = feedparser.parse((repo_site / "feed.atom").read_bytes())
    assert feed.entries
    for one in feed.entries:
        assert one.title
        assert one.author
        page = own_file(repo_site, one.link)
        assert page.is_file()
        assert urlsplit(one.link).fragment in read(page).ids


def test_a_feed_broken_on_purpose_is_noticed() -> None:
    assert feedparser.parse(b"<feed xmlns='http://www.w3.org/2005/Atom'><id>1</feed>").bozo


def test_every_feed_is_linked_by_its_page_for_readers_and_programs(repo_site: Path) -> None:
    for feed in feeds(repo_site):
        page = feed.with_name("index.html")
        told = [
            one.tag
            for one in read(repo_site / page).addresses
            if urljoin(f"/{page.as_posix()}", one.text) == f"/{feed.as_posix()}"
        ]
        assert sorted(told) == ["a", "link"], page


def test_every_feed_a_page_names_is_there(repo_site: Path) -> None:
    for page in pages(repo_site):
        for link in tree(repo_site / page).all("link", rel="alternate"):
            if link.attributes.get("type") == "application/atom+xml":
                place = (repo_site / page).parent / link.attributes["href"]
                assert place.resolve().is_file(), page


# --- the sitemap ------------------------------------------------------------------------------


def in_sitemap(site: Path) -> list[str]:
    return re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))


def is_own(site: Path, page: Path) -> bool:
    """Search engines may keep it, at this very address."""
    head = tree(site / page)
    return metas(head).get("robots") != "noindex" and canonical(head) == BASE + address(page)


def test_the_sitemap_is_the_pages(repo_site: Path) -> None:
    told = in_sitemap(repo_site)
    assert len(set(told)) == len(told)
    standing = [page for page in pages(repo_site) if not is_redirect(repo_site / page)]
    assert {BASE + address(page) for page in standing if is_own(repo_site, page)} == {*told}


@pytest.mark.browser
def test_the_sitemap_keeps_to_its_schema(repo_site: Path, tmp_path: Path) -> None:
    assert SCHEMA.is_file(), "no schema of the sitemap: run `make setup-site-tests`"
    schema = xmlschema.XMLSchema(SCHEMA, allow="local")
    schema.validate(repo_site / "sitemap.xml")
    wrong = tmp_path / "sitemap.xml"
    text = (repo_site / "sitemap.xml").read_text(encoding="utf-8")
    wrong.write_text(text.replace("<loc>", "<lok>", 1).replace("</loc>", "</lok>", 1))
    assert not schema.is_valid(wrong)


# --- not being found --------------------------------------------------------------------------


def test_a_site_may_ask_not_to_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_NOINDEX", "true")
    site = tmp_path / "site"
    run = sitegen("build", "--content", SMALL, "--output", site)
    assert run.returncode == 0, run.stderr
    for page in pages(site):
        assert metas(tree(site / page)).get("robots") == "noindex", page
    assert "Disallow: /\n" in (site / "robots.txt").read_text(encoding="utf-8")
    assert not (site / "sitemap.xml").exists()
