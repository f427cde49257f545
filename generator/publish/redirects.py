"""Addresses a project had while its code was not known: they go on leading to it."""

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


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """Two pages for each former key: the project and its newest dump.

    Cited lines stay where they were: a redirect would drop their ``#L38``.
    """
    formers = copies.former_keys(corpus)
    for entry in corpus.entries:
        project = entry.project
        for former in formers[project.key]:
            yield page(urls.project(former), urls.project(project.key), project)
            if site.parts.raw:
                yield page(urls.raw(former), urls.raw(project.key), project)


def page(url: str, to: str, project: Project) -> Page:
    """One page that only leads on."""
    return Page(urls.path(url), "pages/redirect.html", partial(view, to, project), is_own=False)


def view(to: str, project: Project) -> RedirectView:
    """Where to, and to what."""
    title = project.facts.title
    return RedirectView(href=to, title=title.value if title else None, code=project.code)
