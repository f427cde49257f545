"""Entries of the log that are odd in themselves, and logs whose entries stand in an odd order."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from tests.writer.anomalies import Anomaly
from tests.writer.cast import Cast
from tests.writer.records import Report
from tests.writer.vocabulary import PHRASES


def spoil(entries: list[Report], stopped_from: int, odd: frozenset[Anomaly], cast: Cast) -> None:
    """Change single entries, each at most once; they stand oldest first."""
    newest = len(entries) - 1
    size = min(stopped_from, newest)
    free = cast.chance.sample(range(size), size)
    for kind, change in CHANGES.items():
        if kind in odd:
            at = free.pop()
            entries[at] = change(entries[at], cast)
    if Anomaly.EMPTY_REPORTS in odd:
        for at in free[:3]:
            entries[at] = _emptied(entries[at])
        entries[free[0]] = entries[free[0]]._replace(stated=None, stated_day=None, text=None)
    if Anomaly.DONE_WITHOUT_TEXT in odd:
        entries[newest] = _emptied(entries[newest])


def in_page_order(page: list[Report], odd: frozenset[Anomaly], chance: Random) -> list[Report]:
    """Newest first, but for a slip that leaves the newest in its place."""
    at = chance.randrange(1, max(len(page) - 1, 2))
    if Anomaly.ENTRY_TWICE in odd:
        return [*page[: at + 1], *page[at:]]
    if Anomaly.OUT_OF_ORDER in odd:
        page[at], page[at + 1] = page[at + 1], page[at]
        if chance.random() < 0.5:
            return [report._replace(number=number) for number, report in enumerate(page, start=1)]
    return page


def _emptied(entry: Report) -> Report:
    """The date alone, as the form fills it in."""
    stated = f"{entry.day:%d/%m}/{entry.day.year + 543}"
    return entry._replace(stated=stated, stated_day=entry.day, text="")


def _american(entry: Report, _cast: Cast) -> Report:
    return entry._replace(stated=f"{entry.day:%m/%d/%Y}", stated_day=entry.day)


def _other_day(entry: Report, cast: Cast) -> Report:
    """A slip of the day, or last year's number."""
    days = cast.chance.choice((-30, -7, -1, 1, 3, None))
    day = (
        entry.day.replace(year=entry.day.year - 1) if days is None else entry.day + timedelta(days)
    )
    return entry._replace(stated=f"{day:%d/%m}/{day.year + 543}", stated_day=day)


def _unreadable(entry: Report, cast: Cast) -> Report:
    year = entry.day.year + 543
    stated = cast.chance.choice((f"31/02/{year}", f"31/02/{year}", "วันที่ 5"))
    return entry._replace(stated=stated, stated_day=None)


def _many_lines(entry: Report, cast: Cast) -> Report:
    more = cast.several(PHRASES["more_lines"], cast.chance.randint(1, 3))
    return entry._replace(text="\n".join([entry.text or "", *more]))


def _cancels_else(entry: Report, cast: Cast) -> Report:
    return entry._replace(text=cast.choose(PHRASES["cancels_else"]))


def _named_in_text(entry: Report, cast: Cast) -> Report:
    return entry._replace(text=f"{entry.text}{cast.plant('report')}")


def _named_in_problem(entry: Report, cast: Cast) -> Report:
    return entry._replace(problem=cast.plant("problem"))


def _without_problem(entry: Report, _cast: Cast) -> Report:
    return entry._replace(problem=None)


CHANGES: dict[Anomaly, Callable[[Report, Cast], Report]] = {
    Anomaly.AMERICAN_DAY: _american,
    Anomaly.OTHER_DAY: _other_day,
    Anomaly.UNREADABLE_DAY: _unreadable,
    Anomaly.MANY_LINES: _many_lines,
    Anomaly.CANCELS_SOMETHING_ELSE: _cancels_else,
    Anomaly.PRIVATE_IN_REPORT: _named_in_text,
    Anomaly.PRIVATE_IN_PROBLEM: _named_in_problem,
    Anomaly.NO_PROBLEM_LINE: _without_problem,
}
