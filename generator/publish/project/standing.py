"""สถานะและข้อสังเกต: how a project stands, with the very lines of the dump that say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator.assess.plan import Curve, NoCurve
from generator.assess.status import Verdict
from generator.assess.thresholds import Thresholds
from generator.corpus import Entry
from generator.dump.lines import Span
from generator.project import Copy
from generator.publish import urls
from generator.thai.text import excerpt

MOST_LINES = 2
"""From where on no more is quoted at one place; chips lead to the others."""
WHOLE = 2
"""Lines of a passage up to which it is quoted whole."""
MOST_CASES = 4
"""Of one rule; the rest is counted here and told in the JSON."""
LONGEST = 120
"""Characters of a quoted line; the raw view has it whole."""


class Quoted(NamedTuple):
    """A line of the dump, cut where it is long; or the first of a passage."""

    lines: Span
    text: str


class Evidence(NamedTuple):
    """The lines behind a claim."""

    lines: tuple[Quoted, ...]
    more: tuple[Span, ...]
    """Those that are not quoted."""


class Case(NamedTuple):
    """One place where a rule holds."""

    figures: tuple[tuple[str, Decimal | int | str | date], ...]
    """Named values that the rule's words need."""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """A rule that holds, at all its places."""

    rule: str
    severity: str
    cases: tuple[Case, ...]
    """The first of them."""
    count: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The verdict, and what explains it."""

    verdict: Verdict
    url: str
    """What the status means."""
    planned_end: date | None
    plan_lines: Span | None
    """Of the step that ends last."""
    no_plan: str | None
    """Why nothing is compared: a ``NoCurve``."""
    evidence: Evidence
    thresholds: Thresholds


def standing(entry: Entry) -> Standing:
    """How the project stands on its record's own day."""
    verdict, curve = entry.assessment.verdict, entry.assessment.curve
    return Standing(
        verdict=verdict,
        url=urls.status(verdict.status),
        planned_end=curve.end if isinstance(curve, Curve) else None,
        plan_lines=curve.steps[-1].lines if isinstance(curve, Curve) else None,
        no_plan=curve.value if isinstance(curve, NoCurve) else None,
        evidence=evidence(entry.project.newest, verdict.evidence),
        thresholds=entry.assessment.thresholds,
    )


def findings(entry: Entry) -> Iterator[ShownFinding]:
    """The rules that hold, in their order."""
    copy = entry.project.newest
    for rule, found in groupby(entry.assessment.findings, key=lambda one: one.rule):
        cases = tuple(found)
        yield ShownFinding(
            rule=rule,
            severity=cases[0].severity,
            cases=tuple(
                Case(one.evidence.figures, evidence(copy, one.evidence.lines))
                for one in cases[:MOST_CASES]
            ),
            count=len(cases),
            url=urls.finding(rule),
        )


def evidence(copy: Copy, spans: Iterable[Span]) -> Evidence:
    """The first places in their own words, of a long one its first line; the others by number."""
    lines: dict[Span, Quoted] = {}
    more: list[Span] = []
    for span in dict.fromkeys(spans):
        if len(lines) < MOST_LINES:
            lines |= {one.lines: one for one in quoted(copy, span)}
        else:
            more.append(span)
    return Evidence(tuple(lines.values()), tuple(more))


def quoted(copy: Copy, span: Span) -> Iterator[Quoted]:
    """The lines that say something: each of a few, the first of many for all of them."""
    lines = copy.lines[span.first - copy.first : span.last - copy.first + 1]
    told = [line for line in lines if any(map(str.isalnum, line.text))]
    if len(told) > WHOLE:
        yield Quoted(span, f"{excerpt(told[0].text.strip(), LONGEST)} …")
        return
    for line in told:
        at = Span(line.number, line.number)
        yield Quoted(at, excerpt(line.text.strip(), LONGEST))
