"""ค้นหา: until the search itself is here, the lists that lead to every project."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import Ways, ways
from generator.publish.rows import Crumb, page


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The ways to a project."""

    nav: str = "search"
    crumbs: tuple[Crumb, ...] = (Crumb("search"),)
    ways: Ways


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one page."""
    yield page(urls.SEARCH, "search", view(corpus))


def view(corpus: Corpus) -> SearchView:
    """All lists."""
    return SearchView(ways=ways(corpus))
