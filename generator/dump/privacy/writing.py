"""The text as the rules read it, and the way back to the text as written.

One word has several spellings in code points: ``ำ`` or nikhahit + ``า``, ``แ`` or ``เ`` twice. And
``lines.split`` shows an invisible character as ``⟨U+200B⟩``, which may stand within a name. The
rules see the one plain spelling; what is withheld is cut from the text as written.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

BLANK = r"[^\S\n]"
LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
LETTER = f"[{LETTERS}]"
"""A Thai letter, vowel or tone mark: no digit, no ``ฯ``, no ``ๆ``."""
SIGN = "[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]"
"""A vowel or tone that never begins a word."""
ONSET = "[\u0e01-\u0e2e\u0e40-\u0e44]"
"""What a Thai word can begin with."""

SARA_AM, SARA_AA, NIKHAHIT = "\u0e33", "\u0e32", "\u0e4d"
TONE = "[\u0e48-\u0e4b]"
SIGNS = (NIKHAHIT, SARA_AM + SARA_AA, "เเ", "⟨U+")
"""A text without any of these is in plain spelling."""
VARIANT = re.compile(
    f"(?P<early>{TONE}?){NIKHAHIT}(?P<late>{TONE}?){SARA_AA}"
    f"|(?P<doubled>{SARA_AM}){SARA_AA}+"
    "|(?P<ae>เเ)"
    "|⟨U\\+[0-9A-F]{4,6}⟩"
)


class Plain(NamedTuple):
    """A text in plain spelling, with the places where it differs from the text as written."""

    text: str
    here: tuple[int, ...] = ()
    """Offsets in ``text`` from each of which on the distance to the written text is another."""
    there: tuple[int, ...] = ()
    """The same places in the written text."""

    def written(self, offset: int) -> int:
        """Where the character at ``offset`` of the plain text stands in the written text."""
        last = bisect_right(self.here, offset) - 1
        return offset if last < 0 else self.there[last] + offset - self.here[last]


def plain(text: str) -> Plain:
    """Give the plain spelling; line ends stay where they are."""
    if not any(sign in text for sign in SIGNS):
        return Plain(text)
    parts, here, there = [], [], []
    length = done = 0
    for found in VARIANT.finditer(text):
        spelling = spelled(found)
        length += found.start() - done
        parts += [text[done : found.start()], spelling]
        here += [length, length + len(spelling)]
        there += [found.start(), found.end()]
        length += len(spelling)
        done = found.end()
    return Plain("".join([*parts, text[done:]]), tuple(here), tuple(there))


def spelled(found: re.Match[str]) -> str:
    """How plain spelling writes one variant; an invisible character not at all."""
    if found["ae"]:
        return "แ"
    if found["doubled"]:
        return SARA_AM
    if found["early"] is None:
        return ""
    return f"{found['early']}{found['late']}{SARA_AM}"


def replaced(written: str, reading: Plain, spots: Iterable[tuple[int, int, str]]) -> str:
    """Write something else in some places of a text; they come in order and do not overlap."""
    parts = []
    done = 0
    for start, end, instead in spots:
        parts += [written[done : reading.written(start)], instead]
        done = reading.written(end)
    return "".join([*parts, written[done:]])
