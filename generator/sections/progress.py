"""ผลการดำเนินงาน: the log of progress reports, newest first as the page lists them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line, Span, on, span
from generator.sections.shape import (
    NUMBER,
    Day,
    Figure,
    Reading,
    SectionType,
    figure,
    iso_day,
    joined,
    parted,
    percent,
)
from generator.thai.calendar import written_day
from generator.thai.text import shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One entry of the log. Three silences stay apart: ``None``, ``"-"`` and ``"ไม่มี"``."""

    number: Cited[int]
    """From 1, the newest."""
    percent: Cited[Figure]
    """0 to 100, as the officer typed it; it may fall from month to month."""
    day: Cited[Day]
    """The day of the entry, Common Era on the page."""
    repeat: Cited[Figure] | None
    """The percent again on a line of its own; not in stripped copies."""
    text_day: Cited[Day] | None
    """The day the text begins with: an officer's ``27/05/2564``, and what it means."""
    text: Cited[str] | None
    """``""`` behind a day and nothing else, ``None`` where the entry has no such line."""
    problem: Cited[str] | None
    """ปัญหา; ``""`` when left blank, ``None`` where the entry has no such line."""
    obstacle: Cited[str] | None
    """อุปสรรค; likewise."""
    closed: bool
    """The rule that ends each entry was there."""
    lines: Span


@dataclass(frozen=True, slots=True)
class Progress:
    """Reports in the order of the page: newest first when all is well."""

    kind: ClassVar[str] = "progress"
    reports: tuple[Report, ...]
    heading: Span | None


HEADING = shape(r"ผลการดำเนินงาน")
REPORT = shape(
    r"\((?P<number>[0-9๐-๙]{1,4})\) ?ความคืบหน้าโครงการฯ? ?ร้อยละ ?(?P<percent>[^\s(]{0,40}) ?"
    r"\((?P<day>[^()]{0,40})\)"
)
# "11/29/2020 : text" stands among Buddhist-era days in a real dump; so does a day with no text.
DATED = shape(r"(?P<day>[0-9๐-๙]{1,4}[/.-][0-9๐-๙]{1,2}[/.-][0-9๐-๙]{1,4}) ?:(?P<text>.*)")
PROBLEM = shape(r"\*\* ?ปัญหาของโครงการ ?:(?P<text>.*)")
OBSTACLE = shape(r"\*\* ?อุปสรรคของโครงการ ?:(?P<text>.*)")
CLOSE = shape(r"-{3,80}&&&-{3,80}")


def read(lines: tuple[Line, ...]) -> Reading:
    """Cut the block at the head of each report, then read the reports."""
    heads = {
        i: found
        for i, line in enumerate(lines)
        if "(" in line.text and (found := REPORT.fullmatch(line.text))
    }
    heading, stray, entries = parted(lines, [*heads], HEADING)
    reports: list[Report] = []
    unclaimed = list(stray)
    odd: list[Diagnostic] = []
    for head, block in zip(heads.values(), entries, strict=True):
        report, left, strange = entry(head, block)
        reports.append(report)
        unclaimed += left
        odd += strange
    return Reading(Progress(tuple(reports), heading), tuple(unclaimed), tuple(odd))


def entry(
    found: re.Match[str], lines: tuple[Line, ...]
) -> tuple[Report, tuple[Line, ...], tuple[Diagnostic, ...]]:
    """One report, the lines behind its closing rule, and what is odd about it."""
    head = lines[0]
    body, after, closed = until_closed(lines[1:])
    at = on(head)
    reported, odd = percent(found["percent"], head)
    day = iso_day(found["day"])
    if day.value is None:
        odd = (*odd, Diagnostic("day-unreadable", head.number, detail=found["day"]))
    repeat, body = take_repeat(body)
    if repeat is not None and repeat.lines and repeat.value.value != reported.value:
        detail = f"{reported.written} / {repeat.value.written}"
        odd = (*odd, Diagnostic("number-differs", repeat.lines.first, detail=detail))
    said, problem, obstacle = parts(body)
    text_day, text = dated(said, day) if said else (None, None)
    if text_day and text_day.lines and text_day.value.value is None:
        odd = (
            *odd,
            Diagnostic("day-unreadable", text_day.lines.first, detail=text_day.value.written),
        )
    report = Report(
        number=Cited(int(found["number"]), at),
        percent=Cited(reported, at),
        day=Cited(day, at),
        repeat=repeat,
        text_day=text_day,
        text=text,
        problem=labelled(problem),
        obstacle=labelled(obstacle),
        closed=closed,
        lines=span(lines[: len(lines) - len(after)]),
    )
    return report, after, odd


def until_closed(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...], bool]:
    """The lines before and behind the closing rule, and whether it is there."""
    for i, line in enumerate(lines):
        if "&&&" in line.text and CLOSE.fullmatch(line.text):
            return lines[:i], lines[i + 1 :], True
    return lines, (), False


def take_repeat(
    body: tuple[Line, ...],
) -> tuple[Cited[Figure] | None, tuple[Line, ...]]:
    """The bare number right under the head, when there is one."""
    if body and NUMBER.fullmatch(body[0].text.strip()):
        line = body[0]
        return Cited(figure(line.text.strip()), on(line)), body[1:]
    return None, body


def parts(
    body: Iterable[Line],
) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
    """Text, problem and obstacle, each over as many lines as it has."""
    text: list[Line] = []
    problem: list[Line] = []
    obstacle: list[Line] = []
    current = text
    for line in body:
        if "**" in line.text:
            if not problem and PROBLEM.fullmatch(line.text):
                current = problem
            elif not obstacle and OBSTACLE.fullmatch(line.text):
                current = obstacle
        current.append(line)
    return tuple(text), tuple(problem), tuple(obstacle)


def dated(lines: tuple[Line, ...], near: Day) -> tuple[Cited[Day] | None, Cited[str]]:
    """The day the text begins with, if it does, and the text behind it."""
    first = lines[0]
    found = DATED.fullmatch(first.text)
    if found is None:
        return None, joined(lines)
    meant = written_day(found["day"], near.value)
    day = Day(found["day"], meant.day if meant else None)
    return Cited(day, on(first)), continued(found["text"], lines)


def labelled(lines: tuple[Line, ...]) -> Cited[str] | None:
    """The text behind a label and its colon."""
    return continued(lines[0].text.partition(":")[2], lines) if lines else None


def continued(beginning: str, lines: tuple[Line, ...]) -> Cited[str]:
    """A text that begins within the first of its lines."""
    if len(lines) == 1:
        return Cited(beginning.strip(), on(lines[0]))
    rest = [beginning.strip(), *[line.text.strip() for line in lines[1:]]]
    return Cited("\n".join(rest).strip("\n"), span(lines))


TYPE = SectionType(Progress.kind, opens=(HEADING, REPORT), read=read)
