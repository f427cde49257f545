"""Invented reports and plans, what is assessed of them, and charts as a browser gets them."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from jinja2 import Environment

from generator.assess.assessment import Assessment
from generator.assess.plan import Curve, Due, NoCurve, Point, planned_on, slip
from generator.assess.status import STATUSES, Verdict
from generator.assess.thresholds import THRESHOLDS
from generator.dump.lines import Cited, Span
from generator.render.environment import environment
from generator.sections.progress import Report
from generator.sections.shape import Day, Figure
from tests.publish.invented import site

Told = tuple[str, str]
"""Day and percent; ``""`` cannot be read."""

REAL_REPORTS: tuple[Told, ...] = (
    ("2023-01-30", "25"),
    ("2023-02-20", "30"),
    ("2023-04-20", "35"),
    ("2023-05-22", "40"),
    ("2023-06-17", "50"),
    ("2023-07-20", "54"),
    ("2023-08-21", "70"),
    ("2023-09-07", "100"),
)
"""Oldest first; the figures of a project that is public."""
REAL_PLAN: tuple[Told, ...] = (
    ("2022-10-01", "20"),
    ("2022-10-01", "40"),
    ("2023-05-15", "60"),
    ("2023-07-15", "80"),
    ("2023-08-15", "100"),
)


def report(line: int, told: Told) -> Report:
    at = Span(line, line)
    return Report(
        number=Cited(line, at),
        percent=Cited(Figure(told[1], Decimal(told[1]) if told[1] else None), at),
        day=Cited(Day(told[0], date.fromisoformat(told[0]) if told[0] else None), at),
        repeat=None,
        text_day=None,
        text=None,
        problem=None,
        obstacle=None,
        closed=True,
        lines=at,
    )


def curve(*dues: Told) -> Curve:
    """Days with the percent due in all."""
    steps = tuple(
        Due(date.fromisoformat(day), Decimal(percent), Span(90, 94)) for day, percent in dues
    )
    return Curve(steps, steps[-1].day, Span(90, 94))


def points(told: Iterable[Told], plan: Curve | NoCurve) -> tuple[Point, ...]:
    """The report at place n stands on line n, from 1."""
    found = []
    for line, one in enumerate(told, start=1):
        read = report(line, one)
        day, percent = read.day.value.value, read.percent.value.value
        due = planned_on(plan, day) if isinstance(plan, Curve) and day else None
        difference = None if percent is None or due is None else percent - due
        found.append(Point(read, day, percent, due, difference))
    return tuple(found)


def assessed(
    told: Iterable[Told],
    plan: Curve | NoCurve = NoCurve.NOT_IN_COPY,
    *,
    status: str = "unknown",
    lines: tuple[int, ...] = (),
    as_of: str = "",
) -> Assessment:
    """``lines`` are those of the reports that say the status."""
    found = points(told, plan)
    verdict = Verdict(
        status=status,
        meaning=next(one.meaning for one in STATUSES if one.code == status),
        as_of=date.fromisoformat(as_of) if as_of else None,
        evidence=tuple(Span(line, line) for line in lines),
        reported=None,
        reported_lines=None,
        reported_on=None,
        planned=None,
        slip=slip(curve=plan, points=found),
        difference=None,
        silent_days=None,
    )
    return Assessment(plan, found, verdict, (), THRESHOLDS)


@cache
def jinja() -> Environment:
    return environment(site())


def markup(component: str, macro: str, *arguments: object, **named: object) -> str:
    """A chart's HTML."""
    module = jinja().get_template(f"components/{component}.html").module
    return str(getattr(module, macro)(*arguments, **named))


def spoken(html: str) -> str:
    """Its title and description."""
    found = re.findall(r"<(?:title|desc)[^>]*>(.*?)</(?:title|desc)>", html, re.DOTALL)
    return " ".join(" ".join(found).replace("\u00a0", " ").split())


def caption(html: str) -> str:
    """The words beside it."""
    found = re.search(r"<figcaption>(.*?)</figcaption>", html, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).replace("\u00a0", " ").split())
