"""คำนำหน้านาม: titles that a name follows, told from the words that only look like them."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generator.dump.privacy import words
from generator.dump.privacy.writing import BLANK, LETTER, SIGN


class Title(NamedTuple):
    """Where a title stands; a name follows it."""

    start: int
    end: int
    is_sure: bool
    """False when it is one only where both a first name and a surname follow."""


def unless_after(endings: str) -> str:
    """Give a look-behind that refuses any of the words; it knows fixed widths only."""
    by_width = groupby(sorted(endings.split(), key=len), len)
    return "".join(f"(?<!{'|'.join(map(re.escape, same))})" for _, same in by_width)


IS_LETTER = re.compile(LETTER)

MISS = f"งสาว(?!{SIGN})"
"""นางสาว, but not นาง before สาวิตรี."""

# A search for plain characters is fast, so each opening begins with its own and looks back later.
GLUED = (
    re.compile(
        f"นา(?=[ยง]){unless_after(words.INSIDE_A_WORD)}"
        f"(?:ย(?!{words.NOT_MISTER})|{MISS}(?!{words.NOT_MISS})|(?!{MISS})ง(?!{words.NOT_MADAM}))"
    ),
    re.compile(f"เด็ก(?:ชาย|หญิง)(?!{BLANK}?(?:{words.NOT_A_CHILD}))"),
)
"""Titles that stand within a run of letters too, as in ``โดยนาย``."""

GRADE = "(?:เอก|โท|ตรี)(?:หญิง)?"
ALONE = (
    re.compile(f"ร้อย(?:ตำรวจ)?{GRADE}"),
    re.compile(f"พ(?:ัน(?:ตำรวจ|จ่า(?:อากาศ)?)?|ล(?:ตำรวจ|เรือ|อากาศ)?){GRADE}"),
    re.compile(f"สิบ(?:ตำรวจ(?:{GRADE})?|{GRADE})"),
    re.compile(f"จ่า(?:อากาศ)?{GRADE}"),
    re.compile(f"นาวา(?:อากาศ)?{GRADE}"),
    re.compile(f"เรือ(?:อากาศ)?{GRADE}"),
    re.compile("ดาบตำรวจ(?:หญิง)?"),
    re.compile("หม่อม(?:ราชวงศ์|หลวง|เจ้า)"),
    re.compile(f"คุณ(?<!ให้คุณ)(?<!ของคุณ)(?<!จากคุณ)(?:หญิง|(?!{words.NOT_YOU}))"),
    re.compile(r"M(?:rs?|iss)\b\.?|M(?:RS?|[sS])\."),
    re.compile(r"D[rR]\."),
)
"""Titles only at the beginning of a word, for their letters are common within words."""
LINKS = ("ว่าที่", "จ่า", "โดย", "ติดต่อ", "กับ", "และ", "คือ", "แก่", "ให้", "ของ", "จาก", "วิทยากร")

DOT = re.compile(r"\.(?<=[กชญดตทพรลวศสอ]\.)")
"""The end of what may be a dotted title."""
DOTTED = re.compile(
    r"""(?<!\.)(?:
        [ผร]ศ|ดร|นพ|พญ|ทพญ?|ทนพญ?|สพญ|ภก|ภญ|พว|นส|ด[ชญ]|(?P<professor>ศ)
        |(?P<parted>น\.[ ]?ส|ด\.[ ]?[ชญ]|สพ\.ญ|น\.สพ|ด\.ต
            |(?:พล\.(?:[ตรอ]\.)?|พ\.(?:[จตอ]\.)?|[รส]\.(?:ต\.)?|จ\.(?:ส\.)?|น\.)[ตทอ]
            |(?<!\d)(?<!\d[ ])ม\.(?:ร\.ว|ล|จ))
    )\.\Z""",
    re.VERBOSE,
)
"""To be found right before such a dot: "พ.ศ." ends like one and is none."""
LONGEST_DOTTED = 12

QUALIFIED = re.compile(f"(?:ว่าที่{BLANK}{{0,2}}|จ่า)\\Z")
"""What may stand before a rank."""
LONGEST_QUALIFIED = 8


def titles(text: str) -> Iterator[Title]:
    """Find every title, in no order."""
    for opening in GLUED:
        for found in opening.finditer(text):
            yield Title(found.start(), found.end(), is_sure=True)
    for opening in ALONE:
        for found in opening.finditer(text):
            if begins_a_word(text, found.start()):
                yield Title(qualified(text, found.start()), found.end(), is_sure=True)
    for dot in DOT.finditer(text):
        end = dot.end()
        if dotted := DOTTED.search(text, max(0, end - LONGEST_DOTTED), end):
            start = dotted.start()
            is_apart = bool(dotted["parted"]) or begins_a_word(text, start)
            if is_apart or text.startswith("ดร", start):
                is_sure = is_apart and not dotted["professor"]
                yield Title(qualified(text, start), end, is_sure)


def begins_a_word(text: str, start: int) -> bool:
    """Tell whether no letter stands before ``start``, or only a word that often leans on a name."""
    return not start or not IS_LETTER.match(text, start - 1) or text.endswith(LINKS, 0, start)


def qualified(text: str, start: int) -> int:
    """Where a rank begins, with the "acting" before it."""
    found = QUALIFIED.search(text, max(0, start - LONGEST_QUALIFIED), start)
    return found.start() if found else start
