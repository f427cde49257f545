"""ผลการดำเนินงาน: what was written month by month."""

from collections.abc import Iterator
from itertools import cycle
from random import Random

from tests.writer.anomalies import Anomaly
from tests.writer.cast import Cast
from tests.writer.course import STOPPED, Course
from tests.writer.entries import in_page_order, spoil
from tests.writer.records import Report
from tests.writer.vocabulary import ANY, MANNERS, PHRASES, Sentences

UNDATED_SHARE = 0.2
"""Of the logs: half of their texts begin without a date."""
SILENCES = ("ไม่มี", "ไม่มี", "-", "-", "")
"""Three that are not the same, the usual ones twice."""
STAGES = ((12.0, "approve"), (35.0, "prepare"), (85.0, "act"), (100.0, "close"))
"""A stage lasts until the percent reaches its bound; then the work is done."""


def reports(course: Course, manner: str, odd: frozenset[Anomaly], cast: Cast) -> tuple[Report, ...]:
    """The log as the page has it, newest first."""
    if Anomaly.NO_REPORTS in odd:
        return ()
    texts = _texts(course, manner, odd, cast)
    usual = cast.chance.choice(SILENCES)
    entries = [
        Report(
            number=len(texts) - at,
            percent=f"{course.percents[at]:.2f}",
            day=day,
            stated=f"{day:%d/%m}/{day.year + 543}",
            stated_day=day,
            text=texts[at],
            problem=_trouble(usual, PHRASES["problems"], cast),
            obstacle=_trouble(usual, PHRASES["obstacles"], cast),
        )
        for at, day in enumerate(course.days)
    ]
    if cast.chance.random() < UNDATED_SHARE:
        for at in cast.chance.sample(range(len(entries)), len(entries) // 2):
            entries[at] = entries[at]._replace(stated=None, stated_day=None)
    spoil(entries, course.stopped_from, odd, cast)
    return tuple(in_page_order(entries[::-1], odd, cast.chance))


def _texts(course: Course, manner: str, odd: frozenset[Anomaly], cast: Cast) -> list[str]:
    """Oldest first."""
    told = _told(manner, cast.chance)
    texts = [
        cast.fill(next(told[_stage(percent)]) + cast.chance.choice(PHRASES["tails"]))
        for percent in course.percents
    ]
    if odd & STOPPED:
        text = cast.choose(PHRASES["paused" if Anomaly.PAUSED in odd else "cancelled"])
        texts[course.stopped_from :] = [text] * (len(texts) - course.stopped_from)
    if Anomaly.REPEATED_TEXT in odd:
        first, run = cast.chance.randrange(len(texts) - 4), cast.chance.randint(3, 4)
        texts[first : first + run] = [texts[first]] * run
    return texts


def _stage(percent: float) -> str:
    return next((name for bound, name in STAGES if percent < bound), "done")


def _told(manner: str, chance: Random) -> dict[str, Iterator[str]]:
    """Sentences of each stage, none twice before all were told."""
    pools = {**ANY, "prepare": MANNERS[manner].prepare, "act": MANNERS[manner].act}
    return {name: cycle(chance.sample(pool, len(pool))) for name, pool in pools.items()}


def _trouble(usual: str, real: Sentences, cast: Cast) -> str:
    draw = cast.chance.random()
    if draw < 0.08:
        return cast.choose(real)
    return cast.chance.choice(SILENCES) if draw < 0.2 else usual
