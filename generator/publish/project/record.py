"""index.json: a project as data, beside its page.

Days are ISO, Common Era. ``null``: this copy does not hold it; ``""``: it was left blank. A
``…_written`` stands where what was typed is not the number or the day itself.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from json import JSONEncoder
from typing import NamedTuple

from generator.assess.findings.rule import Finding
from generator.assess.plan import Point
from generator.assess.status import Verdict
from generator.collate import Snapshot
from generator.corpus import Corpus, Entry
from generator.diagnostics import Diagnostic
from generator.lookups import UNKNOWN
from generator.project import Copy
from generator.publish import urls
from generator.publish.artifacts import Artifact, Document, Site
from generator.publish.project import (
    copies,
    log,
)
from generator.publish.project.fields import Json, day, figure, iso, lines, number, prose, text
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.indicators import Indicator, Indicators, Quarter
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress
from generator.sections.rationale import Rationale
from generator.sections.steps import Plan, Step
from generator.sections.strategy import Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units

MAY_BE_MISSING = {
    "rationale": Rationale,
    "objectives": Objectives,
    "targets": Targets,
    "strategies": Strategy,
    "reports": Progress,
    "steps": Plan,
    "indicators": Indicators,
    "evaluation": Evaluation,
    "unit_code": Units,
}
"""Fields of the record, and the section of the dump that each is read from."""


compact: Callable[[Json], str] = JSONEncoder(ensure_ascii=False).encode
"""On one line, Thai as it is."""


class Where(NamedTuple):
    """What a record says of the site that it stands on."""

    base_url: str | None
    has_raw: bool


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """A document for each project."""
    found = copies.diagnostics(corpus)
    where = Where(site.base_url, has_raw=site.parts.raw)
    for entry in corpus.entries if site.parts.json else ():
        key = entry.project.key
        labels = tuple(corpus.nodes[node].label for node in entry.nodes)
        made = partial(body, entry, labels, found[key], where)
        yield Document(urls.path(urls.record(key)), made)


def body(
    entry: Entry,
    labels: tuple[str | None, ...],
    diagnostics: tuple[Diagnostic, ...],
    where: Where,
) -> bytes:
    """The record as JSON, a line for each field."""
    fields = record(entry, labels, diagnostics, where)
    lines = (f'"{name}": {compact(value)}' for name, value in fields.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def record(
    entry: Entry,
    labels: tuple[str | None, ...],
    diagnostics: tuple[Diagnostic, ...],
    where: Where,
) -> dict[str, Json]:
    """The fields of one project, in the order of the file."""
    facts, copy = entry.project.facts, entry.project.newest
    head, units = copy.section(Identity) or Identity(), copy.section(Units)
    told, plan = copy.section(Progress), copy.section(Plan)
    measures, strategy = copy.section(Indicators), copy.section(Strategy)
    return {
        "key": entry.project.key,
        "url": (where.base_url or "/").rstrip("/") + urls.project(entry.project.key),
        "code": text(facts.code),
        "title": text(facts.title),
        "agency": agency(entry),
        "sub_unit": text(head.sub_unit),
        "section": text(entry.section),
        "fiscal_year": entry.year,
        "plan": None if entry.plan == UNKNOWN else entry.plan,
        **figure("percent", head.percent),
        **verdict(entry.assessment.verdict),
        "findings": [finding(one) for one in entry.assessment.findings],
        "contact": [one.value for one in head.contact],
        "evaluation": evaluation(copy.section(Evaluation)),
        "unit_code": text(units.code) if units else None,
        "rationale": prose(copy.section(Rationale)),
        "objectives": prose(copy.section(Objectives)),
        "targets": prose(copy.section(Targets)),
        "strategies": path(entry, strategy, labels) if strategy else [],
        "reports": reports(told, entry.assessment.points) if told else [],
        "steps": [step(one) for one in plan.steps] if plan else [],
        "indicators": [indicator(one) for one in measures.indicators] if measures else [],
        "missing": missing(copy),
        "inferred": list(copies.inferred(entry)),
        "diagnostics": [diagnostic(one) for one in diagnostics],
        "source": source(entry.project.snapshots[0]),
        "snapshots": [snapshot(entry, one, where) for one in entry.project.snapshots],
    }


# --- sections ---------------------------------------------------------------------------------


def missing(copy: Copy) -> list[Json]:
    """Fields of the record whose section this copy does not hold."""
    return [name for name, kind in MAY_BE_MISSING.items() if copy.section(kind) is None]


def agency(entry: Entry) -> dict[str, Json]:
    """Code and name in full."""
    return {"code": entry.agency.known_code, "name": entry.agency.name}


def evaluation(section: Evaluation | None) -> Json:
    """The quarter that was open when the page was fetched, and its score."""
    if section is None:
        return None
    at = section.quarter.lines if section.quarter else None
    return {
        **figure("quarter", section.quarter),
        **figure("score", section.score),
        "lines": lines(at),
    }


def path(entry: Entry, section: Strategy, labels: tuple[str | None, ...]) -> list[Json]:
    """Root first; the label is the fullest that any copy has."""
    return [
        {
            "plan": key.plan,
            "number": key.number,
            "label": label or node.label,
            "written": node.label,
            "may_be_cut": node.may_be_cut,
            "lines": lines(node.lines),
        }
        for key, label, node in zip(entry.nodes, labels, section.nodes, strict=True)
    ]


def verdict(one: Verdict) -> dict[str, Json]:
    """How the project stands, and the day it is said of."""
    return {
        "status": one.status,
        "as_of": iso(one.as_of),
        "reported": number(one.reported),
        "status_lines": [lines(span) for span in one.evidence],
        "difference": number(one.difference),
        "days_late": one.slip.days if one.slip else None,
    }


def finding(one: Finding) -> dict[str, Json]:
    """A rule that holds, and where."""
    return {
        "rule": one.rule,
        "severity": one.severity,
        "lines": [lines(span) for span in one.evidence.lines],
    }


def reports(section: Progress, points: Iterable[Point]) -> list[Json]:
    """The log, newest first."""
    known = {point.report.lines: point for point in points}
    return [report(known[one.lines]) for one in log.in_order(section.reports)]


def report(point: Point) -> dict[str, Json]:
    """An entry of the log."""
    one = point.report
    return {
        "number": one.number.value,
        **figure("percent", one.percent),
        "planned": number(point.planned),
        "difference": number(point.difference),
        **day("day", one.day),
        **day("text_day", one.text_day),
        "text": text(one.text),
        "problem": text(one.problem),
        "obstacle": text(one.obstacle),
        "lines": lines(one.lines),
    }


def step(one: Step) -> dict[str, Json]:
    """A step of the plan."""
    return {
        "number": one.number.value,
        "label": one.label,
        "name": text(one.name),
        **figure("weight", one.weight),
        **day("start", one.start),
        **day("end", one.end),
        "lines": lines(one.lines),
    }


def indicator(one: Indicator) -> dict[str, Json]:
    """An indicator with its quarters."""
    return {
        "code": text(one.code),
        "name": text(one.name),
        "unit": text(one.unit),
        **figure("target", one.target),
        **figure("result", one.result),
        "kind": text(one.type),
        "level": text(one.level),
        "quarters": [quarter(row) for row in one.quarters],
        "lines": lines(one.lines),
    }


def quarter(row: Quarter) -> dict[str, Json]:
    """A row of an indicator's table, its scores raw."""
    return {
        **figure("number", row.number),
        **figure("result", row.result),
        **figure("score", row.score),
        "pair": text(row.pair),
    }


# --- copies -----------------------------------------------------------------------------------


def diagnostic(one: Diagnostic) -> dict[str, Json]:
    """0 is the whole dump, the whole line, or no run of lines."""
    return {
        "code": one.code,
        "line": one.line,
        "last": one.last,
        "column": one.column,
        "detail": one.detail,
    }


def source(one: Snapshot) -> dict[str, Json]:
    """Where a snapshot comes from; ``sha256`` is that of the text as published."""
    origin = copies.origin(one)
    return {
        "file": origin.file,
        "sha256": origin.digest,
        "url": origin.url,
        "retrieved": iso(origin.retrieved),
    }


def snapshot(entry: Entry, one: Snapshot, where: Where) -> dict[str, Json]:
    """One text of the project's page."""
    told = one.copy.section(Progress)
    return {
        **source(one),
        "files": [file.name for file in one.files],
        "raw": urls.raw_snapshot(entry.project, one) if where.has_raw else None,
        "as_of": iso(one.as_of),
        "reports": len(told.reports) if told else None,
        "stripped": one.copy.is_stripped,
        "matched": one.is_matched,
    }
