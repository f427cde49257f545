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
from generator.publish.artifacts import Artifact, Page
from generator.publish.lists import (
    sheets,
    tables,
)
from generator.publish.lists.leaves import NAME, PER_PAGE, Leaf, address, last_page, paged
from generator.publish.rows import Crumb, Listing, listing


class Order(NamedTuple):
    """One of the orders a long list is published in."""

    code: str
    """``name``, ``progress``, ``difference`` or ``latest``."""
    url: str
    """Its first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Leaf):
    """One page of a list of projects."""

    projects: Listing
    orders: tuple[Order, ...]
    """Empty where there is but one."""
    csv: str
    json: str
    """Addresses of the whole list as data."""

    @property
    def is_own(self) -> bool:
        """Search engines may keep it: the other orders hold the same rows again."""
        return self.order == NAME


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
    files = sheets.files(heading.url, "projects")
    yield from sheets.documents(files, tables.COLUMNS, tables.project, entries)


def cuts(url: str, entries: tuple[Entry, ...], *, ordered: bool) -> Iterator[Cut]:
    """Sort once for each order, then cut."""
    count = len(entries)
    orders = tuple(ORDERS) if ordered and count > PER_PAGE else (NAME,)
    for order in orders:
        for number, shown in paged(ORDERS[order](entries)):
            yield Cut(url, count, orders, order, number, tuple(shown))


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
    """One page of a list in one of its orders; only the very first says how many projects."""
    several = cut.orders if len(cut.orders) > 1 else ()
    files = sheets.files(cut.url, "projects")
    return ListPage(
        list_url=cut.url,
        order=cut.order,
        count=cut.of if cut.order == NAME and cut.number == 1 else None,
        number=cut.number,
        pages=last_page(cut.of),
        shown=len(cut.entries),
        projects=listing(cut.entries),
        orders=tuple(Order(one, address(cut.url, one, 1)) for one in several),
        csv=files.csv,
        json=files.json,
    )


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
    return tuple(sorted(entries, key=lambda one: latest(one.last_report)))


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
