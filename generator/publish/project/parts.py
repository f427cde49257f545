"""The sections of a project as its page shows them; what there is nothing to choose in, as read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, NamedTuple

from generator.corpus import Entry
from generator.dump.lines import Cited, Span
from generator.publish import urls
from generator.publish.project.charts.gantt import Gantt, gantt
from generator.publish.project.charts.quarters import QuarterBars, quarter_bars, quarter_number
from generator.sections.evaluation import Evaluation
from generator.sections.indicators import Indicator, Indicators, Quarter
from generator.sections.objectives import Objectives
from generator.sections.rationale import Rationale
from generator.sections.shape import Day, Figure
from generator.sections.steps import Plan, Step
from generator.sections.strategy import Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units
from generator.thai.numerals import arabic
from generator.thai.points import Points, points
from generator.thai.text import fold

LONG = 400
"""Characters of a text that fills more than half of a phone's screen."""

DEEPEST = 4
"""Levels of the strategy path that have a name."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Sections the copy does not hold: whether they were filled in is not known."""

    kind: ClassVar[str] = "missing"
    of: tuple[str, ...]
    """Their kinds."""


class Said(NamedTuple):
    """A section that is one text."""

    of: str
    """Its kind."""
    text: Cited[str] | None
    """``None`` under an empty heading."""
    points: Points
    """The text, taken apart at its numbering."""
    is_long: bool
    """On a phone one has to ask for it."""


@dataclass(frozen=True, slots=True)
class Why:
    """หลักการและเหตุผล วัตถุประสงค์ เป้าหมาย: why there is this project, as far as the copy says."""

    kind: ClassVar[str] = "why"
    texts: tuple[Said, ...]


class ShownStep(NamedTuple):
    """One step of the plan."""

    number: int | None
    """As the source counts, where the label does not say it."""
    label: str
    name: Cited[str] | None
    weight: Cited[Figure] | None
    start: Cited[Day] | None
    end: Cited[Day] | None
    is_one_day: bool
    is_due: bool | None
    """Its end day has come by the as-of day; whether it was done is told nowhere. ``None``: one of
    the days is not known."""
    lines: Span
    """All of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """แผนการดำเนินงาน, in the order of the page."""

    kind: ClassVar[str] = "steps"
    steps: tuple[ShownStep, ...]
    total: Decimal | None
    """Sum of the weights; ``None`` unless every step has one."""
    as_of: date | None
    """The day that the steps' states are of."""
    gantt: Gantt | None
    """A lane for each step; ``None`` where no step has a day, or no fiscal year is known."""
    heading: Span | None


class ShownQuarter(NamedTuple):
    """One row of an indicator's table."""

    number: int | None
    """1 to 4; ``None`` when something else is written."""
    written: str
    result: Cited[Figure] | None
    score: Cited[Figure] | None
    pair: Cited[str] | None
    lines: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIndicator:
    """One indicator, and only what differs of what it says twice."""

    indicator: Indicator
    result_unit: Cited[str] | None
    table_unit: Cited[str] | None
    bars: QuarterBars | None
    """``None`` where no result is above 0: the table says that better."""
    quarters: tuple[ShownQuarter, ...]
    has_scores: bool


@dataclass(frozen=True, slots=True)
class ShownIndicators:
    """ตัวชี้วัด, in the order of the page."""

    kind: ClassVar[str] = "indicators"
    indicators: tuple[ShownIndicator, ...]
    heading: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathNode:
    """One strategy node as this copy writes it."""

    href: str
    number: str
    label: str
    """With its English name behind a colon, where the copy has one."""
    level: int
    """1 to 4; what lies deeper counts as 4."""
    cut: bool
    count: None
    """Left out: a page must not change when other projects come."""
    lines: Span


@dataclass(frozen=True, slots=True)
class Path:
    """ยุทธศาสตร์, root first."""

    kind: ClassVar[str] = "strategy"
    nodes: tuple[PathNode, ...]
    heading: Span | None


