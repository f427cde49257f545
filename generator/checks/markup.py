"""The markup of a page, as far as its addresses, ids and inline code go; no tree is built.

Elements recur from page to page, so each is understood once in every process.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

REST = r"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*"
"""Of a start tag up to its ``>``, which may stand between quotes too."""
TOKEN = re.compile(
    rf"<(?:!--.*?-->"
    rf"|(?P<raw>script|style|title|textarea)(?P<held>{REST})>(?P<body>.*?)</(?P=raw)\s*>"
    rf"|(?P<tag>[a-z][^\s/>]*)\s(?P<attributes>{REST})>)",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, an element whose words are no markup, or a start tag with attributes."""
ATTRIBUTE = re.compile(
    r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.DOTALL
)
TOLD = re.compile(
    r"(?:^|\s)(?:id|(?:\w+:)?href|(?:image)?src(?:set)?|(?:form)?action|content|style|on[a-z]+"
    r"|poster|data|ping|background)\s*=",
    re.IGNORECASE,
)
"""Without one of these an element is of no interest."""
HANDLER = re.compile(r"on[a-z]+")
REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*['\"]?(?P<address>[^'\"]*)", re.IGNORECASE)

LOADED = {
    **dict.fromkeys(("img", "source", "image", "use", "feimage"), "img-src"),
    **dict.fromkeys(("iframe", "frame"), "frame-src"),
    **dict.fromkeys(("audio", "video", "track"), "media-src"),
    **dict.fromkeys(("embed", "object"), "object-src"),
    "script": "script-src",
    "input": "img-src",
}
"""Elements that ask for a file, and the directive that must allow it."""
RELATIONS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "prefetch": "default-src",
    "preconnect": "default-src",
    "dns-prefetch": "default-src",
}
PRELOADED = {"font": "font-src", "style": "style-src", "script": "script-src", "image": "img-src"}
SENT = {
    "action": "form-action",
    "background": "img-src",
    "formaction": "form-action",
    "ping": "connect-src",
    "poster": "img-src",
}
"""Attributes of one meaning in every element."""
NAMED = ("og:image", "og:url")
"""What a ``meta`` names by its whole address."""


class Link(NamedTuple):
    """An address of an element."""

    address: str
    directive: str
    """What must allow the browser to ask for it; ``""`` when a reader has to choose it."""


class Element(NamedTuple):
    """What an element holds that can be wrong."""

    tag: str
    id: str | None
    links: tuple[Link, ...]
    inline: tuple[str, ...]
    """Code in its attributes: ``style=``, ``onclick=``, ``javascript:``."""
    kind: str = ""
    """The type it gives: ``application/ld+json``."""
    relations: frozenset[str] = frozenset()
    """Of a link: ``canonical``."""
    policy: str | None = None
    stays_out: bool = False
    """No search engine is to keep the page, or it sends readers on."""


class Token(NamedTuple):
    """An element where it stands."""

    start: int
    element: Element
    body: str = ""
    """What a script holds."""


def tokens(text: str) -> Iterator[Token]:
    """The elements of a page that hold something of interest, in its order."""
    for found in TOKEN.finditer(text):
        tag, attributes = found["tag"], found["attributes"]
        if tag is not None:
            if element := interesting(tag, attributes):
                yield Token(found.start(), element)
        elif raw := found["raw"]:
            yield Token(found.start(), understood(raw, found["held"]), found["body"])


@lru_cache(maxsize=50_000)
def interesting(tag: str, attributes: str) -> Element | None:
    """An element from the words of its start tag, unless nothing can be wrong with it."""
    return understood(tag, attributes) if TOLD.search(attributes) else None


def understood(tag: str, attributes: str) -> Element:
    """An element from the words of its start tag; the first of two attributes counts."""
    held: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(attributes):
        held.setdefault(name.lower(), unescape("".join(values)))
    name = tag.lower()
    if name == "meta":
        return meta(held)
    links = tuple(addresses(name, held))
    inline = [f"{one}=" for one in held if one == "style" or HANDLER.fullmatch(one)]
    inline += ["javascript:" for one in links if is_script(one.address)]
    relations = frozenset(held.get("rel", "").lower().split()) if name == "link" else frozenset()
    kind = held.get("type", "").strip().lower()
    return Element(name, held.get("id"), links, tuple(inline), kind, relations)


def meta(held: dict[str, str]) -> Element:
    """A policy, a redirect, what robots may do, or an address for those who share the page."""
    content, equivalent = held.get("content", ""), held.get("http-equiv", "").lower()
    moved = REFRESH.match(content) if equivalent == "refresh" else None
    named = [content] if held.get("property") in NAMED else []
    is_robots = held.get("name", "").lower() == "robots"
    return Element(
        "meta",
        held.get("id"),
        tuple(Link(one, "") for one in (*named, *([moved["address"]] if moved else []))),
        (),
        policy=content if equivalent == "content-security-policy" else None,
        stays_out=moved is not None or (is_robots and "noindex" in content.lower()),
    )


def addresses(tag: str, held: dict[str, str]) -> Iterator[Link]:
    """The addresses in an element's attributes."""
    loaded = loads(held) if tag == "link" else LOADED.get(tag, "")
    for name in ("href", "xlink:href", "src", *(("data",) if tag == "object" else ())):
        if name in held:
            yield Link(held[name], loaded)
    for name, directive in SENT.items():
        if name in held:
            yield Link(held[name], directive)
    for name in ("srcset", "imagesrcset"):
        for part in held.get(name, "").split(","):
            yield from (Link(address, "img-src") for address in part.split()[:1])


def loads(held: dict[str, str]) -> str:
    """The directive of a ``link`` that the browser follows by itself."""
    relations = held.get("rel", "").lower().split()
    if "preload" in relations:
        return PRELOADED.get(held.get("as", ""), "connect-src")
    return next((RELATIONS[one] for one in relations if one in RELATIONS), "")


def is_script(address: str) -> bool:
    """An address that is code. Browsers skip what cannot be seen in it."""
    return re.sub(r"[\x00-\x20]", "", address).lower().startswith("javascript:")
