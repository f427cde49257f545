"""What several pages show alike: crumbs, projects in a list, the span of their years.

Words are the templates': a name nobody knows is ``None`` here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.corpus import Entry
from generator.publish import urls
from generator.publish.artifacts import Page, Text
from generator.publish.memo import once
from generator.sections.identity import Identity
from generator.sections.progress import Progress


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the city's strategy plan, or the bucket ``unknown``."""

    id: str
    url: str
    first_year: int | None
    """Fiscal year, Buddhist Era; ``None`` is open."""
    last_year: int | None


class Crumb(NamedTuple):
    """One step of the way from home to a page."""

    place: str
    """Which word the template writes: ``agencies``, ``side`` …; ``""`` when the label says all."""
    label: str | int | tuple[int, int] | Version | Text | None = None
    """What the word needs; a number is a fiscal year, Buddhist Era, a pair year C.E. and month."""
    url: str | None = None
    """``None`` for the page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A project in a list."""

    key: str
    """Its code, else ``x-…``: what it is called when no copy names it."""
    url: str
    title: str | None
    is_inferred: bool
    """The newest copy does not state the title: its rationale or another copy does."""
    agency: str | None
    agency_url: str
    year: int | None
    """Fiscal year, Buddhist Era."""
    percent: Decimal | None
    """As its page has it: the newest report's, else the header's; it may lie outside 0 to 100."""
    holds_log: bool
    """False when the copy leaves open whether there are reports."""
    last_report: date | None
    status: str
    """Code of its row in the table of statuses."""
    meaning: str
    """The shape of its status: ``on``, ``behind``, ``stop`` or ``none``."""
    difference: Decimal | None
    """Points between the newest report and the plan of its day; ``None`` where one is not known."""

    @property
    def bar(self) -> Decimal:
        """The length of its bar in per cent; 0 without a percent."""
        return min(max(self.percent or Decimal(0), Decimal(0)), Decimal(100))


@dataclass(frozen=True, slots=True)
class Listing:
    """Projects in a list."""

    rows: tuple[ProjectRow, ...]
    inferred: int
    """How many of the titles are inferred."""


class Years(NamedTuple):
    """Fiscal years, Buddhist Era, both included."""

    first: int
    last: int


def page(url: str, template: str, view: object) -> Page:
    """A page whose view is made ahead: it is small beside the projects it was made from.

    What travels to another process is then a few rows, and never the dumps behind them.
    """
    return Page(urls.path(url), f"pages/{template}.html", partial(made, view))


def made(view: object) -> object:
    """The view as it is."""
    return view


def header_percent(entry: Entry) -> Decimal | None:
    """The percent in the head of the newest copy."""
    head = entry.project.newest.section(Identity)
    return head.percent.value.value if head and head.percent else None


def listing(entries: Iterable[Entry]) -> Listing:
    """The projects in their order."""
    rows = tuple(map(project_row, entries))
    return Listing(rows, sum(row.is_inferred for row in rows))


@once
def project_row(entry: Entry) -> ProjectRow:
    """One project."""
    title, verdict = entry.project.facts.title, entry.assessment.verdict
    return ProjectRow(
        key=entry.project.key,
        url=urls.project(entry.project.key),
        title=entry.title,
        is_inferred=title is not None and title.inferred,
        agency=entry.agency.name,
        agency_url=urls.agency(entry.agency),
        year=entry.year,
        percent=entry.assessment.verdict.reported,
        holds_log=entry.project.newest.section(Progress) is not None,
        last_report=entry.last_report,
        status=verdict.status,
        meaning=verdict.meaning,
        difference=verdict.difference,
    )


def fiscal_years(entries: Iterable[Entry]) -> Years | None:
    """From the first to the last year of the projects; ``None`` when none has one."""
    years = [entry.year for entry in entries if entry.year is not None]
    return Years(min(years), max(years)) if years else None


def last_report(entries: Iterable[Entry]) -> date | None:
    """The newest day of all logs."""
    days = (entry.last_report for entry in entries)
    return max((day for day in days if day), default=None)
