"""A few of the mutated dumps that `make fuzz` reads by the million."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws import fuzz
from tests.laws.mutants import mutant


@pytest.mark.parametrize("start", range(0, 300, fuzz.BATCH))
def test_mutants_are_read_and_brought_together(start: int) -> None:
    told = fuzz.batch((start, start + fuzz.BATCH, 2))
    assert told.dumps == fuzz.BATCH
    assert told.copies > 0


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_any_mutant_loses_no_line(number: int, seed: int) -> None:
    fuzz.read(number, seed)


def test_a_mutant_is_the_same_for_its_number_and_seed() -> None:
    assert mutant(7, 1) == mutant(7, 1)
    assert len({mutant(number, 1) for number in range(100)}) > 95
