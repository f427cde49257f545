"""โครงการ: the page of one project, with everything its newest dump holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.collate import Project, Snapshot
from generator.corpus import Corpus, Entry
from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Span
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.project import (
    cite,
    copies,
    kin,
    log,
    parts,
    standing,
)
from generator.publish.project.charts.bar import Bar, bar
from generator.publish.project.charts.plot import plot
from generator.publish.project.standing import ShownFinding, Standing
from generator.publish.rows import Crumb
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.indicators import Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress
from generator.sections.rationale import Rationale
from generator.sections.repeats import Repeats
from generator.sections.shape import Figure, Section
from generator.sections.steps import Plan
from generator.sections.strategy import Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units

MOST_PLACES = 12
"""Of one kind of note; the raw view and the JSON have them all."""

MAY_BE_MISSING: tuple[type[Section], ...] = (
    Progress,
    Plan,
    Indicators,
    Rationale,
    Objectives,
    Targets,
    Strategy,
)
"""Sections with a place of their own on the page."""


class Place(NamedTuple):
    """Where a note holds."""

    lines: Span | None
    """``None`` means the whole dump."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What reading met, in words that the template owns."""

    code: str
    places: tuple[Place, ...]
    more: int
    """Places left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A snapshot in the list of all."""

    url: str
    name: str
    """The part of the address that names it."""
    retrieved: date | None
    last_report: date | None
    reports: int
    is_stripped: bool
    is_matched: bool
    """It has no code and was joined to the project by what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What identifies the project. A value from another snapshot has no lines."""

    title: Cited[str] | None
    code: Cited[str] | None
    agency: Cited[str] | None
    """By name, else by code; ``None`` when neither is known."""
    is_agency_named: bool
    agency_url: str
    sub_unit: Cited[str] | None
    section: Cited[str] | None
    year: Cited[int] | None
    """Fiscal year, Buddhist Era."""
    year_url: str
    inferred: tuple[str, ...]
    """``title``, ``agency`` …: those we derived."""
    is_from_others: bool
    """At least one of them is told by another snapshot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """One project."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    head: Head
    is_stripped: bool
    standing: Standing
    findings: tuple[ShownFinding, ...]
    percent: Cited[Figure] | None
    """The header's."""
    bar: Bar
    last_report: date | None
    sections: tuple[Section, ...]
    """In the order of this page."""
    details: tuple[Section, ...]
    """What else the copy says."""
    contents: tuple[str, ...]
    """The parts of the page, by kind."""
    related: kin.Related
    notes: tuple[Note, ...]
    citation: cite.Citation
    origin: copies.Origin
    snapshots: tuple[Taken, ...]
    """Newest first."""
    changes_url: str | None
    """What differs between them; ``None`` when there is but one."""
    raw_url: str
    """Of the newest snapshot: lines cited there never move."""
    record_url: str


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """A page for each project."""
    found, index = copies.diagnostics(corpus), kin.kindred(corpus)
    for entry in corpus.entries:
        key = entry.project.key
        made = partial(view, entry, found[key], kin.related(index, entry))
        day = entry.project.snapshots[0].as_of
        yield Page(urls.path(urls.project(key)), "pages/project.html", made, day=day)


def view(entry: Entry, diagnostics: tuple[Diagnostic, ...], related: kin.Related) -> ProjectView:
    """One project, what reading its newest copy met, and the projects related to it."""
    project = entry.project
    newest = project.newest
    written = newest.section(Identity)
    told, sections = notes(diagnostics), tuple(shown(entry))
    findings = tuple(standing.findings(entry))
    verdict = entry.assessment.verdict
    return ProjectView(
        crumbs=(*copies.crumbs(entry), Crumb("" if project.code else "projects", project.code)),
        head=head(entry),
        is_stripped=newest.is_stripped,
        standing=standing.standing(entry),
        findings=findings,
        percent=written.percent if written else None,
        bar=bar(verdict.reported, verdict.planned, is_stopped=verdict.meaning == "stop"),
        last_report=newest.newest_report,
        sections=sections,
        details=tuple(details(entry)),
        contents=contents(
            sections,
            before=named(findings=bool(findings)),
            behind=named(related=not related.is_empty, notes=bool(told)),
        ),
        related=related,
        notes=told,
        citation=cite.citation(entry),
        origin=copies.origin(project.snapshots[0]),
        snapshots=tuple(taken(project, one) for one in project.snapshots),
        changes_url=urls.changes(project.key) if len(project.snapshots) > 1 else None,
        raw_url=urls.raw_snapshot(project, project.snapshots[0]),
        record_url=urls.record(project.key),
    )


