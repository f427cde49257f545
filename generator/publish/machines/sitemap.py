"""sitemap.xml: every page that search engines may keep, each at its own address.

Made from the artifacts themselves, so that it cannot leave one out.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from generator.publish import urls
from generator.publish.artifacts import Artifact, Document, Page, Site

PATH = urls.path(urls.SITEMAP)
MOST = 50_000
"""Addresses that the protocol lets one file hold."""

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class Place(NamedTuple):
    """A page, or a file of the sitemap."""

    address: str
    """Whole, fit for a link."""
    day: date | None
    """The newest that it shows, where a record tells."""


def documents(artifacts: Iterable[Artifact], site: Site, most: int = MOST) -> Iterator[Document]:
    """The sitemap; an index of several where there are too many pages for one.

    Nothing where the site's address is unknown, or when it asks not to be found.
    """
    if not site.base_url or site.noindex:
        return
    found = tuple(places(artifacts, site.base_url))
    if len(found) <= most:
        yield Document(PATH, partial(body, found))
        return
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, start=1)}
    for path, part in named.items():
        yield Document(path, partial(body, part))
    listed = tuple(Place(f"{site.base_url}{name}", newest(part)) for name, part in named.items())
    yield Document(PATH, partial(index, listed))


def places(artifacts: Iterable[Artifact], base_url: str) -> Iterator[Place]:
    """Where the pages stand, in the order they are published."""
    for one in artifacts:
        if isinstance(one, Page) and one.is_html and one.is_own:
            yield Place(f"{base_url}{quote(one.path.removesuffix('index.html'))}", one.day)


def newest(found: Iterable[Place]) -> date | None:
    """The newest day that any of them tells."""
    return max((one.day for one in found if one.day), default=None)


def body(found: Sequence[Place]) -> bytes:
    """One file of pages."""
    rows = "".join(f"<url>{told(one)}</url>\n" for one in found)
    return f"{HEAD}<urlset {NAMESPACE}>\n{rows}</urlset>\n".encode()


def index(found: Sequence[Place]) -> bytes:
    """The file that names the others."""
    rows = "".join(f"<sitemap>{told(one)}</sitemap>\n" for one in found)
    return f"{HEAD}<sitemapindex {NAMESPACE}>\n{rows}</sitemapindex>\n".encode()


def told(one: Place) -> str:
    """Address and day."""
    day = f"<lastmod>{one.day.isoformat()}</lastmod>" if one.day else ""
    return f"<loc>{escape(one.address)}</loc>{day}"
