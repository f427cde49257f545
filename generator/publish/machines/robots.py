"""robots.txt: whether machines may read the pages, and where all of them are listed."""

from collections.abc import Iterator
from functools import partial

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Document, Site

PATH = "robots.txt"


def pages(_corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The one document. Only at the root of a host does anyone ask for it."""
    yield Document(PATH, partial(body, site.base_url, noindex=site.noindex))


def body(base_url: str | None, *, noindex: bool) -> bytes:
    """Nothing is closed to anyone, unless the site asks not to be found."""
    if noindex:
        return b"User-agent: *\nDisallow: /\n"
    listed = f"Sitemap: {base_url}{urls.SITEMAP[1:]}\n" if base_url else ""
    return f"User-agent: *\nAllow: /\n{listed}".encode()
