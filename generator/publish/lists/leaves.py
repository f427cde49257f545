"""หน้าของรายการ: rows of any kind cut into pages, each with its ways to the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.publish.lists.lists import NAME, PER_PAGE, Turn, address, contents, last_page, turns

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a list; also what the pager needs."""

    url: str
    """Of this page."""
    list_url: str
    """The whole list's: its first page."""
    count: int
    """Rows of the whole list; 0 on further pages that do not tell it."""
    first: int
    """Rank of the first row, from 1."""
    last: int
    number: int
    """Of the page, from 1."""
    turns: tuple[Turn, ...]
    """Empty when the list fits on one page."""
    contents: tuple[Turn, ...]
    """All pages, where ``turns`` on the first of them leaves some out; else empty."""
    previous: str | None
    next: str | None


def leaves(
    url: str, rows: Sequence[T], *, tells_count: bool = True
) -> Iterator[tuple[Leaf, Sequence[T]]]:
    """Every page with its rows; an empty list has one page too.

    Further pages that do not tell the count stay as they are when a row comes behind them.
    """
    pages = last_page(len(rows))
    for number in range(1, pages + 1):
        shown = rows[(number - 1) * PER_PAGE : number * PER_PAGE]
        leaf = Leaf(
            url=address(url, NAME, number),
            list_url=url,
            count=len(rows) if tells_count or number == 1 else 0,
            first=(number - 1) * PER_PAGE + 1,
            last=(number - 1) * PER_PAGE + len(shown),
            number=number,
            turns=turns(url, NAME, number, pages),
            contents=contents(url, NAME, number, pages),
            previous=address(url, NAME, number - 1) if number > 1 else None,
            next=address(url, NAME, number + 1) if number < pages else None,
        )
        yield leaf, shown
