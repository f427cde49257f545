"""อักขรวิธี for search: the one form that spellings of a text share, in Python and in JavaScript.

``tests/search/vectors.json`` holds both languages to one result. ``thai.text.fold`` makes project
keys and may never change; this may change with the index.
"""

import re
import unicodedata

from generator.thai.numerals import arabic
from generator.thai.text import NIKHAHIT, SARA_AA, SARA_AM, SECOND_AA

HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
DASH = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")

# Most texts of a dump hold nothing else than Thai, small letters, digits and marks of ASCII.
ODD = re.compile("[^\n -@\\[-~\u0e01-\u0e4f]")

VOWELS = "\u0e3a\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47"
TONES = "\u0e48\u0e49\u0e4a\u0e4b"
LAST = f"\u0e4c\u0e4e{NIKHAHIT}{SARA_AM}"
IN_ORDER = VOWELS + TONES + LAST
"""Marks of one letter: vowels, tones, what closes it; sara am, which holds a vowel, at the end."""
MARKS = re.compile(f"[{IN_ORDER}]{{2,}}")
MISPLACED = re.compile(
    "|".join(f"{mark}[{IN_ORDER[:place]}]" for place, mark in enumerate(IN_ORDER) if place)
)


def normal(text: str) -> str:
    """Give the form under which a text is found; never shown.

    Hidden characters are gone, letters are in lower case, digits are 0-9, every dash is ``-``,
    marks stand in one order, sara am and sara ae are one character, white space is one space.
    """
    if ODD.search(text):
        text = plainer(text)
    while (spelt := respelt(text)) != text:
        text = spelt
    return " ".join(text.split())  # at whatever Unicode calls white space


def plainer(text: str) -> str:
    """A text of visible characters, small letters, digits 0-9, one kind of dash."""
    text = HIDDEN.sub("", text)
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    return DASH.sub("-", arabic(text.replace("ς", "σ")))


def respelt(text: str) -> str:
    """One step towards the one spelling of marks, sara am and sara ae."""
    if MISPLACED.search(text):
        text = MARKS.sub(in_order, text)
    text = text.replace(NIKHAHIT + SARA_AA, SARA_AM)
    text = SECOND_AA.sub(SARA_AM, text).replace("เเ", "แ")
    return unicodedata.normalize("NFC", text)  # Thai marks go before those of Latin letters


def in_order(found: re.Match[str]) -> str:
    """The marks of one letter, sorted."""
    return "".join(sorted(found[0], key=IN_ORDER.index))
