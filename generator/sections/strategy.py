"""สนับสนุนยุทธศาสตร์กรุงเทพมหานครฯ: the path side (ด้าน) → dimension (มิติ) → goal → aim."""

from dataclasses import dataclass
from typing import ClassVar

from generator.dump.lines import Line, Span, on
from generator.sections.shape import Reading, SectionType
from generator.thai.numerals import arabic
from generator.thai.text import shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One line of the path."""

    numeral: str
    """As written, ``๑.๑.๑``."""
    label: str
    """Without the number, the bar and, at the third level, the ``%`` that ends it."""
    english: str | None
    """The first level has its English name behind a colon, in some years."""
    ends_in_percent: bool
    """The source closes third-level titles with ``%``, cut or not."""
    lines: Span

    @property
    def number(self) -> str:
        """Arabic digits: ``1.1.1``. Its depth is its level."""
        return arabic(self.numeral)

    @property
    def may_be_cut(self) -> bool:
        """The source cut number and text near 88 characters."""
        return self.ends_in_percent and len(self.numeral) + 1 + len(self.label) >= CUT_FROM


CUT_FROM = 83


@dataclass(frozen=True, slots=True)
class Strategy:
    """Nodes from the root; none under an empty heading."""

    kind: ClassVar[str] = "strategy"
    nodes: tuple[Node, ...]
    heading: Span | None
    """Stripped copies have none: there, no nodes means that the copy does not hold them."""


HEADING = shape(r"สนับสนุนยุทธศาสตร์กรุงเทพมหานคร(?:ฯ)?")
NODE = shape(
    r"(?:ด้านที่ ?)?(?P<numeral>[๐-๙0-9]{1,2}(?:\.[๐-๙0-9]{1,2}){0,5})\.?+(?![๐-๙0-9])"
    r" ?(?:[–—-] ?)?(?P<label>[^|]{0,1000})\|"
)


def read(lines: tuple[Line, ...]) -> Reading:
    """Each line but the heading is a node."""
    nodes: list[Node] = []
    heading: Span | None = None
    unclaimed: list[Line] = []
    for line in lines:
        text, at = line.text.strip(), on(line)
        if heading is None and HEADING.fullmatch(text):
            heading = at
        elif found := NODE.fullmatch(text):
            nodes.append(node(found["numeral"], found["label"].strip(), at))
        else:
            unclaimed.append(line)
    return Reading(Strategy(tuple(nodes), heading), tuple(unclaimed))


def node(numeral: str, written: str, at: Span) -> Node:
    """A node from its number and the text behind it."""
    ends_in_percent = "." in numeral and written.endswith("%")
    label = written.removesuffix("%") if ends_in_percent else written
    english = None
    if "." not in numeral and " : " in label:
        label, _, english = label.partition(" : ")
    return Node(
        numeral=numeral,
        label=label.strip(),
        english=english,
        ends_in_percent=ends_in_percent,
        lines=at,
    )


TYPE = SectionType(Strategy.kind, opens=(HEADING, NODE), read=read)
