"""A page's bytes: addresses that work anywhere, and words of a dump that nothing can change."""

import pickle
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, StrictUndefined

from generator.publish.artifacts import Page, Site
from generator.publish.editions import twins
from generator.publish.publishers import everything
from generator.render.addresses import led, localised, prefix, root
from generator.render.compiling import HtmlEnvironment
from generator.render.page import Printer, TemplateFaultError, prepared, render
from tests.publish.sample import sample

SITE = Site(
    name="สมุด",
    description="ก",
    published_on=None,
    sample=True,
    base_url="https://example.org/repo/",
    report_to=None,
    texts=(),
    locales=("th", "en"),
)

ENOUGH = 20
"""Pages of each kind."""

TEMPLATE = """
<p title="{{ view }}" data-k="{{ view }}">{{ view }}</p>
<meta content="{{ view }}"/>
<a href="/years/2566/"
   title="{{ view }}">{{ view }}</a>
"""


class Reader(HTMLParser):
    """Collects what a browser would read."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.values: list[str | None] = []
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values.extend(value for _, value in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(template: str, view: object = None, path: str = "a/b/index.html") -> bytes:
    environment = HtmlEnvironment(
        loader=DictLoader({"page": template}), autoescape=True, undefined=StrictUndefined
    )
    return render(environment, Page(path, "page", lambda: view), "/repo/")


@pytest.mark.parametrize(
    ("path", "written", "address"),
    [
        ("index.html", "/", "./"),
        ("index.html", "/years/2566/", "years/2566/"),
        ("years/2566/index.html", "/", "../../"),
        ("years/2566/index.html", "/years/2565/#a", "../../years/2565/#a"),
        ("projects/x/index.html", "/projects/x/index.json", "index.json"),
        ("projects/x/index.html", "/projects/x/", "./"),
        ("projects/x/index.html", "/projects/x/#r", "#r"),
        ("projects/x/index.html", "/projects/x-1/", "../../projects/x-1/"),
        ("projects/x/index.html", "/projects/x/a:b/", "../../projects/x/a:b/"),
        ("404.html", "/", "/repo/"),
        ("404.html", "/assets/site.css", "/repo/assets/site.css"),
        ("a/b/index.html", "//elsewhere.example/", "//elsewhere.example/"),
        ("a/b/index.html", "https://elsewhere.example/", "https://elsewhere.example/"),
        ("a/b/index.html", "#L38", "#L38"),
    ],
)
def test_addresses_become_relative(path: str, written: str, address: str) -> None:
    html = page(f'<a href="{written}">x</a>', path=path).decode()
    assert html == f'<a href="{address}">x</a>\n'


@pytest.mark.parametrize(
    ("path", "written", "address"),
    [
        ("index.html", "/", "./"),
        ("index.html", "/years/2566/?a#b", "years/2566/?a#b"),
        ("index.html", "/feed.atom", "../feed.atom"),
        ("index.html", "/th/", "../"),
        ("projects/x/index.html", "/", "../../"),
        ("projects/x/index.html", "/years/2566/?a#b", "../../years/2566/?a#b"),
        ("projects/x/index.html", "/projects/x/", "./"),
        ("projects/x/index.html", "/projects/x/#r", "#r"),
        ("projects/x/index.html", "/projects/x/index.json", "../../../projects/x/index.json"),
        ("projects/x/index.html", "/th/projects/x/#r", "../../../projects/x/#r"),
        ("projects/x/index.html", "/raw/x/1f/#L38", "../../../raw/x/1f/#L38"),
        ("projects/x/index.html", "/en/years/", "../../../en/years/"),
    ],
)
def test_addresses_lead_to_the_language_of_the_page(path: str, written: str, address: str) -> None:
    there = f"en/{path}"
    assert led(f'<a href="{written}">', there, "en") == f'<a href="{address}">'
    refresh = f'<meta http-equiv="refresh" content="0; url={written}">'
    shortest = address.removeprefix("../../../en/")
    shortest = address if shortest == address else f"../../{shortest}"
    assert led(refresh, there, "en") == refresh.replace(written, shortest)


def test_what_is_no_address_stays() -> None:
    html = '<a title="/projects/x/" href="//elsewhere.example/" data-k="/years/">'
    assert led(html, "projects/x/index.html") == html


def test_a_site_to_be_read_from_a_disk_names_its_files() -> None:
    html = '<a href="/years/2566/?a#b"><a href="/projects/x/#r"><a href="/th/"><a href="/a.css">'
    assert led(html, "en/projects/x/index.html", "en", names_files=True) == (
        '<a href="../../years/2566/index.html?a#b"><a href="index.html#r">'
        '<a href="../../../index.html"><a href="../../../a.css">'
    )


@pytest.mark.parametrize(
    "attribute", ['href="', 'src="', 'action="', 'http-equiv="refresh" content="0; url=']
)
def test_every_kind_of_address(attribute: str) -> None:
    assert localised(f'<x {attribute}/y/">', "../") == f'<x {attribute}../y/">'


def words() -> st.SearchStrategy[str]:
    pieces = [
        "href=",
        ' src="/',
        "/x/",
        "0; url=/x",
        "content=",
        '"',
        "'",
        "/>",
        "<",
        ">",
        " ",
        "&",
        "ก",
    ]
    return st.lists(st.sampled_from(pieces) | st.characters(exclude_categories=["C", "Z"])).map(
        "".join
    )


@given(words())
def test_words_of_a_dump_stay_what_they_are(text: str) -> None:
    read = Reader(page(TEMPLATE, text))
    assert read.tags == ["p", "meta", "a"]
    assert read.values == [text, text, text, "../../years/2566/", text]
    assert "".join(read.texts).split() == [*text.split(), *text.split()]


@given(words())
def test_a_description_is_no_address(text: str) -> None:
    html = page('<meta name="description" content="{{ view }}">', f"0; url=/{text}")
    assert Reader(html).values == ["description", f"0; url=/{text}"]


def test_no_blank_lines_and_one_end() -> None:
    assert page("\n\n<p>\n\n  \n   a\n</p>\n\n") == b"<p>\na\n</p>\n"


def test_preformatted_text_keeps_its_lines() -> None:
    assert page("<pre>a\n\n  b</pre>") == b"<pre>a\n\n  b</pre>\n"


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        (None, "/"),
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/repo/", "/repo/"),
        ("https://example.org/repo", "/repo/"),
    ],
)
def test_prefix(base_url: str | None, path: str) -> None:
    assert prefix(base_url) == path


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\n{{ nothing }}", r"^page:2|^<template>:2"),
        ("a\n{% nothing %}", r":2: .*unknown tag 'nothing'.* \(while printing a/b/index.html\)$"),
        ('{% include "elsewhere" %}', "elsewhere"),
    ],
)
def test_a_faulty_template_says_where(template: str, message: str) -> None:
    with pytest.raises(TemplateFaultError, match=message) as caught:
        page(template)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


def test_a_missing_template() -> None:
    with pytest.raises(TemplateFaultError, match=r"^template: page"):
        render(HtmlEnvironment(loader=DictLoader({})), Page("a.html", "page", lambda: None))


def test_root() -> None:
    assert [root("index.html"), root("a/index.html"), root("a/b/c.html")] == ["", "../", "../../"]


def test_end_tags_that_go_without_saying_are_left_out() -> None:
    html = page("<ul><li>1</li>\n<li>2 <b>3</b></li></ul><dl><dt>4</dt><dd>5</dd></dl>")
    assert html.decode() == "<ul><li>1\n<li>2 <b>3</b></ul><dl><dt>4<dd>5</dl>\n"


def test_our_templates_print_at_once_what_jinja_prints() -> None:
    printer = Printer(replace(SITE, style_page=True, report_to="https://example.org/new"))
    times: Counter[tuple[str, str]] = Counter()
    for one in everything(sample(), printer.site):
        if not isinstance(one, Page) or one.is_late or times[one.template, one.locale] == ENOUGH:
            continue
        times[one.template, one.locale] += 1
        found = prepared(printer, one.locale)
        told = {"view": one.view(), "address": f"/{one.address}", "editions": ()}
        at_once, careful = (each.get_template(one.template) for each in (found, found.careful))
        assert at_once.render(told) == careful.render(told)
    assert len(times) > ENOUGH


def test_twins_show_one_view() -> None:
    made: list[int] = []
    here = Page("a/index.html", "page", lambda: made.append(1))
    environment = HtmlEnvironment(loader=DictLoader({"page": "a"}))
    for one in (here, *twins((here,), ("th", "en"))):
        assert render(environment, one) == b"a\n"
    assert made == [1]
