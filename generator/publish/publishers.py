"""The pages and documents of the site: one row a publisher."""

from collections.abc import Callable, Iterator
from itertools import chain

from generator.choices import SOURCE
from generator.corpus import Corpus
from generator.publish import (
    codes,
    home,
    not_found,
    redirects,
    search,
    style,
    texts,
    withheld,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.changes import (
    overview as changes,
)
from generator.publish.changes import (
    problems,
    revisions,
    since,
)
from generator.publish.editions import beside, twins
from generator.publish.lists import (
    indicators,
    narrower,
    projects,
)
from generator.publish.machines import (
    data,
    feeds,
    manifest,
    robots,
    sitemap,
)
from generator.publish.places import (
    agencies,
    compare,
    strategies,
    years,
)
from generator.publish.project import (
    page as project,
)
from generator.publish.project import (
    raw,
    record,
)
from generator.publish.rules import (
    findings,
    statuses,
)

Publisher = Callable[[Corpus, Site], Iterator[Artifact]]

PUBLISHERS: tuple[Publisher, ...] = (
    data.pages,  # its files take longest: while one worker makes them, others print pages
    home.pages,
    agencies.pages,
    compare.pages,
    strategies.pages,
    years.pages,
    narrower.pages,
    projects.pages,
    statuses.pages,
    findings.pages,
    indicators.pages,
    problems.pages,
    changes.pages,
    revisions.pages,
    since.pages,
    project.pages,
    record.pages,
    raw.pages,
    withheld.pages,
    redirects.pages,
    texts.pages,
    codes.pages,
    search.pages,
    not_found.pages,
    feeds.pages,
    manifest.pages,
    robots.pages,
    style.pages,
)


def published(publisher: Publisher, corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """What one of them has, but for what the owner of the site leaves out."""
    for one in publisher(corpus, site):
        if site.parts.tables or isinstance(one, Page) or not one.is_table:
            yield one


def everything(corpus: Corpus, site: Site) -> tuple[Artifact, ...]:
    """All of them, each page with its twins behind, then the list of the pages among them."""
    ours = tuple(chain.from_iterable(published(one, corpus, site) for one in PUBLISHERS))
    found = (*ours, *twins(ours, site.locales))
    return (*beside(found), *sitemap.documents(found, site))


LISTS = frozenset(
    f"pages/{name}.html"
    for name in (
        "agency",
        "cases",
        "finding",
        "indicator",
        "indicators",
        "list",
        "no_strategy",
        "node",
        "problem_list",
        "projects",
        "status",
        "year",
    )
)
"""Templates of pages whose number grows with that of the projects: at most two for each, in each
language."""


def is_list(artifact: Artifact) -> bool:
    """A page in the source language that lists projects, or what projects hold."""
    if not isinstance(artifact, Page) or artifact.locale != SOURCE:
        return False
    return artifact.template in LISTS
