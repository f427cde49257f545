"""One page: its addresses, ids, policy and weight. What other pages must confirm is kept."""

import json
import re
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import IO, NamedTuple

from generator.checks import policy
from generator.checks.addresses import Place, Target, target
from generator.checks.markup import Element, Link, Token, tokens
from generator.checks.site import Read, Site
from generator.diagnostics import Diagnostic

PROJECT = re.compile(r"projects/[^/]+/index\.html")
MOST_BYTES, MOST_COMPRESSED = 45_000, 22_000
"""Of a project page as it is; and compressed, with its style sheets."""
JSON = ("application/ld+json", "application/json")
EVERYWHERE = ("", "top")
"""Fragments that every page has."""


class Said(NamedTuple):
    """Something is wrong at a place of the text."""

    start: int
    code: str
    detail: str


class Followed(NamedTuple):
    """A link where it stands, and where it leads."""

    start: int
    element: Element
    link: Link
    target: Target

    @property
    def shown(self) -> str:
        """For a message."""
        return f"<{self.element.tag}> {self.link.address}"


def read_page(site: Site, path: str, file: IO[bytes]) -> Read:
    """Everything that one page tells."""
    text = file.read().decode()
    found = tuple(tokens(text))
    links = tuple(followed(found, path, site.base_url))
    ids = {one.element.id for one in found if one.element.id is not None}
    asked = anchors(links)
    said = chain(
        ids_twice(found),
        policies(found, links),
        strangers(links),
        broken(links, site.files),
        linked_data(found, site),
        heavy(site, path, text, links),
        without_anchor(links, {path: asked.pop(path, set()) - ids}),
    )
    return Read(
        path,
        told(text, said),
        " ".join(sorted(ids)),
        tuple((page, " ".join(sorted(names))) for page, names in asked.items()),
        is_own=is_own(found, links, path),
    )


def missing_anchors(
    site: Site, path: str, text: str, missing: Mapping[str, AbstractSet[str]]
) -> tuple[Diagnostic, ...]:
    """Where a page asks other pages for ids that they do not have."""
    links = followed(tokens(text), path, site.base_url)
    return told(text, without_anchor(links, missing))


def base_url(text: str) -> str | None:
    """Where a site stands, as its home page names itself."""
    links = (link for token in tokens(text) for link in named_by(token.element))
    return next(links, None)


def named_by(element: Element) -> Iterator[str]:
    """The address that an element says is the page's own."""
    if "canonical" in element.relations:
        yield from (link.address for link in element.links if link.address.endswith("/"))


def told(text: str, said: Iterable[Said]) -> tuple[Diagnostic, ...]:
    """In the order of the page, with line and column."""
    return tuple(
        Diagnostic(
            one.code,
            text.count("\n", 0, one.start) + 1,
            one.start - text.rfind("\n", 0, one.start),
            detail=one.detail,
        )
        for one in sorted(said)
    )


def followed(found: Iterable[Token], path: str, base_url: str | None) -> Iterator[Followed]:
    """Every link; an address that recurs is resolved once."""
    known: dict[str, Target] = {}
    for token in found:
        for link in token.element.links:
            if link.address not in known:
                known[link.address] = target(path, link.address, base_url)
            yield Followed(token.start, token.element, link, known[link.address])


def ids_twice(found: Iterable[Token]) -> Iterator[Said]:
    """Ids that stood further up."""
    seen: set[str] = set()
    for token in found:
        name = token.element.id
        if name in seen:
            yield Said(token.start, "id-twice", name or "")
        elif name is not None:
            seen.add(name)


