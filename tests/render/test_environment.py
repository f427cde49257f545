"""The environment, and every component printed once."""

import re
from datetime import date
from decimal import Decimal
from gzip import compress
from pathlib import Path
from types import SimpleNamespace as View

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup

from generator.dump.lines import Cited, Span
from generator.publish.artifacts import Page, Site, Text, Words
from generator.render.assets import FONTS, LAYERS, assets
from generator.render.compiling import HtmlEnvironment
from generator.render.environment import environment
from generator.render.headings import heading
from generator.render.page import Printer, render
from generator.render.places import CHECKOUT, UnknownLocaleError, folders
from generator.render.quoted import dumptext, safe_address, verbatim
from generator.thai.points import points


def text(name: str, title: str) -> Text:
    return Text(name, (Words("th", title, f"# {title}"),))


SITE = Site(
    name="สมุด",
    description="ก",
    published_on=None,
    sample=True,
    base_url="https://example.org/repo/",
    report_to=None,
    texts=(text("about", "เกี่ยวกับ"), text("method", "วิธีทำ")),
)


@pytest.fixture(scope="module")
def jinja() -> HtmlEnvironment:
    return environment(SITE)


def printed(jinja: HtmlEnvironment, source: str, **values: object) -> str:
    return re.sub(r"\s*\n\s*", "\n", jinja.from_string(source).render(**values)).strip()


def component(jinja: HtmlEnvironment, call: str, **values: object) -> str:
    """Print a call such as ``ref.ref(lines, raw)``."""
    file = call.partition(".")[0]
    return printed(
        jinja, f'{{% import "components/{file}.html" as {file} %}}{{{{ {call} }}}}', **values
    )


def test_it_is_strict(jinja: HtmlEnvironment) -> None:
    with pytest.raises(UndefinedError):
        jinja.from_string("{{ nothing }}").render()
    with pytest.raises(TemplateNotFound):
        jinja.get_template("components/nothing.html")


def test_pairs_are_had_by_name(jinja: HtmlEnvironment) -> None:
    source = "{% set f = dict(pairs) %}{{ f.days }} {{ f.none is defined }}"
    assert printed(jinja, source, pairs=(("days", 3),)) == "3 False"


def test_it_escapes_everywhere(jinja: HtmlEnvironment) -> None:
    assert printed(jinja, "{{ a }}{{ _('%(b)s', b=a) }}", a="<b>") == "&lt;b&gt;&lt;b&gt;"


def test_words_are_their_own_translation(jinja: HtmlEnvironment) -> None:
    counted = '{{ ngettext("%(num)s โครงการ", "%(num)s โครงการ", 2) }}'
    assert printed(jinja, '{{ _("ปี") }} ' + counted) == "ปี 2 โครงการ"


def test_unknown_locale() -> None:
    with pytest.raises(UnknownLocaleError, match=r"locales/xx\.po"):
        environment(SITE, locale="xx")


def test_own_templates_come_first_and_may_extend_ours(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "favicon.svg").write_text("<svg/>")
    (tmp_path / "pages" / "404.html").write_text(
        '{% extends "!base/pages/404.html" %}{% block main %}<h1>mine</h1>{% endblock %}'
    )
    printer = Printer(SITE, tmp_path)
    html = printer.render(
        Page("404.html", "pages/404.html", lambda: View(nav="", crumbs=()))
    ).decode()
    assert "<h1>mine</h1>" in html
    assert 'href="/repo/assets/favicon.' in html
    assert dict(assets(folders(tmp_path)).files) != dict(assets(folders()).files)


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("text", View(text=text("x", "ก\n\nข [ค](/x/)\n\n## ง\n\nจ"), nav="", crumbs=())),
        ("about", View(nav="about", crumbs=())),
        ("404", View(nav="", crumbs=())),
        ("redirect", View(href="/projects/x/", title="ก", code=None, is_newest=False)),
        ("redirect", View(href="/projects/x/", title=None, code="50050000-3410", is_newest=True)),
    ],
)
def test_pages(jinja: HtmlEnvironment, name: str, view: object) -> None:
    html = render(jinja, Page(f"{name}/index.html", f"pages/{name}.html", lambda: view)).decode()
    assert html.startswith('<!doctype html>\n<html lang="th">')
    assert html.count("<h1") == html.count("<main") == 1
    assert "Content-Security-Policy" in html
    inline = (
        r'\sstyle=|<style|<script(?! type="(?:module" src="\.|application/ld\+json">))|\son\w+='
    )
    assert not re.search(rf'{inline}|(?:href|src|action)="/|url=/', html)