@dataclass(frozen=True, slots=True)
class Codes:
    """The unit codes, or that the copy holds none."""

    kind: ClassVar[str] = "units"
    units: Units | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvaluation:
    """สยป. ประเมินโครงการ: the quarter that was open."""

    kind: ClassVar[str] = "evaluation"
    quarter: Cited[Figure] | None
    number: int | None
    """1 to 4; ``None`` when something else is written."""
    score: Cited[Figure] | None


def why(sections: Iterable[Rationale | Objectives | Targets]) -> Why:
    """The texts."""
    return Why(
        tuple(
            Said(
                of=one.kind,
                text=one.text,
                points=points(one.text.value if one.text else ""),
                is_long=one.text is not None and len(one.text.value) > LONG,
            )
            for one in sections
        )
    )


def steps(section: Plan, as_of: date | None, year: int | None) -> Steps:
    """The plan as it stands on its record's own day."""
    weights = [one.weight.value.value for one in section.steps if one.weight]
    known = [weight for weight in weights if weight is not None]
    total = sum(known, Decimal(0)) if len(known) == len(section.steps) > 0 else None
    shown = tuple(shown_step(step, as_of) for step in section.steps)
    return Steps(
        steps=shown,
        total=total,
        as_of=as_of,
        gantt=gantt(section.steps, year, as_of) if year else None,
        heading=section.heading,
    )


def shown_step(step: Step, as_of: date | None) -> ShownStep:
    """One step."""
    labelled = arabic(step.label).rstrip(".) ") == str(step.number.value)
    first, last = (day.value.value if day else None for day in (step.start, step.end))
    return ShownStep(
        number=None if labelled else step.number.value,
        label=step.label,
        name=step.name,
        weight=step.weight,
        start=step.start,
        end=step.end,
        is_one_day=first is not None and first == last,
        is_due=last <= as_of if last and as_of else None,
        lines=step.lines,
    )


def indicators(section: Indicators) -> ShownIndicators:
    """The indicators."""
    return ShownIndicators(tuple(map(shown_indicator, section.indicators)), section.heading)


def shown_indicator(one: Indicator) -> ShownIndicator:
    """One indicator."""
    bars = quarter_bars(one)
    return ShownIndicator(
        indicator=one,
        bars=None if bars is None or bars.is_flat else bars,
        result_unit=other(one.result_unit, one.unit),
        table_unit=other(one.table_unit, one.unit),
        quarters=tuple(map(shown_quarter, one.quarters)),
        has_scores=any(quarter.score for quarter in one.quarters),
    )


def other(again: Cited[str] | None, first: Cited[str] | None) -> Cited[str] | None:
    """What is said again, if it is not the same."""
    return None if again and first and fold(again.value) == fold(first.value) else again


def shown_quarter(quarter: Quarter) -> ShownQuarter:
    """One row."""
    cells = (quarter.number, quarter.result, quarter.score, quarter.pair)
    lines = [cell.lines for cell in cells if cell and cell.lines]
    return ShownQuarter(
        number=quarter_number(quarter.number.value),
        written=quarter.number.value.written,
        result=quarter.result,
        score=quarter.score,
        pair=quarter.pair,
        lines=Span(lines[0].first, lines[-1].last) if lines else None,
    )


def evaluation(section: Evaluation | None) -> ShownEvaluation:
    """The evaluation, or that the copy holds none."""
    quarter = section.quarter if section else None
    return ShownEvaluation(
        quarter=quarter,
        number=quarter_number(quarter.value) if quarter else None,
        score=section.score if section else None,
    )


def path(entry: Entry, section: Strategy) -> Path:
    """The strategy path with the addresses of its nodes."""
    nodes = tuple(
        PathNode(
            href=urls.node(key),
            number=node.numeral,
            label=f"{node.label} : {node.english}" if node.english else node.label,
            level=min(key.level, DEEPEST),
            cut=node.may_be_cut,
            count=None,
            lines=node.lines,
        )
        for key, node in zip(entry.nodes, section.nodes, strict=True)
    )
    return Path(nodes, section.heading)
