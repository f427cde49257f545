"""ข้อความของโปรแกรม: what every code means, with an example; findings have pages of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator.corpus import Corpus
from generator.explanations import EXPLANATIONS, Explanation
from generator.publish import trail, urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.rows import Crumb, page

WITH_PAGES = "finding"
"""The family whose codes have pages."""


class Family(NamedTuple):
    """Codes of one kind."""

    name: str
    """``diagnostic``, ``check`` or ``fault``."""
    codes: tuple[Explanation, ...]


class Rule(NamedTuple):
    """A finding, by its page."""

    code: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesView:
    """All of them."""

    nav: str = "about"
    crumbs: tuple[Crumb, ...] = (trail.ABOUT, Crumb("messages"))
    families: tuple[Family, ...]
    rules: tuple[Rule, ...]


def pages(_corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The one page."""
    yield page(urls.MESSAGES, "messages", view())


def view() -> CodesView:
    """By family, as ``sitegen explain`` lists them."""
    groups = groupby(EXPLANATIONS, lambda one: one.family)
    families = tuple(Family(name, tuple(codes)) for name, codes in groups)
    rules = (one.code for family in families if family.name == WITH_PAGES for one in family.codes)
    return CodesView(
        families=tuple(one for one in families if one.name != WITH_PAGES),
        rules=tuple(Rule(code, urls.finding(code)) for code in rules),
    )
