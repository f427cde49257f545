"""ค้นหา: the page of the search, its words for the scripts, and the lists for whoever has none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.assess.status import STATUSES
from generator.corpus import Corpus
from generator.publish import (
    cards,
    urls,
)
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import Ways, ways
from generator.publish.rows import Crumb, page

PARTS = ("rationale", "objectives", "targets", "strategy", "steps", "indicators", "progress")
"""Parts of a project page that a passage may come from and that have a heading of their own."""


class StatusShape(NamedTuple):
    """A status and the shape of its tag."""

    code: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The ways to a project, and what the templates of a result are made for."""

    nav: str = "search"
    crumbs: tuple[Crumb, ...] = (Crumb("search"),)
    ways: Ways
    statuses: tuple[StatusShape, ...]
    parts: tuple[str, ...] = PARTS
    years: tuple[int, ...]
    """Fiscal years of projects, Buddhist Era, newest first."""


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The one page, and the texts that its scripts show."""
    if site.parts.search:
        yield page(urls.SEARCH, "search", view(corpus))
        yield from cards.texts(corpus)


def view(corpus: Corpus) -> SearchView:
    """All lists, all statuses, all years."""
    return SearchView(
        ways=ways(corpus),
        statuses=tuple(StatusShape(one.code, one.meaning) for one in STATUSES),
        years=tuple(year for year in corpus.years if year is not None),
    )