def head(entry: Entry) -> Head:
    """The facts, with the addresses of their lists."""
    facts, written = entry.project.facts, entry.project.newest.section(Identity)
    derived = copies.inferred(entry)
    return Head(
        title=facts.title,
        code=facts.code,
        agency=copies.agency(entry),
        is_agency_named=entry.agency.name is not None,
        agency_url=urls.agency(entry.agency),
        sub_unit=written.sub_unit if written else None,
        section=entry.section,
        year=facts.fiscal_year,
        year_url=urls.year(entry.year),
        inferred=tuple(derived),
        is_from_others=any(fact.lines is None for fact in derived.values()),
    )


def shown(entry: Entry) -> Iterator[Section]:
    """The sections in the order of this page, at last those that the copy does not hold."""
    copy, found = entry.project.newest, entry.assessment
    told, plan, strategy = copy.section(Progress), copy.section(Plan), copy.section(Strategy)
    measures = copy.section(Indicators)
    prose = (copy.section(Rationale), copy.section(Objectives), copy.section(Targets))
    texts = tuple(one for one in prose if one)
    if told:
        yield log.reports(told, found.points, plot(found, entry.year))
    if plan:
        yield parts.steps(plan, found.verdict.as_of, entry.year)
    if measures:
        yield parts.indicators(measures)
    if texts:
        yield parts.why(texts)
    if strategy:
        yield parts.path(entry, strategy)
    missing = tuple(kind.kind for kind in MAY_BE_MISSING if copy.section(kind) is None)
    if missing:
        yield parts.Missing(missing)


def details(entry: Entry) -> Iterator[Section]:
    """What stands in no section of its own."""
    copy = entry.project.newest
    yield copy.section(Identity) or Identity()
    yield parts.evaluation(copy.section(Evaluation))
    yield parts.Codes(copy.section(Units))
    repeats = copy.section(Repeats)
    if repeats:
        yield repeats


def contents(
    sections: Iterable[Section], before: Iterable[str], behind: Iterable[str]
) -> tuple[str, ...]:
    """The table of contents."""
    return (*before, *(one.kind for one in sections), *behind, "source")


def named(**parts: bool) -> tuple[str, ...]:
    """The parts there are."""
    return tuple(name for name, is_there in parts.items() if is_there)


def notes(diagnostics: Iterable[Diagnostic]) -> tuple[Note, ...]:
    """One note a code, in the order of their first lines."""
    places: dict[str, list[Place]] = defaultdict(list)
    for one in diagnostics:
        lines = Span(one.line, one.last or one.line) if one.line else None
        places[one.code].append(Place(lines, one.detail))
    return tuple(
        Note(code=code, places=tuple(found[:MOST_PLACES]), more=max(len(found) - MOST_PLACES, 0))
        for code, found in places.items()
    )


def taken(project: Project, snapshot: Snapshot) -> Taken:
    """One row of the list of snapshots."""
    told = snapshot.copy.section(Progress)
    return Taken(
        url=urls.raw_snapshot(project, snapshot),
        name=snapshot.short_digest,
        retrieved=snapshot.retrieved,
        last_report=snapshot.copy.newest_report,
        reports=len(told.reports) if told else 0,
        is_stripped=snapshot.copy.is_stripped,
        is_matched=snapshot.is_matched,
    )
