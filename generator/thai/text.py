"""อักขรวิธี: one key for the spellings of one word, and cuts that split no letter from its marks."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.thai.numerals import arabic

ELLIPSIS = "\u2026"
NIKHAHIT = "\u0e4d"
SARA_AA = "\u0e32"
SARA_AM = "\u0e33"
TONE = "[\u0e48-\u0e4b]"
SPACE = "[ \t\u00a0]"

# Text of other characters only needs no folding beyond spaces, ำา, เเ and the order of marks.
ODD = re.compile("[^ -@\\[-~\u0e01-\u0e4c\u0e4e\u0e4f\u0e5a\u0e5b\u2010-\u2027]")
HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# A typist who sees no difference may put the tone before or after the circle.
BROKEN_AM = re.compile(f"{NIKHAHIT}({TONE}?){SARA_AA}")
SECOND_AA = re.compile(f"{SARA_AM}{SARA_AA}+")


@lru_cache(1024)
def fold(text: str) -> str:
    """Give the one form that spellings of a text share: for keys and search, never shown.

    Sara am is one character, ำา is ำ, เเ is แ, digits are 0-9, zero-width characters are gone, each
    run of white space is one space, letters are in lower case, marks in canonical order (NFC).
    """
    if is_folded(text):
        return text
    text = HIDDEN.sub("", text)
    text = unicodedata.normalize("NFC", text).casefold()
    text = SECOND_AA.sub(SARA_AM, BROKEN_AM.sub(rf"\1{SARA_AM}", arabic(text)))
    text = unicodedata.normalize("NFC", text.replace("เเ", "แ"))
    return " ".join(text.split())


def is_folded(text: str) -> bool:
    """Tell whether ``fold`` would surely change nothing; most texts of a dump pass, and quickly."""
    return not (
        ODD.search(text)
        or "  " in text
        or text.startswith(" ")
        or text.endswith(" ")
        or SARA_AM + SARA_AA in text
        or "เเ" in text
        or not unicodedata.is_normalized("NFC", text)
    )


# The parts of a pattern that mean something else, and those that stand for more than they say.
PART = re.compile(
    rf"""
      \\.                                               # an escape
    | \[\^?\]?(?:\\.|[^\]\\])*\]                        # a class
    | (?P<am>{TONE}?{SARA_AM}(?![?*+{{])|{SARA_AM})     # sara am, its tone if it is not repeated
    | (?P<space>\x20+(?![*+{{]))                        # spaces, not those that are repeated
    """,
    re.VERBOSE,
)
# A run from its first character, or one character inside it: never a rescan of the run, so that
# a line of spaces only takes time in proportion to its length.
ANY_SPACE = rf"(?:(?<!{SPACE}){SPACE}++|{SPACE})"


BEFORE, AFTER = r"\s*+(?:", r")(?:(?<!\s)\s++)?"


def shape(pattern: str) -> re.Pattern[str]:
    r"""Compile a whole-line pattern, for ``fullmatch``, that every spelling of the line fits.

    Every ำ stands for its broken spellings too, and every literal space, be it optional, for a run
    of spaces, tabs and no-break spaces. White space around the line is allowed, and what is written
    as a class, an escape, ``\s`` or a repeated space is left as it is. Groups keep their names and
    numbers.
    """
    widened = PART.sub(widen, pattern)
    return re.compile(f"{BEFORE}{widened}{AFTER}")


def any_of(shapes: Mapping[str, Iterable[re.Pattern[str]]]) -> re.Pattern[str]:
    """One pattern for lines that any of these shapes fits; its last group tells of which kind.

    Of the first kind that fits. White space is passed over once for all of them.
    """
    kinds = (f"(?P<{kind}>{'|'.join(map(body, some))})" for kind, some in shapes.items())
    return re.compile(f"{BEFORE}{'|'.join(kinds)}{AFTER}")


def body(shape: re.Pattern[str]) -> str:
    """What a shape was compiled from, without names for its groups."""
    inner = shape.pattern.removeprefix(BEFORE).removesuffix(AFTER)
    return re.sub(r"\?P<\w+>", "?:", inner)


def widen(found: re.Match[str]) -> str:
    """Give what a part of a pattern stands for."""
    if found["space"]:
        return ANY_SPACE
    if found["am"]:
        tone = found["am"][:-1]
        spellings = {
            f"{tone}{SARA_AM}": None,
            f"{tone}{NIKHAHIT}{SARA_AA}": None,
            f"{NIKHAHIT}{tone}{SARA_AA}": None,
        }
        return f"(?:{'|'.join(spellings)})"
    return found[0]


LEADING_VOWELS = "เแโใไ"
UNBROKEN = re.compile(r"[0-9๐-๙A-Za-z.,/:@_-]+")


def excerpt(text: str, length: int) -> str:
    """Cut a text to ``length`` characters, ``…`` included; whole if it fits.

    No letter is parted from its marks or from the vowel written before it. A number or a Latin
    word goes whole, unless nothing would be left: ``2,500`` must not become ``2,5…``.
    """
    if len(text) <= length:
        return text
    end = max(length - 1, 0)
    for run in UNBROKEN.finditer(text, 0, end + 1):
        if 0 < run.start() < end < run.end():
            end = run.start()
    while end and (is_mark(text[end]) or text[end - 1] in LEADING_VOWELS):
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def is_mark(character: str) -> bool:
    """Tell whether the character is drawn on, or as part of, the one before it; ำ is."""
    return character == SARA_AM or unicodedata.category(character) in {"Mn", "Mc", "Me"}


def display_width(text: str) -> int:
    """Count columns of a terminal: marks have none, East Asian wide characters two."""
    return sum(map(columns, text))


def columns(character: str) -> int:
    """Count a character's columns: 0, 1 or 2."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
