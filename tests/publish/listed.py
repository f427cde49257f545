"""What a publisher of lists yields, as its tests ask for it."""

from collections.abc import Iterable

from generator.corpus import Entry
from generator.publish.artifacts import Artifact, Page
from generator.publish.lists.lists import ListPage, cuts, list_page


def listed(entries: Iterable[Entry], url: str = "/somewhere/") -> ListPage:
    """The first page of these projects, in the order of names."""
    return list_page(next(cuts(url, tuple(entries), ordered=True)))


def html_pages(artifacts: Iterable[Artifact]) -> dict[str, Page]:
    """The pages by address, without the data beside them."""
    found = (one for one in artifacts if isinstance(one, Page))
    return {f"/{one.path.removesuffix('index.html')}": one for one in found}
