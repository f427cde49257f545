"""รายการโครงการ: any projects as pages of fifty, in up to four orders, and as data beside them.

The first page in the order of names belongs to whoever publishes the list, with all there is to say
about its projects. The pages that follow, and the other orders, hold rows alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.corpus import Entry
from generator.publish import urls
from generator.publish.artifacts import Artifact, Document, Page
from generator.publish.lists import tables
from generator.publish.rows import Crumb, Listing, listing

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


class Order(NamedTuple):
    """One of the orders a long list is published in."""

    code: str
    """``name``, ``progress``, ``difference`` or ``latest``."""
    url: str
    """Its first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list."""

    url: str
    """The whole list's: its first page in the order of names."""
    count: int | None
    """Projects of the whole list. Only its first page says it: the others stay as they are when
    a project comes behind them."""
    first: int
    """Rank of the first row, from 1."""
    projects: Listing
    order: str
    orders: tuple[Order, ...]
    """Empty where there is but one."""
    number: int
    """Of the page, from 1."""
    turns: tuple[Turn, ...]
    """Empty when the list fits on one page."""
    contents: tuple[Turn, ...]
    """All pages, where ``turns`` on the first of them leaves some out; else empty."""
    previous: str | None
    next: str | None
    csv: str
    json: str
    """Addresses of the whole list as data."""

    @property
    def is_own(self) -> bool:
        """Search engines may keep it: the other orders hold the same rows again."""
        return self.order == NAME

    @property
    def is_long(self) -> bool:
        """More rows than can be taken in at a glance: a script may filter and sort them."""
        return len(self.projects.rows) > GLANCE

    @property
    def last(self) -> int:
        """Rank of the last row."""
        return self.first + len(self.projects.rows) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A page of rows alone."""

    nav: str
    crumbs: tuple[Crumb, ...]
    about: tuple[Crumb, ...]
    """What all its projects share, the widest first: an agency and a year."""
    shared: tuple[str, ...]
    """Columns that would say the same in every row: ``agency``, ``year``."""
    list: ListPage


class Heading(NamedTuple):
    """What a list is of, and where it stands."""

    url: str
    nav: str
    crumbs: tuple[Crumb, ...]
    """The way to it; the last is the list itself."""
    about: tuple[Crumb, ...]
    shared: tuple[str, ...] = ()
    """These two as in ``ListView``."""


class Cut(NamedTuple):
    """The projects of one page, and which of the list's pages that is."""

    url: str
    """The whole list's."""
    of: int
    """Projects of the whole list."""
    orders: tuple[str, ...]
    """In which the list is published."""
    order: str
    number: int
    entries: tuple[Entry, ...]


def pages(
    heading: Heading,
    entries: tuple[Entry, ...],
    first: Callable[[ListPage], Page] | None = None,
    *,
    ordered: bool = False,
) -> Iterator[Artifact]:
    """Every page of a list, and its data.

    ``entries`` come in the order of names. ``first`` makes the page at the list's own address;
    without it that is a page of rows too. ``ordered``: in all four orders, where the list is longer
    than a page.
    """
    for cut in cuts(heading.url, entries, ordered=ordered):
        if first and cut.order == NAME and cut.number == 1:
            yield first(list_page(cut))
        else:
            path = urls.path(address(cut.url, cut.order, cut.number))
            is_own = cut.order == NAME
            yield Page(path, "pages/list.html", partial(view, heading, cut), is_own=is_own)
    yield Document(urls.path(urls.csv(heading.url)), partial(tables.projects_csv, entries))
    yield Document(urls.path(urls.json(heading.url)), partial(tables.projects_json, entries))


def cuts(url: str, entries: tuple[Entry, ...], *, ordered: bool) -> Iterator[Cut]:
    """Sort once for each order, then cut."""
    count = len(entries)
    orders = tuple(ORDERS) if ordered and count > PER_PAGE else (NAME,)
    for order in orders:
        rows = ORDERS[order](entries)
        for number in range(1, last_page(count) + 1):
            shown = rows[(number - 1) * PER_PAGE : number * PER_PAGE]
            yield Cut(url, count, orders, order, number, shown)


def view(heading: Heading, cut: Cut) -> ListView:
    """A page of rows alone."""
    return ListView(
        nav=heading.nav,
        crumbs=heading.crumbs,
        about=heading.about,
        shared=heading.shared,
        list=list_page(cut),
    )


def list_page(cut: Cut) -> ListPage:
    """One page of a list in one of its orders."""
    url, order, number, last = cut.url, cut.order, cut.number, last_page(cut.of)
    several = cut.orders if len(cut.orders) > 1 else ()
    return ListPage(
        url=url,
        count=cut.of if order == NAME and number == 1 else None,
        first=(number - 1) * PER_PAGE + 1,
        projects=listing(cut.entries),
        order=order,
        orders=tuple(Order(one, address(url, one, 1)) for one in several),
        number=number,
        turns=turns(url, order, number, last),
        contents=contents(url, order, number, last),
        previous=address(url, order, number - 1) if number > 1 else None,
        next=address(url, order, number + 1) if number < last else None,
        csv=urls.csv(url),
        json=urls.json(url),
    )


def last_page(count: int) -> int:
    """The number of the last page; an empty list has one too."""
    return max(1, -(-count // PER_PAGE))


def address(url: str, order: str, number: int) -> str:
    """Where a page of a list stands."""
    folder = url if order == NAME else f"{url}by-{order}/"
    return folder if number == 1 else f"{folder}page-{number}/"


def turns(url: str, order: str, number: int, last: int) -> tuple[Turn, ...]:
    """The pages that this one links: any other of 200 is one more away, of 2,000 two more."""
    return tuple(
        Turn(one, address(url, order, one)) for one in (linked(number, last) if last > 1 else ())
    )


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


def contents(url: str, order: str, number: int, last: int) -> tuple[Turn, ...]:
    """Every page: on the first of so many that ``turns`` leaves some out, else nothing.

    Who comes to an order by way of its status has three steps behind him, and one left.
    """
    if number > 1 or len(linked(number, last)) == last:
        return ()
    return tuple(Turn(one, address(url, order, one)) for one in range(1, last + 1))


# --- orders: ties keep the order of names -----------------------------------------------------


def by_name(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Thai dictionary order, as they come."""
    return entries


def by_progress(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The highest percent first; those without one last."""
    return tuple(sorted(entries, key=lambda one: downwards(one.assessment.verdict.reported)))


def by_difference(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The furthest behind the plan first; those without a plan last."""
    return tuple(sorted(entries, key=lambda one: upwards(one.assessment.verdict.difference)))


def by_latest(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The newest report first; those without one last."""
    return tuple(sorted(entries, key=lambda one: latest(one.project.newest.newest_report)))


def upwards(number: Decimal | None) -> tuple[bool, Decimal]:
    """The smallest first, nothing last."""
    return number is None, number or Decimal(0)


def downwards(number: Decimal | None) -> tuple[bool, Decimal]:
    """The largest first, nothing last."""
    return number is None, -(number or Decimal(0))


def latest(day: date | None) -> int:
    """The newest first, nothing last."""
    return -day.toordinal() if day else 0


ORDERS: dict[str, Callable[[tuple[Entry, ...]], tuple[Entry, ...]]] = {
    NAME: by_name,
    "progress": by_progress,
    "difference": by_difference,
    "latest": by_latest,
}
