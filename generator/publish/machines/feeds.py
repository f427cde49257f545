"""ติดตาม: what is new on the site, of an agency, a strategy side, a rule, as Atom.

Entries are reports and differences between copies, dated as the records date them and never by the
build. Their ids are digests of what they are of: the same wherever the site stands.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from generator.assess.findings import RULES
from generator.corpus import Corpus, Entry, as_of
from generator.nodes import NodeKey
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.changes.differing import Revision, revisions
from generator.publish.changes.fresh import (
    Fresh,
    Placed,
    fresh,
    newest_day,
    of_the_newest,
    placed,
)
from generator.publish.rows import Crumb, made
from generator.thai.numerals import thai

MOST = 30
"""Entries of a feed, the newest."""
NO_DAY = date(1970, 1, 1)
"""Atom asks for a day even where no record tells one."""


class Item(NamedTuple):
    """An entry: a report or a difference."""

    id: str
    day: date
    report: Fresh | None = None
    revision: Revision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """One feed."""

    id: str
    url: str
    page_url: str
    """Of the page it follows."""
    about: Crumb | None
    """``None``: the whole site."""
    updated: date
    items: tuple[Item, ...]
    """Newest first."""


class Feed(NamedTuple):
    """What a feed is of."""

    page_url: str
    about: Crumb | None
    entries: tuple[Entry, ...]


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The whole site's, then those of agencies, sides and rules."""
    news = News(corpus)
    for feed in feeds(corpus):
        found = view(feed, news.newest(feed.entries), site.name)
        yield Page(urls.path(found.url), "pages/feed.xml", partial(made, found), is_own=False)


def feeds(corpus: Corpus) -> Iterator[Feed]:
    """Everything that has one."""
    yield Feed(urls.HOME, None, corpus.entries)
    for agency, entries in corpus.agencies.items():
        yield Feed(urls.agency(agency), trail.agency(agency), entries)
    for key, entries in corpus.on_node.items():
        if key.level == 1:
            yield Feed(urls.node(key), side(corpus, key), entries)
    held: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in corpus.entries:
        for finding in entry.assessment.findings:
            held[finding.rule][entry.project.key] = entry
    for rule in RULES:
        about = Crumb("finding", rule.code)
        yield Feed(urls.finding(rule.code), about, tuple(held[rule.code].values()))


def side(corpus: Corpus, key: NodeKey) -> Crumb:
    """A strategy side by its name, else by its number."""
    label = corpus.nodes[key].label
    return Crumb("", label) if label else Crumb(trail.level(key), thai(key.number))


def view(feed: Feed, items: tuple[Item, ...], site: str) -> FeedView:
    """One feed. Two sites that hold the same projects are two feeds of the same entries."""
    return FeedView(
        id=urn("feed", site, feed.page_url),
        url=urls.feed(feed.page_url),
        page_url=feed.page_url,
        about=feed.about,
        updated=items[0].day if items else as_of(feed.entries) or NO_DAY,
        items=items,
    )


class News:
    """Reports and differences by project; one that stands in several feeds is made once."""

    def __init__(self, corpus: Corpus) -> None:
        """Look once at the differences and at the newest day of each project."""
        self.revised: dict[str, list[Item]] = defaultdict(list)
        for one in revisions(corpus):
            if one.day:
                self.revised[one.project.key].append(Item(urn(one.url), one.day, revision=one))
        self.days = {one.project.key: self.newest_day(one) for one in corpus.entries}
        self.found: dict[str, tuple[Placed | Item, ...]] = {}
        self.made: dict[tuple[str, int], Item] = {}

    def newest_day(self, entry: Entry) -> date | None:
        """Of what a project has."""
        revised = map(day, self.revised.get(entry.project.key, ()))
        return max(filter(None, (newest_day(entry), *revised)), default=None)

    def newest(self, entries: tuple[Entry, ...]) -> tuple[Item, ...]:
        """By day, the newest first; of one day in the order of the projects."""
        few = of_the_newest(entries, MOST, lambda one: self.days[one.project.key])
        every = chain.from_iterable(map(self.of_project, few))
        return tuple(map(self.item, nlargest(MOST, every, key=day)))

    def of_project(self, entry: Entry) -> tuple[Placed | Item, ...]:
        """What a project has, worded or not."""
        key = entry.project.key
        if key not in self.found:
            self.found[key] = (*placed(entry), *self.revised.get(key, ()))
        return self.found[key]

    def item(self, one: Placed | Item) -> Item:
        """An entry as feeds show it."""
        if isinstance(one, Item):
            return one
        place = one.entry.project.key, one.number
        if place not in self.made:
            report = fresh(one)
            self.made[place] = Item(urn(report.url), one.day, report=report)
        return self.made[place]


def day(one: Placed | Item) -> date:
    """What feeds go by."""
    return one.day


def urn(*words: str) -> str:
    """A UUID of version 8 that is a digest of the words."""
    digits = sha256("\n".join(words).encode()).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    parts = (digits[:8], digits[8:12], f"8{digits[13:16]}", f"{variant}{digits[17:20]}")
    return f"urn:uuid:{'-'.join(parts)}-{digits[20:32]}"
