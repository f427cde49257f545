"""What the link check needs of a page, read with the standard library alone."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

ADDRESSES = {"href", "src", "action", "poster", "data", "formaction", "ping", "background"}
"""Attributes that hold one address."""

LISTS = {"srcset", "imagesrcset"}
"""Attributes that hold several, each with a size."""


class Address(NamedTuple):
    """An address as the page writes it."""

    tag: str
    rel: frozenset[str]
    text: str
    line: int


@dataclass
class Markup(HTMLParser):
    """A page, taken apart while it is fed."""

    ids: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    addresses: list[Address] = field(default_factory=list)
    lang: str | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        held = {name: value or "" for name, value in attrs}
        if "id" in held:
            self.ids[held["id"]] += 1
        if tag == "html":
            self.lang = held.get("lang")
        rel = frozenset(held.get("rel", "").split())
        for text in written(tag, held):
            self.addresses.append(Address(tag, rel, text, self.getpos()[0]))


def written(tag: str, held: dict[str, str]) -> list[str]:
    """The addresses in an element's attributes."""
    found = [held[name] for name in ADDRESSES & held.keys()]
    for name in LISTS & held.keys():
        found += [part.split()[0] for part in held[name].split(",") if part.split()]
    if tag == "meta" and held.get("http-equiv", "").lower() == "refresh":
        found.append(held.get("content", "").partition("url=")[2])
    return found


@cache
def read(page: Path) -> Markup:
    """The markup of a file."""
    markup = Markup()
    markup.feed(page.read_text(encoding="utf-8"))
    markup.close()
    return markup
