"""What the rules look at: one project, read once, and what was computed about it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from generator.assess.plan import Curve, NoCurve, Point, Slip, curve, points, slip
from generator.assess.stopping import Stop, chronological, standing, stops
from generator.assess.thresholds import Thresholds
from generator.collate import Project
from generator.project import Copy
from generator.sections.progress import Progress, Report


class Entry(NamedTuple):
    """A report whose day can be read."""

    day: date
    percent: Decimal | None
    """``None`` when it is no number."""
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All is about the newest copy; the others matter only to how copies differ."""

    project: Project
    copy: Copy
    curve: Curve | NoCurve
    points: tuple[Point, ...]
    """Oldest first."""
    newest: Point | None
    """The point of the newest report."""
    entries: tuple[Entry, ...]
    """The reports whose day can be read, oldest first."""
    slip: Slip | None
    stops: tuple[Stop, ...]
    """Every report whose text cancels or pauses the project, in page order."""
    stopped: Stop | None
    """The one that still stands: no later report shows that the work went on."""
    fiscal_year: int | None
    """Buddhist Era."""
    as_of: date | None
    """The record's own day; ``None`` when nothing tells it."""
    thresholds: Thresholds


def log(copy: Copy) -> tuple[Report, ...]:
    """The reports in page order, newest first when all is well; none when the copy has no log."""
    section = copy.section(Progress)
    return section.reports if section else ()


def entries(copy: Copy) -> tuple[Entry, ...]:
    """The reports by their day, oldest first; of one day, the lower on the page is the older."""
    dated = [
        Entry(report.day.value.value, report.percent.value.value, report)
        for report in reversed(log(copy))
        if report.day.value.value
    ]
    return tuple(sorted(dated, key=lambda entry: entry.day))


def newest(copy: Copy, points: tuple[Point, ...]) -> Point | None:
    """The newest report beside the plan."""
    ordered = chronological(copy)
    return next((one for one in points if one.report is ordered[-1]), None)


def completed(entries: tuple[Entry, ...]) -> Entry | None:
    """The first report of 100 percent or more that no later one takes back."""
    known = [one for one in reversed(entries) if one.percent is not None]
    done = [*takewhile(is_complete, known)]
    return done[-1] if done else None


COMPLETE = Decimal(100)


def is_complete(entry: Entry) -> bool:
    """100 percent or more."""
    return entry.percent is not None and entry.percent >= COMPLETE


def reading(project: Project, thresholds: Thresholds) -> Reading:
    """Read a project's newest copy and compute what the rules need."""
    copy = project.newest
    planned = curve(copy, thresholds.weights_tolerance)
    course = points(copy, planned)
    year, stopping = project.facts.fiscal_year, stops(copy)
    return Reading(
        project=project,
        copy=copy,
        curve=planned,
        points=course,
        newest=newest(copy, course),
        entries=entries(copy),
        slip=slip(course, planned),
        stops=stopping,
        stopped=standing(copy, stopping),
        fiscal_year=year.value if year else None,
        as_of=project.snapshots[0].as_of,
        thresholds=thresholds,
    )
