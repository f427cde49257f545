"""หัวหน้าเพจ: what the head of the page says, and whether the log agrees."""

from collections.abc import Iterator

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import COMPLETE, Reading
from generator.dump.lines import Span
from generator.sections.identity import Identity


def header_missing(reading: Reading) -> Iterator[Evidence]:
    """ส่วนหัวไม่อยู่ในสำเนานี้: this copy lacks the title, project code, agency or fiscal year.

    Of the copy, not of what the agency reported: an extractor left them out. One evidence, the
    first line of the copy: ``fields``, those that are missing of ``title code agency year``. What
    another copy, the sidecar table or other lines tell does not count.
    """
    head = reading.copy.section(Identity) or Identity()
    told = {"title": head.title, "code": head.code, "agency": head.agency}
    missing = [name for name, value in (told | {"year": head.fiscal_year}).items() if not value]
    if missing:
        text = reading.copy.stored.text
        first = reading.copy.first + len(text) - len(text.lstrip("\n"))
        yield Evidence((Span(first, first),), (("fields", " ".join(missing)),))


def header_differs(reading: Reading) -> Iterator[Evidence]:
    """ร้อยละที่หัวไม่ตรงกับรายงานล่าสุด: the head's percent is not that of the newest report.

    The newest is the one with the latest day; of several on that day, none has the head's percent.
    One evidence: ``header``, ``report`` (its percent) and ``day``. Silent without a head or a
    report, and where a percent cannot be read.
    """
    head = reading.copy.section(Identity)
    every = reading.entries
    newest = [one for one in every if one.day == every[-1].day]
    percents = [one.percent for one in newest if one.percent is not None]
    header = head.percent.value.value if head and head.percent else None
    if head and head.percent and header is not None and percents and header not in percents:
        lines = cited(head.percent.lines, newest[-1].report.percent.lines)
        figures = (("header", header), ("report", percents[-1]), ("day", newest[-1].day))
        yield Evidence(lines, figures)


def percent_out_of_range(reading: Reading) -> Iterator[Evidence]:
    """ร้อยละนอกช่วง 0–100: the head or a report gives a percent below 0 or above 100.

    One evidence for each: ``percent``, ``where`` (``header`` or ``report``), and ``day`` of the
    report where it can be read. The number that repeats the head's percent does not count again.
    """
    head = reading.copy.section(Identity)
    header = head.percent if head else None
    places = [("header", header, None)] if header else []
    reports = [("report", one.percent, one.day.value.value) for one in reading.reports]
    for where, percent, day in [*places, *reports]:
        value = percent.value.value
        if value is not None and not 0 <= value <= COMPLETE:
            dated = (("day", day),) if day else ()
            yield Evidence(cited(percent.lines), (("percent", value), ("where", where), *dated))
