"""How templates call macros and print values here."""

from decimal import Decimal
from gettext import NullTranslations
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.render.compiling import HtmlEnvironment
from generator.render.words import spoken

PARTS = """\
{% set kept = ("counted",) %}
{% macro pair(one, other="<b>") %}{{ one }}/{{ other }}{% endmacro %}
{% macro around(word, note="") %}{{ word }}({{ caller() }}){{ note }}{% endmacro %}
{% macro each(words) %}{% for word in words %}[{{ caller(word) }}]{% endfor %}{% endmacro %}
{% macro every() %}{{ varargs|join(",") }};{{ kwargs|length }}{% endmacro %}
{% macro counted(word) %}{{ word }}{{ word.seen() }}{% endmacro %}
"""


class Word(str):
    """A text that counts how often it is asked."""

    __slots__ = ("times",)
    times: int

    def seen(self) -> int:
        self.times = getattr(self, "times", 0) + 1
        return self.times


def environment(source: str, parts: str = PARTS) -> HtmlEnvironment:
    named = """\
{%- from "parts" import pair, around, each, every, counted %}{% import "parts" as parts -%}
"""
    made = HtmlEnvironment(
        loader=DictLoader({"parts": parts, "page": named + source}),
        autoescape=True,
        undefined=StrictUndefined,
    )
    made.extend(words=NullTranslations())
    made.globals.update(spoken(NullTranslations()), site="a site")
    return made


def printed(source: str, **values: object) -> str:
    return environment(source).html("page", values)


def printed_at_once(source: str, **values: object) -> str:
    """What is printed without Jinja's help."""
    return environment(source).get_template("page").render(values)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<i>", "&lt;i&gt;"),
        (Markup("<i>"), "<i>"),
        (Decimal("1.50"), "1.50"),
        (7, "7"),
        (None, "None"),
    ],
)
def test_values_are_printed_as_html(value: object, text: str) -> None:
    assert printed("{{ value }}", value=value) == text


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("{{ pair(1) }}", "1/&lt;b&gt;"),
        ("{{ pair(1, 2) }}", "1/2"),
        ("{{ pair(1, other=2) }}", "1/2"),
        ("{{ pair(other=2, one=1) }}", "1/2"),
        ("{% call around(1) %}<p>{% endcall %}", "1(<p>)"),
        ('{% call around(1, note="!") %}<p>{% endcall %}', "1(<p>)!"),
        ("{{ every(1, 2, a=3) }}", "1,2;1"),
        ("{{ pair(*[1, 2]) }}", "1/2"),
        ('{{ site.replace("a", "b", class=1) if nothing else 1 }}', "1"),
    ],
)
def test_macros_are_called(call: str, text: str) -> None:
    assert printed(call, nothing=None) == text


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        ("{{ pair() }}", UndefinedError, "'one' was not provided"),
        ("{{ pair(1, what=2) }}", TypeError, "no keyword argument 'what'"),
        ("{{ pair(1, one=2) }}", TypeError, "no keyword argument 'one'"),
        ("{{ pair(1, 2, 3) }}", TypeError, "not more than 2"),
        ("{{ around(1) }}", UndefinedError, "No caller defined"),
    ],
)
def test_what_is_wrong_with_a_call_is_told(call: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        printed(call)


def test_what_is_kept_is_printed_once() -> None:
    word = Word("ก")
    assert printed("{{ counted(word) }} {{ counted(word) }}", word=word) == "ก1 ก1"


def test_html_and_its_text_are_kept_apart() -> None:
    made = environment("{{ pair(one) }} {{ pair(other) }}", PARTS.replace('"counted"', '"pair"'))
    told = {"one": "<i>", "other": Markup("<i>")}
    assert made.html("page", told) == "&lt;i&gt;/&lt;b&gt; <i>/&lt;b&gt;"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ parts.pair(1) }}", "1/&lt;b&gt;"),
        ("{{ parts.pair(1, other=2) }}", "1/2"),
        ("{{ pair(1)|upper }}", "1/&LT;B&GT;"),
        ("{{ pair(pair(1, 2), other=pair(3, 4)) }}", "1/2/3/4"),
        ("{% call(one) each(words=(1, 2)) %}{{ one }}{% endcall %}", "[1][2]"),
        ('{{ _("%(one)s of %(all)s", one=word, all=2) }}', "a&lt;b of 2"),
        ('{% set said = _("%(one)s", one=word) %}{{ said }}', "a&lt;b"),
        ("{{ _(word) }} {{ _(word, one=1) }}", "a<b a<b"),
        ("{{ word is none }} {{ nothing is none }} {{ nothing is not none }}", "False True False"),
        ("{% for one in (1, 2) %}{{ site }}{% endfor %}", "a sitea site"),
        ('{% set site = "none" %}{{ site }}', "none"),
        ("{{ record.there }} {{ record.missing is defined }}", "1 False"),
        ('{{ record.missing|default("no") }}', "no"),
        ("{% block one %}{{ site }}{% endblock %}{{ self.one() }}", "a sitea site"),
    ],
)
def test_a_template_without_a_fault_is_plain_python(source: str, text: str) -> None:
    record = SimpleNamespace(there=1)
    assert printed_at_once(source, word="a<b", nothing=None, record=record) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ by_name.there }}", "1"),
        ("{{ site.class }}{{ every(1) }}", "1;0"),
        ("{% macro any(what) %}{{ what(1, 2) }}{% endmacro %}{{ any(pair) }}", "1/2"),
        ("{% if record.missing is defined and record.missing %}a{% endif %}", ""),
    ],
)
def test_whatever_jinja_can_do_can_be_done(source: str, text: str) -> None:
    record = SimpleNamespace(there=1)
    site = {"class": ""}
    assert printed(source, by_name={"there": 1}, record=record, site=site) == text


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ record.missing }}", "has no attribute 'missing'"),
        ("{{ parts.missing(1) }}", "has no attribute 'missing'"),
        ("{{ missing }}", "'missing' is undefined"),
    ],
)
def test_what_is_missing_is_told(source: str, message: str) -> None:
    with pytest.raises(UndefinedError, match=message):
        printed(source, record=SimpleNamespace(there=1))
