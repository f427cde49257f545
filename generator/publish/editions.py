"""The site in its languages: the source language at the root, any other below its own name.

Templates write every address as it is in the source language, and need not know which pages there
are in another: ``edition`` tells, from the address alone. ``/th/…`` asks for the source language.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from generator.choices import SOURCE
from generator.publish.artifacts import Artifact, Page
from generator.settings.kinds import LOCALE

ASKED = re.compile(rf"(?P<locale>{LOCALE})/(?P<rest>.*)")

TWINNED = re.compile(
    r"(?:(?:projects|districts|departments|years|statuses|findings)/"
    r"(?:(?!by-)[^/?#]+/)?(?:page-\d+/)?"
    r"|strategies/(?:[^/?#]+/){0,2}(?:page-\d+/)?"
    r"|about/messages/"
    r"|[a-z0-9][a-z0-9-]*/)?"
)
"""Pages that stand in every language: the main roads of the site. What leads further, and whatever
holds little but the words of dumps, is there once."""


class Edition(NamedTuple):
    """The place of a page in one language."""

    locale: str
    address: str
    """From the root, as templates write it."""


def is_twinned(address: str) -> bool:
    """Whether all languages have the page; its address begins without a slash."""
    return TWINNED.fullmatch(address.partition("#")[0].partition("?")[0]) is not None


def edition(address: str, locale: str) -> str:
    """Where a page of that language leads for an address; both begin without a slash."""
    asked = ASKED.fullmatch(address)
    if asked and asked["locale"] == SOURCE:
        return asked["rest"]
    if locale == SOURCE or asked or not is_twinned(address):
        return address
    return f"{locale}/{address}"


def editions(page: Page, locales: Sequence[str]) -> tuple[Edition, ...]:
    """The page in each language it has, its own among them; none when there is but one."""
    address = page.path.removesuffix("index.html").removeprefix(f"{page.locale}/")
    if len(locales) == 1 or not (page.is_html and is_twinned(address)):
        return ()
    return tuple(Edition(one, f"/{one}/{address}") for one in locales)


def twins(artifacts: Iterable[Artifact], locales: Sequence[str]) -> Iterator[Page]:
    """What other languages have beside the source: the same views, in other words."""
    for locale in locales[1:]:
        for one in artifacts:
            if isinstance(one, Page) and one.is_html and is_twinned(one.address):
                yield one._replace(path=f"{locale}/{one.path}", locale=locale)


def beside(artifacts: Iterable[Artifact]) -> list[Artifact]:
    """Each page before its twins, so that whoever makes it need not make their view again.

    What is made last stays in its order, in which one tells of another.
    """
    places: dict[str, int] = {}

    def place(one: Artifact) -> float:
        if one.is_late:
            return inf
        locale = one.locale if isinstance(one, Page) else SOURCE
        path = one.path if locale == SOURCE else one.path.removeprefix(f"{locale}/")
        return places.setdefault(path, len(places))

    return sorted(artifacts, key=place)
