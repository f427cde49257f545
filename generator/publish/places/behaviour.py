"""พฤติกรรมการรายงาน: how projects are reported on, always with n.

About records, never about people. Stripped copies are left out: what their extractor dropped was
perhaps never missing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.assess.reading import Month
from generator.corpus import Entry
from generator.publish.groups import FEW
from generator.publish.shares import Share
from generator.thai.calendar import MONTHS, OCTOBER


class MonthColumn(NamedTuple):
    """One month of the fiscal year, of all years together."""

    month: int
    """1 to 12."""
    reported: Share
    """Projects with a report in it, of those for which it could be expected."""
    middle: Decimal
    """Per cent of the width."""

    @property
    def top(self) -> Decimal:
        """Per cent from above."""
        return 100 - (self.reported.share or Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How the projects of an agency are reported on."""

    projects: int
    """Those that count: the newest copy is whole."""
    stripped: int
    """Those left out."""
    dated: int
    """Projects whose months can be told."""
    months: Share
    """Whole months with a report, of those in which one could stand: from October to the record's
    day, to 100 percent or to the end of a cancelled project."""
    by_month: tuple[MonthColumn, ...]
    """October first; empty for fewer than ``FEW`` projects, too few for a shape."""
    least: int | None
    """The month with the smallest share, of those with ``FEW`` projects or more; ``None`` when
    several are as small."""
    empty: Share
    """Reports without a word on what was done."""
    repeated: Share
    """Reports in runs of the same text."""
    findings: Decimal | None
    """Rules that hold, on average of the projects, to one place."""

    @property
    def is_of_few(self) -> bool:
        """Too few projects to be compared with others."""
        return self.projects < FEW


def behaviour(entries: Iterable[Entry]) -> Behaviour:
    """Look at the whole copies."""
    every = tuple(entries)
    whole = tuple(one for one in every if not one.project.newest.is_stripped)
    dated = tuple(one.assessment.months for one in whole if one.assessment.months)
    told = [month for months in dated for month in months]
    columns = by_month(told) if len(dated) >= FEW else ()
    written = sum(len(one.reports) for one in whole)
    rules = sum(len({finding.rule for finding in one.assessment.findings}) for one in whole)
    return Behaviour(
        projects=len(whole),
        stripped=len(every) - len(whole),
        dated=len(dated),
        months=Share(sum(one.is_reported for one in told), len(told)),
        by_month=columns,
        least=least(columns),
        empty=Share(told_of("empty-report", whole), written),
        repeated=Share(told_of("repeated-text", whole), written),
        findings=round(Decimal(rules) / len(whole), 1) if whole else None,
    )


def by_month(months: Iterable[Month]) -> tuple[MonthColumn, ...]:
    """The months of all years, put together by their place in the year."""
    n: Counter[int] = Counter()
    count: Counter[int] = Counter()
    for one in months:
        n[one.month] += 1
        count[one.month] += one.is_reported
    return tuple(
        MonthColumn(month, Share(count[month], n[month]), round(Decimal(100 * i + 50) / MONTHS, 2))
        for i, month in enumerate((place + OCTOBER - 1) % MONTHS + 1 for place in range(MONTHS))
    )


def least(columns: Iterable[MonthColumn]) -> int | None:
    """The month with the smallest share, if it is the only one."""
    shares = {one.month: one.reported.share for one in columns if one.reported.n >= FEW}
    smallest = min((one for one in shares.values() if one is not None), default=None)
    found = [month for month, share in shares.items() if share == smallest]
    return found[0] if len(found) == 1 and len(shares) > 1 else None


def told_of(rule: str, entries: Iterable[Entry]) -> int:
    """Reports that a rule counts, in all places where it holds."""
    figures = (
        dict(finding.evidence.figures)["reports"]
        for entry in entries
        for finding in entry.assessment.findings
        if finding.rule == rule
    )
    return sum(one for one in figures if isinstance(one, int))
