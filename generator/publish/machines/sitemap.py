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


class Places(NamedTuple):
    """Pages, or files of the sitemap, and of each the newest day that it shows."""

    paths: tuple[str, ...]
    """Below the site's root."""
    days: tuple[date | None, ...]
    """``None`` where no record tells."""


def documents(artifacts: Iterable[Artifact], site: Site, most: int = MOST) -> Iterator[Document]:
    """The sitemap; an index of several where there are too many pages for one.

    Nothing where the site's address is unknown, or when it asks not to be found.
    """
    if not site.base_url or site.noindex:
        return
    found = [one for one in artifacts if isinstance(one, Page) and one.is_html and one.is_own]
    if len(found) <= most:
        yield Document(PATH, partial(body, site.base_url, places(found)))
        return
    parts = [places(found[start : start + most]) for start in range(0, len(found), most)]
    named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, start=1)}
    for path, part in named.items():
        yield Document(path, partial(body, site.base_url, part))
    listed = Places(tuple(named), tuple(map(newest, parts)))
    yield Document(PATH, partial(index, site.base_url, listed))


def places(pages: Sequence[Page]) -> Places:
    """Where the pages stand, in the order they are published."""
    return Places(tuple([one.path for one in pages]), tuple([one.day for one in pages]))


def newest(found: Places) -> date | None:
    """The newest day that any of them tells."""
    return max(filter(None, found.days), default=None)


def body(base_url: str, found: Places) -> bytes:
    """One file of pages."""
    rows = "".join(f"<url>{one}</url>\n" for one in told(base_url, found))
    return f"{HEAD}<urlset {NAMESPACE}>\n{rows}</urlset>\n".encode()


def index(base_url: str, found: Places) -> bytes:
    """The file that names the others."""
    rows = "".join(f"<sitemap>{one}</sitemap>\n" for one in told(base_url, found))
    return f"{HEAD}<sitemapindex {NAMESPACE}>\n{rows}</sitemapindex>\n".encode()


def told(base_url: str, found: Places) -> Iterator[str]:
    """Address and day of each."""
    for path, day in zip(*found, strict=True):
        address = escape(f"{base_url}{quote(path.removesuffix('index.html'))}")
        yield f"<loc>{address}</loc>" + (f"<lastmod>{day.isoformat()}</lastmod>" if day else "")
