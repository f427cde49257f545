"""ส่วนแบ่ง: how many of how many, and whether that is enough to be compared."""

from dataclasses import dataclass
from decimal import Decimal

from generator.publish.groups import FEW, per_cent


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``n`` things that can be asked, for how many something holds."""

    count: int
    n: int

    @property
    def share(self) -> Decimal | None:
        """In per cent, to one place; ``None`` without a thing to ask."""
        return per_cent(self.count, self.n) if self.n else None

    @property
    def is_of_few(self) -> bool:
        """Too few to be compared with others."""
        return self.n < FEW
