"""ยกเลิก, ชะลอ: reports whose text says that the project itself was stopped.

The source has no field for it, so the words are read, and read narrowly: a text stops the project
only where it says so of the project, its activity or its work as a whole, as a thing that is so.
What is cancelled of something else ("ยกเลิกการใช้โฟม"), in part, perhaps, before, or not at all
stops nothing.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.assess.words import (
    ANY,
    AWAY,
    CANCELS,
    DATED,
    IDLE,
    INSTEAD,
    PARTLY,
    PAUSES,
    POSTPONES,
    RESUMED,
    UNSAID,
    Saying,
)
from generator.dump.lines import Span
from generator.project import Copy
from generator.sections.progress import Progress, Report
from generator.thai.text import fold


class Kind(StrEnum):
    """What a text does to the project; the stronger one first."""

    CANCELLED = "cancelled"
    """ยกเลิก."""
    PAUSED = "paused"
    """ชะลอ, ระงับ, or เลื่อน to no day of the year."""


class Stop(NamedTuple):
    """A report whose text stops the project."""

    kind: Kind
    report: Report
    lines: Span
    """Of the text."""


@lru_cache(1024)
def stopping(text: str) -> Kind | None:
    """What a report's text does to the project; ``None``: it stops nothing.

    Offices write the same words month after month, so the last ones are remembered.
    """
    folded = fold(text)
    if not ANY.search(folded):
        return None
    if any(not INSTEAD.search(rest) for rest in said(CANCELS, folded)):
        return Kind.CANCELLED
    if any(not DATED.search(rest) for rest in said(PAUSES, folded)):
        return Kind.PAUSED
    if any(AWAY.search(rest) and not DATED.search(rest) for rest in said(POSTPONES, folded)):
        return Kind.PAUSED
    return None


LOOK_BACK = 160
"""Characters; what takes the meaning away stands nearer than that."""


def said(saying: Saying, folded: str) -> Iterator[str]:
    """What follows each place that says it of the whole project, as a thing that is so."""
    if not saying.words.search(folded):
        return
    for found in saying.ways.finditer(folded):
        before, rest = (
            folded[max(found.start() - LOOK_BACK, 0) : found.start()],
            folded[found.end() :],
        )
        if not (UNSAID.search(before) or PARTLY.match(rest) or RESUMED.search(rest)):
            yield rest


def stop(report: Report) -> Stop | None:
    """The report as a stop, if its text is one."""
    if report.text is None or report.text.lines is None:
        return None
    kind = stopping(report.text.value)
    return Stop(kind, report, report.text.lines) if kind else None


def stops(copy: Copy) -> tuple[Stop, ...]:
    """Every report whose text stops the project, in page order."""
    log = copy.section(Progress)
    return tuple(filter(None, map(stop, log.reports))) if log else ()


def chronological(copy: Copy) -> tuple[Report, ...]:
    """The reports, oldest first; one whose day is unreadable goes with the one below it."""
    log = copy.section(Progress)
    upward = log.reports[::-1] if log else ()  # the page has the newest first
    days = accumulate((report.day.value.value for report in upward), latest_known)
    ordered = sorted(zip(days, upward, strict=True), key=lambda one: one[0] or date.min)
    return tuple(report for _, report in ordered)


def latest_known(before: date | None, own: date | None) -> date | None:
    """A report's own day, else that of the report before it."""
    return own or before


def standing(copy: Copy, found: tuple[Stop, ...]) -> Stop | None:
    """The newest of the copy's stops, unless a later report shows that the work went on."""
    if not found:
        return None
    told = {one.report.lines: one for one in found}
    ordered = chronological(copy)
    last = max(i for i, one in enumerate(ordered) if one.lines in told)
    if any(goes_on(one, ordered[last]) for one in ordered[last + 1 :]):
        return None
    return told[ordered[last].lines]


def goes_on(later: Report, stopped: Report) -> bool:
    """The percent rises, or the text tells of work."""
    before, after = stopped.percent.value.value, later.percent.value.value
    if before is not None and after is not None and after > before:
        return True
    text = fold(later.text.value) if later.text else ""
    return any(letter.isalpha() for letter in text) and text != "ไม่มี" and not IDLE.search(text)
