"""A dump as numbered lines, and the values that point back to them."""

import re
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from generator.diagnostics import Diagnostic

T = TypeVar("T")


class Line(NamedTuple):
    """One line of a dump."""

    number: int
    """From 1, as a text editor counts; blank lines count too."""
    text: str
    """As written, without the line end and the space before it; invisible characters shown."""


class Span(NamedTuple):
    """Lines ``first`` to ``last`` of one dump, both included."""

    first: int
    last: int


class Cited(NamedTuple, Generic[T]):
    """A value and the lines of the dump that say it."""

    value: T
    lines: Span | None
    """``None`` when no line of this dump says it: a sidecar table does, or another copy."""
    inferred: bool = False
    """True when the lines do not state the value and we derived it from them."""


LINE_END = re.compile(r"\r\n|\n|\r")

# Control characters, zero-width characters and bidirectional overrides: a reader must see that
# they stand there, and HTML forbids some of them. Tab is space.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0001-\U000e007f]|[\ufdd0-\ufdef]|[\ufffe\uffff]"
)


def visible(found: re.Match[str]) -> str:
    """``⟨U+202E⟩`` for a character that would not be seen."""
    return f"⟨U+{ord(found[0]):04X}⟩"


LAST = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)
SHOWN = re.compile("⟨U\\+(?P<number>[0-9A-F]{4,6})⟩")


def as_written(shown: str) -> str:
    """A line with the characters in it that ``visible`` had shown."""
    return SHOWN.sub(unseen, shown)


def unseen(found: re.Match[str]) -> str:
    """The character that ``⟨U+202E⟩`` shows; any other words of that shape as they are."""
    number = int(found["number"], 16)
    if number in SURROGATES or number > LAST or not INVISIBLE.fullmatch(chr(number)):
        return found[0]
    return chr(number)


def split(text: str, longest: int) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """Cut a dump's text into its lines, blank ones included.

    A line of more than ``longest`` characters is refused: its place is kept, empty.
    """
    lines: list[Line] = []
    diagnostics: list[Diagnostic] = []
    cut = LINE_END.split(text) if "\r" in text else text.split("\n")
    for number, written in enumerate(cut, start=1):
        shown = written.rstrip()
        if len(shown) > longest:
            detail = f"{len(shown):,} > {longest:,}"
            diagnostics.append(Diagnostic("line-too-long", number, detail=detail))
            shown = ""
        if not shown.isprintable():
            odd = INVISIBLE.search(shown)
            if odd:
                detail = visible(odd)
                place = Diagnostic("invisible-character", number, odd.start() + 1, detail=detail)
                diagnostics.append(place)
                shown = INVISIBLE.sub(visible, shown)
        lines.append(Line(number, shown))
    while lines and not lines[-1].text:
        lines.pop()
    return tuple(lines), tuple(diagnostics)


def span(lines: tuple[Line, ...]) -> Span:
    """The lines' first and last number; at least one line must be given."""
    return between(lines[0].number, lines[-1].number)


def on(line: Line) -> Span:
    """The line alone."""
    return between(line.number, line.number)


@lru_cache(2048)
def between(first: int, last: int) -> Span:
    """Those lines. Most dumps have the same few spans, so each is made once."""
    return Span(first, last)
