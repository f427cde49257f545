"""โครงการทั้งหมด: every project in one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus import Corpus, Entry
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.groups import Average, average
from generator.publish.lists import lists
from generator.publish.lists.lists import Heading, ListPage
from generator.publish.rows import Crumb, page


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectsView:
    """All projects, in Thai dictionary order, those without a title last."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = (Crumb("projects"),)
    average: Average
    projects: ListPage


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one list."""
    heading = Heading(urls.PROJECTS, "", (trail.PROJECTS,), (trail.PROJECTS,))
    first = partial(all_projects, corpus.entries)
    yield from lists.pages(heading, corpus.entries, first, ordered=True)


def all_projects(entries: tuple[Entry, ...], projects: ListPage) -> Page:
    """The page of all projects, with the first of them."""
    return page(urls.PROJECTS, "projects", view(entries, projects))


def view(entries: tuple[Entry, ...], projects: ListPage) -> ProjectsView:
    """What stands at the head of all."""
    return ProjectsView(average=average(entries), projects=projects)