def policies(found: tuple[Token, ...], links: tuple[Followed, ...]) -> Iterator[Said]:
    """Whether the page has a policy before anything that it governs, is strict, and keeps it."""
    start, content = next(
        ((one.start, one.element.policy) for one in found if one.element.policy is not None),
        (0, None),
    )
    first = min((one.start for one in links if one.link.directive), default=start)
    if content is None or first < start:
        yield Said(0, "csp-missing", "")
    known = policy.directives(content or "")
    for weakness in policy.weaknesses(known) if content is not None else ():
        yield Said(start, "csp-weak", weakness)
    for one in links:
        is_ours = one.link.directive and one.target.place is not Place.ELSEWHERE
        if is_ours and not policy.allows(known, one.link.directive):
            yield Said(one.start, "csp-blocks", f"{one.shown} wants {one.link.directive}")
    for token in found:
        for what in inline(token):
            yield Said(token.start, "csp-blocks", f"{what} in <{token.element.tag}>")


def inline(token: Token) -> Iterator[str]:
    """Code and style that stand in the page itself."""
    element = token.element
    yield from element.inline
    is_code = element.tag == "script" and element.kind not in JSON and bool(token.body.strip())
    if element.tag == "style" or is_code:
        yield "code"


def strangers(links: Iterable[Followed]) -> Iterator[Said]:
    """What the page asks of other hosts, unless a reader has to choose it."""
    for one in links:
        is_asked = one.link.directive or one.element.tag == "meta"
        if is_asked and one.target.place is Place.ELSEWHERE:
            yield Said(one.start, "third-party", one.shown)


def broken(links: Iterable[Followed], files: Container[str]) -> Iterator[Said]:
    """Addresses of what is not there."""
    for one in links:
        where = one.target
        if where.place is Place.ABOVE or (where.place is Place.HERE and where.path not in files):
            yield Said(one.start, "link-broken", one.shown)


def anchors(links: Iterable[Followed]) -> dict[str, set[str]]:
    """The ids that links ask for, by page."""
    asked: dict[str, set[str]] = {}
    for one in links:
        where = one.target
        if where.fragment not in EVERYWHERE and where.path.endswith(".html"):
            asked.setdefault(where.path, set()).add(where.fragment)
    return asked


def without_anchor(
    links: Iterable[Followed], missing: Mapping[str, AbstractSet[str]]
) -> Iterator[Said]:
    """Links to ids that are missing on these pages."""
    for one in links:
        if one.target.fragment in missing.get(one.target.path, ()):
            yield Said(one.start, "anchor-missing", one.shown)


def linked_data(found: Iterable[Token], site: Site) -> Iterator[Said]:
    """Data in the page: it is JSON, and its addresses of this site lead to files."""
    for token in found:
        if token.element.tag != "script" or token.element.kind not in JSON:
            continue
        try:
            data = json.loads(token.body)
        except ValueError as error:
            yield Said(token.start, "file-unreadable", f"{token.element.kind}: {error}")
            continue
        for words in strings(data):
            is_ours = site.base_url and words.startswith(site.base_url)
            if is_ours and target("", words, site.base_url).path not in site.files:
                yield Said(token.start, "link-broken", f"<script> {words}")


def strings(data: object) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from strings(one)


def heavy(site: Site, path: str, text: str, links: Iterable[Followed]) -> Iterator[Said]:
    """A project page above its budget, as it is or compressed with its style sheets."""
    if not PROJECT.fullmatch(path):
        return
    body = text.encode()
    if len(body) > MOST_BYTES:
        yield Said(0, "page-heavy", f"{len(body):,} bytes")
    sheets = sum(site.sheets.get(name, 0) for name in {one.target.path for one in links})
    if len(zlib.compress(body, 1)) + sheets <= MOST_COMPRESSED:
        return  # the quickest way is enough: hosts compress better
    sent = len(zlib.compress(body)) + sheets
    if sent > MOST_COMPRESSED:
        yield Said(0, "page-slow", f"{sent:,} bytes")


def is_own(found: Iterable[Token], links: Iterable[Followed], path: str) -> bool:
    """Whether search engines may keep the page, and keep it at this address."""
    stays_out = any(one.element.stays_out for one in found)
    named = [one.target.path for one in links if "canonical" in one.element.relations]
    return not stays_out and named == [path]
