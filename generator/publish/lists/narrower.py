"""รายการย่อย: the lists that share two things, for readers whose browser runs no search.

Agency and year, agency and status, agency and section; year and status; strategy and year.
"""

from collections.abc import Iterable, Iterator

from generator.corpus import Corpus
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import versions
from generator.publish.lists import (
    facets,
    lists,
)
from generator.publish.lists.facets import Facet
from generator.publish.lists.lists import Heading


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """Every narrower list, with its data."""
    for agency, entries in corpus.agencies.items():
        url, own = urls.agency(agency), trail.agency(agency)
        wide = Heading(url, "districts", (trail.AGENCIES, own), (own,), ("agency",))
        yield from narrower(wide, facets.by_year(url, entries), "year")
        yield from narrower(wide, facets.by_status(url, entries))
        yield from narrower(wide, facets.by_section(agency, entries))
    for year, entries in corpus.years.items():
        url, own = urls.year(year), trail.year(year)
        wide = Heading(url, "years", (trail.YEARS, own), (own,), ("year",))
        yield from narrower(wide, facets.by_status(url, entries))
    known = {one.id: one for one in versions(corpus)}
    for key, entries in corpus.on_node.items():
        way = trail.node(known, key)
        wide = Heading(urls.node(key), "strategies", way, way[-1:])
        yield from narrower(wide, facets.by_year_of_node(key, entries), "year")


def narrower(wide: Heading, narrow: Iterable[Facet], *shared: str) -> Iterator[Artifact]:
    """The lists that have an address of their own."""
    for one in narrow:
        if one.url and one.is_list:
            heading = Heading(
                url=one.url,
                nav=wide.nav,
                crumbs=trail.here((*wide.crumbs, one.crumb)),
                about=(*wide.about, one.crumb),
                shared=(*wide.shared, *shared),
            )
            yield from lists.pages(heading, one.entries)
