"""The pages and documents of the site: one row a publisher."""

from collections.abc import Callable, Iterator

from generator.corpus import Corpus
from generator.publish import (
    agencies,
    home,
    not_found,
    project,
    projects,
    raw,
    record,
    redirects,
    search,
    strategies,
    texts,
    years,
)
from generator.publish.artifacts import Artifact, Site

Publisher = Callable[[Corpus, Site], Iterator[Artifact]]

PUBLISHERS: tuple[Publisher, ...] = (
    home.pages,
    agencies.pages,
    strategies.pages,
    years.pages,
    projects.pages,
    project.pages,
    record.pages,
    raw.pages,
    redirects.pages,
    texts.pages,
    search.pages,
    not_found.pages,
)
