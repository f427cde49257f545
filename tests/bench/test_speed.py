"""The bench runs and tells; how long anything took is nobody's test."""

from pathlib import Path

import pytest

from tests.bench import speed
from tests.bench.speed_cost import Cost, FailedError, cost
from tests.bench.speed_goals import Figures, Goal, figures, goals, of_stages, table, told
from tests.bench.speed_runs import (
    FLOOR,
    FULL,
    HUGO,
    OURS,
    ROWS,
    SAME,
    SITEGEN,
    VERSION,
    Run,
    desk,
    edited,
    stages,
)

COSTS = Figures(wall=2.0, cpu=3.0, memory=100.0, files=7, size=1.0, rendered=5)


@pytest.mark.slow
def test_every_row_has_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    speed.main(["20", "--rounds", "1"])
    lines = capsys.readouterr().out.splitlines()
    cells = {
        row: line.split("|")[2:8] for row in ROWS for line in lines if line.startswith(f"| {row} |")
    }
    assert list(cells) == list(ROWS)
    for row, (seconds, processor, memory, *written) in cells.items():
        if row == HUGO and seconds.strip() == "not installed":
            continue
        assert min(float(seconds), float(processor), float(memory)) > 0, row
        if row in {SAME, VERSION}:
            assert [one.strip() for one in written] == {SAME: ["0"] * 3, VERSION: ["–"] * 3}[row]
        else:
            assert float(written[0].replace(",", "")) > 0, row
            assert float(written[1]) > 0, row


def test_what_fails_is_not_measured() -> None:
    with pytest.raises(FailedError, match="exit code 2"):
        cost((*SITEGEN, "build", "--no-such-option"), is_sampled=False)


def test_one_dump_is_laid_aside_and_another_changes_for_a_while(tmp_path: Path) -> None:
    place = desk(tmp_path, 20, None)
    dumps = sorted(place.dumps.glob("*.txt"))
    before = place.changing.read_bytes()
    assert len(dumps) == 20
    assert place.spare.is_file()
    assert place.changing in dumps
    with edited(place.changing):
        assert len(before) < len(place.changing.read_bytes()) < len(before) + 40
    assert place.changing.read_bytes() == before


def test_a_figure_is_the_median_of_the_timed_runs_and_the_worst_memory() -> None:
    costs = [(9, 9, 5_000_000), (1, 2, None), (3, 2, None), (2, 2, None)]
    runs = [Run(FULL, Cost(*one, said=""), files=7, size=2_000_000, rendered=5) for one in costs]
    assert figures(runs) == {FULL: Figures(2, 2, 5.0, 7, 2.0, 5)}


def test_the_stages_of_a_full_build_are_told_with_what_is_left() -> None:
    said: list[dict[str, object]] = [
        {"stage": "dumps", "done": 9},
        {"stage": "dumps", "seconds": 1.0},
        {"event": "built"},
    ]
    parts = stages(said)
    assert parts == {"dumps": 1.0}
    timed = Run(FULL, Cost(1.5, 3, None, said=""), stages=parts)
    sampled = timed._replace(cost=Cost(9, 9, 9, said=""))
    assert of_stages([sampled, timed]) == "dumps 1 s, the rest 0.50 s"


def test_goals_are_those_of_the_issue() -> None:
    small = {FULL: COSTS, HUGO: COSTS._replace(wall=4.0, cpu=6.0)}
    assert goals(1_000, small, None) == {VERSION: Goal(0.12), OURS: Goal(2.0, 3.0)}
    assert goals(10_000, {}, None)[FULL] == Goal(16, 30, 800)
    assert goals(100_000, {}, small)[FULL] == Goal(21.0, 31.5, 2_000)
    assert FULL not in goals(100_000, {}, None)


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(2.0, 3.0, 100), "≤ 2 s, ≤ 3 CPU s, ≤ 100 MB: met"),
        (Goal(wall=1.5, files=0), "≤ 1.50 s, ≤ 0 files: **missed** by s, files"),
    ],
)
def test_a_goal_is_met_or_missed(goal: Goal, words: str) -> None:
    assert told(goal, COSTS) == words


def test_a_row_without_figures_says_so() -> None:
    lines = list(table(1_000, {FLOOR: COSTS._replace(rendered=None)}, None))
    assert len(lines) == len(ROWS) + 2
    assert f"| {HUGO} | not installed |||||||" in lines
    assert f"| {FLOOR} | 2 | 3 | 100 | 7 | 1 | – |  |" in lines


def test_writing_keeps_what_stands_under_other_headings() -> None:
    search = "## Search\n\nIt finds.\n"
    told = speed.replaced(f"# Benchmarks\n\n{search}", ["one"])
    assert told == f"# Benchmarks\n\n{search}\n## Speed\n\none\n"
    assert speed.replaced(told, ["two"]) == told.replace("one", "two")
    before = f"# Benchmarks\n\n## Speed\n\nold\nolder\n\n{search}"
    assert speed.replaced(before, ["new"]) == before.replace("old\nolder", "new")
