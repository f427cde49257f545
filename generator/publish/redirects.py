"""Addresses that lead on: of a project's newest dump, and those before its code was known.

The newest dump stands once, at the address of its snapshot, where lines can be cited for ever. To
print it a second time would make a quarter more of the whole site.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.collate import Project
from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.project import copies


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """Where a page has gone."""

    href: str
    title: str | None
    """The project's."""
    code: str | None
    is_newest: bool
    """It is the newest dump that stands there; else the page has moved."""


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The newest dump of each project; two pages for each former key, its own and its dump's.

    Cited lines stay where they were (``raw``): to be led on would cost them their ``#L38``.
    """
    formers = copies.former_keys(corpus)
    for entry in corpus.entries:
        project = entry.project
        newest = urls.raw_snapshot(project, project.snapshots[0])
        if site.parts.raw:
            yield page(urls.raw(project.key), newest, project)
        for former in formers[project.key]:
            yield page(urls.project(former), urls.project(project.key), project)
            if site.parts.raw:
                yield page(urls.raw(former), newest, project)


def page(url: str, to: str, project: Project) -> Page:
    """One page that only leads on."""
    return Page(urls.path(url), "pages/redirect.html", partial(view, to, project), is_own=False)


def view(to: str, project: Project) -> RedirectView:
    """Where to, and to what."""
    title = project.facts.title
    return RedirectView(
        href=to,
        title=title.value if title else None,
        code=project.code,
        is_newest=to != urls.project(project.key),
    )
