"""หน้าแรก: what the site holds, what was reported last, the districts, the strategies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import nlargest
from operator import itemgetter

from generator.assess.thresholds import Thresholds
from generator.corpus import Corpus, Entry, as_of
from generator.nodes import NodeKey
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import (
    Group,
    departments,
    groups,
    node_members,
    plans,
    without_office,
    years,
)
from generator.publish.places.tilemap import RULE, TileMap, below_plan, tile_map
from generator.publish.rows import (
    Crumb,
    ProjectRow,
    Version,
    Years,
    fiscal_years,
    page,
    project_row,
)
from generator.publish.shares import Share

SILENT = "silent"
"""The status of projects without a new report."""
UNCODED = "x-"
"""How the key of a project begins that has no code."""
NEWEST = 6
"""How many reports the page lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The figures at the top, each of a list that holds exactly so many."""

    projects: int
    span: Years | None
    agencies: int
    """Districts and departments that have a project."""
    districts: int
    departments: int
    behind: Share
    """Projects with a report below the plan of its day."""
    behind_url: str
    silent: int
    """Projects without a report for so many days, on their record's own day."""
    silent_url: str


@dataclass(frozen=True, slots=True)
class Branch:
    """ด้าน: a side of a plan version, with its dimensions."""

    side: Group
    dimensions: tuple[Group, ...]
    """มิติ, by number."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A plan version, two levels deep."""

    version: Version
    branches: tuple[Branch, ...]


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
    thresholds: Thresholds
    counts: Counts
    examples: tuple[str, ...]
    """Things to search for that are there: a district and a project's code."""
    news: tuple[News, ...]
    """Newest first, each project at most once."""
    map: TileMap
    departments: tuple[Group, ...]
    """By name, the bucket of the unknown last."""
    trees: tuple[Tree, ...]
    """Newest plan version first, the unknown last."""
    without_strategy: int
    years: tuple[Group, ...]
    """Newest first, the unknown last."""


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one page at the root."""
    yield page(urls.HOME, "home", view(corpus))


def view(corpus: Corpus) -> HomeView:
    """Count the whole and pick the newest."""
    newest = news(corpus.entries)
    return HomeView(
        as_of=as_of(corpus.entries),
        thresholds=corpus.thresholds,
        counts=counts(corpus),
        examples=examples(newest),
        news=newest,
        map=tile_map(corpus),
        departments=departments(corpus),
        trees=trees(corpus),
        without_strategy=len(corpus.without_strategy),
        years=years(corpus),
    )


def counts(corpus: Corpus) -> Counts:
    """The figures; the buckets of the unknown are no agency and no year."""
    known = [agency for agency in corpus.agencies if agency.known_code]
    statuses = [entry.assessment.verdict.status for entry in corpus.entries]
    return Counts(
        projects=len(corpus.entries),
        span=fiscal_years(corpus.entries),
        agencies=len(known),
        districts=sum(agency.is_district for agency in known),
        departments=sum(not agency.is_district for agency in known),
        behind=below_plan(corpus, corpus.entries),
        behind_url=urls.finding(RULE),
        silent=statuses.count(SILENT),
        silent_url=urls.status(SILENT),
    )


def examples(newest: Iterable[News]) -> tuple[str, ...]:
    """The district and the code of the newest reports that have one."""
    rows = [one.project for one in newest]
    offices = (one.agency for one in rows if one.agency_url.startswith(urls.AGENCIES))
    names = (without_office(office) for office in offices if office)
    codes = (one.key for one in rows if not one.key.startswith(UNCODED))
    return tuple(one for one in (next(names, None), next(codes, None)) if one)


def trees(corpus: Corpus) -> tuple[Tree, ...]:
    """The plan versions; the bars of all sides are drawn to one scale."""
    below: dict[NodeKey | None, list[NodeKey]] = defaultdict(list)
    for key in corpus.nodes:
        below[key.parent].append(key)
    found: list[Tree] = []
    for plan in plans(corpus):
        roots = (key for key in below[None] if key.plan == plan.version.id)
        dimensions = (groups(node_members(corpus, key) for key in below[root]) for root in roots)
        found.append(Tree(plan.version, tuple(map(Branch, plan.sides, dimensions))))
    return tuple(found)


def news(entries: Iterable[Entry]) -> tuple[News, ...]:
    """The projects that reported last, by day; on the same day in the order of their titles."""
    dated = ((one.last_report, one) for one in entries if one.last_report)
    newest = nlargest(NEWEST, dated, key=itemgetter(0))
    return tuple(newest_report(day, one) for day, one in newest)


def newest_report(day: date, entry: Entry) -> News:
    """A project's report of its latest day; of the same day, the one the log lists first."""
    days = [(one.day.value.value, one.percent.value.value) for one in entry.reports]
    dated = sorted(
        ((day, percent) for day, percent in days if day), key=itemgetter(0), reverse=True
    )
    return News(
        project=project_row(entry),
        day=day,
        percent=dated[0][1],
        before=dated[1][1] if len(dated) > 1 else None,
    )
