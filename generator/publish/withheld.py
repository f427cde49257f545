"""โครงการที่ถอน: where a project stood that the site's owner took down, a page that says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.corpus import Corpus
from generator.publish import rows, trail, urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.rows import Crumb
from generator.takedown.listing import TakenProject


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldView:
    """That something was taken down, and nothing of it."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    key: str
    day: date | None
    reason: str | None


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The page of each such project, and of its dump."""
    for one in corpus.withheld:
        page = rows.page(urls.project(one.key), "withheld", view(one))._replace(is_own=False)
        yield page
        if site.parts.raw:
            yield page._replace(path=urls.path(urls.raw(one.key)))


def view(one: TakenProject) -> WithheldView:
    """What the owner says of it."""
    crumbs = (trail.PROJECTS, Crumb("", one.key))
    return WithheldView(crumbs=crumbs, key=one.key, day=one.day, reason=one.reason)
