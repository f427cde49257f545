"""What the rules look at: one project, read once, and what was computed about it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from generator.assess.plan import Curve, NoCurve, Point, Slip, curve, points, slip
from generator.assess.stopping import Kind, Stop, chronological, standing, stops
from generator.assess.thresholds import Thresholds
from generator.collate import Project
from generator.project import Copy
from generator.sections.progress import Progress, Report
from generator.thai.calendar import fiscal_months


class Entry(NamedTuple):
    """A report whose day can be read."""

    day: date
    percent: Decimal | None
    """``None`` when it is no number."""
    report: Report


class Month(NamedTuple):
    """A whole month of the fiscal year in which a report could stand."""

    year: int
    """Common Era."""
    month: int
    is_reported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All is about the newest copy; the others matter only to how copies differ."""

    project: Project
    copy: Copy
    reports: tuple[Report, ...]
    """Its log, as the page has it."""
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
    months: tuple[Month, ...]
    """Those in which a report could stand, October first; none where the copy does not tell."""
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
    if points and points[-1].day is None:  # these come last, whenever they were
        last = chronological(copy)[-1]
        return next(one for one in points if one.report is last)
    return points[-1] if points else None


def completed(entries: tuple[Entry, ...]) -> Entry | None:
    """The first report of 100 percent or more that no later one takes back."""
    known = [one for one in reversed(entries) if one.percent is not None]
    done = [*takewhile(is_complete, known)]
    return done[-1] if done else None


COMPLETE = Decimal(100)


def is_complete(entry: Entry) -> bool:
    """100 percent or more."""
    return entry.percent is not None and entry.percent >= COMPLETE


def expected_months(
    copy: Copy, every: tuple[Entry, ...], year: int | None, until: date | None
) -> tuple[Month, ...]:
    """October first; none where this copy does not tell in which months there were reports.

    That takes a fiscal year, a day of the record, and a log whose days can all be read: a report of
    an unreadable day may be of any month.
    """
    log = copy.section(Progress)
    if log is None or year is None or until is None or len(every) < len(log.reports):
        return ()
    reported = {(one.day.year, one.day.month) for one in every}
    return tuple(
        Month(*month, month in reported) for month, last in months_of(year) if last < until
    )


@lru_cache(1024)
def months_of(year: int) -> tuple[tuple[tuple[int, int], date], ...]:
    """The months of a fiscal year, each with its last day."""
    months = fiscal_months(year)
    return tuple((month, date(*month, monthrange(*month)[1])) for month in months)


def expected_until(
    every: tuple[Entry, ...], as_of: date | None, found: tuple[Stop, ...], stands: Stop | None
) -> date | None:
    """The day from which no report is expected any more."""
    done = completed(every)
    ends = [as_of, done.day if done else None]
    if stands and stands.kind is Kind.CANCELLED:
        cancelled = (one for one in found if one.kind is Kind.CANCELLED)
        ends += [one.report.day.value.value for one in cancelled]
    return min((day for day in ends if day), default=None)


def reading(project: Project, thresholds: Thresholds) -> Reading:
    """Read a project's newest copy and compute what the rules need."""
    copy = project.newest
    planned = curve(copy, thresholds.weights_tolerance)
    course = points(copy, planned)
    found, every = stops(copy), entries(copy)
    stands, as_of = standing(copy, found), project.snapshots[0].as_of
    year = project.facts.fiscal_year.value if project.facts.fiscal_year else None
    until = expected_until(every, as_of, found, stands)
    return Reading(
        project=project,
        copy=copy,
        reports=log(copy),
        curve=planned,
        points=course,
        newest=newest(copy, course),
        entries=every,
        slip=slip(course, planned),
        stops=found,
        stopped=stands,
        fiscal_year=year,
        as_of=as_of,
        months=expected_months(copy, every, year, until),
        thresholds=thresholds,
    )
