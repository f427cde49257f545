"""รายการย่อย: a list's projects by year, by status, by section, each with where it leads.

A narrower list that would hold all of the wider list's projects is left out, since it would say
nothing new; one that would hold a single project is that project's page.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.agencies import Agency
from generator.assess.status import STATUSES
from generator.corpus import Entry, grouped
from generator.nodes import NodeKey
from generator.publish import (
    trail,
    urls,
)
from generator.publish.lists.leaves import PER_PAGE
from generator.publish.rows import Crumb
from generator.thai.order import sort_key
from generator.thai.text import fold

OFFICE = "00"
"""Digits of a unit code that names the office and none of its sections."""
DIMENSION, GOAL = 2, 3
"""Levels of strategy nodes."""


class Facet(NamedTuple):
    """The projects of a wider list that share one thing more."""

    url: str | None
    """A list's or a project's; ``None`` where there is none, or it would hold all of the wider
    list."""
    crumb: Crumb
    entries: tuple[Entry, ...]

    @property
    def is_list(self) -> bool:
        """It has a list of its own."""
        return self.url is not None and len(self.entries) > 1


def by_year(url: str, entries: tuple[Entry, ...]) -> tuple[Facet, ...]:
    """The fiscal years of a list, newest first, the unknown last."""
    found = grouped(entries, lambda one: one.year)
    ordered = sorted(found, key=lambda year: -(year or 0))
    return tuple(
        facet(urls.of_year(url, year), trail.year(year), found[year], entries) for year in ordered
    )


def by_year_of_node(key: NodeKey, entries: tuple[Entry, ...]) -> tuple[Facet, ...]:
    """The fiscal years of a strategy node's projects.

    A goal has no lists by year while its projects stand on one page: there are hundreds of them, in
    a dozen years each. An aim never has: their further pages would be five steps from home.
    """
    found = by_year(urls.node(key), entries)
    if key.level <= DIMENSION or (key.level == GOAL and len(entries) > PER_PAGE):
        return found
    return tuple(one._replace(url=None) if one.is_list else one for one in found)


def by_status(url: str, entries: tuple[Entry, ...]) -> tuple[Facet, ...]:
    """The statuses of a list, in their precedence."""
    found = grouped(entries, lambda one: one.assessment.verdict.status)
    return tuple(
        facet(urls.of_status(url, one.code), trail.status(one.code), found[one.code], entries)
        for one in STATUSES
        if one.code in found
    )


def by_section(agency: Agency, entries: tuple[Entry, ...]) -> tuple[Facet, ...]:
    """The sections (ฝ่าย) of an agency, by name, those nobody names last.

    A district's are known by digits of the unit code; a copy without one is counted where others
    of the agency have the section it names. Without digits there is no list to lead to.
    """
    numbers = section_numbers(entries) if agency.is_district else {}
    found = grouped(entries, lambda one: section(numbers, one, agency))
    facets: list[tuple[tuple[bool, str, str], Facet]] = []
    for (digits, _), some in found.items():
        name = spelling(some)
        place = trail.section(urls.agency(agency), digits, name)
        rank = (name is None, sort_key(name or ""), digits)
        facets.append((rank, facet(place.url, place, some, entries)))
    return tuple(one for _, one in sorted(facets, key=lambda ranked: ranked[0]))


def section_numbers(entries: Iterable[Entry]) -> dict[str, str]:
    """The digits that most copies have for the name of a section, folded."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for one in entries:
        digits = digits_of(one)
        if one.section and digits:
            told[fold(one.section.value)][digits] += 1
    return {name: most(counts) for name, counts in told.items()}


def section(numbers: dict[str, str], one: Entry, agency: Agency) -> tuple[str, str]:
    """What a project's section is known by: its digits, else its name."""
    name, digits = fold(one.section.value) if one.section else "", digits_of(one)
    if digits and agency.is_district:
        return digits, ""
    return (numbers[name], "") if name in numbers else ("", name)


def digits_of(one: Entry) -> str:
    """Those of its unit code; ``""`` when it has none, or one that names no section."""
    told = one.project.facts.section_digits
    return told.value if told and told.value != OFFICE else ""


def spelling(entries: Iterable[Entry]) -> str | None:
    """The name that most of the projects have for their section."""
    names = Counter(one.section.value for one in entries if one.section)
    return most(names) if names else None


def most(counts: Counter[str]) -> str:
    """The most frequent; of several the first in the order of letters."""
    return min(counts, key=lambda one: (-counts[one], one))


def facet(
    url: str | None, crumb: Crumb, some: tuple[Entry, ...], every: tuple[Entry, ...]
) -> Facet:
    """Projects out of a list."""
    if len(some) == len(every):
        return Facet(None, crumb, every)
    return Facet(url if len(some) > 1 else urls.project(some[0].project.key), crumb, some)
