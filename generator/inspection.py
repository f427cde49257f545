"""One dump laid open: every field with its lines, as rows for a terminal or as plain values."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import singledispatch
from typing import NamedTuple

from generator.diagnostics import KINDS
from generator.dump.lines import Cited, Span
from generator.project import Copy, Parsed
from generator.sections.shape import Day, Figure
from generator.thai.text import excerpt

LONGEST_SHOWN = 200
"""Characters of a value in the table; JSON has all."""

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can hold."""


class Row(NamedTuple):
    """One field."""

    name: str
    """``progress.reports[0].percent``."""
    lines: Span | None
    value: str
    inferred: bool


def rows(copy: Copy) -> Iterator[Row]:
    """Every field of every section, in page order; a field the copy lacks has no row."""
    for section in copy.sections:
        yield from _rows(section.kind, section, None)


def _rows(name: str, value: object, lines: Span | None) -> Iterator[Row]:
    if isinstance(value, Cited):
        yield Row(name, value.lines, _text(value.value), value.inferred)
    elif is_dataclass(value):
        own = getattr(value, "lines", lines)
        for one in fields(value):
            yield from _rows(f"{name}.{one.name}", getattr(value, one.name), own)
    elif isinstance(value, tuple) and not isinstance(value, Span):
        for i, item in enumerate(value):
            yield from _rows(f"{name}[{i}]", item, lines)
    elif isinstance(value, str):
        yield Row(name, lines, value, inferred=False)


def _text(value: object) -> str:
    return value.written if isinstance(value, Figure | Day) else str(value)


@singledispatch
def plain(value: object) -> Plain:
    """A record as JSON can hold it: figures and days with what was typed and what it means."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return value if isinstance(value, bool | int | str | None) else str(value)


@plain.register(tuple)
def _(value: tuple[object, ...]) -> Plain:
    return [plain(item) for item in value]


@plain.register(Cited)
def _(value: Cited[object]) -> Plain:
    told: dict[str, Plain] = {"value": plain(value.value), "lines": plain(value.lines)}
    return told | ({"inferred": True} if value.inferred else {})


@plain.register(Figure)
@plain.register(Day)
def _(value: Figure | Day) -> Plain:
    return {"written": value.written, "value": plain(value.value)}


@plain.register(Decimal)
def _(value: Decimal) -> Plain:
    return int(value) if value == value.to_integral_value() else float(value)


@plain.register(date)
def _(value: date) -> Plain:
    return value.isoformat()


def laid_open(parsed: Parsed) -> Plain:
    """A dump's copies and diagnostics as plain values."""
    return {
        "file": parsed.file,
        "copies": [
            {
                "part": copy.part,
                "sha256": copy.digest,
                "stripped": copy.is_stripped,
                "sections": {section.kind: plain(section) for section in copy.sections},
            }
            for copy in parsed.copies
        ],
        "diagnostics": [
            {
                "code": one.code,
                "severity": KINDS[one.code].severity.value,
                "line": one.line,
                "column": one.column,
                "last": one.last,
                "detail": one.detail,
            }
            for one in parsed.diagnostics
        ],
    }


def table(parsed: Parsed) -> Iterator[str]:
    """A dump's fields as lines: where each stands, its name, what it says."""
    for copy in parsed.copies:
        flavour = "stripped" if copy.is_stripped else "headed"
        yield f"{parsed.file}, page {copy.part}: {flavour}, sha256 {copy.digest}"
        for row in rows(copy):
            place = f"{row.lines.first}-{row.lines.last}" if row.lines else ""
            mark = " (inferred)" if row.inferred else ""
            yield f"{place:>9}  {row.name}{mark} = {excerpt(row.value, LONGEST_SHOWN)}"
