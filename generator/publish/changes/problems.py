"""ปัญหาและอุปสรรค: every one that a report names, by agency and by month."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.agencies import Agency
from generator.corpus import Corpus, grouped
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Site
from generator.publish.changes.setbacks import Setback, Silences, setbacks, silences
from generator.publish.groups import district_members
from generator.publish.lists import sheets
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.sheets import Files
from generator.publish.project.fields import Json, iso, number, text
from generator.publish.rows import Crumb, page
from generator.thai.calendar import fiscal_months, fiscal_year

NEWEST = 10
"""How many the first page lists."""
FILES = sheets.files(urls.PROBLEMS, "problems")


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """An agency in the list of all."""

    url: str
    number: str
    """The code of an agency nobody names; else ``""``."""
    name: str | int | None
    """As in a group: a district's without "office"."""
    count: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A calendar month of a fiscal year."""

    month: tuple[int, int] | None
    """Year of the Common Era, month; ``None`` for days that cannot be read."""
    count: int
    url: str | None
    """Its list, or the report itself where there is but one; ``None`` without any."""


@dataclass(frozen=True, slots=True)
class YearCount:
    """A fiscal year, October first."""

    year: int
    """Buddhist Era."""
    count: int
    months: tuple[MonthCount, ...]


class Part(NamedTuple):
    """Rows under one heading: those of a month, or of an agency."""

    month: tuple[int, int] | None
    """``None`` for days that cannot be read, and under agencies."""
    agency: Crumb | None
    """``None`` under months."""
    rows: tuple[Setback, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsView:
    """The way to all of them."""

    nav: str = "problems"
    crumbs: tuple[Crumb, ...] = (Crumb("problems"),)
    count: int
    """Reports that name one."""
    reports: int
    """All reports."""
    projects: int
    """Projects with at least one of them."""
    silences: tuple[Silences, ...]
    newest: tuple[Setback, ...]
    districts: tuple[AgencyCount, ...]
    departments: tuple[AgencyCount, ...]
    years: tuple[YearCount, ...]
    """Newest first."""
    undated: MonthCount
    files: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemListView:
    """A page of those of one agency, or of one month."""

    nav: str
    crumbs: tuple[Crumb, ...]
    agency: Crumb | None
    """``None`` on the page of a month."""
    month: tuple[int, int] | None
    """``None`` on the page of an agency, and for days that cannot be read."""
    parts: tuple[Part, ...]
    leaf: Leaf
    projects: int
    files: Files


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The way to all, then the lists."""
    found = setbacks(corpus.entries)
    told = grouped(found, lambda one: one.agency)
    agencies = {agency: told[agency] for agency in corpus.agencies if agency in told}
    months = grouped(found, lambda one: one.month)
    yield page(urls.PROBLEMS, "problems", index(corpus, found, agencies, months))
    if found:
        yield from sheets.documents(FILES, COLUMNS, record, found)
    for agency, rows in agencies.items():
        yield from of_agency(agency, rows)
    ranks = {agency: rank for rank, agency in enumerate(agencies)}
    for month, rows in months.items():
        if len(rows) > 1:  # else the report itself says as much
            yield from of_month(month, tuple(sorted(rows, key=lambda one: ranks[one.agency])))


Months = Mapping[str, Sequence[Setback]]
"""By month, ``2023-08`` or ``unknown``."""


def index(
    corpus: Corpus,
    found: tuple[Setback, ...],
    agencies: Mapping[Agency, Sequence[Setback]],
    months: Months,
) -> ProblemsView:
    """Counts of the whole, and the newest."""
    listed = [(one, agency_count(one, len(rows))) for one, rows in agencies.items()]
    return ProblemsView(
        count=len(found),
        reports=sum(len(entry.reports) for entry in corpus.entries),
        projects=projects(found),
        silences=silences(corpus.entries),
        newest=found[:NEWEST],
        districts=tuple(count for one, count in listed if one.is_district),
        departments=tuple(count for one, count in listed if not one.is_district),
        years=years(months),
        undated=month_count(None, months.get("unknown", ())),
        files=FILES,
    )


