"""ความเปลี่ยนแปลงระหว่างสำเนา: what a snapshot of a project says otherwise than the one before it.

Two copies are compared only in what both hold: extractors leave parts of a page out, and what one
of them left out did not change. New reports are what time brings, and only counted.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.assess.findings.copies import PROSE, Said, fields
from generator.assess.plan import Curve, curve
from generator.assess.reading import Entry, entries, reading
from generator.assess.status import Verdict, verdict
from generator.assess.thresholds import Thresholds
from generator.collate import Project, Snapshot
from generator.dump.lines import Cited, Span
from generator.project import Copy
from generator.sections.identity import Identity
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress
from generator.sections.rationale import Rationale
from generator.sections.targets import Targets
from generator.sections.units import Units
from generator.thai.text import fold

KINDS = (
    "behind",
    "stopped",
    "fell",
    "gone",
    "percent",
    "text",
    "problem",
    "obstacle",
    "title",
    "agency",
    "year",
    "unit",
    "rationale",
    "objectives",
    "targets",
    "strategy",
    "plan",
    "indicators",
    "status",
)
"""What may change, the weightiest first.

``behind`` and ``stopped`` are statuses it did not have, ``status`` is any other; ``fell`` is the
newest percent; ``gone`` a report; ``percent text problem obstacle`` are a report's, edited; the
others are parts of the page."""


class Side(NamedTuple):
    """What one of the two copies says."""

    value: str | Decimal | None
    """A status's code, a figure, a text; ``None`` for what is more than a text, and for nothing."""
    lines: Span | None


class Change(NamedTuple):
    """One thing that the two say differently."""

    kind: str
    """One of ``KINDS``."""
    before: Side
    after: Side
    day: date | None = None
    """Of the report it is in."""


