"""หน่วยงาน: the list of districts and departments, and a page for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.agencies import Agency
from generator.assess.thresholds import Thresholds
from generator.corpus import Corpus, Entry
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.changes.setbacks import Setback, setbacks
from generator.publish.groups import (
    Average,
    Group,
    Members,
    average,
    departments,
    district_members,
    groups,
)
from generator.publish.lists import (
    facets,
    lists,
)
from generator.publish.lists.lists import Heading, ListPage
from generator.publish.places.behaviour import Behaviour, behaviour
from generator.publish.places.status_bar import StatusBar, status_bar
from generator.publish.rows import Crumb, Years, fiscal_years, last_report, page

MOST_SETBACKS = 3
"""Problems and obstacles shown; the agency's own page of them has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesView:
    """The list of all agencies."""

    nav: str = "districts"
    crumbs: tuple[Crumb, ...] = (Crumb("agencies"),)
    projects: int
    districts: tuple[Group, ...]
    """By name, without the words "district office"; those nobody names last."""
    departments: tuple[Group, ...]
    """Likewise, the bucket of the unknown last."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The agencies before and after, by name, districts and departments apart."""

    earlier: Crumb | None = None
    later: Crumb | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyView:
    """One agency and its projects."""

    nav: str = "districts"
    crumbs: tuple[Crumb, ...]
    code: str | None
    """``None`` in the bucket of the unknown."""
    name: str | None
    english: str
    is_district: bool
    area: str
    years_span: Years | None
    last_report: date | None
    status: StatusBar
    average: Average
    projects: ListPage
    behaviour: Behaviour
    thresholds: Thresholds
    setbacks: tuple[Setback, ...]
    """The newest reports that name a problem or an obstacle."""
    setback_count: int
    """Those and all others."""
    report_count: int
    """All reports."""
    setbacks_url: str
    sections: tuple[Group, ...]
    """ฝ่าย, by name, the unknown last."""
    inferred_sections: int
    """Projects whose section was derived from their unit code."""
    years: tuple[Group, ...]
    """Newest first, the unknown last."""
    around: Neighbours


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then an agency each."""
    yield page(urls.AGENCIES, "agencies", index(corpus))
    around = neighbours(corpus.agencies)
    for agency, entries in corpus.agencies.items():
        own = trail.agency(agency)
        heading = Heading(own.url or "", "districts", (trail.AGENCIES, own), (own,), ("agency",))
        first = partial(one_agency, corpus, agency, around[agency])
        yield from lists.pages(heading, entries, first, ordered=True)


def index(corpus: Corpus) -> AgenciesView:
    """All agencies that have a project; the bars of all of them are drawn to one scale."""
    districts = (
        district_members(agency, entries)
        for agency, entries in corpus.agencies.items()
        if agency.is_district
    )
    most = max(map(len, corpus.agencies.values()), default=0)
    return AgenciesView(
        projects=len(corpus.entries),
        districts=groups(districts, most),
        departments=departments(corpus, most),
    )


def neighbours(agencies: Iterable[Agency]) -> Mapping[Agency, Neighbours]:
    """Who stands beside each agency; the bucket of the unknown is nobody's neighbour."""
    every = tuple(agencies)
    found = dict.fromkeys(every, Neighbours())
    for is_district in (True, False):
        alike = [one for one in every if one.is_district == is_district and one.known_code]
        row = (None, *map(trail.agency, alike), None)
        found |= {one: Neighbours(row[i], row[i + 2]) for i, one in enumerate(alike)}
    return found


def one_agency(corpus: Corpus, agency: Agency, around: Neighbours, projects: ListPage) -> Page:
    """The page of an agency, with the first of its projects."""
    return page(urls.agency(agency), "agency", view(corpus, agency, around, projects))


def view(corpus: Corpus, agency: Agency, around: Neighbours, projects: ListPage) -> AgencyView:
    """One agency."""
    url, entries = urls.agency(agency), corpus.agencies[agency]
    troubles = setbacks(entries)
    return AgencyView(
        crumbs=trail.here((trail.AGENCIES, trail.agency(agency))),
        code=agency.known_code,
        name=agency.name,
        english=agency.english,
        is_district=agency.is_district,
        area=agency.area,
        years_span=fiscal_years(entries),
        last_report=last_report(entries),
        status=status_bar(entries, facets.by_status(url, entries)),
        average=average(entries),
        projects=projects,
        behaviour=behaviour(entries),
        thresholds=corpus.thresholds,
        setbacks=troubles[:MOST_SETBACKS],
        setback_count=len(troubles),
        report_count=sum(len(one.reports) for one in entries),
        setbacks_url=urls.problems(url),
        sections=sections(agency, entries),
        inferred_sections=sum(one.section.inferred for one in entries if one.section),
        years=by_year(url, entries),
        around=around,
    )


def sections(agency: Agency, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """The agency's sections, by name, those nobody names last."""
    return groups(
        Members(
            url=one.url,
            number=str(one.crumb.label) if one.crumb.place == "section" else "",
            name=None if one.crumb.place else str(one.crumb.label),
            entries=one.entries,
        )
        for one in facets.by_section(agency, entries)
    )


def by_year(url: str, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """The agency's fiscal years, newest first, the unknown last."""
    found = facets.by_year(url, entries)
    return groups(Members(one.url, "", one.entries[0].year, one.entries) for one in found)
