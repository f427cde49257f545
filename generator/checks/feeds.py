"""Atom feeds and sitemaps: as the standards ask, and naming pages that are there."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO

from generator.checks.addresses import Place, Target, target
from generator.checks.elements import Element, elements
from generator.checks.pages import EVERYWHERE
from generator.checks.site import Read, Site, Told
from generator.diagnostics import Diagnostic

ATOM = "http://www.w3.org/2005/Atom"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
ONCE = ("id", "title", "updated")
"""What a feed, and every entry, has exactly once."""
MOST = 50_000
"""Addresses that one file of a sitemap may hold."""


# --- Atom -------------------------------------------------------------------------------------


def read_feed(site: Site, path: str, file: IO[bytes]) -> Read:
    """A feed: what it lacks, and the pages it leads to."""
    found = elements(file.read())
    root = found[0]
    if (root.space, root.name) != (ATOM, "feed"):
        return Read(path, (root.at("feed-invalid", f"<{root.name}> is no Atom feed"),))
    groups = grouped(found)
    links = [
        (one, target(path, one.attributes.get("href", ""), site.base_url)) for one in hrefs(found)
    ]
    said = [*(one for group in groups for one in lacking(group)), *ids_twice(groups)]
    said += without_author(groups)
    said += broken(links, site)
    asked: dict[str, set[str]] = {}
    for _, where in links:
        if where.path.endswith(".html") and where.fragment not in EVERYWHERE:
            asked.setdefault(where.path, set()).add(where.fragment)
    wanted = tuple((page, " ".join(sorted(names))) for page, names in asked.items())
    return Read(path, tuple(said), wanted=wanted)


def grouped(found: Iterable[Element]) -> list[list[Element]]:
    """The feed itself with what stands right in it, then every entry likewise."""
    groups: list[list[Element]] = [[]]
    for one in found:
        if one.way == ("feed", "entry"):
            groups.append([one])
        elif one.way[:2] == ("feed", "entry"):
            groups[-1].append(one)
        else:
            groups[0].append(one)
    return groups


def hrefs(found: Iterable[Element]) -> Iterator[Element]:
    """The links of a feed and of its entries."""
    return (one for one in found if one.name == "link" and one.space == ATOM)


def texts(group: list[Element], name: str) -> list[str]:
    """What is right in a feed or an entry under this name."""
    way = (*group[0].way, name)
    return [one.text.strip() for one in group if one.way == way and one.space == ATOM]


def lacking(group: list[Element]) -> Iterator[Diagnostic]:
    """What the standard asks of a feed and of an entry."""
    head = group[0]
    for name in ONCE:
        if len(texts(group, name)) != 1:
            yield head.at("feed-invalid", f"<{head.name}> has {len(texts(group, name))} <{name}>")
    for name, form in (("id", ABSOLUTE), ("updated", MOMENT)):
        for text in texts(group, name):
            if not form.fullmatch(text):
                yield head.at("feed-invalid", f"<{name}> of <{head.name}>: {text!a}")
    if head.name == "entry" and not {"link", "content"} & {one.name for one in group}:
        yield head.at("feed-invalid", "<entry> leads nowhere and says nothing")


def ids_twice(groups: list[list[Element]]) -> Iterator[Diagnostic]:
    """Entries that programs take for one."""
    seen: set[str] = set()
    for group in groups:
        for text in texts(group, "id"):
            if text in seen:
                yield group[0].at("feed-invalid", f"a second <id> {text}")
            seen.add(text)


def without_author(groups: list[list[Element]]) -> Iterator[Diagnostic]:
    """Entries that are no one's."""
    if not texts(groups[0], "author"):
        for entry in groups[1:]:
            if not texts(entry, "author"):
                yield entry[0].at("feed-invalid", "<entry> has no <author>, and neither has <feed>")


def broken(links: Iterable[tuple[Element, Target]], site: Site) -> Iterator[Diagnostic]:
    """Links to what is not there."""
    for one, where in links:
        if where.place is Place.ABOVE or (
            where.place is Place.HERE and where.path not in site.files
        ):
            yield one.at("link-broken", f"<link> {one.attributes.get('href', '')}")


# --- sitemaps ---------------------------------------------------------------------------------


def read_sitemap(site: Site, path: str, file: IO[bytes]) -> Read:
    """The pages that a sitemap names, or its parts."""
    found = elements(file.read())
    root, places = found[0], [one for one in found if one.name == "loc"]
    if root.space != SITEMAPS or root.name not in ("urlset", "sitemapindex"):
        return Read(path, (root.at("sitemap-differs", f"<{root.name}> is no sitemap"),))
    said = [*out_of_site(places, site), *wrong_days(found)]
    if len(places) > MOST:
        said.append(root.at("sitemap-differs", f"{len(places):,} addresses in one file"))
    if root.name == "sitemapindex":
        return Read(path, tuple(said))
    targets = ((one, target("", one.text.strip(), site.base_url)) for one in places)
    named = tuple(Told(where.path, one.line) for one, where in targets if where.path)
    return Read(path, tuple(said), named=named)


def out_of_site(places: Iterable[Element], site: Site) -> Iterator[Diagnostic]:
    """Addresses of no file of this site."""
    for one in places:
        address = one.text.strip()
        if target("", address, site.base_url).path not in site.files or not ABSOLUTE.match(address):
            yield one.at("sitemap-differs", f"no file of this site: {address}")


def wrong_days(found: Iterable[Element]) -> Iterator[Diagnostic]:
    """Days that are none."""
    for one in found:
        if one.name == "lastmod":
            try:
                date.fromisoformat(one.text.strip()[:10])
            except ValueError:
                yield one.at("sitemap-differs", f"no day: {one.text.strip()!a}")