NOTHING = Side(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A snapshot against the one before it."""

    older: Snapshot
    newer: Snapshot
    before: Verdict
    after: Verdict
    new_reports: int
    changes: tuple[Change, ...]
    """The weightiest kind first, of one kind by day."""


def differences(project: Project, thresholds: Thresholds) -> tuple[Difference, ...]:
    """Each snapshot against the one before it, the newest pair first."""
    if len(project.snapshots) == 1:
        return ()
    told = [verdict_of(project, one, thresholds) for one in project.snapshots]
    pairs = pairwise(zip(project.snapshots, told, strict=True))
    return tuple(difference(older, newer, thresholds) for newer, older in pairs)


def verdict_of(project: Project, snapshot: Snapshot, thresholds: Thresholds) -> Verdict:
    """How the project stood by this snapshot alone; who and when it is, all of them tell."""
    return verdict(reading(replace(project, snapshots=(snapshot,)), thresholds))


Told = tuple[Snapshot, Verdict]


def difference(older: Told, newer: Told, thresholds: Thresholds) -> Difference:
    """One pair."""
    (was, before), (now, after) = older, newer
    edits, new_reports = report_changes(was.copy, now)
    found = (
        *status_changes(older, newer, thresholds),
        *falls(before, after),
        *edits,
        *field_changes(was.copy, now.copy),
    )
    return Difference(
        older=was,
        newer=now,
        before=before,
        after=after,
        new_reports=new_reports,
        changes=tuple(sorted(found, key=lambda one: KINDS.index(one.kind))),
    )


def status_changes(older: Told, newer: Told, thresholds: Thresholds) -> Iterator[Change]:
    """Another status; where only one copy holds the plan, only one that needs none."""
    (was, before), (now, after) = older, newer
    if before.status == after.status:
        return
    tolerance = thresholds.weights_tolerance
    planned = [isinstance(curve(one.copy, tolerance), Curve) for one in (was, now)]
    if planned[0] != planned[1] and after.meaning != "stop" and after.status != "completed":
        return
    kind = "stopped" if after.meaning == "stop" else "status"
    kind = "behind" if after.status == "behind" else kind
    yield Change(kind, status_side(before), status_side(after))


def status_side(one: Verdict) -> Side:
    """A status with the first of its lines."""
    return Side(one.status, one.evidence[0] if one.evidence else None)


def falls(before: Verdict, after: Verdict) -> Iterator[Change]:
    """The newest percent is lower than it was; a report's against a report's, a head's likewise."""
    if None in (before.reported, after.reported):
        return
    is_alike = (before.reported_on is None) == (after.reported_on is None)
    if is_alike and (after.reported or 0) < (before.reported or 0):
        was = Side(before.reported, before.reported_lines)
        yield Change("fell", was, Side(after.reported, after.reported_lines))


def report_changes(older: Copy, newer: Snapshot) -> tuple[tuple[Change, ...], int]:
    """Reports edited and gone, day by day, and how many are new."""
    copy, until = newer.copy, newer.as_of
    if older.section(Progress) is None or copy.section(Progress) is None:
        return (), 0
    with_text = older.is_stripped == copy.is_stripped
    was, now = by_day(older), by_day(copy)
    changes: list[Change] = []
    new_reports = 0
    for day in sorted({*was, *now}):
        left, right = unmatched(was[day], now[day], with_text=with_text)
        for one, other in zip(left, right, strict=False):
            changes += edited(one, other, with_text=with_text)
        new_reports += max(len(right) - len(left), 0)
        if until and day <= until:
            changes += [gone(one) for one in left[len(right) :]]
    return tuple(changes), new_reports


def by_day(copy: Copy) -> defaultdict[date, list[Entry]]:
    """The reports of each day, the oldest first."""
    found: defaultdict[date, list[Entry]] = defaultdict(list)
    for one in entries(copy):
        found[one.day].append(one)
    return found


def unmatched(
    was: list[Entry], now: list[Entry], *, with_text: bool
) -> tuple[list[Entry], list[Entry]]:
    """The reports of a day that stand in one of the copies only."""
    left, right = list(was), []
    for one in now:
        same = next(
            (other for other in left if said(one, with_text) == said(other, with_text)), None
        )
        if same:
            left.remove(same)
        else:
            right.append(one)
    return left, right


def said(one: Entry, with_text: bool) -> tuple[object, ...]:  # noqa: FBT001  a key, made of both
    """A report in the form in which only what matters differs."""
    report = one.report
    texts = (report.text, report.problem, report.obstacle) if with_text else ()
    return one.percent, *(fold(text.value) if text else None for text in texts)


def edited(was: Entry, now: Entry, *, with_text: bool) -> Iterator[Change]:
    """What one report says otherwise."""
    if was.percent != now.percent:
        before, after = (Side(one.percent, one.report.percent.lines) for one in (was, now))
        yield Change("percent", before, after, now.day)
    for kind in ("text", "problem", "obstacle") if with_text else ():
        old, new = getattr(was.report, kind), getattr(now.report, kind)
        if old and new and fold(old.value) != fold(new.value):
            yield Change(kind, side(old), side(new), now.day)


def gone(one: Entry) -> Change:
    """A report that the newer copy, which goes on beyond its day, does not have."""
    report = one.report
    text = report.text.value if report.text else None
    return Change("gone", Side(text, report.lines), NOTHING, one.day)


def field_changes(older: Copy, newer: Copy) -> Iterator[Change]:
    """Parts of the page that both hold; running text only between copies of one kind."""
    was, now = fields(older), fields(newer)
    for kind, before in was.items():
        after = now[kind]
        is_comparable = kind not in PROSE or older.is_stripped == newer.is_stripped
        is_held = None not in (before.value, after.value)
        if is_comparable and is_held and before.value != after.value:
            yield Change(kind, whole(older, kind, before), whole(newer, kind, after))


def whole(copy: Copy, kind: str, told: Said) -> Side:
    """A part of the page: its text where it is one, and from its first line to its last."""
    spans = sorted(span for span in told.lines if span)
    lines = Span(spans[0].first, spans[-1].last) if spans else None
    return Side(text_of(copy, kind), lines)


def text_of(copy: Copy, kind: str) -> str | None:
    """The words of a part that is one text."""
    head, units = copy.section(Identity), copy.section(Units)
    if kind == "year":
        return str(head.fiscal_year.value) if head and head.fiscal_year else None
    texts: dict[str, Cited[str] | None] = {
        "title": head.title if head else None,
        "agency": head.agency if head else None,
        "unit": units.code if units else None,
        **{one.kind: one.text for one in prose(copy)},
    }
    text = texts.get(kind)
    return text.value if text else None


def prose(copy: Copy) -> Iterator[Rationale | Objectives | Targets]:
    """The running texts that the copy holds."""
    for one in (copy.section(Rationale), copy.section(Objectives), copy.section(Targets)):
        if one:
            yield one


def side(text: Cited[str]) -> Side:
    """A text with its lines."""
    return Side(text.value, text.lines)
