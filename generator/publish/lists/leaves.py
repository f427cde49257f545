"""หน้าของรายการ: rows of any kind cut into pages of fifty, each with its ways to the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

T = TypeVar("T")

PER_PAGE = 50
"""Rows of a page."""
GLANCE = 10
"""Rows that need no filter."""
FEW = 20
"""So many tenths or hundredths are all linked."""

NAME = "name"
"""The order a list has at its own address."""


class Turn(NamedTuple):
    """A page of the list, in the row of links below it."""

    number: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a list; also what the pager needs."""

    list_url: str
    """The whole list's: its first page in the order of names."""
    order: str = NAME
    count: int | None
    """Rows of the whole list; ``None`` on pages that do not tell it, so that they stay as they are
    when a row comes behind them."""
    number: int
    """From 1."""
    pages: int
    """All there are in this order."""
    shown: int
    """Rows of this page."""

    @property
    def url(self) -> str:
        """Of this page."""
        return address(self.list_url, self.order, self.number)

    @property
    def first(self) -> int:
        """Rank of the first row, from 1."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def last(self) -> int:
        """Rank of the last row."""
        return self.first + self.shown - 1

    @property
    def is_long(self) -> bool:
        """More rows than can be taken in at a glance: a script may filter and sort them."""
        return self.shown > GLANCE

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The pages linked: any other of 200 is one more away, of 2,000 two more.

        Empty when the list fits on one page.
        """
        return self.to(linked(self.number, self.pages) if self.pages > 1 else ())

    @property
    def contents(self) -> tuple[Turn, ...]:
        """Every page: on the first of so many that ``turns`` leaves some out, else nothing.

        Who comes to an order by way of its status has three steps behind him, and one left.
        """
        is_short = len(linked(self.number, self.pages)) == self.pages
        return self.to(() if self.number > 1 or is_short else range(1, self.pages + 1))

    @property
    def previous(self) -> str | None:
        """The page before."""
        return address(self.list_url, self.order, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The page behind."""
        is_last = self.number == self.pages
        return None if is_last else address(self.list_url, self.order, self.number + 1)

    def to(self, numbers: Iterable[int]) -> tuple[Turn, ...]:
        """The links to these pages."""
        return tuple(Turn(one, address(self.list_url, self.order, one)) for one in numbers)


def leaves(
    url: str, rows: Sequence[T], *, tells_count: bool = True
) -> Iterator[tuple[Leaf, Sequence[T]]]:
    """Every page with its rows; ``tells_count``: also the further ones tell it."""
    for number, shown in paged(rows):
        leaf = Leaf(
            list_url=url,
            count=len(rows) if tells_count or number == 1 else None,
            number=number,
            pages=last_page(len(rows)),
            shown=len(shown),
        )
        yield leaf, shown


def paged(rows: Sequence[T]) -> Iterator[tuple[int, Sequence[T]]]:
    """The rows of each page, by its number."""
    for number in range(1, last_page(len(rows)) + 1):
        yield number, rows[(number - 1) * PER_PAGE : number * PER_PAGE]


def last_page(count: int) -> int:
    """The number of the last page; an empty list has one too."""
    return max(1, -(-count // PER_PAGE))


def address(url: str, order: str, number: int) -> str:
    """Where a page of a list stands."""
    folder = url if order == NAME else f"{url}by-{order}/"
    return folder if number == 1 else f"{folder}page-{number}/"


def linked(number: int, last: int) -> list[int]:
    """The first and the last page, the decade, and every tenth and hundredth in view.

    All tenths are in view up to 200 pages, then those of the hundred: to reach page 155 from the
    first, one goes by 150.
    """
    found = {1, last, *range(number // 10 * 10, number // 10 * 10 + 11)}
    for step in (10, 100):
        block = last + 1 if last <= FEW * step else 10 * step
        start = number // block * block
        found.update(range(start, start + block + 1, step))
    return sorted(one for one in found if 1 <= one <= last)
