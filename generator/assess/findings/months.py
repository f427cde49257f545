"""เดือน: months of the fiscal year in which nothing was reported."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Entry, Reading
from generator.dump.lines import Span
from generator.sections.progress import Progress


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
    for is_reported, group in groupby(reading.months, key=lambda one: one.is_reported):
        run = list(group)
        if log and not is_reported:
            first, last = (date(one.year, one.month, 1) for one in (run[0], run[-1]))
            lines = cited(*neighbours(every, first)) or cited(log.heading)
            yield Evidence(lines, (("months", len(run)), ("first", first), ("last", last)))


def neighbours(every: tuple[Entry, ...], first: date) -> Iterator[Span | None]:
    """Lines of the last report before the first of some days without one, and of the next."""
    before = [one for one in every if one.day < first]
    after = [one for one in every if one.day >= first]
    for one in (*before[-1:], *after[:1]):
        yield one.report.day.lines
