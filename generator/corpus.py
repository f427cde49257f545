"""All projects, and the agencies, years and strategy nodes they belong to."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.agencies import Agency, name_agencies
from generator.assess.assessment import Assessment, assess
from generator.assess.changes import Difference, differences
from generator.assess.reading import log
from generator.assess.thresholds import THRESHOLDS, Thresholds
from generator.collate import Found, Project, collate
from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited
from generator.lookups import KnownAgency, Lookups, Plan
from generator.nodes import NodeKey, StrategyNode, name_nodes, path, upwards
from generator.project import Parsed
from generator.sections.identity import Identity
from generator.sections.progress import Report
from generator.sections.strategy import Node, Strategy
from generator.state import State
from generator.takedown.listing import TakenProject
from generator.thai.order import sort_key
from generator.thai.text import fold

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Entry:
    """A project and where it belongs."""

    project: Project
    agency: Agency
    section: Cited[str] | None
    """ฝ่าย by name; ``None`` when neither the contact nor the unit code tells."""
    year: int | None
    """Fiscal year, Buddhist Era."""
    plan: str
    """Plan version of its year, or ``unknown``."""
    nodes: tuple[NodeKey, ...]
    """Its strategy path, root first, as the newest copy lists it."""
    assessment: Assessment
    """What is computed about it."""
    differences: tuple[Difference, ...]
    """Each of its snapshots against the one before, the newest pair first."""
    reports: tuple[Report, ...]
    """The log of the newest copy, as its page has it."""
    last_report: date | None
    """The latest day of that log."""

    def __hash__(self) -> int:
        """Of its key alone, for those who look up what they know of an entry."""
        return hash(self.project.key)

    @property
    def title(self) -> str | None:
        """As written, or inferred; ``None`` when not known."""
        return self.project.facts.title.value if self.project.facts.title else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything the site is made of. Mappings are in the order of their pages."""

    entries: tuple[Entry, ...]
    """By title in Thai dictionary order, then by key; without a title last."""
    agencies: Mapping[Agency, tuple[Entry, ...]]
    """Districts and departments that have a project, by name."""
    years: Mapping[int | None, tuple[Entry, ...]]
    """Newest first; ``None`` is the bucket of the unknown."""
    nodes: Mapping[NodeKey, StrategyNode]
    """Every node a project or a lookup names, ancestors included."""
    on_node: Mapping[NodeKey, tuple[Entry, ...]]
    """Projects at the node or below it."""
    without_strategy: tuple[Entry, ...]
    plans: tuple[Plan, ...]
    """Versions of the city's plan, by first year."""
    tiles: tuple[KnownAgency, ...]
    """Districts that have a place on the tile map, row by row, also those without a project."""
    thresholds: Thresholds
    """From where on a difference is called a finding."""
    diagnostics: tuple[Found, ...]
    """By file, then by line."""
    sample: bool = False
    """The dumps are invented."""
    earlier: State | None = None
    """What an earlier build recorded, to tell what is new since."""
    left_out: int = 0
    """Projects of other fiscal years than those the site is limited to."""
    withheld: tuple[TakenProject, ...] = ()
    """Projects that the site's owner took down; none of them is among the entries."""


def corpus(
    parsed: Iterable[Parsed],
    lookups: Lookups,
    *,
    thresholds: Thresholds = THRESHOLDS,
    years: Collection[int] = (),
) -> Corpus:
    """Bring all dumps together. The order of the dumps does not matter.

    Where years are given, only their projects are kept; the others still tell names of agencies.
    """
    read = sorted(parsed, key=lambda one: one.file)
    projects, ambiguous = collate(copy for one in read for copy in one.copies)
    agencies = name_agencies(projects, lookups)
    kept = [one for one in projects if not years or fiscal_year(one) in years]
    unsorted = (entry(one, agencies[one.key], lookups, assess(one, thresholds)) for one in kept)
    entries = tuple(sorted(unsorted, key=by_title))
    nodes = name_nodes(mentions(entries), lookups)
    gone = files(projects) - files(kept)
    found = [(one.file, diagnostic) for one in read for diagnostic in one.diagnostics]
    found = [one for one in (*found, *ambiguous) if one[0] not in gone]
    found += agency_oddities(entries)
    return Corpus(
        entries=entries,
        agencies=dict(sorted(grouped(entries, lambda one: one.agency).items(), key=by_agency)),
        years=dict(sorted(grouped(entries, lambda one: one.year).items(), key=by_year)),
        nodes=nodes,
        on_node=projects_on_nodes(entries, nodes),
        without_strategy=tuple(one for one in entries if not one.nodes),
        plans=lookups.plans,
        tiles=tuple(sorted((one for one in lookups.agencies.values() if one.tile), key=by_tile)),
        thresholds=thresholds,
        diagnostics=tuple(sorted(found, key=lambda one: (one[0], one[1].line, one[1].code))),
        left_out=len(projects) - len(kept),
    )


