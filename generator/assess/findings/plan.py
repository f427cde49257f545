"""แผนการดำเนินงาน: the steps, their weights and days. Silent where the copy holds no plan."""

from collections.abc import Iterator
from decimal import Decimal

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Reading
from generator.dump.lines import Cited, Span
from generator.sections.shape import Day
from generator.sections.steps import Plan, Step


def steps(reading: Reading) -> tuple[Step, ...]:
    """The steps of the newest copy."""
    plan = reading.copy.section(Plan)
    return plan.steps if plan else ()


def span_of(day: Cited[Day] | None, step: Step) -> Span:
    """The line of a step's day, else the step's own."""
    return (day.lines if day else None) or step.lines


def one_day_steps(reading: Reading) -> Iterator[Evidence]:
    """ขั้นตอนวันเดียว: steps of the plan that start and end on one day.

    One evidence for all of them: ``steps`` and ``of``, the number of all steps. Steps with a day
    that cannot be read do not count as such.
    """
    every = steps(reading)
    short = [
        step
        for step in every
        if step.start and step.end and step.start.value.value
        if step.start.value.value == step.end.value.value
    ]
    if short:
        lines = (day.lines for step in short for day in (step.start, step.end) if day)
        yield Evidence(cited(*lines), (("steps", len(short)), ("of", len(every))))


HUNDRED = Decimal(100)


def weights_not_100(reading: Reading) -> Iterator[Evidence]:
    """น้ำหนักขั้นตอนรวมไม่ครบร้อย: the weights miss 100 by more than ``weights_tolerance`` points.

    Also where a step has no weight, one that is no number or one below 0, for these cannot sum to
    100. One evidence: ``sum`` of the other weights, ``steps``, and ``unknown``: steps without one.
    """
    every = steps(reading)
    weights = [step.weight.value.value for step in every if step.weight]
    known = [weight for weight in weights if weight is not None and weight >= 0]
    total, unknown = sum(known, Decimal(0)), len(every) - len(known)
    is_off = abs(total - HUNDRED) > reading.thresholds.weights_tolerance
    if every and (unknown or is_off):
        lines = ((step.weight.lines if step.weight else None) or step.lines for step in every)
        figures = (("sum", total), ("steps", len(every)), ("unknown", unknown))
        yield Evidence(cited(*lines), figures)


def plan_day_invalid(reading: Reading) -> Iterator[Evidence]:
    """วันของแผนใช้ไม่ได้: a step's first or last day is missing, no day, or in the wrong order.

    One evidence for each: ``step`` (its number), ``reason``: ``empty`` (no day stands there),
    ``unreadable`` (as ``0000-00-00``) or ``reversed`` (the step ends before it starts). With the
    first two ``which`` (``start`` or ``end``) and ``written``; with the last ``start`` and ``end``.
    """
    for step in steps(reading):
        number = ("step", step.number.value)
        for which, day in (("start", step.start), ("end", step.end)):
            written = day.value.written if day else ""
            if day is None or day.value.value is None:
                reason = ("reason", "unreadable" if written else "empty")
                yield Evidence(
                    cited(span_of(day, step)),
                    (number, reason, ("which", which), ("written", written)),
                )
        if step.start and step.end:
            start, last = step.start.value.value, step.end.value.value
            if start and last and last < start:
                yield Evidence(
                    cited(step.start.lines, step.end.lines),
                    (number, ("reason", "reversed"), ("start", start), ("end", last)),
                )
