"""โครงการทั้งหมด: every project in one list."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import Average, average
from generator.publish.rows import Crumb, Listing, listing, page


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectsView:
    """All projects, in Thai dictionary order, those without a title last."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = (Crumb("projects"),)
    average: Average
    projects: Listing


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one page."""
    yield page(urls.PROJECTS, "projects", view(corpus))


def view(corpus: Corpus) -> ProjectsView:
    """List them all."""
    return ProjectsView(average=average(corpus.entries), projects=listing(corpus.entries))
