"""Fields of a project's JSON: what a dump says, as numbers and days where it is such."""

import json
from datetime import date
from decimal import Decimal

from generator.dump.lines import Cited, Span
from generator.sections.objectives import Objectives
from generator.sections.rationale import Rationale
from generator.sections.shape import Day, Figure
from generator.sections.targets import Targets

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


def indented(value: Json) -> bytes:
    """A document that people read too, Thai as it is."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def text(cited: Cited[str] | None) -> str | None:
    """Verbatim."""
    return cited.value if cited else None


def prose(section: Rationale | Objectives | Targets | None) -> str | None:
    """``""`` under an empty heading."""
    if section is None:
        return None
    return section.text.value if section.text else ""


def number(value: Decimal | None) -> Json:
    """Whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def figure(name: str, cited: Cited[Figure] | None) -> dict[str, Json]:
    """A number under its name, and what was typed where that is something else."""
    if cited is None:
        return {name: None}
    written, value = cited.value
    is_plain = value is not None and written.replace(".", "", 1).isdecimal() and written.isascii()
    fields: dict[str, Json] = {name: number(value)}
    return fields if is_plain else {**fields, f"{name}_written": written}


def day(name: str, cited: Cited[Day] | None) -> dict[str, Json]:
    """A day under its name, and what was typed where that is something else."""
    if cited is None:
        return {name: None}
    value = cited.value.value.isoformat() if cited.value.value else None
    typed = cited.value.written.removesuffix(" 00:00:00")
    return {name: value} if typed == value else {name: value, f"{name}_written": typed}


def lines(span: Span | None) -> Json:
    """First and last line of the newest dump, both included."""
    return [span.first, span.last] if span else None


def iso(value: date | None) -> str | None:
    """``2023-09-07``."""
    return value.isoformat() if value else None
