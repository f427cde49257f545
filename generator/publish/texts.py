"""Markdown pages of the site's owner; where there is none about the site, our own words stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site, Text
from generator.publish.rows import Crumb

ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One Markdown page."""

    nav: str
    crumbs: tuple[Crumb, ...]
    text: Text
    """Markdown; its first line is ``# title``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """The page about the site, whose words are the template's."""

    nav: str = ABOUT
    crumbs: tuple[Crumb, ...] = (Crumb("about"),)


def pages(_corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """A page for each text, and always one about the site."""
    for text in site.texts:
        yield Page(urls.path(urls.text(text.name)), "pages/text.html", partial(view, text))
    if all(text.name != ABOUT for text in site.texts):
        yield Page(urls.path(urls.ABOUT), "pages/about.html", AboutView)


def view(text: Text) -> TextView:
    """One text."""
    return TextView(
        nav=ABOUT if text.name == ABOUT else "",
        crumbs=(Crumb("text", text),),
        text=text,
    )
