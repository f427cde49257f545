"""ข้อสังเกต: what a rule is, and what it finds. About the record, never about conduct."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.assess.reading import Reading
from generator.dump.lines import Span


class Severity(StrEnum):
    """How much a finding bears on what a reader may take from the record."""

    NOTE = "note"
    """How the record is written: the form of a day, the order of entries, a cut title."""
    NOTABLE = "notable"
    """The record says less than its form asks for, or says something twice and differently."""
    SERIOUS = "serious"
    """The record is at odds with itself, or with its own plan, on how the project stands."""


class Evidence(NamedTuple):
    """One place where a rule holds."""

    lines: tuple[Span, ...]
    """Of the newest copy, never empty, as the page has them from top to bottom."""
    figures: tuple[tuple[str, Decimal | int | str | date], ...] = ()
    """Named values for the sentence that tells it."""


class Rule(NamedTuple):
    """One row of the table."""

    code: str
    """In kebab case; part of an address, so it never changes."""
    severity: Severity
    find: Callable[[Reading], Iterable[Evidence]]
    """Its docstring states the rule."""


class Finding(NamedTuple):
    """A rule that holds for a project, at one place."""

    rule: str
    severity: Severity
    evidence: Evidence


def cited(*spans: Span | None) -> tuple[Span, ...]:
    """The lines there are, each once, from top to bottom."""
    return tuple(sorted({span for span in spans if span}))
