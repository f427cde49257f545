"""ปีงบประมาณ: the list of fiscal years, and a page for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.corpus import Corpus, Entry
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.groups import (
    Average,
    Group,
    Members,
    agency_members,
    average,
    district_members,
    groups,
    node_members,
    versions,
    years,
)
from generator.publish.lists import (
    facets,
    lists,
)
from generator.publish.lists.lists import Heading, ListPage
from generator.publish.places.status_bar import StatusBar, status_bar
from generator.publish.rows import Crumb, Version, last_report, page
from generator.thai.calendar import first_day, last_day


@dataclass(frozen=True, slots=True)
class Term:
    """The first and the last day of a fiscal year."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another fiscal year."""

    year: int
    url: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest fiscal years that have a project."""

    earlier: Neighbour | None
    later: Neighbour | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsView:
    """The list of fiscal years."""

    nav: str = "years"
    crumbs: tuple[Crumb, ...] = (Crumb("years"),)
    years: tuple[Group, ...]
    """Newest first, the unknown last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """One fiscal year and its projects."""

    nav: str = "years"
    crumbs: tuple[Crumb, ...]
    year: int | None
    """Buddhist Era; ``None`` in the bucket of the unknown."""
    term: Term | None
    inferred: int
    """Projects whose year was derived from the days of their reports."""
    around: Neighbours
    last_report: date | None
    status: StatusBar
    average: Average
    districts: tuple[Group, ...]
    """By name, without the words "district office"; those nobody names last. They lead to their
    projects of this year."""
    departments: tuple[Group, ...]
    """Likewise."""
    plan: Version | None
    """Of the strategies below."""
    sides: tuple[Group, ...]
    """ด้าน with a project of this year, by number; they lead to their projects of this year."""
    without_strategy: int
    projects: ListPage


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then a fiscal year each."""
    yield page(urls.YEARS, "years", index(corpus))
    for year, entries in corpus.years.items():
        own = trail.year(year)
        heading = Heading(own.url or "", "years", (trail.YEARS, own), (own,), ("year",))
        yield from lists.pages(heading, entries, partial(one_year, corpus, year), ordered=True)


def index(corpus: Corpus) -> YearsView:
    """All fiscal years that have a project."""
    return YearsView(years=years(corpus))


def one_year(corpus: Corpus, year: int | None, projects: ListPage) -> Page:
    """The page of a fiscal year, with the first of its projects."""
    return page(urls.year(year), "year", view(corpus, year, projects))


def view(corpus: Corpus, year: int | None, projects: ListPage) -> YearView:
    """One fiscal year."""
    url, entries = urls.year(year), corpus.years[year]
    told = [entry.project.facts.fiscal_year for entry in entries]
    sides = tuple(in_year(corpus, year))
    known = {one.id: one for one in versions(corpus)}
    return YearView(
        crumbs=trail.here((trail.YEARS, trail.year(year))),
        year=year,
        term=term(year),
        inferred=sum(one.inferred for one in told if one),
        around=neighbours(year, corpus.years),
        last_report=last_report(entries),
        status=status_bar(entries, facets.by_status(url, entries)),
        average=average(entries),
        districts=groups(of_agencies(corpus, year, are_districts=True)),
        departments=groups(of_agencies(corpus, year, are_districts=False)),
        plan=known[entries[0].plan] if sides else None,
        sides=groups(sides),
        without_strategy=sum(not one.nodes for one in entries),
        projects=projects,
    )


def neighbours(year: int | None, years: Iterable[int | None]) -> Neighbours:
    """The years before and after; none for the unknown."""
    if year is None:
        return Neighbours(None, None)
    others = [one for one in years if one is not None]
    earlier = max((one for one in others if one < year), default=None)
    later = min((one for one in others if one > year), default=None)
    return Neighbours(neighbour(earlier), neighbour(later))


def neighbour(year: int | None) -> Neighbour | None:
    """A year with its address."""
    return None if year is None else Neighbour(year, urls.year(year))


def term(year: int | None) -> Term | None:
    """1 October to 30 September; ``None`` for years outside the calendar, which slips lead to."""
    try:
        return Term(first_day(year), last_day(year)) if year else None
    except ValueError:
        return None


def of_agencies(corpus: Corpus, year: int | None, *, are_districts: bool) -> Iterator[Members]:
    """The agencies with a project of the year, each with those alone."""
    members = district_members if are_districts else agency_members
    for agency, entries in corpus.agencies.items():
        if agency.is_district == are_districts and (some := of_year(year, entries)):
            yield members(agency, some)._replace(url=only(urls.agency(agency), year, entries))


def in_year(corpus: Corpus, year: int | None) -> Iterator[Members]:
    """The first level of the year's strategies, with the projects of the year alone."""
    for key, entries in corpus.on_node.items():
        if key.parent is None and (some := of_year(year, entries)):
            url = only(urls.node(key), year, entries)
            yield node_members(corpus, key)._replace(url=url, entries=some)


def of_year(year: int | None, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The projects of one year among others."""
    return tuple(one for one in entries if one.year == year)


def only(url: str, year: int | None, entries: tuple[Entry, ...]) -> str:
    """Where those projects of a list stand that are of the year."""
    found = next(one for one in facets.by_year(url, entries) if one.crumb == trail.year(year))
    return found.url or url
