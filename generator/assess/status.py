"""สถานะ: how a project stands on its record's own day, said once for page, lists and data.

The source has no field for it. One table tells the statuses, the first of its rows that holds is
the status, and the page that explains them is made from the same table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.assess.plan import WHOLE, NoCurve, Slip
from generator.assess.reading import Reading
from generator.assess.stopping import Kind
from generator.dump.lines import Cited, Span
from generator.sections.identity import Identity
from generator.sections.progress import Progress
from generator.thai.calendar import first_day, last_day

Meaning = Literal["on", "behind", "stop", "none"]
"""Shape and tint of its tag: as planned, behind the plan, stopped, nothing to hold it against."""
Evidence = tuple[Span, ...]
"""Lines of the newest copy, from top to bottom; empty when the rule rests on what is not there."""


class Status(NamedTuple):
    """One row of the table."""

    code: str
    """In kebab case; part of an address, so it never changes."""
    meaning: Meaning
    holds: Callable[[Reading], Evidence | None]
    """The evidence, or ``None`` when it does not hold. Its docstring states the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is said of a project."""

    status: str
    """A code of ``STATUSES``."""
    meaning: Meaning
    """The status's own, but ``none`` where work is under way and no plan tells what was due."""
    as_of: date | None
    """The record's own day; ``None`` when nothing tells it."""
    evidence: Evidence
    reported: Decimal | None
    """Percent of the newest report, else of the page's head; perhaps above 100."""
    reported_lines: Span | None
    reported_on: date | None
    """Day of the newest report."""
    planned: Decimal | None
    """Percent due on that day."""
    difference: Decimal | None
    """Points on that day, reported less planned: below 0 is behind the plan."""
    slip: Slip | None
    """Only of a completed project."""
    silent_days: int | None
    """Days without a report up to the record's day or the year's end; ``None``: not to be told."""


def cancelled(reading: Reading) -> Evidence | None:
    """ยกเลิกตามข้อความ: the newest report that stops the project cancels it.

    Its text says so of the project, its activity or its work as a whole. A later report takes it
    back with a higher percent or a text that tells of work.
    """
    return stopped_as(reading, Kind.CANCELLED)


def paused(reading: Reading) -> Evidence | None:
    """ชะลอตามข้อความ: likewise, and the text puts it off to no day of the year."""
    return stopped_as(reading, Kind.PAUSED)


def stopped_as(reading: Reading, kind: Kind) -> Evidence | None:
    """The text that still stops the project, if it does so in this way."""
    stop = reading.stopped
    return (stop.lines,) if stop and stop.kind == kind else None


def completed(reading: Reading) -> Evidence | None:
    """รายงานว่าเสร็จ: the newest report, or the page's head without one, says 100 percent or more."""
    told = reported(reading)
    return lines(told.lines) if told and told.value >= WHOLE else None


def silent(reading: Reading) -> Evidence | None:
    """เงียบ: ``silent_days`` or more without a report, to the record's day or the end of its year.

    Whichever is earlier, and from the newest report; where the log is empty, from the first day of
    the fiscal year.
    """
    days, latest = silence(reading), reading.newest
    if days is None or days < reading.thresholds.silent_days:
        return None
    return lines(latest.report.day.lines) if latest else log_heading(reading)


def behind(reading: Reading) -> Evidence | None:
    """ช้ากว่าแผน: the newest report is ``behind_points`` points or more below the plan of its day."""
    curve, point = reading.curve, reading.newest
    if isinstance(curve, NoCurve) or point is None or point.difference is None:
        return None
    is_behind = -point.difference >= reading.thresholds.behind_points
    return lines(point.report.percent.lines, curve.lines) if is_behind else None


def under_way(reading: Reading) -> Evidence | None:
    """กำลังดำเนินการ: the newest report, or the page's head without one, is above 0 percent."""
    told = reported(reading)
    return lines(told.lines) if told and told.value > 0 else None


def not_started(reading: Reading) -> Evidence | None:
    """ยังไม่เริ่ม: the newest report says 0 percent, or the log is empty and the head says no more."""
    told = reported(reading)
    if told is None:
        return log_heading(reading) if reading.newest is None else None
    return lines(told.lines) if told.value == 0 else None


def unknown(_: Reading) -> Evidence:
    """ไม่ทราบ: this copy tells nothing of the above."""
    return ()


STATUSES: tuple[Status, ...] = (
    Status("cancelled", "stop", cancelled),
    Status("paused", "stop", paused),
    Status("completed", "on", completed),
    Status("silent", "none", silent),
    Status("behind", "behind", behind),
    Status("under-way", "on", under_way),
    Status("not-started", "none", not_started),
    Status("unknown", "none", unknown),
)
"""Each goes before those below it; the last one always holds."""


def verdict(reading: Reading) -> Verdict:
    """The first status that holds, and the figures to say it with."""
    status, evidence = first_that_holds(reading)
    told, point = reported(reading), reading.newest
    is_compared = point is not None and point.difference is not None
    return Verdict(
        status=status.code,
        meaning=status.meaning if is_compared or status.code != "under-way" else "none",
        as_of=reading.as_of,
        evidence=evidence,
        reported=told.value if told else None,
        reported_lines=told.lines if told else None,
        reported_on=point.day if point else None,
        planned=point.planned if point else None,
        difference=point.difference if point else None,
        slip=reading.slip if status.code == "completed" else None,
        silent_days=silence(reading),
    )


def first_that_holds(reading: Reading) -> tuple[Status, Evidence]:
    """The table, read from the top."""
    tried = ((status, status.holds(reading)) for status in STATUSES)
    return next((status, evidence) for status, evidence in tried if evidence is not None)


def reported(reading: Reading) -> Cited[Decimal] | None:
    """Percent of the newest report, else of the page's head."""
    point, head = reading.newest, reading.copy.section(Identity)
    for percent in (point.report.percent if point else None, head.percent if head else None):
        if percent and percent.value.value is not None:
            return Cited(percent.value.value, percent.lines)
    return None


def silence(reading: Reading) -> int | None:
    """Days without a report; ``None`` when a day it takes is not told."""
    year, until = reading.fiscal_year, reading.as_of
    since = spoken(reading, year) if year else None
    if year is None or since is None or until is None:
        return None
    return max((min(until, last_day(year)) - since).days, 0)


def spoken(reading: Reading, year: int) -> date | None:
    """The newest report's day; under an empty log the first day of the fiscal year."""
    point = reading.newest
    if point:
        return point.day
    return first_day(year) if log_heading(reading) else None


def log_heading(reading: Reading) -> Evidence | None:
    """Where the log of this copy begins; ``None`` when the copy does not hold it."""
    log = reading.copy.section(Progress)
    return lines(log.heading) if log else None


def lines(*spans: Span | None) -> Evidence:
    """The lines there are, each once, from top to bottom."""
    return tuple(sorted({span for span in spans if span}))
