"""Every address leads somewhere, at the root of a host and under /repo/; every page is one page."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.kinds import KINDS, is_redirect, largest, pages
from tests.site.markup import Address, read

OWN = "https://example.org"
"""Where the site under /repo/ is built for; canonical links and feeds name it."""

STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
NOT_LINKED = re.compile(r"404\.html|raw/[^/]+/index\.html")
"""Pages link the snapshot whose lines never move; /raw/<key>/ is for people who type addresses."""

TEMPLATE_MARK = re.compile(r"\{\{|\{%|\{#|%\([a-z]+\)[sd]")


@pytest.fixture(scope="module", params=["at the root", "under /repo/"])
def placed(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A built site and the path it stands under."""
    if request.param == "at the root":
        return request.getfixturevalue("built_site"), "/"
    return request.getfixturevalue("repo_site"), "/repo/"


def is_outside(link: Address) -> bool:
    parts = urlsplit(link.text)
    return bool(parts.scheme or parts.netloc)


def target(site: Path, base: str, page: Path, link: Address) -> tuple[Path | None, str]:
    """The file and the fragment an address leads to; no file when it leaves the site's folder."""
    here = urljoin(base, page.as_posix())
    parts = urlsplit(urljoin(here, link.text))
    if not parts.path.startswith(base):
        return None, parts.fragment
    name = unquote(parts.path.removeprefix(base))
    file = site / name / "index.html" if name.endswith("/") or not name else site / name
    return file, unquote(parts.fragment)


def faults(site: Path, base: str, page: Path) -> Iterator[str]:
    """What is wrong with the addresses of one page."""
    for link in read(site / page).addresses:
        where = f"{page}:{link.line}: <{link.tag}> {link.text!r}"
        if is_outside(link):
            if not is_allowed_outside(link, base):
                yield f"{where} leads to another host"
            continue
        if link.text.startswith("/") and page.name == "index.html":
            yield f"{where} is written from the host's root"
        file, fragment = target(site, base, page, link)
        if file is None or not file.is_file():
            yield f"{where} leads nowhere"
        elif fragment and file.suffix == ".html" and fragment not in read(file).ids:
            yield f"{where}: no such id there"


def is_allowed_outside(link: Address, base: str) -> bool:
    """Anchors to a source that say so, and the site's own full address where one is asked for."""
    if link.tag == "a":
        return {"nofollow", "noopener"} <= link.rel and link.text.startswith(
            ("https://", "http://", "mailto:")
        )
    own = link.text.startswith(f"{OWN}{base}")
    return link.tag == "link" and own and bool(link.rel & {"canonical", "alternate"})


def test_every_address_leads_somewhere(placed: tuple[Path, str]) -> None:
    site, base = placed
    found = [fault for page in pages(site) for fault in faults(site, base, page)]
    assert not found, "\n".join([f"{len(found)} faults", *found[:40]])


def test_styles_name_files_of_the_site(built_site: Path) -> None:
    sheets = sorted(built_site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for named in STYLE_URL.findall(sheet.read_text(encoding="utf-8")):
            assert not urlsplit(named).scheme, f"{sheet.name} asks {named}"
            assert (sheet.parent / urlsplit(named).path).resolve().is_file(), (
                f"{sheet.name}: {named}"
            )


def test_each_page_is_one_page(built_site: Path) -> None:
    found = pages(built_site)
    assert found
    for page in found:
        markup = read(built_site / page)
        assert markup.tags["main"] == 1, f"{page} has {markup.tags['main']} <main>"
        assert markup.tags["h1"] == 1, f"{page} has {markup.tags['h1']} <h1>"
        assert markup.tags["title"] >= 1, f"{page} has no title"
        lang = "en" if page.parts[0] == "en" else "th"
        assert markup.lang == lang, f"{page} is in {markup.lang!r}"
        again = [name for name, count in markup.ids.items() if count > 1]
        assert not again, f"{page} has ids twice: {again[:10]}"
        assert markup.tags["style"] == 0, f"{page} has a style element"


def test_no_template_mark_is_left(built_site: Path) -> None:
    for page in pages(built_site):
        if page.parts[0] != "raw":
            left = TEMPLATE_MARK.search((built_site / page).read_text(encoding="utf-8"))
            assert left is None, f"{page}: {left}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_type_is_there(kind: str, repo_site: Path) -> None:
    assert (repo_site / largest(repo_site, kind)).is_file()


def is_former(site: Path, page: Path) -> bool:
    """Whether a page stands for old links alone: a redirect, or a snapshot under a former key."""
    project = site / "projects" / page.parts[1] / "index.html" if page.parts[0] == "raw" else page
    return is_redirect(site / page) or is_redirect(site / project)


CLICKS = 4
"""From home to any page."""


def distances(site: Path) -> dict[Path, int]:
    """Every page that links lead to, and how many clicks it is from home."""
    home = Path("index.html")
    found, front = {home: 0}, [home]
    while front:
        ahead: list[Path] = []
        for page in front:
            for link in read(site / page).addresses:
                file, _ = target(site, "/", page, link)
                near = file.relative_to(site) if file and file.suffix == ".html" else None
                if link.tag == "a" and near and not is_outside(link) and near not in found:
                    found[near] = found[page] + 1
                    ahead.append(near)
        front = ahead
    return found


def test_every_page_is_a_few_clicks_from_home(built_site: Path) -> None:
    """By links alone; NOT_LINKED says what needs no way to it."""
    far = distances(built_site)
    asked = [page for page in pages(built_site) if not NOT_LINKED.fullmatch(page.as_posix())]
    asked = [page for page in asked if not is_former(built_site, page)]
    lost = [page.as_posix() for page in asked if far.get(page, CLICKS + 1) > CLICKS]
    assert not lost, "\n".join([f"{len(lost)} of {len(asked)}", *lost[:20]])