def test_the_frame(jinja: HtmlEnvironment) -> None:
    view = View(text=text("about", "ก"), nav="about", crumbs=())
    html = render(jinja, Page("about/index.html", "pages/text.html", lambda: view)).decode()
    assert '<a href="./" aria-current="true">' in html
    assert '<link rel="canonical" property="og:url" href="https://example.org/repo/about/">' in html
    assert "ข้อมูลตัวอย่าง" in html
    assert '<a href="../method/">อ่านวิธีทำ</a>' in html


def test_the_frame_of_a_copy() -> None:
    quiet = Site(
        name="สมุด",
        description="",
        published_on=None,
        sample=False,
        base_url=None,
        report_to=None,
        texts=(),
    )
    html = (
        Printer(quiet)
        .render(Page("404.html", "pages/404.html", lambda: View(nav="", crumbs=())))
        .decode()
    )
    assert "สำเนาไม่เป็นทางการ" in html
    assert "ข้อมูลตัวอย่าง" not in html
    assert "canonical" not in html
    assert "/method/" not in html


RAW = "/raw/x/"
SPAN = Span(139, 140)


@pytest.mark.parametrize(
    ("call", "html"),
    [
        ("silence.said(None)", '<span class="absent">ไม่อยู่ในสำเนานี้</span>'),
        ("silence.said('')", '<span class="blank">เว้นว่าง</span>'),
        ("silence.said('-')", '<q lang="th">-</q>'),
        ("silence.said('ไม่มี')", '<q lang="th">ไม่มี</q>'),
        ("silence.said('<b>')", "&lt;b&gt;"),
        ("ref.ref(None, raw)", ""),
        (
            "ref.ref(lines, raw)",
            '<a href="/raw/x/#L139-140">139–140</a>',
        ),
        ("value.value(None, raw)", '<span class="absent">ไม่อยู่ในสำเนานี้</span>'),
        ("value.value(plain, raw)", "ก"),
        ("value.value(derived, raw)", '<span class="inferred">ก</span>'),
        ("value.value(derived, raw, '/x/')", '<a href="/x/" class="inferred">ก</a>'),
        ("day.day(day_)", '<time datetime="2023-09-07">7 ก.ย. 2566</time>'),
        ("day.day(day_, 'long')", '<time datetime="2023-09-07">7 กันยายน 2566</time>'),
        ("day.day(day_, 'shortest')", '<time datetime="2023-09-07">7 ก.ย. 66</time>'),
        ("tag.tag('ก', 'behind')", '<span class="tag" data-is="behind">ก</span>'),
        ("tag.tag('ก', said=true)", '<span class="tag" data-said>ก</span>'),
        ("tag.key('ก', 'on')", '<span class="key" data-is="on">ก</span>'),
        (
            "external.external('https://a.example/')",
            '<a href="https://a.example/" rel="nofollow noopener">https://a.example/</a>',
        ),
        ("external.external('javascript:x', 'ก')", '<span class="code">javascript:x</span>'),
    ],
)
def test_inline_components(jinja: HtmlEnvironment, call: str, html: str) -> None:
    values = {
        "raw": RAW,
        "lines": SPAN,
        "plain": Cited("ก", None),
        "derived": Cited("ก", None, inferred=True),
        "day_": date(2023, 9, 7),
    }
    assert component(jinja, call, **values) == html


def test_chips_are_called_lines() -> None:
    """The word is spoken by the sheet, so that it is not written once more for every chip."""
    shipped = assets(folders())
    sheet = dict(shipped.files)[shipped.css.removeprefix("/")].decode()
    spoken = re.findall(r'/#L[^{}]*::before\s*\{\s*content:\s*"" ?/ ?"([^"]+)"', sheet)
    assert spoken == ["บรรทัด ", "line "]


def test_labels_on_a_phone_are_the_headings_of_their_tables() -> None:
    """The sheet says them once for all rows; the words are those of the templates."""
    sheet = (CHECKOUT / "assets/css/record.css").read_text(encoding="utf-8")
    labels = re.findall(r'content: "([^"]*[ก-๛][^"]*) "; }', sheet)
    sections = ("progress", "steps")
    tables = "".join((CHECKOUT / f"sections/{one}.html").read_text("utf-8") for one in sections)
    assert len(labels) == 4
    assert all(f'<th>{{{{ _("{word}") }}}}' in tables for one in labels for word in one.split())


BAR = '<svg class="mini" aria-hidden="true"{}><rect width="{}%"/></svg>'


@pytest.mark.parametrize(
    ("percent", "text", "bar"),
    [
        (None, '<span class="absent"><span class="vh">ไม่อยู่ในสำเนานี้</span></span>', ""),
        (Decimal("22.50"), "22.5%", BAR.format("", "22.5")),
        (Decimal(120), "120%", BAR.format(" data-over", "100")),
        (Decimal(-5), "−5%", BAR.format("", "0")),
    ],
)
def test_meter(jinja: HtmlEnvironment, percent: Decimal | None, text: str, bar: str) -> None:
    shown = component(jinja, "meter.meter(percent)", percent=percent)
    assert shown == f'<div class="meter"><b>{text}</b>{bar}</div>'


