"""manifest.webmanifest: the site's name, colours and icons on the screen of a telephone."""

from collections.abc import Iterator
from functools import partial

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site


def pages(_corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one file. A template words it, and knows where the icons are."""
    yield Page(urls.path(urls.MANIFEST), "pages/manifest.json", partial(tuple), is_own=False)
