"""The pages and documents of the site: one row a publisher."""

from collections.abc import Callable, Iterator
from itertools import chain

from generator.corpus import Corpus
from generator.publish import (
    agencies,
    changes,
    compare,
    data,
    feeds,
    findings,
    home,
    indicators,
    manifest,
    narrower,
    not_found,
    problems,
    project,
    projects,
    raw,
    record,
    redirects,
    revisions,
    robots,
    search,
    since,
    sitemap,
    statuses,
    strategies,
    style,
    texts,
    years,
)
from generator.publish.artifacts import Artifact, Page, Site

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
    redirects.pages,
    texts.pages,
    search.pages,
    not_found.pages,
    feeds.pages,
    manifest.pages,
    robots.pages,
    style.pages,
)


def everything(corpus: Corpus, site: Site) -> tuple[Artifact, ...]:
    """All of them, then the list of the pages among them."""
    found = tuple(chain.from_iterable(pages(corpus, site) for pages in PUBLISHERS))
    return (*found, *sitemap.documents(found, site))


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
"""Templates of pages whose number grows with that of the projects: at most two for each."""


def is_list(artifact: Artifact) -> bool:
    """A page that lists projects, or what projects hold."""
    return isinstance(artifact, Page) and artifact.template in LISTS
