"""A passage in the lines of a copy: found wherever it stands, and a mark put in its place.

What stays right when dumps change is the text itself: a new report moves every line below it. So a
passage is looked for by its words, or by the digest of its lines, and never by line numbers.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from generator.dump.lines import Line, shown
from generator.dump.privacy import Policy, withhold
from generator.dump.privacy.marks import MARKED, Mark, Place, Private, disjoint
from generator.dump.privacy.writing import plain, replaced
from generator.takedown.listing import TakenPassage

LONGEST = 1_000_000
"""Characters of a line of a passage: more than any line that is read."""


class Left(NamedTuple):
    """What is left of a copy."""

    lines: tuple[Line, ...]
    """As many as before, with the same numbers."""
    met: frozenset[TakenPassage]
    """The passages that stood in it."""


def without(lines: tuple[Line, ...], passages: Iterable[TakenPassage], policy: Policy) -> Left:
    """Put marks in the place of passages."""
    wanted = tuple(passages)
    met: set[TakenPassage] = set()
    before, texts = [""], [line.text for line in lines]
    while texts != before:
        before = texts
        for one in wanted:
            texts, is_met = by_digest(texts, one) if one.sha256 else by_words(texts, one, policy)
            met |= {one} if is_met else set()
    left = tuple(line._replace(text=text) for line, text in zip(lines, texts, strict=True))
    return Left(left, frozenset(met))


def by_digest(texts: list[str], passage: TakenPassage) -> tuple[list[str], bool]:
    """The lines with those marked whose digest the passage has, and whether there were any."""
    marked = list(texts)
    for first in range(len(texts) - passage.lines + 1):
        place = slice(first, first + passage.lines)
        body = "".join(f"{text}\n" for text in texts[place])
        if sha256(body.encode()).hexdigest() == passage.sha256:
            marked[place] = [text and Mark.PASSAGE.value for text in texts[place]]
    return marked, marked != texts


def by_words(texts: list[str], passage: TakenPassage, policy: Policy) -> tuple[list[str], bool]:
    """Likewise the lines with the passage's words marked, however they are spelled."""
    text = "\n".join(texts)
    reading = plain(text)
    marks = [mark.span() for mark in MARKED.finditer(reading.text)]
    found = [
        Private(*place, Mark.PASSAGE)
        for place in spots(reading.text, passage.text, policy)
        if not any(start <= place[0] and place[1] <= end for start, end in marks)
    ]
    if not found:
        return texts, False
    return replaced(text, reading, by_line(reading.text, disjoint(found))).split("\n"), True


def spots(text: str, passage: str, policy: Policy) -> Iterator[Place]:
    """Where these words stand, as the dump has them or as they are published."""
    written, _ = shown(passage.strip(), LONGEST)
    for one in {written, withhold(written, policy)}:
        words = plain(one).text
        start = text.find(words)
        while start >= 0:
            yield start, start + len(words)
            start = text.find(words, start + 1)


def by_line(text: str, places: Iterable[Private]) -> Iterator[Private]:
    """The same places, each within one line: every line of a passage gets a mark of its own."""
    for start, end, mark in places:
        at = start
        for part in text[start:end].split("\n"):
            if part:
                yield Private(at, at + len(part), mark)
            at += len(part) + 1
