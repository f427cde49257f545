"""A dump as numbered lines, and the values that point back to them."""

import re
from contextlib import suppress
from functools import lru_cache
from itertools import repeat
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


def shown(text: str, longest: int) -> tuple[str, tuple[Diagnostic, ...]]:
    """A dump's text as it may be shown: lines that end in line feeds alone, blank ones included.

    Space at the end of a line is gone, and so are blank lines at the end of all. A line of more
    than ``longest`` characters is refused: its place is kept, empty.
    """
    written = LINE_END.split(text) if "\r" in text else text.split("\n")
    lines = [line.rstrip() for line in written]
    odd: list[Diagnostic] = []
    if max(map(len, lines)) > longest or not "".join(lines).isprintable():
        every = enumerate(lines, start=1)
        lines = [shown_line(number, line, longest, odd) for number, line in every]
    return "\n".join(lines).rstrip("\n"), tuple(odd)


def shown_line(number: int, written: str, longest: int, odd: list[Diagnostic]) -> str:
    """One line; what is odd about it is told to the list."""
    if len(written) > longest:
        detail = f"{len(written):,} > {longest:,}"
        odd.append(Diagnostic("line-too-long", number, detail=detail))
        return ""
    found = None if written.isprintable() else INVISIBLE.search(written)
    if found is None:
        return written
    place = found.start() + 1
    odd.append(Diagnostic("invisible-character", number, place, detail=visible(found)))
    return INVISIBLE.sub(visible, written)


def numbered(text: str, first: int = 1) -> tuple[Line, ...]:
    """The lines of a text; what ``shown`` gave has none but them."""
    texts = text.split("\n") if text else ()
    return tuple(map(tuple.__new__, repeat(Line), enumerate(texts, start=first)))


def worded(first: int, text: str) -> tuple[Line, ...]:
    """Those of them that are not blank."""
    every = enumerate(text.split("\n"), start=first)
    return tuple(map(tuple.__new__, repeat(Line), [one for one in every if one[1]]))


class Stored(NamedTuple):
    """A text at rest: few are asked for their words again, and all stay in memory."""

    body: bytes
    code: str
    """Its encoding."""

    @property
    def text(self) -> str:
        """The words again."""
        return self.body.decode(self.code)


CODES = ("cp874", "utf-8")
"""Windows-874 has Thai in a byte a letter, and nearly every dump fits it."""


@lru_cache(1)
def stored(text: str) -> Stored:
    """Put a text to rest: once where a dump holds one page, which is all of it."""
    for code in CODES:
        with suppress(UnicodeEncodeError):
            return Stored(text.encode(code), code)
    raise AssertionError  # pragma: no cover  # UTF-8 has all that may be shown


@lru_cache(8)
def lines_of(one: Stored, first: int = 1) -> tuple[Line, ...]:
    """The lines of a text at rest; who asks for them often asks again."""
    return numbered(one.text, first)


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
