"""ปัญหา, อุปสรรค: what reports say stood in the way, one record a report that says something."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.agencies import Agency
from generator.collate import Project
from generator.corpus import Entry
from generator.dump.lines import Cited, Span
from generator.publish import urls
from generator.publish.memo import once
from generator.publish.project.log import anchors, in_order
from generator.publish.rows import ProjectRow, project_row
from generator.sections.progress import Report
from generator.thai.text import excerpt, fold

LONGEST = 400
"""Characters of a text in a list; the project's page has it whole."""
EDGES = " -–.:*/"
NONE = re.compile(r"(?:ยัง)?ไม่(?:มี|พบ)(?:ปัญหา|อุปสรรค|และ|หรือ|ใด|ๆ|/| )*")
"""In key form: the agency wrote that there is none."""

KINDS = ("text", "none", "dash", "blank", "absent")
"""Something is said; that there is none; a dash; nothing; this copy does not hold the line."""


class Told(NamedTuple):
    """A text as a list shows it."""

    text: str
    is_cut: bool
    lines: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback:
    """A report that names a problem, an obstacle, or both."""

    project: ProjectRow
    day: date | None
    """``None`` when what is written is no day."""
    percent: Decimal | None
    problem: Told | None
    """``None`` where it says nothing, or that there is none."""
    obstacle: Told | None
    is_same: bool
    """Problem and obstacle are the same words."""
    url: str
    """The report on its project's page."""
    raw_url: str
    agency: Agency
    source: Project
    """With the address of the report it tells all but the row and the agency."""
    report: Report
    """For the list as data, which holds the texts whole."""

    @property
    def month(self) -> str:
        """``2023-08``, or ``unknown``."""
        return self.day.isoformat()[:7] if self.day else "unknown"


def setbacks(entries: Iterable[Entry]) -> tuple[Setback, ...]:
    """Newest first, unknown days last; on one day in the order of the projects."""
    found = [one for entry in entries for one in of_project(entry)]
    return tuple(sorted(found, key=lambda one: -one.day.toordinal() if one.day else 1))


@once
def of_project(entry: Entry) -> tuple[Setback, ...]:
    """Those of one project, newest first."""
    return tuple(named(entry))


def named(entry: Entry) -> Iterator[Setback]:
    """Each as its report tells it."""
    if not any(says(one.problem) or says(one.obstacle) for one in entry.reports):
        return
    row, page = project_row(entry), urls.project(entry.project.key)
    raw = urls.raw_snapshot(entry.project, entry.project.snapshots[0])
    ordered = in_order(entry.reports)
    for report, anchor in zip(ordered, anchors(ordered), strict=True):
        problem, obstacle = told(report.problem), told(report.obstacle)
        if problem or obstacle:
            yield Setback(
                project=row,
                day=report.day.value.value,
                percent=report.percent.value.value,
                problem=problem,
                obstacle=obstacle,
                is_same=bool(problem and obstacle) and same(report.problem, report.obstacle),
                url=f"{page}#{anchor}",
                raw_url=raw,
                agency=entry.agency,
                source=entry.project,
                report=report,
            )


def told(cited: Cited[str] | None) -> Told | None:
    """A text that says something, cut where it is long."""
    if cited is None or not says(cited):
        return None
    return Told(excerpt(cited.value, LONGEST), len(cited.value) > LONGEST, cited.lines)


def says(cited: Cited[str] | None) -> bool:
    """Something stands there, and not that there is none."""
    return kind(cited) == "text"


def kind(cited: Cited[str] | None) -> str:
    """Which of ``KINDS`` a line is."""
    return kind_of(cited.value) if cited else "absent"


@lru_cache(1024)
def kind_of(text: str) -> str:
    """Of what stands there; most lines have one of the same few words."""
    folded = fold(text)
    if not folded:
        return "blank"
    if not any(map(str.isalnum, folded)):
        return "dash"
    return "none" if NONE.fullmatch(folded.strip(EDGES)) else "text"


def same(one: Cited[str] | None, other: Cited[str] | None) -> bool:
    """Both are the same words, whatever their spelling."""
    return one is not None and other is not None and fold(one.value) == fold(other.value)


class Silences(NamedTuple):
    """How many lines of one label there are of each of ``KINDS``."""

    label: str
    """``problem`` or ``obstacle``."""
    counts: tuple[int, ...]


def silences(entries: Iterable[Entry]) -> tuple[Silences, Silences]:
    """Of every report of the newest copies."""
    problems: Counter[str] = Counter()
    obstacles: Counter[str] = Counter()
    for entry in entries:
        problems.update(kind(one.problem) for one in entry.reports)
        obstacles.update(kind(one.obstacle) for one in entry.reports)
    return (
        Silences("problem", tuple(problems[one] for one in KINDS)),
        Silences("obstacle", tuple(obstacles[one] for one in KINDS)),
    )
