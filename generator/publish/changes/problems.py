"""ปัญหาและอุปสรรค: every one that a report names, by agency and by month."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.agencies import Agency
from generator.corpus import Corpus
from generator.lookups import UNKNOWN
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Document, Site
from generator.publish.changes.setbacks import Setback, Silences, setbacks, silences
from generator.publish.groups import DISTRICT_OFFICE
from generator.publish.lists import sheets
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.sheets import Files
from generator.publish.project.fields import Json, iso, number, text
from generator.publish.rows import Crumb, page, reports
from generator.thai.calendar import fiscal_months, fiscal_year

NEWEST = 10
"""How many the first page lists."""


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """An agency in the list of all."""

    url: str
    number: str
    """The code of an agency nobody names; else ``""``."""
    name: str | None
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
    agencies: dict[Agency, list[Setback]] = {agency: [] for agency in corpus.agencies}
    months: dict[str, list[Setback]] = defaultdict(list)
    for one in found:
        agencies[one.agency].append(one)
        months[one.month].append(one)
    yield page(urls.PROBLEMS, "problems", index(corpus, found))
    if found:
        yield from documents(urls.PROBLEMS, found)
    for agency, rows in agencies.items():
        if rows:
            yield from of_agency(agency, tuple(rows))
    ranks = {agency: rank for rank, agency in enumerate(corpus.agencies)}
    for month, rows in months.items():
        if len(rows) == 1:
            continue  # the report itself says as much
        ordered = sorted(rows, key=lambda one: ranks[one.agency])
        yield from of_month(month, tuple(ordered))


def index(corpus: Corpus, found: tuple[Setback, ...]) -> ProblemsView:
    """Counts of the whole, and the newest."""
    agencies = Counter(one.agency for one in found)
    listed = [
        agency_count(agency, agencies[agency]) for agency in corpus.agencies if agencies[agency]
    ]
    districts = tuple(one for one in listed if one.url.startswith(urls.AGENCIES))
    undated = [one for one in found if one.day is None]
    return ProblemsView(
        count=len(found),
        reports=sum(len(reports(entry)) for entry in corpus.entries),
        projects=len({one.project.key for one in found}),
        silences=silences(corpus.entries),
        newest=found[:NEWEST],
        districts=districts,
        departments=tuple(one for one in listed if one not in districts),
        years=years(found),
        undated=month_count(None, undated),
        files=sheets.files(urls.PROBLEMS, "problems"),
    )


def agency_count(agency: Agency, count: int) -> AgencyCount:
    """One agency; its code goes before a name nobody knows, a district's is without "office"."""
    code = agency.code if agency.name is None and agency.code != UNKNOWN else ""
    name = DISTRICT_OFFICE.sub("", agency.name or "", count=1) or agency.name
    return AgencyCount(urls.problems(urls.agency(agency)), code, name, count)


def years(found: Sequence[Setback]) -> tuple[YearCount, ...]:
    """The fiscal years that have one, each with all its months."""
    months: dict[str, list[Setback]] = defaultdict(list)
    for one in found:
        months[one.month].append(one)
    totals = Counter(fiscal_year(one.day) for one in found if one.day)
    return tuple(
        YearCount(
            year,
            totals[year],
            tuple(
                month_count(one, months.get(f"{one[0]:04}-{one[1]:02}", ()))
                for one in fiscal_months(year)
            ),
        )
        for year in sorted(totals, reverse=True)
    )


def month_count(month: tuple[int, int] | None, rows: Sequence[Setback]) -> MonthCount:
    """One month."""
    if len(rows) == 1:
        return MonthCount(month, 1, rows[0].url)
    return MonthCount(month, len(rows), urls.problems_of(rows[0].month) if rows else None)


def of_agency(agency: Agency, rows: tuple[Setback, ...]) -> Iterator[Artifact]:
    """An agency's, newest first, under their months."""
    own = trail.agency(agency)
    url = urls.problems(urls.agency(agency))
    for leaf, shown in leaves(url, rows):
        made = ProblemListView(
            nav="districts",
            crumbs=(trail.AGENCIES, own, Crumb("problems")),
            agency=own,
            month=None,
            parts=tuple(by_month(shown)),
            leaf=leaf,
            projects=projects(rows),
            files=sheets.files(url, "problems"),
        )
        yield page(leaf.url, "problem_list", made)
    yield from documents(url, rows)


def of_month(name: str, rows: tuple[Setback, ...]) -> Iterator[Artifact]:
    """A month's, under their agencies."""
    url, month = urls.problems_of(name), month_of(rows[0].day)
    here = Crumb("month" if month else "unknown_day", month)
    for leaf, shown in leaves(url, rows):
        made = ProblemListView(
            nav="problems",
            crumbs=(trail.PROBLEMS, here),
            agency=None,
            month=month,
            parts=tuple(by_agency(shown)),
            leaf=leaf,
            projects=projects(rows),
            files=sheets.files(url, "problems"),
        )
        yield page(leaf.url, "problem_list", made)
    yield from documents(url, rows)


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


def documents(url: str, rows: tuple[Setback, ...]) -> Iterator[Document]:
    """The rows as data."""
    csv, json = sheets.files(url, "problems")
    yield Document(urls.path(csv), partial(problems_csv, rows))
    yield Document(urls.path(json), partial(problems_json, rows))


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


def problems_json(rows: tuple[Setback, ...]) -> bytes:
    """A record for each report."""
    return sheets.as_json([*map(record, rows)])


def problems_csv(rows: tuple[Setback, ...]) -> bytes:
    """A row for each report."""
    return sheets.as_csv(COLUMNS, [*map(record, rows)])


def record(one: Setback) -> dict[str, Json]:
    """Problem and obstacle as they stand, whole, whatever they say."""
    project, agency = one.project, one.agency
    return {
        "key": project.key,
        "title": project.title,
        "agency_code": None if agency.code == UNKNOWN else agency.code,
        "agency": agency.name,
        "fiscal_year": project.year,
        "day": iso(one.day),
        "percent": number(one.percent),
        "problem": text(one.report.problem),
        "obstacle": text(one.report.obstacle),
        "report": one.url,
    }
