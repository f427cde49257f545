"""How the year went: what was planned, when it was reported, how far the work had come."""

from datetime import date, timedelta
from math import ceil, floor
from random import Random
from typing import NamedTuple

from tests.writer.anomalies import Anomaly
from tests.writer.plan import due, over, steps
from tests.writer.programme import LAST_YEAR, Work
from tests.writer.records import Step

STOPPED = frozenset({Anomaly.CANCELLED, Anomaly.CANCELLED_WITH_RESULT, Anomaly.PAUSED})
FINISHING = frozenset(
    {Anomaly.DONE_WITHOUT_TEXT, Anomaly.FINISHED_LATE, Anomaly.ABOVE_100, Anomaly.QUARTERS_ZERO}
)
FINISHED_SHARE = 0.7
MARCH, SEPTEMBER = 5, 11
"""Months of the fiscal year, counted from October = 0."""
FEWEST = 5
"""Reports that a log has, if it has any."""


class Course(NamedTuple):
    """Days and percents stand oldest first."""

    days: tuple[date, ...]
    percents: tuple[float, ...]
    planned: tuple[Step, ...]
    stopped_from: int
    """From this report on the work is cancelled or paused; else the number of reports."""


def course(work: Work, odd: frozenset[Anomaly], chance: Random) -> Course:
    """The frame of plan and log."""
    finishes = _finishes(work.year, odd, chance)
    days = _days(work.year, odd, _last_month(work.year, chance, finishes=finishes), chance)
    soon = finishes or Anomaly.BEHIND_PLAN in odd
    end = _planned_end(days, odd, chance) if soon else date(work.year - 543, 9, 28)
    planned = steps(work.topic.work, date(work.year - 544, 10, 1), end, chance)
    percents = _percents(days, planned, odd, chance)
    if finishes:
        percents[-1] = 100.0
    stopped_from = len(days)
    if odd & STOPPED:
        stopped_from -= chance.randint(1, 4)
        percents[stopped_from:] = [percents[stopped_from - 1]] * (len(days) - stopped_from)
    if Anomaly.PERCENT_FALLS in odd:
        _let_fall(percents, chance)
    if Anomaly.ABOVE_100 in odd:
        percents[-1] = chance.choice((105.0, 110.0, 120.0))
    return Course(days, tuple(percents), planned, stopped_from)


def _finishes(year: int, odd: frozenset[Anomaly], chance: Random) -> bool:
    if odd & (STOPPED | {Anomaly.BEHIND_PLAN}):
        return False
    if odd & FINISHING:
        return True
    return year < LAST_YEAR and chance.random() < FINISHED_SHARE


def _last_month(year: int, chance: Random, *, finishes: bool) -> int:
    if year == LAST_YEAR:
        # half of this year is still to come
        return MARCH
    return chance.randint(7, SEPTEMBER) if finishes else chance.randint(6, SEPTEMBER - 1)


def _days(year: int, odd: frozenset[Anomaly], last: int, chance: Random) -> tuple[date, ...]:
    months = list(range(last + 1))
    if Anomaly.MISSING_MONTHS in odd:
        missing = min(chance.randint(2, 3), last + 1 - FEWEST)
        months = sorted({*months} - {*chance.sample(months[:-1], missing)})
    return tuple(_day(year, month, chance.randint(15, 28)) for month in months)


def _day(year: int, month: int, day: int) -> date:
    """``month`` counts from October of the year before."""
    return date(year - 544 + (month + 9) // 12, (month + 9) % 12 + 1, day)


def _planned_end(days: tuple[date, ...], odd: frozenset[Anomaly], chance: Random) -> date:
    if Anomaly.FINISHED_LATE in odd:
        return days[-1] - timedelta(chance.randint(15, 70))
    if Anomaly.BEHIND_PLAN in odd:
        return days[-1] - timedelta(chance.randint(1, 9))
    return days[-1] + timedelta(chance.randint(0, 2))


def _percents(
    days: tuple[date, ...], planned: tuple[Step, ...], odd: frozenset[Anomaly], chance: Random
) -> list[float]:
    """Never falling; at or before the plan unless it is to be behind."""
    grain = chance.choice((5.0, 5.0, 1.0, 0.5))
    slowness = chance.uniform(0.3, 0.6)
    percents: list[float] = []
    for day in days:
        percent: float
        if Anomaly.BEHIND_PLAN in odd:
            percent = floor(over(planned, day) * slowness)
        elif Anomaly.FINISHED_LATE in odd:
            percent = floor(due(planned, day) * 0.85)
        else:
            percent = ceil(due(planned, day) / grain) * grain
        percents.append(max([min(percent, 99.0), *percents[-1:]]))
    return percents


def _let_fall(percents: list[float], chance: Random) -> None:
    """One report says ten less than the one before it."""
    high = [at for at in range(3, len(percents) - 1) if percents[at - 1] > 10]
    at = chance.choice(high or [len(percents) - 1])
    percents[at] = max(percents[at - 1] - 10.0, 0.0)
