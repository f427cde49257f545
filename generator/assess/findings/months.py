"""เดือน: months of the fiscal year in which nothing was reported."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Entry, Reading, completed
from generator.assess.stopping import Kind
from generator.dump.lines import Span
from generator.sections.progress import Progress
from generator.thai.calendar import fiscal_months


class Month(NamedTuple):
    """A whole month of the fiscal year in which a report could stand."""

    year: int
    """Common Era."""
    month: int
    is_reported: bool


def expected_months(reading: Reading) -> tuple[Month, ...]:
    """October first; none where this copy does not tell in which months there were reports.

    That takes a fiscal year, a day of the record, and a log whose days can all be read: a report of
    an unreadable day may be of any month.
    """
    log, year, until = reading.copy.section(Progress), reading.fiscal_year, expected_until(reading)
    every = reading.entries
    if log is None or year is None or until is None or len(every) < len(log.reports):
        return ()
    reported = {(one.day.year, one.day.month) for one in every}
    past = (month for month in fiscal_months(year) if last_day(month) < until)
    return tuple(Month(*month, month in reported) for month in past)


def month_without_report(reading: Reading) -> Iterator[Evidence]:
    """เดือนที่ไม่มีรายงาน: whole months of the fiscal year (ต.ค.–ก.ย.) with no report dated in them.

    Counted up to the record's own day, the first report of 100 percent that is not taken back, or
    the first that cancels the project for good, whichever is earliest; the month of that day no
    longer counts. One evidence for each run of such months, with the reports before and after it:
    ``months``, and ``first`` and ``last``, each the first day of a month. Silent without a fiscal
    year or a day of the record, and where a report's day cannot be read, for it may be in any
    month.
    """
    log, every = reading.copy.section(Progress), reading.entries
    for is_reported, group in groupby(expected_months(reading), key=lambda one: one.is_reported):
        run = list(group)
        if log and not is_reported:
            first, last = (date(one.year, one.month, 1) for one in (run[0], run[-1]))
            lines = cited(*neighbours(every, first)) or cited(log.heading)
            yield Evidence(lines, (("months", len(run)), ("first", first), ("last", last)))


def expected_until(reading: Reading) -> date | None:
    """The day from which no report is expected any more."""
    done, stopped = completed(reading.entries), reading.stopped
    ends = [reading.as_of, done.day if done else None]
    if stopped and stopped.kind is Kind.CANCELLED:
        cancelled = (one for one in reading.stops if one.kind is Kind.CANCELLED)
        ends += [one.report.day.value.value for one in cancelled]
    return min((day for day in ends if day), default=None)


@lru_cache(1024)
def last_day(month: tuple[int, int]) -> date:
    """The last day of a (year C.E., month)."""
    return date(*month, monthrange(*month)[1])


def neighbours(every: tuple[Entry, ...], first: date) -> Iterator[Span | None]:
    """Lines of the last report before the first of some days without one, and of the next."""
    before = [one for one in every if one.day < first]
    after = [one for one in every if one.day >= first]
    for one in (*before[-1:], *after[:1]):
        yield one.report.day.lines
