"""HTML made quickly: markupsafe asks each text what it is, and a page has a thousand of them."""

from collections.abc import Callable
from decimal import Decimal

from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

escaped: Callable[[str], str] = _escape_inner
"""HTML of a text that is none."""

NUMBERS = frozenset({int, Decimal})
"""Types of which nothing has to be escaped."""


def safe(text: str) -> Markup:
    """Say of a text that it is HTML."""
    return str.__new__(Markup, text)


def printed(value: object) -> str:
    """Give the value as HTML; most are HTML already, or text, or numbers."""
    if type(value) is Markup:
        return value
    if type(value) is str:
        return escaped(value)
    return str(value) if type(value) in NUMBERS else escape(value)
