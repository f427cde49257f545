"""หน้าแรก: what the site holds, what was reported last, and the ways to every project."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.corpus import Corpus, Entry
from generator.lookups import UNKNOWN
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import Ways, ways
from generator.publish.rows import (
    Crumb,
    ProjectRow,
    Years,
    as_of,
    fiscal_years,
    page,
    project_row,
    reports,
)

NEWEST = 10
"""How many reports the page lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The figures at the top."""

    projects: int
    agencies: int
    """Districts and departments."""
    districts: int
    departments: int
    years: int
    """Fiscal years that have a project, without the unknown."""
    span: Years | None
    reports: int
    with_report: int
    """Projects that have at least one report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The newest report of a project."""

    project: ProjectRow
    day: date
    percent: Decimal | None
    """As typed; ``None`` when what is written is no number."""
    before: Decimal | None
    """The percent of the report before it; ``None`` too when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Everything the home page shows."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = ()
    as_of: date | None
    """The newest day among the records."""
    counts: Counts
    news: tuple[News, ...]
    """Newest first, each project at most once."""
    ways: Ways


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one page at the root."""
    yield page(urls.HOME, "home", view(corpus))


def view(corpus: Corpus) -> HomeView:
    """Count the whole and pick the newest."""
    return HomeView(
        as_of=as_of(corpus.entries),
        counts=counts(corpus),
        news=news(corpus.entries),
        ways=ways(corpus),
    )


def counts(corpus: Corpus) -> Counts:
    """The figures; the buckets of the unknown are no agency and no year."""
    known = [agency for agency in corpus.agencies if agency.code != UNKNOWN]
    logs = [len(reports(entry)) for entry in corpus.entries]
    return Counts(
        projects=len(corpus.entries),
        agencies=len(known),
        districts=sum(agency.is_district for agency in known),
        departments=sum(not agency.is_district for agency in known),
        years=len([year for year in corpus.years if year is not None]),
        span=fiscal_years(corpus.entries),
        reports=sum(logs),
        with_report=len([length for length in logs if length]),
    )


def news(entries: Iterable[Entry]) -> tuple[News, ...]:
    """The projects that reported last, by day; on the same day in the order of their titles."""
    dated = [one for one in map(newest_report, entries) if one]
    return tuple(sorted(dated, key=lambda one: one.day, reverse=True)[:NEWEST])


def newest_report(entry: Entry) -> News | None:
    """A project's report of the latest day; of the same day, the one the log lists first."""
    days = [(one.day.value.value, one.percent.value.value) for one in reports(entry)]
    dated = [(day, percent) for day, percent in days if day]
    if not dated:
        return None
    newest, *earlier = sorted(dated, key=lambda one: one[0], reverse=True)
    return News(
        project=project_row(entry),
        day=newest[0],
        percent=newest[1],
        before=earlier[0][1] if earlier else None,
    )
