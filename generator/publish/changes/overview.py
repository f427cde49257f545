"""ความเปลี่ยนแปลง: the newest reports, what differs between snapshots, what is new since a build."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.corpus import Corpus, as_of
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Site
from generator.publish.changes.differing import Revision, revisions
from generator.publish.changes.fresh import Fresh, FreshDay, by_day, newest
from generator.publish.lists import sheets
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.sheets import Files
from generator.publish.project.fields import Json, iso, number
from generator.publish.rows import Crumb, page
from generator.recording import since

FIRST_REPORTS = 30
FIRST_REVISIONS = 10
"""How many the first page shows."""
REPORTS = f"{urls.CHANGES}reports/"


class Ago(NamedTuple):
    """Since an earlier build, in figures; each leads to its list, where there is one."""

    as_of: date | None
    """The newest day that build's records told."""
    new: int
    updated: int
    vanished: int
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What changed, in short."""

    nav: str = "changes"
    crumbs: tuple[Crumb, ...] = (Crumb("changes"),)
    as_of: date | None
    """The newest day among the records."""
    ago: Ago | None
    """``None`` without a state to compare with."""
    days: tuple[FreshDay, ...]
    has_more_reports: bool
    revisions: tuple[Revision, ...]
    revision_count: int
    several: int
    """Projects with more than one snapshot: the n of the differences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshView:
    """A page of the newest reports."""

    nav: str = "changes"
    crumbs: tuple[Crumb, ...] = (trail.CHANGES, Crumb("new_reports"))
    days: tuple[FreshDay, ...]
    leaf: Leaf
    files: Files


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The first page, then the newest reports, where there are any."""
    reports = newest(corpus)
    yield page(urls.CHANGES, "changes", view(corpus, reports))
    if reports:
        yield from report_pages(reports)


def report_pages(reports: tuple[Fresh, ...]) -> Iterator[Artifact]:
    """The newest reports, fifty a page, and as data."""
    files = sheets.files(REPORTS, "reports")
    for leaf, rows in leaves(REPORTS, reports):
        yield page(leaf.url, "new_reports", FreshView(days=by_day(rows), leaf=leaf, files=files))
    yield from sheets.documents(files, COLUMNS, record, reports)


def view(corpus: Corpus, reports: tuple[Fresh, ...]) -> ChangesView:
    """The first page."""
    found = revisions(corpus)
    return ChangesView(
        as_of=as_of(corpus.entries),
        ago=ago(corpus),
        days=by_day(reports[:FIRST_REPORTS]),
        has_more_reports=len(reports) > FIRST_REPORTS,
        revisions=found[:FIRST_REVISIONS],
        revision_count=len(found),
        several=sum(len(one.project.snapshots) > 1 for one in corpus.entries),
    )


def ago(corpus: Corpus) -> Ago | None:
    """Count what an earlier build knew otherwise."""
    if corpus.earlier is None:
        return None
    told = since(corpus, corpus.earlier)
    return Ago(told.as_of, len(told.new), len(told.updated), len(told.vanished), told.unchanged)


COLUMNS = ("key", "title", "agency", "fiscal_year", "day", "percent", "percent_before", "report")


def record(one: Fresh) -> dict[str, Json]:
    """``percent_before`` is told where it is another one."""
    return {
        "key": one.project.key,
        "title": one.project.title,
        "agency": one.project.agency,
        "fiscal_year": one.project.year,
        "day": iso(one.day),
        "percent": number(one.percent),
        "percent_before": number(one.before),
        "report": one.url,
    }
