"""แก้ข้อความ: where two versions of a text differ, cut so that no letter is parted from its marks."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from generator.thai.text import ELLIPSIS

# A withheld mark, a number or a Latin word, or one letter with what is written before and on it.
PIECE = re.compile(
    r"\[ปกปิด[^\[\]]{1,30}\]|[0-9๐-๙A-Za-z.,/:@_-]+|[เแโใไ]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*",
    re.DOTALL,
)
CHANCE = 8
"""Letters: what two edits have between them, and is no more than this, belongs to one edit."""
AROUND = 40
"""Letters shown of what stayed, on either side of an edit."""
LONGEST = 200
"""Letters shown of what was removed, and of what was put in."""
MOST = 1500
"""Letters up to which versions are compared throughout; beyond, all between their ends is one."""


class Part(NamedTuple):
    """A stretch of the text; ``…`` in it stands for what is left out."""

    kind: Literal["same", "removed", "added"]
    text: str


class Same(NamedTuple):
    """A stretch that both versions hold."""

    was: int
    now: int
    """Where it begins in either."""
    length: int


def edits(old: str, new: str) -> tuple[Part, ...]:
    """The newer version with what was removed, in order; what stayed is shown around the edits."""
    was, now = PIECE.findall(old), PIECE.findall(new)
    kept = stayed(was, now)
    found: list[Part] = [Part("same", ending(was[: kept[0].length]))]
    for place, (one, other) in enumerate(pairwise(kept), start=1):
        removed = was[one.was + one.length : other.was]
        added = now[one.now + one.length : other.now]
        found += [
            Part("removed", beginning(removed, LONGEST)),
            Part("added", beginning(added, LONGEST)),
        ]
        same = was[other.was : other.was + other.length]
        found.append(
            Part("same", beginning(same, AROUND) if place == len(kept) - 1 else middle(same))
        )
    return tuple(part for part in found if part.text)


def stayed(was: list[str], now: list[str]) -> list[Same]:
    """What both hold, in order: the beginning, perhaps empty, runs between edits, and the end."""
    first = alike(was, now)
    last = alike(was[first:][::-1], now[first:][::-1])
    left, right = was[first : len(was) - last], now[first : len(now) - last]
    return [
        Same(0, 0, first),
        *(Same(first + one.was, first + one.now, one.length) for one in between(left, right)),
        Same(len(was) - last, len(now) - last, last),
    ]


def between(was: list[str], now: list[str]) -> Iterator[Same]:
    """The longer runs that both hold."""
    if max(len(was), len(now)) <= MOST:
        for one in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
            if one.size > CHANCE:
                yield Same(one.a, one.b, one.size)


def alike(was: list[str], now: list[str]) -> int:
    """How many pieces the two have in common at their beginning."""
    shortest = min(len(was), len(now))
    return next((i for i in range(shortest) if was[i] != now[i]), shortest)


def beginning(pieces: list[str], most: int) -> str:
    """The first of them."""
    return "".join(pieces[:most]) + (ELLIPSIS if len(pieces) > most else "")


def ending(pieces: list[str]) -> str:
    """The last of them."""
    return (ELLIPSIS if len(pieces) > AROUND else "") + "".join(pieces[-AROUND:])


def middle(pieces: list[str]) -> str:
    """Both ends of what stayed between two edits."""
    if len(pieces) <= 2 * AROUND:
        return "".join(pieces)
    return "".join([*pieces[:AROUND], ELLIPSIS, *pieces[-AROUND:]])