def test_block_components(jinja: HtmlEnvironment) -> None:
    node = View(href="/n/", number="๑", label="ก", level=1, cut=True, count=1204, lines=None)
    turns = (View(number=1, url="/"), View(number=2, url="/n/"))
    turning = View(turns=turns, number=1, previous=None, next="/n/", contents=turns)
    values = {"node": node, "turning": turning, "split": points("2.1 ก <ข> 2.2 ค")}
    calls = {
        "path.path([node], '')": "1,204 โครงการ",
        "points.points(split)": "<b>2.1</b><div>ก &lt;ข&gt;</div>",
        "toc.toc([('a', 'ก')])": '<a href="#a">ก</a>',
        "facts.facts([('ก', 'ข')])": "<dt>ก</dt><dd>ข</dd>",
        "figures.figures([('1', 'ก', None, 'ข'), ('2', 'ก', '/x/', '')])": "<small>ข</small>",
        "list.links([('/x/', 'ก')])": '<a href="/x/">ก</a>',
        "pager.pager(turning)": ' aria-current="page">1</a>',
    }
    for call, html in calls.items():
        assert html in component(jinja, call, **values), call


@pytest.mark.parametrize(
    ("file", "call", "html"),
    [
        ("section", "section('a', 'ก', 'ข')", "<h2>ก</h2><p>ข</p>"),
        ("hint", "hint()", '<div class="hint">'),
        ("more", "more('ก')", '<details class="more"><summary>ก</summary>'),
    ],
)
def test_call_blocks(jinja: HtmlEnvironment, file: str, call: str, html: str) -> None:
    source = (
        f'{{% from "components/{file}.html" import {file} %}}{{% call {call} %}}body{{% endcall %}}'
    )
    shown = printed(jinja, source)
    assert html in shown
    assert "body" in shown


def test_list_rows(jinja: HtmlEnvironment) -> None:
    source = (
        '{% from "components/list.html" import list %}'
        "{% call(row) list([1, 2], ledger=true) %}{{ row }}{% endcall %}"
    )
    assert printed(jinja, source) == '<ul class="list ledger">\n<li>1</li>\n<li>2</li>\n</ul>'


def test_each_component_says_what_it_takes() -> None:
    for place in sorted((CHECKOUT / "components").iterdir()):
        assert place.read_text(encoding="utf-8").startswith("{#"), place.name


def test_words_of_a_dump() -> None:
    assert dumptext("a<b>\nต่าง ๆ") == Markup("a&lt;b&gt;<br>ต่าง\N{NO-BREAK SPACE}ๆ")
    assert dumptext("โทร [ปกปิดโทรศัพท์] [x]") == Markup(
        'โทร <span class="withheld">[ปกปิดโทรศัพท์]</span> [x]'
    )
    assert dumptext("ก אב") == Markup("<bdi>ก אב</bdi>")
    assert verbatim("ต่าง ๆ") == Markup("ต่าง ๆ")


def test_headings_keep_compounds_whole() -> None:
    assert heading("พัฒนาการดำเนินงานศูนย์") == Markup('พัฒนา<span class="nb">การดำเนินงาน</span>ศูนย์')
    assert heading("<ปี 2>") == Markup('&lt;<span class="nb">ปี 2</span>&gt;')


@pytest.mark.parametrize(
    "address", ["http://a.example/x?y=1", "https://a.example", "mailto:a@b.example"]
)
def test_safe_addresses(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "/x",
        "//a.example",
        "javascript:x",
        "https:x",
        "http://[",
        "https://a.example/\n",
        "https:\\\\a",
    ],
)
def test_unsafe_addresses(address: str) -> None:
    assert safe_address(address) == ""


def test_assets() -> None:
    made = assets(folders())
    files = dict(made.files)
    css = files[made.css[1:]].decode()
    assert css.startswith(f"@layer {', '.join(LAYERS)};\n")
    assert "/*" not in css
    assert "\n\n" not in css
    assert "!important" not in css
    named = re.findall(r'url\("([^"]+)"\)', css)
    assert len(named) == len(FONTS)
    assert {f"assets/{name}" for name in named} | {"assets/fonts/OFL.txt"} <= set(files)
    assert len(compress(css.encode(), 9)) < 10_000
    assert sum(len(body) for path, body in files.items() if path.endswith(".woff2")) <= 45 * 1024
    assert assets(folders()) == made
