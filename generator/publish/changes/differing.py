"""ต่างจากสำเนาก่อน: the differences between the snapshots of projects, as pages show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator.assess.changes import Change, Difference
from generator.corpus import Corpus, Entry
from generator.dump.lines import Span
from generator.publish import urls
from generator.publish.rows import ProjectRow, project_row
from generator.thai.edits import Part, edits


class Tally(NamedTuple):
    """How often one kind of thing changed; its values, where it is one thing."""

    kind: str
    """One of ``generator.assess.changes.KINDS``."""
    times: int
    before: str | Decimal | None
    after: str | Decimal | None
    """Codes of statuses, or percents; ``None`` for texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A snapshot that says something else than the one before it."""

    project: ProjectRow
    url: str
    """On the project's page of changes."""
    day: date | None
    """Of the newer snapshot: its retrieval, else its newest report."""
    before: date | None
    """Of the older one."""
    new_reports: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """One thing that two snapshots say differently."""

    kind: str
    day: date | None
    """Of the report it is in."""
    before: str | Decimal | None
    after: str | Decimal | None
    """A status's code or a percent; ``None`` for texts and for parts of the page."""
    edits: tuple[Part, ...]
    """The difference of two texts; empty where it is none of texts."""
    before_lines: Span | None
    after_lines: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """A snapshot against the one before it."""

    anchor: str
    day: date | None
    before: date | None
    new_reports: int
    changes: tuple[ShownChange, ...]
    reported: Decimal | None
    reported_before: Decimal | None
    raw_url: str
    raw_url_before: str


VALUES = {"behind", "stopped", "status", "fell", "percent"}
"""Kinds whose two sides are a code or a figure; the others are texts."""


def revisions(corpus: Corpus) -> tuple[Revision, ...]:
    """Newest first, unknown days last; of one day in the order of the projects."""
    found = [one for entry in corpus.entries for one in of_project(entry)]
    return tuple(sorted(found, key=lambda one: -one.day.toordinal() if one.day else 1))


def of_project(entry: Entry) -> Iterator[Revision]:
    """Those of one project, newest first; a copy that only holds more reports is none."""
    for one in entry.differences:
        if one.changes:
            yield Revision(
                project=project_row(entry),
                url=f"{urls.changes(entry.project.key)}#{anchor(one)}",
                day=one.newer.as_of,
                before=one.older.as_of,
                new_reports=one.new_reports,
                tallies=tuple(tallies(one.changes)),
            )


def anchor(one: Difference) -> str:
    """Where a pair stands: named for the newer snapshot, so that later ones do not move it."""
    return f"s-{one.newer.short_digest}"


def tallies(changes: Iterable[Change]) -> Iterator[Tally]:
    """One a kind."""
    fall: tuple[object, object] | None = None
    for kind, group in groupby(changes, key=lambda one: one.kind):
        found = list(group)
        is_value = kind in VALUES and len(found) == 1
        before, after = found[0].before.value, found[0].after.value
        if kind == "percent" and is_value and (before, after) == fall:
            continue  # the same two figures would stand there twice
        fall = (before, after) if kind == "fell" else fall
        yield Tally(kind, len(found), before if is_value else None, after if is_value else None)


def shown(entry: Entry) -> tuple[ShownDifference, ...]:
    """Every pair of snapshots of a project that come one after the other, newest first."""
    project = entry.project
    return tuple(
        ShownDifference(
            anchor=anchor(one),
            day=one.newer.as_of,
            before=one.older.as_of,
            new_reports=one.new_reports,
            changes=tuple(map(shown_change, one.changes)),
            reported=one.after.reported,
            reported_before=one.before.reported,
            raw_url=urls.raw_snapshot(project, one.newer),
            raw_url_before=urls.raw_snapshot(project, one.older),
        )
        for one in entry.differences
    )


def shown_change(one: Change) -> ShownChange:
    """One change; texts are cut to where they differ."""
    is_value = one.kind in VALUES
    before, after = one.before.value, one.after.value
    has_text = not is_value and (before, after) != (None, None)
    return ShownChange(
        kind=one.kind,
        day=one.day,
        before=before if is_value else None,
        after=after if is_value else None,
        edits=edits(str(before or ""), str(after or "")) if has_text else (),
        before_lines=one.before.lines,
        after_lines=one.after.lines,
    )
