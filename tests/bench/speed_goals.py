"""What each run may cost, and whether it did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from tests.bench.speed_runs import (
    ADDED,
    CHANGED,
    FULL,
    HUGO,
    LEAN,
    OURS,
    REMOVED,
    ROWS,
    SAME,
    VERSION,
    Run,
)

MB = 1_000_000


class Figures(NamedTuple):
    """What the runs of one row cost: medians, and the memory at the worst moment."""

    wall: float
    cpu: float
    memory: float
    """MB."""
    files: float | None
    size: float | None
    """MB."""
    rendered: float | None


class Goal(NamedTuple):
    """At most."""

    wall: float | None = None
    cpu: float | None = None
    memory: float | None = None
    files: float | None = None
    rendered: float | None = None


UNITS = {"wall": "s", "cpu": "CPU s", "memory": "MB", "files": "files", "rendered": "rendered"}
TEN_THOUSAND = {
    LEAN: Goal(7.5, 14, 500),
    FULL: Goal(16, 30, 800),
    SAME: Goal(0.4, files=0, rendered=0),
    CHANGED: Goal(1.0),
    ADDED: Goal(3.0),
    REMOVED: Goal(3.0),
}
TIMES, MOST = 10.5, 2_000
"""A full build of ten times as many dumps, and the memory of that."""
SHARE = 0.5
"""Of what Hugo takes."""

Measured = Mapping[str, Figures]
"""By row."""


def figures(runs: Iterable[Run]) -> Measured:
    """The figures of every row that ran; some runs were sampled and some timed."""
    rows: dict[str, list[Run]] = {row: [] for row in ROWS}
    for run in runs:
        rows[run.row].append(run)
    return {row: of_row(found) for row, found in rows.items() if found}


def of_row(runs: Sequence[Run]) -> Figures:
    timed = [run.cost for run in runs if run.cost.memory is None]
    last = runs[-1]
    return Figures(
        wall=median(one.wall for one in timed),
        cpu=median(one.cpu for one in timed),
        memory=max(run.cost.memory or 0 for run in runs) / MB,
        files=last.files,
        size=None if last.size is None else last.size / MB,
        rendered=last.rendered,
    )


def of_stages(runs: Iterable[Run]) -> str:
    """``dumps 3.1 s, pages 9.8 s, the rest 1.2 s``: where a full build is, medians too."""
    full = [run for run in runs if run.row == FULL and run.cost.memory is None]
    parts = {name: median(run.stages[name] for run in full) for name in full[0].stages}
    rest = median(run.cost.wall - sum(run.stages.values()) for run in full)
    return ", ".join(
        f"{name} {shown(took)} s" for name, took in {**parts, "the rest": rest}.items()
    )


def goals(number: int, measured: Measured, fewer: Measured | None) -> dict[str, Goal]:
    """The goals for so many dumps; ``fewer`` is a tenth of them, when it was measured too."""
    found = {VERSION: Goal(0.12)}
    if number == 10_000:
        found |= TEN_THOUSAND
    if number == 100_000 and fewer:
        one = fewer[FULL]
        found[FULL] = Goal(one.wall * TIMES, one.cpu * TIMES, MOST)
    if HUGO in measured:
        found[OURS] = Goal(measured[HUGO].wall * SHARE, measured[HUGO].cpu * SHARE)
    return found


def told(goal: Goal, reached: Figures) -> str:
    """``≤ 16 s, ≤ 30 CPU s: met``."""
    wanted = {name: most for name, most in goal._asdict().items() if most is not None}
    missed = [name for name, most in wanted.items() if getattr(reached, name) > most]
    words = ", ".join(f"≤ {shown(most)} {UNITS[name]}" for name, most in wanted.items())
    verdict = f"**missed** by {', '.join(UNITS[name] for name in missed)}" if missed else "met"
    return f"{words}: {verdict}"


def shown(number: float | None) -> str:
    """Three figures; ``–`` for what there is not."""
    if number is None:
        return "–"
    digits = 0 if number >= 100 or number == int(number) else 1 if number >= 10 else 2
    return f"{number:,.{digits}f}"


def table(number: int, measured: Measured, fewer: Measured | None) -> Iterator[str]:
    """The lines of a table in Markdown."""
    wanted = goals(number, measured, fewer)
    yield f"| {number:,} dumps | s | CPU s | MB | files written | of MB | rendered | goal |"
    yield "| --- | --: | --: | --: | --: | --: | --: | --- |"
    for row in ROWS:
        if row not in measured:
            yield f"| {row} | not installed |||||||"
            continue
        cells = (row, *map(shown, measured[row]))
        goal = told(wanted[row], measured[row]) if row in wanted else ""
        yield f"| {' | '.join(cells)} | {goal} |"
