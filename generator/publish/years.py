"""ปีงบประมาณ: the list of fiscal years, and a page for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.agencies import Agency
from generator.corpus import Corpus, Entry
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import Average, Group, agency_members, average, groups, year_members
from generator.publish.rows import Crumb, Listing, last_report, listing, page
from generator.thai.calendar import first_day, last_day
from generator.thai.order import sort_key


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
    average: Average
    agencies: tuple[Group, ...]
    """By name, the unknown last."""
    projects: Listing


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then a fiscal year each."""
    yield page(urls.YEARS, "years", index(corpus))
    for year, entries in corpus.years.items():
        yield page(urls.year(year), "year", view(year, entries, neighbours(year, corpus.years)))


def index(corpus: Corpus) -> YearsView:
    """All fiscal years that have a project."""
    groups_of_years = (year_members(year, entries) for year, entries in corpus.years.items())
    return YearsView(years=groups(groups_of_years))


def view(year: int | None, entries: tuple[Entry, ...], around: Neighbours) -> YearView:
    """One fiscal year, its projects in their order."""
    told = [entry.project.facts.fiscal_year for entry in entries]
    return YearView(
        crumbs=(Crumb("years", url=urls.YEARS), Crumb("year" if year else "unknown_year", year)),
        year=year,
        term=term(year),
        inferred=sum(one.inferred for one in told if one),
        around=around,
        last_report=last_report(entries),
        average=average(entries),
        agencies=by_agency(entries),
        projects=listing(entries),
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


def by_agency(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """The agencies of a year's projects, by name, those nobody names last."""
    found: dict[Agency, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.agency].append(entry)
    ordered = sorted(
        found, key=lambda agency: (agency.name is None, sort_key(agency.name or ""), agency.code)
    )
    return groups(agency_members(agency, tuple(found[agency])) for agency in ordered)
