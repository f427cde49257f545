"""How templates call macros and print values here."""

from decimal import Decimal

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.render.compiling import HtmlEnvironment

PARTS = """\
{% set kept = ("counted",) %}
{% macro pair(one, other="<b>") %}{{ one }}/{{ other }}{% endmacro %}
{% macro around(word, note="") %}{{ word }}({{ caller() }}){{ note }}{% endmacro %}
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


def printed(source: str, **values: object) -> str:
    environment = HtmlEnvironment(
        loader=DictLoader({"parts": PARTS}), autoescape=True, undefined=StrictUndefined
    )
    named = "pair, around, every, counted"
    return environment.from_string(f'{{% from "parts" import {named} %}}{source}').render(**values)


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
    ],
)
def test_macros_are_called(call: str, text: str) -> None:
    assert printed(call) == text


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        ("{{ pair() }}", UndefinedError, "'one' was not provided"),
        ("{{ pair(1, what=2) }}", TypeError, "no keyword argument 'what'"),
        ("{{ pair(1, one=2) }}", TypeError, "no keyword argument 'one'"),
        ("{{ pair(1, 2, 3) }}", TypeError, "takes from 0 to 2"),
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
    source = "{{ pair(one) }} {{ pair(other) }}"
    kept = PARTS.replace('"counted"', '"pair"')
    environment = HtmlEnvironment(loader=DictLoader({"parts": kept}), autoescape=True)
    template = environment.from_string(f'{{% from "parts" import pair %}}{source}')
    assert template.render(one="<i>", other=Markup("<i>")) == "&lt;i&gt;/&lt;b&gt; <i>/&lt;b&gt;"
