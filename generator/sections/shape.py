"""What every section type is made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, NamedTuple, Protocol

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line, Span, on, span


class Section(Protocol):
    """A frozen record of what one part of the page says."""

    kind: ClassVar[str]
    """Its name in tables and templates."""


class Figure(NamedTuple):
    """A number as typed, and what it means."""

    written: str
    value: Decimal | None
    """``None`` when what is written is no number."""


class Day(NamedTuple):
    """A calendar day as typed, and what it means."""

    written: str
    value: date | None
    """Common Era; ``None`` when what is written is no day."""


class Reading(NamedTuple):
    """What a reader made of its lines."""

    section: Section
    unclaimed: tuple[Line, ...] = ()
    """Lines of the block that no field of the section holds."""
    diagnostics: tuple[Diagnostic, ...] = ()


Reader = Callable[[tuple[Line, ...]], Reading]


@dataclass(frozen=True, slots=True)
class SectionType:
    """One row of the page's grammar."""

    kind: str
    opens: tuple[re.Pattern[str], ...]
    """Shapes of a first line: the heading or, since some extractors drop headings, the section's
    own first line."""
    read: Reader
    bare: dict[str, re.Pattern[str]] = field(default_factory=dict)
    """Prose has no shape of its own. Where its heading is missing it is known by what stands
    before it: by the kind of the block before (``bare`` and the kind when that one had no heading
    either), the pattern its first line then has."""


WORDS = re.compile(r".*?[^\d\W].*")
"""A line with a letter in it."""
LONG = re.compile(r".{120,}")
"""Longer than any line of the page's head."""

SAME = 4096
"""How many figures or days are remembered: most stand in many dumps."""
NUMBER = re.compile(r"-?\d{1,12}(?:,\d{3}){0,4}(?:\.\d{0,8})?")


@lru_cache(SAME)
def figure(written: str) -> Figure:
    """``1,200.5000`` or ``100``, Thai digits too; at most twelve digits before the first comma."""
    if NUMBER.fullmatch(written):
        return Figure(written, Decimal(written.replace(",", "")))
    return Figure(written, None)


def percent(written: str, line: Line) -> tuple[Figure, tuple[Diagnostic, ...]]:
    """A percent and what is odd about it: not a number, below 0 or above 100."""
    read = figure(written)
    if read.value is None:
        return read, (Diagnostic("number-unreadable", line.number, detail=written),)
    if not 0 <= read.value <= 100:  # noqa: PLR2004  a percent's own bounds
        return read, (Diagnostic("percent-out-of-range", line.number, detail=written),)
    return read, ()


ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: \d{2}:\d{2}:\d{2})?")
YEARS = range(1900, 2400)
"""Common Era. ``9999-12-31`` and a Buddhist year are no days that a project could have."""


@lru_cache(SAME)
def iso_day(written: str) -> Day:
    """``2021-05-27`` or ``2022-10-01 00:00:00``, Common Era."""
    found = ISO_DAY.fullmatch(written)
    if found is None or int(found[1]) not in YEARS:
        return Day(written, None)
    try:
        return Day(written, date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:  # 0000-00-00 and 2021-02-30 stand in dumps
        return Day(written, None)


def cite(value: str, line: Line) -> Cited[str]:
    """A text that one line says."""
    return Cited(value, on(line))


def joined(lines: tuple[Line, ...]) -> Cited[str]:
    """A text over one or more lines."""
    return Cited("\n".join([line.text.strip() for line in lines]), span(lines))


class Parted(NamedTuple):
    """A section that is a heading and entries, cut where each entry begins."""

    heading: Span | None
    stray: tuple[Line, ...]
    """Lines before the first entry that are not the heading."""
    entries: tuple[tuple[Line, ...], ...]


def parted(lines: tuple[Line, ...], starts: list[int], heading: re.Pattern[str]) -> Parted:
    """Cut a block at the places where entries begin."""
    before = lines[: starts[0]] if starts else lines
    headings = [line for line in before if heading.fullmatch(line.text)][:1]
    ends = [*starts[1:], len(lines)] if starts else []
    return Parted(
        on(headings[0]) if headings else None,
        tuple(line for line in before if line not in headings),
        tuple(lines[start:end] for start, end in zip(starts, ends, strict=True)),
    )


class Prose(Protocol):
    """A section that is one text."""

    text: Cited[str] | None
    heading: Span | None


def prose_reader(
    record: Callable[[Cited[str] | None, Span | None], Section], heading: re.Pattern[str]
) -> Reader:
    """A reader for a section that is a heading, where the copy has one, and one text."""

    def read(lines: tuple[Line, ...]) -> Reading:
        at: Span | None = None
        body: list[Line] = []
        unclaimed: list[Line] = []
        for line in lines:
            if not heading.fullmatch(line.text):
                body.append(line)
            elif at is None:
                at = on(line)
                unclaimed, body = body, []  # the text is what stands under its heading
            else:
                unclaimed.append(line)
        text = joined(tuple(body)) if body else None
        return Reading(record(text, at), tuple(unclaimed))

    return read
