"""Shares and what they are of."""

from decimal import Decimal

import pytest

from generator.publish.groups import FEW
from generator.publish.shares import Share


@pytest.mark.parametrize(
    ("count", "n", "share"), [(0, 0, None), (1, 3, Decimal("33.3")), (5, 5, Decimal(100))]
)
def test_a_share_has_its_n(count: int, n: int, share: Decimal | None) -> None:
    assert Share(count, n).share == share


def test_few_are_not_compared() -> None:
    assert Share(0, FEW - 1).is_of_few
    assert not Share(0, FEW).is_of_few
