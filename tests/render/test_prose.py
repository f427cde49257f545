"""Markdown: safe, cut at its headings, anchored."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.prose import LONGEST, ProseTooLongError, is_local, prose, slug

TEXT = """# เกี่ยวกับ *เรา*

นำ

## วิธี อ่าน!

หนึ่ง

### ย่อย

## วิธี อ่าน!

สอง
"""


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("About  this -- Site!", "about-this-site"),
        ("-ที่อยู่-", "ที่อยู่"),
        ("e\N{COMBINING ACUTE ACCENT}", "\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("!", "section"),
    ],
)
def test_an_anchor_is_made_of_words(words: str, anchor: str) -> None:
    assert slug(words) == anchor


def test_a_space_in_an_address_leads_nowhere_else() -> None:
    assert is_local("/a%20b/")
    assert not is_local("/a%1fb/")


def test_title_lead_and_passages() -> None:
    text = prose(TEXT)
    assert text.title == Markup("เกี่ยวกับ <em>เรา</em>")
    assert text.lead == Markup("<p>นำ</p>")
    assert [passage.anchor for passage in text.passages] == ["วิธี-อ่าน", "วิธี-อ่าน-2"]
    assert text.passages[0].heading == Markup("วิธี อ่าน!")
    assert text.passages[0].body == Markup('<p>หนึ่ง</p>\n<h3 id="ย่อย">ย่อย</h3>')
    assert text.passages[1].body == Markup("<p>สอง</p>")


def test_without_title() -> None:
    text = prose("ก")
    assert (text.title, text.lead, text.passages) == (Markup(), Markup("<p>ก</p>"), ())


def test_nothing() -> None:
    assert prose("") == prose("\n\n")


def test_a_second_title_is_a_passage() -> None:
    assert [passage.heading for passage in prose("# ก\n\n# ข").passages] == [Markup("ข")]


def test_a_heading_in_a_quotation_stays_there() -> None:
    text = prose("# ก\n\n> ## ข\n")
    assert text.passages == ()
    assert '<h2 id="ข">ข</h2>' in text.lead


def test_a_heading_of_signs_alone() -> None:
    assert [passage.anchor for passage in prose("## !\n\n## ?").passages] == [
        "section",
        "section-2",
    ]


@pytest.mark.parametrize(
    "address",
    ["/years/", "../x/", "#a", "http://a.example/", "https://a.example/", "mailto:a@b.example"],
)
def test_links_that_may_be(address: str) -> None:
    assert str(prose(f"[ก]({address})").lead) == f'<p><a href="{address}">ก</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/%5Cevil.example",
        "%2F/evil.example",
        "javascript:alert(1)",
        "java%0Ascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https:",
    ],
)
def test_links_that_may_not_be(address: str) -> None:
    assert "<a" not in prose(f"[ก]({address})").lead


def test_raw_html_is_text() -> None:
    assert prose("<b onclick=x>ก</b>").lead == Markup("<p>&lt;b onclick=x&gt;ก&lt;/b&gt;</p>")


def test_pictures_of_this_site_alone() -> None:
    assert prose("![ก](/a.png)").lead == Markup('<p><img src="/a.png" alt="ก"></p>')
    assert prose("![ก](https://a.example/a.png)").lead == Markup("<p>ก</p>")
    assert "<img" not in prose("![ก](//a.example/a.png)").lead


def test_too_long() -> None:
    prose("ก" * LONGEST)
    with pytest.raises(ProseTooLongError, match="at most"):
        prose("ก" * (LONGEST + 1))


@given(st.text(st.sampled_from("#ก [](!)<>:/\\*`\n\"'&-hjs"), max_size=60))
def test_no_address_leads_astray(text: str) -> None:
    read = prose(text)
    html = "".join([read.title, read.lead, *(passage.body for passage in read.passages)])
    for address in re.findall(r'(?:href|src)="([^"]*)"', html):
        assert not address.startswith(("//", "/\\", "\\"))
        assert "script:" not in address
    assert len(re.findall(r' id="([^"]*)"', html)) == len(set(re.findall(r' id="([^"]*)"', html)))
