"""Reading four times as much takes at most five times as long; run by `make torture` alone."""

import gc
import time
from collections.abc import Callable

import pytest

from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.project import parse
from tests.laws.samples import SAMPLE
from tests.laws.texts import HEADED, STRANGE, STRIPPED

pytestmark = pytest.mark.torture

LONGEST = 10_000_000
WORTH = 0.15
"""Seconds from which a time says something."""
TRIES = 3

UNITS = {
    "headed pages": SAMPLE.headed,
    "stripped pages": SAMPLE.stripped,
    **{f"line: {line}": line for line in dict.fromkeys((*HEADED, *STRIPPED, *STRANGE)) if line},
}
SHAPES: dict[str, Callable[[str, int], str]] = {
    "many lines": lambda unit, count: "\n".join([unit] * count),
    "many lines in a page": lambda unit, count: f"{SAMPLE.headed}\n" + "\n".join([unit] * count),
    "one long line": lambda unit, count: (
        "ความคืบหน้าโครงการ ร้อยละ 5\n" + unit.replace("\n", " ") * count
    ),
    "one long line without spaces": lambda unit, count: (
        "หลักการและเหตุผล\n" + "".join(unit.split()) * count
    ),
}
CASES = [
    pytest.param(text, make, id=f"{unit}-{shape}")
    for unit, text in UNITS.items()
    for shape, make in SHAPES.items()
    if make(text, 2) != make(text, 1)  # a blank without its spaces is nothing to repeat
]


def seconds(text: str) -> float:
    """The least CPU time of some tries: what else the machine does adds to it, never takes."""
    dump = Dump("a.txt", text, Source(), ())
    least = float("inf")
    for _ in range(TRIES):
        gc.collect()
        gc.disable()  # as a build does: its passes over all records grow faster than these
        start = time.process_time()
        parse(dump, Policy(), LONGEST)
        least = min(least, time.process_time() - start)
        gc.enable()
    return least


@pytest.mark.parametrize(("unit", "make"), CASES)
def test_four_times_as_much_takes_at_most_five_times_as_long(
    unit: str, make: Callable[[str, int], str]
) -> None:
    count = 16
    once = seconds(make(unit, count))
    while once < WORTH:
        count *= 4 if once < WORTH / 8 else 2
        once = seconds(make(unit, count))
    assert seconds(make(unit, 4 * count)) <= 5 * once
