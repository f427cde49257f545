"""ข้อสังเกต: all rules with how often they hold, and a page for each with its projects."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.assess.findings import RULES, Evidence, Rule, Severity
from generator.assess.thresholds import Thresholds
from generator.corpus import Corpus, Entry
from generator.dump.lines import Span
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.lists import (
    sheets,
    tables,
)
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.sheets import Files
from generator.publish.project.fields import Json
from generator.publish.rows import Crumb, ProjectRow, page, project_row
from generator.publish.rules.scopes import scopes
from generator.publish.shares import Share

PLACES = 3
"""Places of one project that a rule's page words; the project's own page has all."""
CHIPS = 4
"""Lines of one place that a rule's page links to."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list of all."""

    rule: str
    url: str
    count: Share


@dataclass(frozen=True, slots=True)
class Part:
    """The rules of one severity, in the order of the table."""

    severity: str
    rules: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """The list of all rules."""

    nav: str = "findings"
    crumbs: tuple[Crumb, ...] = (Crumb("findings"),)
    projects: int
    found: int
    """Projects for which any rule holds."""
    parts: tuple[Part, ...]


class Place(NamedTuple):
    """One place where the rule holds."""

    figures: tuple[tuple[str, Decimal | int | str | date], ...]
    lines: tuple[Span, ...]
    """The first of its lines."""


@dataclass(frozen=True, slots=True)
class Case:
    """A project for which the rule holds."""

    project: ProjectRow
    raw: str
    places: tuple[Place, ...]
    """The first of them."""
    more: int
    """Places that are not shown here."""


@dataclass(frozen=True, slots=True)
class Year:
    """One fiscal year, Buddhist Era; ``None`` is not known."""

    year: int | None
    url: str
    count: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One rule."""

    nav: str = "findings"
    crumbs: tuple[Crumb, ...]
    rule: str
    severity: str
    thresholds: Thresholds
    count: Share
    left_out: int
    """Projects whose copy lacks what the rule needs."""
    years: tuple[Year, ...]
    """Newest first, the unknown last."""
    cases: tuple[Case, ...]
    """The first page of them, in the order of all projects."""
    leaf: Leaf
    files: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesView:
    """A further page of a rule's projects."""

    nav: str = "findings"
    crumbs: tuple[Crumb, ...]
    rule: str
    cases: tuple[Case, ...]
    leaf: Leaf
    files: Files


@dataclass(frozen=True, slots=True)
class Found:
    """A project for which a rule holds."""

    rule: str
    entry: Entry
    evidence: tuple[Evidence, ...]
    """Where; it follows from the two."""


Held = dict[str, list[Found]]
"""For each rule the projects for which it holds."""
Asked = Mapping[str, tuple[Entry, ...]]
"""For each rule the projects it can be asked of."""


class Answer(NamedTuple):
    """What asking every project about a rule came to."""

    rule: Rule
    asked: tuple[Entry, ...]
    """Those it can be asked of."""
    found: tuple[Found, ...]


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then a rule each."""
    asked = askable(corpus)
    found = held(corpus.entries)
    yield page(urls.FINDINGS, "findings", index(corpus.entries, asked, found))
    for rule in RULES:
        yield from of_rule(corpus, Answer(rule, asked[rule.code], tuple(found[rule.code])))


def askable(corpus: Corpus) -> Asked:
    """Ask every project about every rule."""
    every = scopes(corpus.thresholds)
    asked = {scope: tuple(filter(scope, corpus.entries)) for scope in {*every.values()}}
    return {code: asked[scope] for code, scope in every.items()}


def held(entries: Iterable[Entry]) -> Held:
    """Go through all findings once."""
    found: Held = {rule.code: [] for rule in RULES}
    for entry in entries:
        places: dict[str, list[Evidence]] = defaultdict(list)
        for finding in entry.assessment.findings:
            places[finding.rule].append(finding.evidence)
        for code, evidence in places.items():
            found[code].append(Found(code, entry, tuple(evidence)))
    return found


def index(entries: tuple[Entry, ...], asked: Asked, found: Held) -> FindingsView:
    """All rules, what bears most on the state of a project first."""
    parts = tuple(
        Part(
            severity.value,
            tuple(row(rule, asked, found) for rule in RULES if rule.severity == severity),
        )
        for severity in reversed(Severity)
    )
    return FindingsView(
        projects=len(entries),
        found=sum(bool(entry.assessment.findings) for entry in entries),
        parts=parts,
    )


def row(rule: Rule, asked: Asked, found: Held) -> RuleRow:
    """One rule."""
    count = Share(len(found[rule.code]), len(asked[rule.code]))
    return RuleRow(rule.code, urls.finding(rule.code), count)


def of_rule(corpus: Corpus, answer: Answer) -> Iterator[Artifact]:
    """A rule's page, the further pages of its projects, and all of them as data."""
    code, found = answer.rule.code, answer.found
    url = urls.finding(code)
    files = sheets.files(url, "projects")
    for leaf, shown in leaves(url, found, tells_count=False):
        if leaf.number == 1:
            yield page(leaf.url, "finding", view(corpus, answer, tuple(map(case, shown)), leaf))
        else:
            made = partial(further, code, tuple(shown), leaf)
            yield Page(urls.path(leaf.url), "pages/cases.html", made)
    yield from sheets.documents(files, COLUMNS, record, found)


def view(corpus: Corpus, answer: Answer, cases: tuple[Case, ...], leaf: Leaf) -> FindingView:
    """One rule with the first of its projects."""
    rule, asked, found = answer
    return FindingView(
        crumbs=(Crumb("findings", url=urls.FINDINGS), Crumb("finding", rule.code)),
        rule=rule.code,
        severity=rule.severity.value,
        thresholds=corpus.thresholds,
        count=Share(len(found), len(asked)),
        left_out=len(corpus.entries) - len(asked),
        years=years(asked, (one.entry for one in found)),
        cases=cases,
        leaf=leaf,
        files=sheets.files(leaf.list_url, "projects"),
    )


def further(code: str, found: tuple[Found, ...], leaf: Leaf) -> CasesView:
    """More of a rule's projects."""
    return CasesView(
        crumbs=(Crumb("findings", url=urls.FINDINGS), Crumb("finding", code, leaf.list_url)),
        rule=code,
        cases=tuple(map(case, found)),
        leaf=leaf,
        files=sheets.files(leaf.list_url, "projects"),
    )


def years(asked: Iterable[Entry], found: Iterable[Entry]) -> tuple[Year, ...]:
    """The counts of each fiscal year that has a project to ask, newest first, the unknown last."""
    every, holding = (Counter([entry.year for entry in some]) for some in (asked, found))
    ordered = sorted(every, key=lambda year: -(year or 0))
    return tuple(Year(year, urls.year(year), Share(holding[year], every[year])) for year in ordered)


def case(found: Found) -> Case:
    """One project, with the first places where the rule holds."""
    entry, evidence = found.entry, found.evidence
    places = tuple(Place(one.figures, one.lines[:CHIPS]) for one in evidence[:PLACES])
    more = len(evidence) - len(places)
    raw = urls.raw_snapshot(entry.project, entry.project.snapshots[0])
    return Case(project_row(entry), raw, places, more)


COLUMNS = (*tables.NAMED, "lines")


def record(found: Found) -> dict[str, Json]:
    """A project with the lines of its newest dump on which the rule rests: ``14``, ``20-22``."""
    spans = sorted({span for one in found.evidence for span in one.lines})
    return {**tables.named(found.entry), "lines": " ".join(map(urls.passage, spans))}
