"""สำเนา: several copies of one page, and what they say that should not change with time."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.assess.findings.months import neighbours
from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Reading, entries
from generator.dump.lines import Cited, Span
from generator.project import Copy
from generator.sections.identity import Identity
from generator.sections.indicators import Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Report
from generator.sections.rationale import Rationale
from generator.sections.steps import Plan
from generator.sections.strategy import Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units
from generator.thai.text import fold


class Said(NamedTuple):
    """What a copy says in one field."""

    value: object
    """In a form in which only what matters differs; ``None`` where the copy does not hold it."""
    lines: tuple[Span | None, ...] = ()


Fields = Mapping[str, Said]
NOTHING = Said(None)
PROSE = {"rationale", "objectives", "targets"}


def copies_differ(reading: Reading) -> Iterator[Evidence]:
    """สำเนาไม่ตรงกัน: another copy of this page says otherwise what should not change with time.

    Compared where both copies hold it: ``title agency year unit strategy plan indicators`` (of an
    indicator its name, unit and target), and, if both or neither are stripped, ``rationale
    objectives targets``. Then ``report``: reports of a day that both have, with another percent or,
    if both or neither are stripped, another text; and ``gone``: days of the other copy's reports
    on which this one has none, up to its own newest. New reports, the head's percent, results and
    scores are what time changes. One evidence for each copy and field: ``copy`` (the digest in the
    address of its raw view), ``what`` (the field), ``times`` (reports or days; else 1). The lines
    are the newest copy's; those of ``gone`` are the reports before and after the first such day.
    """
    newest, *others = reading.project.snapshots
    for other in others:
        for what, times, lines in (
            *differing_fields(newest.copy, other.copy),
            *changed_reports(newest.copy, other.copy),
            *days_gone(newest.copy, other.copy),
        ):
            figures = (("copy", other.short_digest), ("what", what), ("times", times))
            yield Evidence(cited(*lines), figures)


Difference = tuple[str, int, tuple[Span | None, ...]]
"""What differs, how often, and the newest copy's lines."""


def differing_fields(newest: Copy, other: Copy) -> Iterator[Difference]:
    """Of the fields that both copies hold."""
    own, theirs = fields(newest), fields(other)
    for what, said in own.items():
        value = theirs[what].value
        is_comparable = what not in PROSE or newest.is_stripped == other.is_stripped
        if is_comparable and None not in (said.value, value) and said.value != value:
            yield what, 1, said.lines


def changed_reports(newest: Copy, other: Copy) -> Iterator[Difference]:
    """Reports of days that both copies have a report of, none of the other's says the same."""
    with_text = newest.is_stripped == other.is_stripped
    theirs = [
        (one.day, one.percent, with_text and folded(one.report.text)) for one in entries(other)
    ]
    days = {day for day, _, _ in theirs}
    changed = [
        one.report
        for one in entries(newest)
        if one.day in days
        and (one.day, one.percent, with_text and folded(one.report.text)) not in theirs
    ]
    if changed:
        yield "report", len(changed), tuple(span for one in changed for span in places(one))


def places(report: Report) -> tuple[Span | None, ...]:
    """The lines of a report's day and percent, and of its text."""
    return report.day.lines, report.text.lines if report.text else None


def days_gone(newest: Copy, other: Copy) -> Iterator[Difference]:
    """Days that the other copy has a report of, and the newest one, which goes on, has not."""
    own = entries(newest)
    days = {one.day for one in own}
    gone = sorted({one.day for one in entries(other)} - days)
    gone = [day for day in gone if day < max(days, default=day)]
    if gone:
        yield "gone", len(gone), tuple(neighbours(own, gone[0]))


def fields(copy: Copy) -> Fields:
    """What the copy says of what should not change."""
    head, units = copy.section(Identity) or Identity(), copy.section(Units)
    prose = (copy.section(Rationale), copy.section(Objectives), copy.section(Targets))
    rationale, objectives, targets = (one.text if one else None for one in prose)
    return {
        "title": of_text(head.title),
        "agency": of_text(head.agency),
        "year": Said(head.fiscal_year.value, (head.fiscal_year.lines,))
        if head.fiscal_year
        else NOTHING,
        "unit": of_text(units.code if units else None),
        "rationale": of_text(rationale),
        "objectives": of_text(objectives),
        "targets": of_text(targets),
        "strategy": of_strategy(copy.section(Strategy)),
        "plan": of_plan(copy.section(Plan)),
        "indicators": of_indicators(copy.section(Indicators)),
    }


def folded(text: Cited[str] | None) -> str | None:
    """In key form."""
    return fold(text.value) if text else None


def of_text(text: Cited[str] | None) -> Said:
    """A text in key form."""
    return Said(folded(text), (text.lines,)) if text else NOTHING


def of_strategy(strategy: Strategy | None) -> Said:
    """The path by its numbers."""
    if strategy is None:
        return NOTHING
    lines = tuple(node.lines for node in strategy.nodes)
    return Said(tuple(node.number for node in strategy.nodes), lines or (strategy.heading,))


def of_plan(plan: Plan | None) -> Said:
    """Each step's name, weight and days."""
    if plan is None:
        return NOTHING
    steps = tuple(
        (
            folded(one.name),
            *(each.value if each else None for each in (one.weight, one.start, one.end)),
        )
        for one in plan.steps
    )
    return Said(steps, tuple(one.lines for one in plan.steps) or (plan.heading,))


def of_indicators(section: Indicators | None) -> Said:
    """Each indicator's name, unit and target."""
    if section is None:
        return NOTHING
    every = tuple(
        (folded(one.name), folded(one.unit), one.target.value if one.target else None)
        for one in section.indicators
    )
    return Said(every, tuple(one.lines for one in section.indicators) or (section.heading,))
