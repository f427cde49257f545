"""สถานะ: the table of statuses in its order, each with its rule, its count and its projects."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from generator.assess.status import STATUSES
from generator.assess.thresholds import Thresholds
from generator.corpus import Corpus, grouped
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.groups import Average, Group, Members, average, groups, per_cent
from generator.publish.lists import (
    facets,
    lists,
)
from generator.publish.lists.lists import Heading, ListPage
from generator.publish.rows import Crumb, page


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """A status in the list of all."""

    code: str
    place: int
    """In the precedence, from 1."""
    meaning: str
    """The shape of its tag."""
    url: str
    count: int
    share: Decimal
    """Of all projects, in per cent, to one place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusesView:
    """The list of all statuses."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = (Crumb("statuses"),)
    projects: int
    thresholds: Thresholds
    statuses: tuple[StatusRow, ...]
    """In their precedence: the first whose rule holds is the project's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """One status and its projects."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    of: int
    """All projects."""
    thresholds: Thresholds
    status: StatusRow
    average: Average
    years: tuple[Group, ...]
    """Newest first, the unknown last."""
    projects: ListPage


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then a status each, also one that no project has."""
    found = grouped(corpus.entries, lambda one: one.assessment.verdict.status)
    counts = (len(found.get(one.code, ())) for one in STATUSES)
    rows = tuple(row(place, count, corpus) for place, count in enumerate(counts))
    years = by_year(corpus)
    yield page(urls.STATUSES, "statuses", index(rows, corpus))
    for one in rows:
        entries, own = found.get(one.code, ()), trail.status(one.code)
        heading = Heading(one.url, "", (trail.STATUSES, own), (own,))
        first = partial(one_status, corpus, one, years[one.code])
        yield from lists.pages(heading, entries, first, ordered=True)


def row(place: int, count: int, corpus: Corpus) -> StatusRow:
    """One status; ``place`` counts from 0."""
    status = STATUSES[place]
    return StatusRow(
        code=status.code,
        place=place + 1,
        meaning=status.meaning,
        url=urls.status(status.code),
        count=count,
        share=per_cent(count, len(corpus.entries)),
    )


def index(rows: tuple[StatusRow, ...], corpus: Corpus) -> StatusesView:
    """All statuses."""
    return StatusesView(projects=len(corpus.entries), thresholds=corpus.thresholds, statuses=rows)


def one_status(
    corpus: Corpus, status: StatusRow, years: Iterable[Members], projects: ListPage
) -> Page:
    """The page of a status, with the first of its projects."""
    made = StatusView(
        crumbs=trail.here((trail.STATUSES, trail.status(status.code))),
        of=len(corpus.entries),
        thresholds=corpus.thresholds,
        status=status,
        average=average(one for year in years for one in year.entries),
        years=groups(years),
        projects=projects,
    )
    return page(status.url, "status", made)


def by_year(corpus: Corpus) -> Mapping[str, list[Members]]:
    """For each status the fiscal years that have it; all of a year's projects lead to the year."""
    found: dict[str, list[Members]] = defaultdict(list)
    for year, entries in corpus.years.items():
        for one in facets.by_status(urls.year(year), entries):
            at = one.url or urls.year(year)
            found[str(one.crumb.label)].append(Members(at, "", year, one.entries))
    return found
