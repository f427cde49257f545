"""What the site consists of: pages made by templates, and documents that are bytes already."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from generator.choices import ALL_PARTS, SOURCE, Name, Parts
from generator.licence import Licence


class File(NamedTuple):
    """One file of the site as it was written."""

    path: str
    sha256: str
    size: int
    """In bytes."""


class Page(NamedTuple):
    """One page, or another file whose words are a template's. The view is all its template sees."""

    path: str
    """Below the site's root: ``projects/50050000-3410/index.html``."""
    template: str
    """``pages/project.html``."""
    view: Callable[..., object]
    """Makes the frozen view, where the page is rendered. A ``functools.partial`` of a top-level
    function, so that it can travel to another process."""
    is_late: bool = False
    """Made last: the view is given the files there are, as a tuple of ``File``."""
    is_own: bool = True
    """Search engines may keep it; else what it shows belongs to another address, or to none."""
    day: date | None = None
    """The own day of the one record it shows."""
    locale: str = SOURCE
    """The language of its words."""

    @property
    def address(self) -> str:
        """From the site's root, without a slash in front."""
        return self.path.removesuffix("index.html")

    @property
    def is_html(self) -> bool:
        """Else a template makes it all the same: a feed, the manifest of the site."""
        return self.path.endswith(".html")

    @property
    def recipe(self) -> tuple[object, ...]:
        """All that its bytes follow from, in the same site."""
        return self.template, self.view, self.locale


class Document(NamedTuple):
    """One file that no template makes: JSON, a feed, a table."""

    path: str
    body: Callable[..., bytes]
    """Makes the bytes; a ``functools.partial`` of a top-level function."""
    is_late: bool = False
    """As of a page."""
    may_shrink: bool = False
    """Published compressed, as ``….gz``, when it is large."""
    is_table: bool = False
    """A list once more, as data."""

    @property
    def recipe(self) -> tuple[object, ...]:
        """As of a page."""
        return (self.body,)


Artifact = Page | Document


class Words(NamedTuple):
    """A Markdown page in one language, from ``content/pages/<name>.<locale>.md``."""

    locale: str
    title: str
    """From its first heading."""
    source: str


class Text(NamedTuple):
    """A Markdown page of the site's owner."""

    name: str
    """Its address is ``/<name>/``."""
    words: tuple[Words, ...]
    """In each language it is written in, in the order of the site's."""

    def spoken(self, locale: str) -> Words:
        """The page in a language, or in the first it has."""
        return next((one for one in self.words if one.locale == locale), self.words[0])


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
    logo: str | None = None
    """Its address below the root: a static file."""
    accent: str | None = None
    """``#1f5e3a``; ``None`` means our own."""
    style_page: bool = False
    """Publish ``/style/`` too, for who designs."""
    noindex: bool = False
    """Search engines are asked to leave the site out."""
    licence: Licence | None = None
    """The owner's, of what the site has put together."""
    offline: bool = False
    """Links name files, so that the site can be read from a disk."""
    parts: Parts = ALL_PARTS
    """What of the site there is; nothing links to the rest."""
    locales: tuple[str, ...] = (SOURCE,)
    """The languages it is published in, the source language first."""
    names: tuple[Name, ...] = ()
    """Name and description in other languages, where the owner gave them."""
    english: tuple[tuple[str, str], ...] = ()
    """Names of agencies and strategies in English, by those that dumps and lookups tell."""

    def spoken(self, locale: str) -> "Site":
        """What pages of a language show of the site."""
        found = next((one for one in self.names if one.locale == locale), None)
        if not found:
            return self
        description = found.description or self.description
        return replace(self, name=found.name or self.name, description=description)
