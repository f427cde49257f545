"""วันที่: days as officers typed them before a report's text."""

import re
from collections.abc import Iterator

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Reading
from generator.thai.calendar import written_day
from generator.thai.text import shape


def date_other_form(reading: Reading) -> Iterator[Evidence]:
    """วันที่เขียนคนละรูปแบบ: a report's text begins with a day that is readable, but not day/month/B.E.

    The month stands first, or the year is C.E. (below 2400), as in ``11/29/2020``. One evidence a
    report: ``written``, and ``day`` that it means. Silent where the day cannot be read.
    """
    for report in reading.reports:
        said = report.text_day
        meant = written_day(said.value.written, report.day.value.value) if said else None
        if said and meant and (meant.order, meant.era) != ("d/m", "B.E."):
            yield Evidence(cited(said.lines), (("written", said.value.written), ("day", meant.day)))


def date_differs(reading: Reading) -> Iterator[Evidence]:
    """วันที่ไม่ตรงกัน: the day that a report's text begins with is not the day of its entry.

    One evidence a report: ``written`` and ``said`` (the day it means), ``day`` of the entry, and
    ``days`` between them (above 0: the text names a later day). Silent where one is unreadable.
    """
    for report in reading.reports:
        said, day = report.text_day, report.day.value.value
        if said and said.value.value and day and said.value.value != day:
            meant = said.value.value
            yield Evidence(
                cited(report.day.lines, said.lines),
                (
                    ("written", said.value.written),
                    ("said", meant),
                    ("day", day),
                    ("days", (meant - day).days),
                ),
            )


DAY_ALONE = shape(r"(?P<day>วันที่ ?[0-9๐-๙]{1,2}) ?:.*")


def date_unreadable(reading: Reading) -> Iterator[Evidence]:
    """วันที่อ่านไม่ได้: an entry's day, or the day its text begins with, is no day of the calendar.

    As ``31/02/2566``, ``0000-00-00``, or ``วันที่ 5 :``, which names no month. One evidence for each
    such day: ``written``, and ``day`` of the entry where that one can be read. Texts that begin
    with no day are no finding.
    """
    for report in reading.reports:
        day, said = report.day, report.text_day
        entry = (("day", day.value.value),) if day.value.value else ()
        if day.value.value is None:
            yield Evidence(cited(day.lines), (("written", day.value.written),))
        if said and said.value.value is None:
            yield Evidence(cited(said.lines), (("written", said.value.written), *entry))
        elif found := said is None and report.text and day_alone(report.text.value):
            yield Evidence(cited(report.text.lines), (("written", found["day"]), *entry))


def day_alone(text: str) -> re.Match[str] | None:
    """The day without a month that a text begins with."""
    return DAY_ALONE.fullmatch(text.partition("\n")[0])
