"""เกณฑ์: from where on a difference is worth telling. The site's owner may set each of them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """One build's limits; every explanation on the site prints them from here."""

    silent_days: int = 60
    """Days without a report after which a project is called silent."""
    behind_points: Decimal = Decimal(10)
    """Percentage points between planned and reported from which a report is behind the plan."""
    repeated_run: int = 3
    """Reports in a row, of as many days, from which the same text is worth telling."""
    strategy_cut: int = 83
    """Characters of number and text from which a strategy title was perhaps cut off."""
    weights_tolerance: Decimal = Decimal("0.5")
    """Percentage points by which the steps' weights may miss 100."""


THRESHOLDS = Thresholds()
