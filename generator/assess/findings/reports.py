"""ผลการดำเนินงาน: how the reports were written. Silent where the copy holds no log."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import COMPLETE, Reading
from generator.dump.lines import Cited, Span
from generator.sections.progress import Report
from generator.thai.text import fold

WORD = re.compile(r"\w")


def key(text: Cited[str] | None) -> str:
    """A text in the form that its spellings share; ``""`` where it holds no letter and no digit."""
    return worded(text.value) if text else ""


@lru_cache(1024)
def worded(text: str) -> str:
    """The same of a text itself; several rules ask."""
    folded = fold(text)
    return folded if WORD.search(folded) else ""


def text_is_held(report: Report, reading: Reading) -> bool:
    """This copy tells whether the report has a text: stripped ones leave short lines out."""
    return report.text is not None or not reading.copy.is_stripped


def place(report: Report) -> Span | None:
    """The line where a report's text stands or would stand, else its first."""
    return report.text.lines if report.text else report.day.lines


def repeated_text(reading: Reading) -> Iterator[Evidence]:
    """ข้อความซ้ำ: ``repeated_run`` reports or more in a row, of as many days, have the same text.

    In a row on the page; spellings that look the same, spaces and the day before a text make no
    difference, texts without a letter or digit do not count. One evidence a run: ``reports``, and
    ``first`` and ``last``, its days, where these can be read.
    """
    for text, group in groupby(reading.reports, key=lambda report: key(report.text)):
        run = list(group)
        if not text or len(run) < reading.thresholds.repeated_run:
            continue
        days = {report.day.value.written for report in run}
        if len(days) >= reading.thresholds.repeated_run:
            known = sorted(report.day.value.value for report in run if report.day.value.value)
            ends = (("first", known[0]), ("last", known[-1])) if known else ()
            lines = (report.text.lines for report in run if report.text)
            yield Evidence(cited(*lines), (("reports", len(days)), *ends))


def empty_report(reading: Reading) -> Iterator[Evidence]:
    """รายงานไม่มีข้อความ: reports that give a percent and no word on what was done.

    Their text is missing, blank, or holds no letter and no digit (``-``). One evidence for all of
    them: ``reports`` and ``of``, all reports of which this copy tells. In a stripped copy only
    those count that hold a text's line, for its extractor leaves short lines out.
    """
    held = [report for report in reading.reports if text_is_held(report, reading)]
    empty = [report for report in held if not key(report.text)]
    if empty:
        lines = [each for report in empty for each in (report.day.lines, place(report))]
        yield Evidence(cited(*lines), (("reports", len(empty)), ("of", len(held))))


def complete_without_text(reading: Reading) -> Iterator[Evidence]:
    """เสร็จโดยไม่มีข้อความ: no report of 100 percent has a word on what was done.

    Of all reports of 100 percent or more, whatever their day. One evidence: ``reports``, how many,
    and ``day`` of the first whose day can be read. Silent where nothing reports 100 percent, and
    where a stripped copy does not tell the text of one of them.
    """
    done = [
        report
        for report in reading.reports
        if report.percent.value.value is not None and report.percent.value.value >= COMPLETE
    ]
    if done and not any(key(one.text) or not text_is_held(one, reading) for one in done):
        days = [report.day.value.value for report in done]
        first = min((day for day in days if day), default=None)
        lines = [each for report in done for each in (report.day.lines, place(report))]
        dated = (("day", first),) if first else ()
        yield Evidence(cited(*lines), (("reports", len(done)), *dated))


def reports_out_of_order(reading: Reading) -> Iterator[Evidence]:
    """รายงานไม่เรียงตามวัน: a report stands below an older one, where the newest should stand first.

    One evidence for each such neighbours: ``above`` and ``below``, their days. Reports whose day
    cannot be read are passed over.
    """
    dated = [report for report in reading.reports if report.day.value.value]
    for upper, lower in pairwise(dated):
        above, below = upper.day.value.value, lower.day.value.value
        if above and below and above < below:
            lines = cited(upper.day.lines, lower.day.lines)
            yield Evidence(lines, (("above", above), ("below", below)))


def reports_twice(reading: Reading) -> Iterator[Evidence]:
    """รายงานซ้ำสองรายการ: entries of the same day, percent, text, problem and obstacle.

    Spellings that look the same make no difference; the number before an entry does not count. One
    evidence for each such report: ``times``, and ``day`` where it can be read.
    """
    if len({one.day.value.written for one in reading.reports}) == len(reading.reports):
        return  # as nearly always
    alike: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    every = [((one.day.value.written, one.percent.value.value), one) for one in reading.reports]
    times = Counter(entry for entry, _ in every)
    for entry, report in every:
        if times[entry] > 1:
            said = (key(text) for text in (report.text, report.problem, report.obstacle))
            alike[(*entry, *said)].append(report)
    for group in alike.values():
        if len(group) > 1:
            day = group[0].day.value.value
            dated = (("day", day),) if day else ()
            yield Evidence(tuple(report.lines for report in group), (("times", len(group)), *dated))
