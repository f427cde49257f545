"""รายงานใหม่สุด: the newest reports of all projects, by day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import nlargest
from itertools import groupby
from typing import NamedTuple

from generator.corpus import Corpus, Entry
from generator.publish import urls
from generator.publish.changes.setbacks import Told
from generator.publish.project.log import anchors, in_order
from generator.publish.rows import ProjectRow, project_row
from generator.thai.text import excerpt

MOST = 200
"""So that a project more touches few pages: lists of projects by their last report go on."""
LONGEST = 200
"""Characters of a report's text in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A report among the newest."""

    project: ProjectRow
    day: date
    percent: Decimal | None
    """As typed; ``None`` when what is written is no number."""
    before: Decimal | None
    """The percent of the report before it, where that is another one."""
    has_fallen: bool
    is_last: bool
    """The project has no newer one, so that its status is as of this report."""
    text: Told | None
    """``None`` where it says nothing."""
    url: str
    """The report on its project's page."""
    raw_url: str


class Placed(NamedTuple):
    """A report of a known day."""

    day: date
    entry: Entry
    number: int
    """In the order its project's page lists them."""


class FreshDay(NamedTuple):
    """The reports of one day."""

    day: date
    rows: tuple[Fresh, ...]


def newest(corpus: Corpus, most: int = MOST) -> tuple[Fresh, ...]:
    """By day, the newest first; of one day in the order of the projects."""
    few = of_the_newest(corpus.entries, most, newest_day)
    found = (one for entry in few for one in placed(entry))
    return tuple(map(fresh, nlargest(most, found, key=lambda one: one.day)))


def of_the_newest(
    entries: Iterable[Entry], most: int, newest: Callable[[Entry], date | None]
) -> tuple[Entry, ...]:
    """The projects that the newest so many reports can be of, in their order.

    A project that has one among them has its ``newest`` day among those of all projects, so that
    nobody need look at the reports of the others.
    """
    days = ((day, -place, one) for place, one in enumerate(entries) if (day := newest(one)))
    return tuple(one for _, _, one in sorted(nlargest(most, days), key=lambda told: -told[1]))


def newest_day(entry: Entry) -> date | None:
    """Of the reports that are news."""
    day, taken = entry.last_report, entry.project.snapshots[0].retrieved
    if day is None or taken is None or day <= taken:
        return day
    return max((one.day for one in placed(entry)), default=None)


def placed(entry: Entry) -> tuple[Placed, ...]:
    """The reports of a project; one dated after its copy was taken is a slip, and no news."""
    taken = entry.project.snapshots[0].retrieved or date.max
    days = [report.day.value.value for report in in_order(entry.reports)]
    return tuple([Placed(day, entry, i) for i, day in enumerate(days) if day and day <= taken])


def fresh(one: Placed) -> Fresh:
    """One row."""
    entry, ordered = one.entry, in_order(one.entry.reports)
    report, project = ordered[one.number], entry.project
    percent = report.percent.value.value
    earlier = [each.percent.value.value for each in ordered[one.number + 1 :]]
    before = next((each for each in earlier if each is not None), None)
    text = report.text.value if report.text else ""
    return Fresh(
        project=project_row(entry),
        day=one.day,
        percent=percent,
        before=None if before == percent else before,
        has_fallen=before is not None and percent is not None and percent < before,
        is_last=one.number == 0,
        text=Told(excerpt(text, LONGEST), len(text) > LONGEST, report.text.lines)
        if report.text and any(map(str.isalnum, text))
        else None,
        url=f"{urls.project(project.key)}#{anchors(ordered)[one.number]}",
        raw_url=urls.raw_snapshot(project, project.snapshots[0]),
    )


def by_day(rows: Sequence[Fresh]) -> tuple[FreshDay, ...]:
    """The rows under their days."""
    return tuple(
        FreshDay(day, tuple(group)) for day, group in groupby(rows, key=lambda one: one.day)
    )
