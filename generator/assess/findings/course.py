"""ความคืบหน้า: how the work went, by its reports, its texts and its plan."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.assess.findings.rule import Evidence, cited
from generator.assess.plan import Curve
from generator.assess.reading import COMPLETE, Reading
from generator.dump.lines import Cited, Span
from generator.sections.identity import Identity
from generator.sections.progress import Report
from generator.thai.text import fold


def progress_falls(reading: Reading) -> Iterator[Evidence]:
    """ความคืบหน้าลดลง: a report gives a lower percent than the one before it.

    By their days, not by their place on the page; of one day, the lower on the page is the older.
    One evidence a fall: ``from`` and ``to`` in percent, ``points`` between, ``before`` and ``day``,
    the days of the two. Reports whose day or percent cannot be read are passed over, as are
    percents outside 0 to 100.
    """
    known = [
        (one.percent, one)
        for one in reading.entries
        if one.percent is not None and 0 <= one.percent <= COMPLETE
    ]
    for (high, older), (low, newer) in pairwise(known):
        if low < high:
            yield Evidence(
                cited(newer.report.percent.lines, older.report.percent.lines),
                (
                    ("from", high),
                    ("to", low),
                    ("points", high - low),
                    ("before", older.day),
                    ("day", newer.day),
                ),
            )


def stopped_but_shown(reading: Reading) -> Iterator[Evidence]:
    """ยกเลิกหรือชะลอแล้วแต่หัวยังแสดงความคืบหน้า: a text stops the project, the head shows above 0.

    The text cancels or pauses the project itself, and no later report shows that the work went on.
    One evidence, the head's percent and that text: ``kind`` (``cancelled`` or ``paused``),
    ``percent``, and ``day`` of the report where it can be read.
    """
    stop, head = reading.stopped, reading.copy.section(Identity)
    percent = head.percent if head else None
    shown = percent.value.value if percent else None
    if stop and percent and shown and shown > 0:
        day = stop.report.day.value.value
        figures = (("kind", stop.kind.value), ("percent", shown), *((("day", day),) if day else ()))
        yield Evidence(cited(percent.lines, stop.lines), figures)


# As `fold` writes it.
DENIED = re.compile(r"ไม่มี(?:ปัญหา)?(?:(?:และ|หรือ|/| )*อุปสรรค)?[ .]*")
SILENT = re.compile(r"\W*")


def problem_denied(reading: Reading) -> Iterator[Evidence]:
    """ปัญหา "ไม่มี" ทั้งที่หยุดโครงการ: a report's text stops the project, its problem line says ไม่มี.

    And its obstacle line tells of none either: it says ไม่มี, ``-``, nothing, or is not there. One
    evidence for all such reports: ``reports``, and ``day`` of the newest that can be read. A
    problem line that is blank, ``-`` or absent denies nothing.
    """
    found = [stop for stop in reading.stops if denies(stop.report)]
    days = [one.report.day.value.value for one in found]
    newest = max((day for day in days if day), default=None)
    if found:
        lines = [span for one in found for span in (one.lines, *trouble(one.report))]
        dated = (("day", newest),) if newest else ()
        yield Evidence(cited(*lines), (("reports", len(found)), *dated))


def denies(report: Report) -> bool:
    """The report says that there is no problem, and names no obstacle."""
    problem, obstacle = written(report.problem), written(report.obstacle)
    is_silent = bool(SILENT.fullmatch(obstacle) or DENIED.fullmatch(obstacle))
    return bool(DENIED.fullmatch(problem)) and is_silent


def trouble(report: Report) -> Iterator[Span | None]:
    """The lines of its problem and its obstacle."""
    for told in (report.problem, report.obstacle):
        yield told.lines if told else None


def written(text: Cited[str] | None) -> str:
    """In key form."""
    return fold(text.value) if text else ""


def late_finish(reading: Reading) -> Iterator[Evidence]:
    """เสร็จช้ากว่าแผน: the first report of 100 percent is dated after the last day of the plan.

    Of the reports that no later one takes back. One evidence: ``days`` between, ``finished`` and
    ``planned_end``. Measured to the day of the report, for no other day is told. Silent without a
    plan that can be drawn (see the curve), and while the newest percent is below 100.
    """
    slip = reading.slip
    if slip and slip.days > 0:
        figures = (
            ("days", slip.days),
            ("finished", slip.finished),
            ("planned_end", slip.planned_end),
        )
        yield Evidence(cited(slip.report_lines, slip.plan_lines), figures)


def behind_plan(reading: Reading) -> Iterator[Evidence]:
    """ช้ากว่าแผน: a report is ``behind_points`` percentage points or more below the plan of its day.

    A step's weight is due on its last day. Reports whose text stops the project do not count. One
    evidence for all such reports: ``reports`` and ``of``, the number that could be compared;
    ``points``, ``reported``, ``planned`` and ``day`` of the widest gap, the latest of equal ones.
    Silent without a plan that can be drawn, and for reports whose day or percent cannot be read.
    """
    stopped = [stop.report for stop in reading.stops]
    compared = [
        (-one.difference, one.day, one.planned, one.report)
        for one in reading.points
        if one.day and one.planned is not None and one.difference is not None
        if one.report not in stopped
    ]
    behind = [each for each in compared if each[0] >= reading.thresholds.behind_points]
    if behind and isinstance(reading.curve, Curve):
        gap, day, planned, _ = max(behind, key=lambda each: each[:2])
        figures = (
            ("reports", len(behind)),
            ("of", len(compared)),
            ("points", gap),
            ("reported", planned - gap),
            ("planned", planned),
            ("day", day),
        )
        lines = (report.percent.lines for _, _, _, report in behind)
        yield Evidence(cited(*lines, reading.curve.lines), figures)
