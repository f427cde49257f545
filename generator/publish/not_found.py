"""ไม่พบหน้านี้: what an address that leads nowhere shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.rows import Crumb


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """All its words are the template's."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = ()


def pages(_corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one page."""
    yield Page(urls.path(urls.NOT_FOUND), "pages/404.html", NotFoundView, is_own=False)
