"""A page as a tree, read with the standard library alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
BLOCKS = "details div dl figure footer form h1 h2 h3 h4 h5 h6 header nav ol p section table ul"
CELLS = {"p", "td", "th"}
ENDS: dict[str, set[str]] = {
    **{tag: {"p"} for tag in BLOCKS.split()},
    "li": {"p", "li"},
    "dt": {"p", "dt", "dd"},
    "dd": {"p", "dt", "dd"},
    "td": CELLS,
    "th": CELLS,
    "tr": {*CELLS, "tr"},
    "tbody": {*CELLS, "tr", "thead", "tbody"},
}
"""What an element ends by its beginning, where HTML lets the end tag be left out."""


@dataclass
class Element:
    """One element; its children are elements and texts in their order."""

    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> Iterator["Element"]:
        """Every element inside with this tag, and with these words in its attributes.

        ``class_`` is ``class``, ``data_is`` is ``data-is``; ``""`` asks only that it is there.
        """
        for child in self.children:
            if isinstance(child, Element):
                if (not tag or child.tag == tag) and all(
                    child.has(name.rstrip("_").replace("_", "-"), word)
                    for name, word in wanted.items()
                ):
                    yield child
                yield from child.all(tag, **wanted)

    def has(self, name: str, word: str) -> bool:
        """Whether an attribute is there and holds a word."""
        held = self.attributes.get(name)
        return held is not None and (not word or word in held.split())

    @property
    def text(self) -> str:
        """Its words in one line."""
        parts = (child if isinstance(child, str) else child.text for child in self.children)
        return re.sub(r"\s+", " ", "".join(parts)).strip()


class Builder(HTMLParser):
    """Builds the tree while it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        while self.open[-1].tag in ENDS.get(tag, ()):
            self.open.pop()
        self.open[-1].children.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def tree(page: Path) -> Element:
    """The page, its root without a tag."""
    builder = Builder()
    builder.feed(page.read_text(encoding="utf-8"))
    builder.close()
    return builder.open[0]
