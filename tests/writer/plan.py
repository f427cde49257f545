"""แผนการดำเนินงาน: the steps, and how much of them should be done by a day."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from tests.writer.anomalies import Anomaly
from tests.writer.records import Step
from tests.writer.vocabulary import MANNERS

WEIGHTS = {
    3: ((20, 60, 20), (30, 40, 30)),
    4: ((10, 20, 50, 20), (25, 25, 25, 25), (15, 15, 60, 10)),
    5: ((20, 20, 20, 20, 20), (10, 10, 30, 40, 10), (5, 15, 20, 50, 10)),
    6: ((10, 10, 20, 20, 20, 20), (5, 10, 15, 30, 30, 10)),
}
ZERO_DAY = "0000-00-00 00:00:00"


def steps(manner: str, start: date, end: date, chance: Random) -> tuple[Step, ...]:
    """Steps that follow each other from the first day to the last."""
    names = chance.choice(MANNERS[manner].plans)
    weights = chance.choice(WEIGHTS[len(names)])
    length = (end - start).days
    inner = sorted(chance.sample(range(length // 12, length - 5), len(names) - 1))
    bounds = [start, *(start + timedelta(days) for days in inner), end]
    return tuple(
        _step(number, name, weight, span)
        for number, (name, weight, span) in enumerate(
            zip(names, weights, pairwise(bounds), strict=True), start=1
        )
    )


def _step(number: int, name: str, weight: int, span: tuple[date, date]) -> Step:
    start, end = span
    return Step(number, name, f"{weight}.00", start, end, _written(start), _written(end))


def _written(day: date) -> str:
    return f"{day} 00:00:00"


def due(planned: tuple[Step, ...], day: date) -> float:
    """Percent that should be done, each step growing evenly from its start to its end."""
    total = 0.0
    for step in planned:
        if step.start is None or step.end is None or day <= step.start:
            continue
        share = (day - step.start) / max(step.end - step.start, timedelta(1))
        total += float(step.weight) * min(share, 1.0)
    return total


def over(planned: tuple[Step, ...], day: date) -> float:
    """Percent of the steps whose last day has passed."""
    return sum(float(step.weight) for step in planned if step.end and step.end < day)


def spoilt(planned: tuple[Step, ...], odd: frozenset[Anomaly], chance: Random) -> tuple[Step, ...]:
    """The steps as the page has them."""
    changed = list(planned)
    last = chance.randrange(1, len(changed))
    if Anomaly.NO_PLAN in odd:
        return ()
    if Anomaly.ONE_DAY_STEPS in odd:
        changed = [
            step._replace(start=step.end, start_written=step.end_written) for step in changed
        ]
    if Anomaly.WEIGHTS_OFF in odd:
        weight = f"{float(changed[last].weight) + chance.choice((-5, 10, 2.5)):.2f}"
        changed[last] = changed[last]._replace(weight=weight)
    if Anomaly.ZERO_DAYS in odd:
        changed[last] = changed[last]._replace(end=None, end_written=ZERO_DAY)
    if Anomaly.EMPTY_DAYS in odd:
        changed[last] = changed[last]._replace(
            start=None, end=None, start_written="", end_written=""
        )
    return tuple(changed)
