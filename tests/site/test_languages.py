"""The site in two languages, and in one that shows every word nobody wrapped."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from generator.dump.privacy.marks import Mark
from generator.publish.editions import is_twinned
from generator.render.places import CHECKOUT
from generator.store.encodings import decode
from tests.conftest import CONTENT, sitegen
from tests.site.kinds import address, is_redirect, pages
from tests.site.tree import Element, tree

pytestmark = pytest.mark.slow

THAI = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e5b]+")
OPEN, CLOSE = "⟦", "⟧"
WRAPPED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


def in_english(site: Path) -> Iterator[Path]:
    """Pages in English, relative to the site."""
    for page in pages(site):
        if page.parts[0] == "en" and not is_redirect(site / page):
            yield page


def test_every_main_page_is_there_in_both(repo_site: Path) -> None:
    both = {address(page) for page in pages(repo_site) if page.parts[0] != "en"}
    wanted = {one for one in both if is_twinned(one)} - {"404.html"}
    assert {address(page).removeprefix("en/") for page in in_english(repo_site)} >= {
        one for one in wanted if not is_redirect(repo_site / one / "index.html")
    }


def alternates(page: Element) -> dict[str, str]:
    found = [link for link in page.all("link") if link.attributes.get("hreflang")]
    return {link.attributes["hreflang"]: link.attributes["href"] for link in found}


def test_the_languages_of_a_page_know_each_other(repo_site: Path) -> None:
    base = "https://example.org/repo/"
    for page in in_english(repo_site):
        here = address(page)
        there = here.removeprefix("en/")
        both = {"th": f"{base}{there}", "en": f"{base}{here}"}
        thai = tree(repo_site / there / "index.html")
        english = tree(repo_site / page)
        assert alternates(thai) == alternates(english) == both, page
        assert next(english.all("html")).attributes["lang"] == "en"
        (to_thai,) = (
            a
            for a in english.all("a")
            if a.attributes.get("lang") == "th"
            and a.attributes.get("hreflang") == "th"
            and a.text == "ไทย"
        )
        (to_english,) = (a for a in thai.all("a") if a.attributes.get("hreflang") == "en")
        assert to_english.text == "English"
        assert (repo_site / page.parent / to_thai.attributes["href"]).resolve() == (
            repo_site / there
        ).resolve()
        assert (repo_site / there / to_english.attributes["href"]).resolve() == (
            repo_site / here
        ).resolve()


def test_english_pages_are_light(built_site: Path) -> None:
    """Without the long texts, which are linked."""
    for page in in_english(built_site):
        if page.parts[1] == "projects" and len(page.parts) == 4 and "page-" not in page.parts[2]:
            thai = built_site / page.relative_to("en")
            assert (built_site / page).stat().st_size < max(20_000, 0.85 * thai.stat().st_size)


def test_a_site_may_be_in_thai_alone(tmp_path: Path) -> None:
    run = sitegen("build", "--output", tmp_path / "site", "--languages", "th")
    assert run.returncode == 0, run.stderr
    assert not (tmp_path / "site" / "en").exists()
    assert b"hreflang" not in (tmp_path / "site" / "index.html").read_bytes()


def bracketed(said: str | Sequence[str] | None) -> str | tuple[str, ...]:
    """A translation, or each of its plural forms, between brackets."""
    if said is None or isinstance(said, str):
        return f"{OPEN}{said}{CLOSE}"
    return tuple(f"{OPEN}{one}{CLOSE}" for one in said)


@pytest.fixture(scope="module")
def wrapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a language whose every word stands between brackets."""
    folder = tmp_path_factory.mktemp("esperanto")
    (folder / "templates" / "locales").mkdir(parents=True)
    with (CHECKOUT / "locales" / "en.po").open("rb") as words:
        known = read_po(words)
    pseudo = Catalog(locale="eo")
    for one in known:
        if one.id:
            pseudo.add(one.id, bracketed(one.string), context=one.context)
    with (folder / "templates" / "locales" / "eo.po").open("wb") as file:
        write_po(file, pseudo)
    own = ("--templates", folder / "templates", "--languages", "th,eo")
    run = sitegen("build", "--output", folder / "site", *own)
    assert run.returncode == 0, run.stderr
    return folder / "site"


def records() -> str:
    """All that dumps, lookups and the owner's pages say, and what stands for something withheld."""
    files = (*CONTENT.glob("dumps/*"), *CONTENT.glob("lookups/*"), *CONTENT.glob("pages/*.md"))
    texts = [decode(file.read_bytes())[0] for file in sorted(files)]
    return "\n".join([*texts, *Mark, (CONTENT / "site.toml").read_text(encoding="utf-8")])


def words(element: Element) -> Iterator[str]:
    """Its texts, one by one; examples of dumps and of what the program says are left out."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag != "pre":
            yield from words(child)


def outside(text: str) -> str:
    """What no brackets hold; some hold others."""
    less = WRAPPED.sub("\n", text)
    return less if less == text else outside(less)


def test_every_word_of_the_interface_is_wrapped(wrapped: Path) -> None:
    """What stands outside the brackets is what records say, or a name."""
    known = records()
    found = {}
    for page in pages(wrapped):
        if page.parts[0] == "eo" and not is_redirect(wrapped / page):
            text = outside("\n".join(words(next(tree(wrapped / page).all("body")))))
            if odd := sorted({one for one in THAI.findall(text) if one not in known}):
                found[page.as_posix()] = odd
    assert not found, str(found)[:3000]
