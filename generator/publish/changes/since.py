"""ตั้งแต่ฉบับก่อน: projects that are new, that say something else, that are gone since a build."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.corpus import Corpus
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Site
from generator.publish.lists import (
    lists,
    sheets,
)
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.lists import Heading
from generator.publish.lists.sheets import Files
from generator.publish.project.fields import Json, number
from generator.publish.rows import Crumb, ProjectRow, page, project_row
from generator.recording import Updated, since
from generator.state import Recorded

NEW = f"{urls.CHANGES}new/"
UPDATED = f"{urls.CHANGES}updated/"
VANISHED = f"{urls.CHANGES}vanished/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownUpdate:
    """A project whose record says something else than it did."""

    project: ProjectRow
    percent_before: Decimal | None
    """Where it is another one."""
    has_fallen: bool
    status_before: str | None
    """Where it is another one."""
    new_reports: int
    gone_reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceView:
    """A page of updated or of vanished projects."""

    nav: str = "changes"
    crumbs: tuple[Crumb, ...]
    as_of: date | None
    """The newest day that the earlier build's records told."""
    updated: tuple[ShownUpdate, ...] = ()
    vanished: tuple[Recorded, ...] = ()
    leaf: Leaf
    files: Files


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """Three lists; none without a state to compare with, and none that would be empty."""
    if corpus.earlier is None:
        return
    told = since(corpus, corpus.earlier)
    if told.new:
        own = Crumb("new_projects", url=NEW)
        way = trail.here((trail.CHANGES, own))
        yield from lists.pages(Heading(NEW, "changes", way, (own,)), told.new)
    if told.updated:
        yield from updated_pages(told.as_of, told.updated)
    if told.vanished:
        yield from vanished_pages(told.as_of, told.vanished)


def updated_pages(as_of: date | None, found: tuple[Updated, ...]) -> Iterator[Artifact]:
    """Those newly behind first, then those that fell, then by name."""
    ordered = sorted(found, key=lambda one: (not one.is_newly_behind, not one.has_fallen))
    rows = tuple(map(shown, ordered))
    files = sheets.files(UPDATED, "projects")
    for leaf, some in leaves(UPDATED, rows):
        way = (trail.CHANGES, Crumb("updated"))
        made = SinceView(crumbs=way, as_of=as_of, updated=tuple(some), leaf=leaf, files=files)
        yield page(leaf.url, "updated", made)
    yield from sheets.documents(files, UPDATES, update_record, rows)


def vanished_pages(as_of: date | None, rows: tuple[Recorded, ...]) -> Iterator[Artifact]:
    """By key: their pages are gone, so what was recorded of them stands here."""
    files = sheets.files(VANISHED, "projects")
    for leaf, some in leaves(VANISHED, rows):
        way = (trail.CHANGES, Crumb("vanished"))
        made = SinceView(crumbs=way, as_of=as_of, vanished=tuple(some), leaf=leaf, files=files)
        yield page(leaf.url, "vanished", made)
    yield from sheets.documents(files, GONE, gone_record, rows)


def shown(one: Updated) -> ShownUpdate:
    """One row."""
    verdict = one.entry.assessment.verdict
    return ShownUpdate(
        project=project_row(one.entry),
        percent_before=None if one.before.percent == verdict.reported else one.before.percent,
        has_fallen=one.has_fallen,
        status_before=None if one.before.status == verdict.status else one.before.status,
        new_reports=one.new_reports,
        gone_reports=one.gone_reports,
    )


UPDATES = (
    "key",
    "title",
    "agency",
    "fiscal_year",
    "status",
    "status_before",
    "percent",
    "percent_before",
    "new_reports",
    "gone_reports",
)
GONE = ("key", "title", "agency", "fiscal_year", "status", "percent", "reports")


def update_record(one: ShownUpdate) -> dict[str, Json]:
    """``…_before`` is told where it is another one."""
    return {
        "key": one.project.key,
        "title": one.project.title,
        "agency": one.project.agency,
        "fiscal_year": one.project.year,
        "status": one.project.status,
        "status_before": one.status_before,
        "percent": number(one.project.percent),
        "percent_before": number(one.percent_before),
        "new_reports": one.new_reports,
        "gone_reports": one.gone_reports,
    }


def gone_record(one: Recorded) -> dict[str, Json]:
    """As it was recorded; ``reports`` is their number."""
    return {
        "key": one.key,
        "title": one.title,
        "agency": one.agency,
        "fiscal_year": one.year,
        "status": one.status,
        "percent": number(one.percent),
        "reports": len(one.reports),
    }
