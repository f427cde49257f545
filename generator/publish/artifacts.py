"""What the site consists of: pages made by templates, and documents that are bytes already."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Page(NamedTuple):
    """One HTML page. The view is all its template sees."""

    path: str
    """Below the site's root: ``projects/50050000-3410/index.html``."""
    template: str
    """``pages/project.html``."""
    view: Callable[[], object]
    """Makes the frozen view, where the page is rendered. A ``functools.partial`` of a top-level
    function, so that it can travel to another process."""


class Document(NamedTuple):
    """One file that no template makes: JSON, a feed, a table."""

    path: str
    body: Callable[[], bytes]
    """Makes the bytes; a ``functools.partial`` of a top-level function."""


Artifact = Page | Document


class Text(NamedTuple):
    """A Markdown page of the site's owner, from ``content/pages/<name>.<locale>.md``."""

    name: str
    """Its address is ``/<name>/``."""
    title: str
    """From its first heading."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page may show of the site itself."""

    name: str
    description: str
    published_on: date | None
    """Printed, and nothing is measured against it."""
    sample: bool
    """The dumps are invented, and every page says so."""
    base_url: str | None
    """Ends in ``/``."""
    report_to: str | None
    """Where readers report an error: an http(s) or mailto address."""
    texts: tuple[Text, ...]