def agency_count(agency: Agency, count: int) -> AgencyCount:
    """One agency."""
    known = district_members(agency, ())
    return AgencyCount(urls.problems(urls.agency(agency)), known.number, known.name, count)


def years(months: Months) -> tuple[YearCount, ...]:
    """The fiscal years that have one, each with all its months."""
    days = {rows[0].day for rows in months.values()}
    return tuple(
        year_count(year, months)
        for year in sorted({fiscal_year(day) for day in days if day}, reverse=True)
    )


def year_count(year: int, months: Months) -> YearCount:
    """One fiscal year."""
    found = tuple(
        month_count(one, months.get(f"{one[0]:04}-{one[1]:02}", ())) for one in fiscal_months(year)
    )
    return YearCount(year, sum(one.count for one in found), found)


def month_count(month: tuple[int, int] | None, rows: Sequence[Setback]) -> MonthCount:
    """One month."""
    if len(rows) == 1:
        return MonthCount(month, 1, rows[0].url)
    return MonthCount(month, len(rows), urls.problems_of(rows[0].month) if rows else None)


def of_agency(agency: Agency, rows: tuple[Setback, ...]) -> Iterator[Artifact]:
    """An agency's, newest first, under their months."""
    own = trail.agency(agency)
    crumbs = (trail.AGENCIES, own, Crumb("problems"))
    made = partial(ProblemListView, nav="districts", crumbs=crumbs, agency=own, month=None)
    yield from listed(urls.problems(urls.agency(agency)), rows, made, by_month)


def of_month(name: str, rows: tuple[Setback, ...]) -> Iterator[Artifact]:
    """A month's, under their agencies."""
    month = month_of(rows[0].day)
    crumbs = (trail.PROBLEMS, Crumb("month" if month else "unknown_day", month))
    made = partial(ProblemListView, nav="problems", crumbs=crumbs, agency=None, month=month)
    yield from listed(urls.problems_of(name), rows, made, by_agency)


def listed(
    url: str,
    rows: tuple[Setback, ...],
    view: Callable[..., ProblemListView],
    parts: Callable[[Sequence[Setback]], Iterator[Part]],
) -> Iterator[Artifact]:
    """The pages of a list, and its data."""
    files, count = sheets.files(url, "problems"), projects(rows)
    for leaf, shown in leaves(url, rows):
        made = view(parts=tuple(parts(shown)), leaf=leaf, projects=count, files=files)
        yield page(leaf.url, "problem_list", made)
    yield from sheets.documents(files, COLUMNS, record, rows)


def projects(rows: Sequence[Setback]) -> int:
    """How many projects the rows are of."""
    return len({one.project.key for one in rows})


def month_of(day: date | None) -> tuple[int, int] | None:
    """Year and month."""
    return (day.year, day.month) if day else None


def by_month(rows: Sequence[Setback]) -> Iterator[Part]:
    """The rows under the months of their days."""
    for month, group in groupby(rows, key=lambda one: month_of(one.day)):
        yield Part(month, None, tuple(group))


def by_agency(rows: Sequence[Setback]) -> Iterator[Part]:
    """The rows under the agencies of their projects, each with the way to all of that agency's."""
    for agency, group in groupby(rows, key=lambda one: one.agency):
        way = trail.agency(agency)._replace(url=urls.problems(urls.agency(agency)))
        yield Part(None, way, tuple(group))


COLUMNS = (
    "key",
    "title",
    "agency_code",
    "agency",
    "fiscal_year",
    "day",
    "percent",
    "problem",
    "obstacle",
    "report",
)


def record(one: Setback) -> dict[str, Json]:
    """Problem and obstacle as they stand, whole, whatever they say."""
    project, agency = one.project, one.agency
    return {
        "key": project.key,
        "title": project.title,
        "agency_code": agency.known_code,
        "agency": agency.name,
        "fiscal_year": project.year,
        "day": iso(one.day),
        "percent": number(one.percent),
        "problem": text(one.report.problem),
        "obstacle": text(one.report.obstacle),
        "report": one.url,
    }
