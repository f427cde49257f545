"""Pages by their text alone: what browsers would make of addresses, quotes, policies."""

from io import BytesIO

import pytest

from generator.checks import policy
from generator.checks.addresses import Place, Target, joined, target
from generator.checks.assets import read_script, read_sheet
from generator.checks.markup import tokens
from generator.checks.pages import base_url, read_page
from generator.checks.site import Read, Site

POLICY = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'self'"
HEAD = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
BASE = "https://example.org/repo/"
FILES = dict.fromkeys(("index.html", "a/index.html", "a/b.png", "c d.html", "js/x.js"), 1)
SITE = Site(FILES, BASE, {}, {})


def read(words: str, path: str = "a/index.html", head: str = HEAD) -> Read:
    return read_page(SITE, path, BytesIO(f"{head}{words}".encode()))


def codes(words: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [(one.code, one.detail) for one in read(words, head=head).found]


# --- addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "path", "fragment"),
    [
        ("", "a/index.html", ""),
        ("#x", "a/index.html", "x"),
        ("?q=1#x", "a/index.html", "x"),
        ("./", "a/index.html", ""),
        (".", "a/index.html", ""),
        ("..", "index.html", ""),
        ("../", "index.html", ""),
        ("b.png", "a/b.png", ""),
        ("./x/../b.png?v=1", "a/b.png", ""),
        ("../c%20d.html#%E0%B8%81", "c d.html", "ก"),
        ("/repo/a/#L38-45", "a/index.html", "L38-45"),
        ("/repo/", "index.html", ""),
        ("https://example.org/repo/a//b.png", "a/b.png", ""),
        ("https://example.org/repo", "index.html", ""),
        (" ../ ", "index.html", ""),
    ],
)
def test_an_address_of_the_site(address: str, path: str, fragment: str) -> None:
    assert target("a/index.html", address, BASE) == Target(Place.HERE, path, fragment)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("../../", Place.ABOVE),
        ("/", Place.ABOVE),
        ("/other/", Place.ABOVE),
        ("//example.org/repo/", Place.ELSEWHERE),
        ("https://example.org/other/", Place.ELSEWHERE),
        ("https://example.organic/repo/", Place.ELSEWHERE),
        ("HTTPS://elsewhere.example/", Place.ELSEWHERE),
        ("mailto:a@example.org", Place.HOSTLESS),
        ("TEL:02-111-1111", Place.HOSTLESS),
        ("data:image/png;base64,AAAA", Place.HOSTLESS),
    ],
)
def test_an_address_out_of_the_site(address: str, place: Place) -> None:
    assert target("a/index.html", address, BASE).place is place


def test_without_a_base_url_only_relative_and_rooted_addresses_are_the_sites() -> None:
    assert target("404.html", "/a/", None).path == "a/index.html"
    assert target("index.html", BASE, None).place is Place.ELSEWHERE
    assert joined("a/b/", "../../../x") is None


def test_the_base_url_is_what_home_calls_itself() -> None:
    assert base_url(f'{HEAD}<link rel="canonical" href="{BASE}">') == BASE
    assert base_url(f'{HEAD}<link rel="canonical" href="{BASE}x.html">') is None
    assert base_url(HEAD) is None


# --- markup -----------------------------------------------------------------------------------


def test_what_is_no_markup_is_not_read_as_such() -> None:
    words = (
        '<!-- <a href="gone/"> --><title><a href="gone/"></title>'
        '<textarea><a href="gone/"></textarea><p title="<a href=\'gone/\'>" >a > b</p>'
        '<script type="application/json">{"x": "<a href=\'gone/\'>"}</script>'
    )
    assert codes(words) == []


def test_markup_is_read_however_it_is_written() -> None:
    words = "<A HREF=gone/1 ID='x'><IMG SRC='gone/2' alt><a\nhref = \"gone/3\" id=x>"
    assert codes(words) == [
        ("link-broken", "<a> gone/1"),
        ("link-broken", "<img> gone/2"),
        ("id-twice", "x"),
        ("link-broken", "<a> gone/3"),
    ]


def test_entities_in_addresses_are_read() -> None:
    (found,) = tuple(tokens('<a href="?a=1&amp;b=&#39;2">'))
    assert found.element.links[0].address == "?a=1&b='2"


def test_every_attribute_with_an_address_is_followed() -> None:
    words = (
        '<img srcset="gone1 1x, gone2 2x" alt=""><video poster="gone3"></video>'
        '<object data="gone4"></object><button formaction="gone5"></button>'
        '<link rel="preload" as="image" imagesrcset="gone6 1x"><svg><use xlink:href="gone7#x"/>'
        '</svg><body background="gone8"><meta http-equiv="refresh" content="0; url=gone9">'
        f'<meta property="og:image" content="{BASE}gone0"><a ping="gonea" href="../">'
    )
    broken = {
        detail.split()[-1].split("gone")[1] for code, detail in codes(words) if "link" in code
    }
    assert broken == set("123456890a") | {"7#x"}


