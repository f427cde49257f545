"""ต่างจากสำเนาก่อน: what changed between the snapshots of a project, and the newest of all."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus import Corpus, Entry
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.changes.differing import (
    Revision,
    ShownDifference,
    Tally,
    revisions,
    shown,
)
from generator.publish.lists import sheets
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.sheets import Files
from generator.publish.project import copies
from generator.publish.project.fields import Json, iso, number
from generator.publish.rows import Crumb, ProjectRow, page, project_row

URL = f"{urls.CHANGES}copies/"
MOST = 200
"""Of the newest, so that a project more touches few pages; each project's own page has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionsView:
    """A page of the newest of all."""

    nav: str = "changes"
    crumbs: tuple[Crumb, ...] = (trail.CHANGES, Crumb("copies"))
    revisions: tuple[Revision, ...]
    of: int
    """All there are."""
    leaf: Leaf
    files: Files
    data_rows: int
    """A row there is one thing that changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectChangesView:
    """What changed between the snapshots of one project."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    project: ProjectRow
    differences: tuple[ShownDifference, ...]
    """Newest first."""
    snapshots: int


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The newest of all, then a page for each project with several snapshots."""
    found = revisions(corpus)
    if found:
        yield from newest_pages(found)
    for entry in corpus.entries:
        if len(entry.project.snapshots) > 1:
            path = urls.path(urls.changes(entry.project.key))
            yield Page(path, "pages/project_changes.html", partial(view, entry))


def newest_pages(found: tuple[Revision, ...]) -> Iterator[Artifact]:
    """The newest of all, fifty a page, and as data."""
    rows = found[:MOST]
    told = tuple((one, tally) for one in rows for tally in one.tallies)
    files = sheets.files(URL, "changes")
    for leaf, some in leaves(URL, rows):
        made = RevisionsView(
            revisions=tuple(some),
            of=len(found),
            leaf=leaf,
            files=files,
            data_rows=len(told),
        )
        yield page(leaf.url, "revisions", made)
    yield from sheets.documents(files, COLUMNS, record, told)


def view(entry: Entry) -> ProjectChangesView:
    """One project."""
    own = Crumb("" if entry.title else "projects", entry.title, urls.project(entry.project.key))
    return ProjectChangesView(
        crumbs=(*copies.crumbs(entry), own, Crumb("copies")),
        project=project_row(entry),
        differences=shown(entry),
        snapshots=len(entry.project.snapshots),
    )


COLUMNS = ("key", "title", "agency", "day", "day_before", "what", "times", "before", "after")


def record(told: tuple[Revision, Tally]) -> dict[str, Json]:
    """One kind of thing; ``before`` and ``after`` are codes of statuses or percents, or empty."""
    one, tally = told
    before, after = (
        value if isinstance(value, str) else number(value) for value in (tally.before, tally.after)
    )
    return {
        "key": one.project.key,
        "title": one.project.title,
        "agency": one.project.agency,
        "day": iso(one.day),
        "day_before": iso(one.before),
        "what": tally.kind,
        "times": tally.times,
        "before": before,
        "after": after,
    }
