"""What becomes HTML as it is, and what is escaped first."""

from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup

from generator.render.markup import printed, safe


class Word(str):
    """Text of a type of its own, as libraries have it."""

    __slots__ = ()


class Bold:
    """Something that knows its HTML."""

    def __html__(self) -> str:
        return "<b>"


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ('<&"', "&lt;&amp;&#34;"),
        (Word("<b>"), "&lt;b&gt;"),
        (Markup("<b>"), "<b>"),
        (safe("<b>"), "<b>"),
        (Bold(), "<b>"),
        (["<b>"], "[&#39;&lt;b&gt;&#39;]"),
        (1234, "1234"),
        (Decimal("1.50"), "1.50"),
        (date(2023, 8, 21), "2023-08-21"),
        (None, "None"),
    ],
)
def test_only_what_says_that_it_is_html_is_printed_as_it_is(value: object, html: str) -> None:
    assert printed(value) == html


def test_html_and_numbers_cost_no_look_for_what_to_escape() -> None:
    already = Markup("<b>")
    assert printed(already) is already
    assert type(printed(7)) is str