def test_a_page_that_sends_on_or_stays_out_is_not_the_sitemaps() -> None:
    own = f'<link rel="canonical" href="{BASE}a/">'
    assert read(own).is_own
    assert not read("").is_own
    assert not read(f'{own}<meta name="robots" content="NOINDEX">').is_own
    assert not read(f'{own}<meta http-equiv="refresh" content="0; url=../">').is_own
    assert not read(f'<link rel="canonical" href="{BASE}">').is_own


def test_anchors_of_the_page_are_checked_and_others_asked_for() -> None:
    page = read(
        '<b id="x"></b><a href="#x"><a href="#y"><a href="#"><a href="#top"><a href="../#z">'
    )
    assert [(one.code, one.detail) for one in page.found] == [("anchor-missing", "<a> #y")]
    assert page.wanted == (("index.html", "z"),)
    assert page.ids == "x"


# --- policy -----------------------------------------------------------------------------------


def test_a_policy_must_come_before_what_it_governs() -> None:
    late = f'<img src="b.png" alt="">{HEAD}'
    assert codes("", head=late) == [("csp-missing", "")]
    assert codes("", head="<!doctype html>") == [("csp-missing", "")]


@pytest.mark.parametrize(
    ("content", "weakness"),
    [
        ("img-src 'self'; base-uri 'none'; form-action 'none'", "default-src is not 'none'"),
        ("default-src 'self'; base-uri 'none'; form-action 'none'", "default-src is not 'none'"),
        ("default-src 'none'; form-action 'none'", "no base-uri"),
        ("default-src 'none'; base-uri 'none'", "no form-action"),
        (f"{POLICY}; script-src 'unsafe-inline'", "script-src 'unsafe-inline'"),
        (f"{POLICY}; connect-src *", "connect-src *"),
        (f"{POLICY}; font-src data:", "font-src data:"),
    ],
)
def test_a_weak_policy_is_told(content: str, weakness: str) -> None:
    assert weakness in policy.weaknesses(policy.directives(content))


def test_a_strict_policy_is_not() -> None:
    strict = f"{POLICY}; script-src 'self'; require-trusted-types-for 'script'; trusted-types own;"
    assert not [*policy.weaknesses(policy.directives(strict))]


def test_what_the_policy_does_not_name_is_blocked() -> None:
    words = '<script src="../js/x.js"></script><img src="b.png" alt=""><form action="./">'
    assert codes(words) == [("csp-blocks", "<script> ../js/x.js wants script-src")]
    for address in ("javascript:alert(1)", " JAVA\tSCRIPT:alert(1)"):
        assert ("csp-blocks", "javascript: in <a>") in codes(f'<a href="{address}">x</a>')
    assert codes("<style>b {}</style>") == [("csp-blocks", "code in <style>")]


# --- style sheets and scripts -----------------------------------------------------------------


def test_a_sheet_asks_only_for_files_of_the_site() -> None:
    sheet = (
        b"/* url(gone.png) */\n@import 'gone.css';\nb { background: url( 'b.png' ) }\n"
        b"i { background: url(//elsewhere.example/x.png), url(data:image/png;base64,AA) }"
    )
    found = read_sheet(SITE, "a/site.css", BytesIO(sheet)).found
    assert [(one.code, one.line, one.column) for one in found] == [
        ("link-broken", 2, 10),
        ("third-party", 4, 21),
    ]


def test_a_script_asks_only_for_files_of_the_site() -> None:
    script = (
        b'// import "./gone1.js"\nimport { a } from "./x.js";\nimport "./gone2.js";\n'
        b'new Worker(new URL("./gone3.js", import.meta.url));\nnew URL("../", address);\n'
        b'const b = "http://www.w3.org/2000/svg"; import("https://elsewhere.example/x.js");'
    )
    found = read_script(SITE, "js/site.js", BytesIO(script)).found
    assert [(one.code, one.line, one.detail) for one in found] == [
        ("link-broken", 3, "./gone2.js"),
        ("link-broken", 4, "./gone3.js"),
        ("third-party", 6, "https://elsewhere.example/x.js"),
    ]


# --- data in pages ----------------------------------------------------------------------------


def test_addresses_in_linked_data_lead_to_files() -> None:
    def data(address: str) -> str:
        inside = f'{{"@graph": [{{"url": "{address}", "n": 1}}], "name": "x"}}'
        return f'<script type="application/ld+json">{inside}</script>'

    assert codes(data(f"{BASE}a/?q={{q}}")) == []
    assert codes(data("https://elsewhere.example/b/")) == []
    assert codes(data(f"{BASE}b/")) == [("link-broken", f"<script> {BASE}b/")]
