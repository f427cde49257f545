"""A page's bytes: addresses that work anywhere, and words of a dump that nothing can change."""

import pickle
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined

from generator.publish.artifacts import Page
from generator.render.page import TemplateFaultError, localised, prefix, render, root

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
    environment = Environment(
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
        render(Environment(loader=DictLoader({})), Page("a.html", "page", lambda: None))  # noqa: S701


def test_root() -> None:
    assert [root("index.html"), root("a/index.html"), root("a/b/c.html")] == ["", "../", "../../"]


def test_end_tags_that_go_without_saying_are_left_out() -> None:
    html = page("<ul><li>1</li>\n<li>2 <b>3</b></li></ul><dl><dt>4</dt><dd>5</dd></dl>")
    assert html.decode() == "<ul><li>1\n<li>2 <b>3</b></ul><dl><dt>4<dd>5</dl>\n"
