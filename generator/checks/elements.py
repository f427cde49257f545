"""XML as a list of elements with their places; enough for feeds and sitemaps."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from generator.diagnostics import Diagnostic

APART = " "


@dataclass(slots=True)
class Element:
    """One element."""

    way: tuple[str, ...]
    """The local names from the root to it."""
    space: str
    """Its namespace."""
    attributes: Mapping[str, str]
    line: int
    column: int
    text: str = ""
    """The words right in it."""

    @property
    def name(self) -> str:
        """The last of its names."""
        return self.way[-1]

    def at(self, code: str, detail: str) -> Diagnostic:
        """Something wrong with it."""
        return Diagnostic(code, self.line, self.column, detail=detail)


def elements(body: bytes) -> list[Element]:
    """In the order in which they begin.

    Raises ``expat.ExpatError``; ``ValueError`` if it declares entities, which may hold anything.
    """
    parser = expat.ParserCreate(namespace_separator=APART)
    found: list[Element] = []
    above: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(APART)
        way = (*(above[-1].way if above else ()), local)
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        found.append(Element(way, space, attributes, line, column))
        above.append(found[-1])

    def words(text: str) -> None:
        above[-1].text += text

    def end(_: str) -> None:
        above.pop()

    def declared(*_: object) -> None:
        message = "it declares entities"
        raise ValueError(message)

    parser.StartElementHandler = start
    parser.CharacterDataHandler = words
    parser.EndElementHandler = end
    parser.EntityDeclHandler = declared
    parser.Parse(body, True)  # noqa: FBT003  expat's own signature: the end is here
    return found