def entry(project: Project, agency: Agency, lookups: Lookups, assessment: Assessment) -> Entry:
    """Where a project belongs."""
    year = fiscal_year(project)
    plan = lookups.plan(year)
    strategy = project.newest.section(Strategy)
    return Entry(
        project=project,
        agency=agency,
        section=section_name(project, agency, lookups),
        year=year,
        plan=plan,
        nodes=path(plan, tuple([one.number for one in strategy.nodes])) if strategy else (),
        assessment=assessment,
        differences=differences(project, assessment.thresholds),
        reports=log(project.newest),
        last_report=project.newest.newest_report,
    )


def fiscal_year(project: Project) -> int | None:
    """ปีงบประมาณ, Buddhist Era."""
    return project.facts.fiscal_year.value if project.facts.fiscal_year else None


def files(projects: Iterable[Project]) -> frozenset[str]:
    """The dumps that projects were read from."""
    return frozenset(
        file.name for one in projects for snapshot in one.snapshots for file in snapshot.files
    )


def agency_oddities(entries: Iterable[Entry]) -> list[Found]:
    """Codes nobody names, and headers that name a code otherwise than most."""
    found: list[Found] = []
    for one in entries:
        copy, known = one.project.newest, one.project.facts
        name, code = known.agency_name, known.agency_code
        if one.agency.name is None and code:
            line = code.lines.first if code.lines else 0
            found.append((copy.file, Diagnostic("agency-unknown", line, detail=code.value)))
        elif name and name.lines and one.agency.name and fold(name.value) != fold(one.agency.name):
            detail = f"{name.value} / {one.agency.name}"
            found.append((copy.file, Diagnostic("agency-differs", name.lines.first, detail=detail)))
    return found


def section_name(project: Project, agency: Agency, lookups: Lookups) -> Cited[str] | None:
    """ฝ่าย: the unit the contact names, else the one a district's unit code means."""
    head = project.newest.section(Identity)
    for contact in head.contact if head else ():
        if contact.value.startswith("ฝ่าย") and "[" not in contact.value:
            return contact
    digits = project.facts.section_digits
    if digits and agency.is_district and digits.value in lookups.sections:
        return Cited(lookups.sections[digits.value], digits.lines, inferred=True)
    return None


def mentions(entries: Iterable[Entry]) -> Iterator[tuple[NodeKey, Node]]:
    """Every line of every strategy path, with the node it means."""
    for one in entries:
        strategy = one.project.newest.section(Strategy)
        yield from zip(one.nodes, strategy.nodes if strategy else (), strict=True)


def projects_on_nodes(
    entries: Iterable[Entry], nodes: Iterable[NodeKey]
) -> Mapping[NodeKey, tuple[Entry, ...]]:
    """For each node the projects whose path touches it or a node below it."""
    touched: dict[NodeKey, list[Entry]] = {key: [] for key in nodes}
    for one in entries:
        for touch in {above for key in one.nodes for above in upwards(key)}:
            touched[touch].append(one)
    return {key: tuple(found) for key, found in touched.items()}


def grouped(every: Iterable[T], key: Callable[[T], K]) -> Mapping[K, tuple[T, ...]]:
    """Those of each key, in their order."""
    groups: dict[K, list[T]] = defaultdict(list)
    for one in every:
        groups[key(one)].append(one)
    return {name: tuple(found) for name, found in groups.items()}


def as_of(entries: Iterable[Entry]) -> date | None:
    """The newest day that a record tells of itself: its retrieval, else its newest report."""
    days = (entry.project.snapshots[0].as_of for entry in entries)
    return max((day for day in days if day), default=None)


def by_title(one: Entry) -> tuple[bool, str, str]:
    """Thai dictionary order, projects without a title last."""
    return one.title is None, sort_key(one.title or ""), one.project.key


def by_agency(group: tuple[Agency, tuple[Entry, ...]]) -> tuple[bool, str, str]:
    """Thai dictionary order, agencies without a name last."""
    agency, _ = group
    return agency.name is None, sort_key(agency.name or ""), agency.code


def by_tile(one: KnownAgency) -> tuple[int, int]:
    """Row by row, as a map is read."""
    return (one.tile.row, one.tile.column) if one.tile else (0, 0)


def by_year(group: tuple[int | None, tuple[Entry, ...]]) -> int:
    """Newest first, the unknown last."""
    year, _ = group
    return -(year or 0)
