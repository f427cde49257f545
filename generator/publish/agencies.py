"""หน่วยงาน: the list of districts and departments, and a page for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.agencies import Agency
from generator.corpus import Corpus, Entry
from generator.lookups import UNKNOWN
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import (
    Average,
    Group,
    Members,
    average,
    departments,
    district_members,
    groups,
    year_members,
)
from generator.publish.rows import (
    Crumb,
    Listing,
    Years,
    fiscal_years,
    last_report,
    listing,
    page,
)
from generator.thai.order import sort_key
from generator.thai.text import fold


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
    average: Average
    projects: Listing
    sections: tuple[Group, ...]
    """ฝ่าย, by name, the unknown last."""
    inferred_sections: int
    """Projects whose section was derived from their unit code."""
    years: tuple[Group, ...]
    """Newest first, the unknown last."""


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then an agency each."""
    yield page(urls.AGENCIES, "agencies", index(corpus))
    for agency, entries in corpus.agencies.items():
        yield page(urls.agency(agency), "agency", view(agency, entries))


def index(corpus: Corpus) -> AgenciesView:
    """All agencies that have a project."""
    districts = (
        district_members(agency, entries)
        for agency, entries in corpus.agencies.items()
        if agency.is_district
    )
    return AgenciesView(
        projects=len(corpus.entries),
        districts=groups(districts),
        departments=departments(corpus),
    )


def view(agency: Agency, entries: tuple[Entry, ...]) -> AgencyView:
    """One agency, its projects in their order."""
    code = None if agency.code == UNKNOWN else agency.code
    own = Crumb("" if agency.name else "agency" if code else "unknown_agency", agency.name or code)
    return AgencyView(
        crumbs=(Crumb("agencies", url=urls.AGENCIES), own),
        code=code,
        name=agency.name,
        english=agency.english,
        is_district=agency.is_district,
        area=agency.area,
        years_span=fiscal_years(entries),
        last_report=last_report(entries),
        average=average(entries),
        projects=listing(entries),
        sections=sections(entries),
        inferred_sections=sum(one.section.inferred for one in entries if one.section),
        years=by_year(entries),
    )


def sections(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """The agency's sections; spellings that fold alike are one, shown as the first of them."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[fold(entry.section.value) if entry.section else ""].append(entry)
    ordered = sorted(found, key=lambda name: (not name, sort_key(name)))
    return groups(section(found[name]) for name in ordered)


def section(entries: list[Entry]) -> Members:
    """One section, of at least one project; it has no page."""
    names = [entry.section.value for entry in entries if entry.section]
    return Members(None, "", min(names, default=None), tuple(entries))


def by_year(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """The agency's fiscal years, newest first, the unknown last."""
    found: dict[int | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.year].append(entry)
    ordered = sorted(found, key=lambda year: -(year or 0))
    return groups(year_members(year, tuple(found[year])) for year in ordered)
