"""ชื่อบุคคล: names of people, found by the title before them or known from the contact line.

A Thai name is title, first name, space, surname: without capitals, and often without the space
that would part it from its sentence. Where its end is in doubt, too much is withheld.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.dump.privacy import words
from generator.dump.privacy.marks import Place
from generator.dump.privacy.titles import Title, titles
from generator.dump.privacy.writing import BLANK, LETTER, ONSET


class Person(NamedTuple):
    """Where a name stands in a text, title included, and its parts."""

    start: int
    end: int
    first: str
    surname: str
    """Empty when only the first name is written."""


LATIN = "[A-Z][A-Za-z'’-]{1,29}"
REST = f"(?:(?!{words.GLUED}){LETTER})"
NEEDS_SURNAME = re.compile(f"(?:{words.MAYBE_NAMES})\\Z|{words.NOT_FIRST}")
MORE_TITLES = re.compile(
    f"(?:{BLANK}{{0,2}}(?:นางสาว|นา[งย](?!{words.NOT_MISTER})"
    r"|น\.ส\.|ดร\.|นพ\.|พญ\.|ทพญ?\.|สพ\.ญ\.|น\.สพ\.|หญิง(?![ก-ฮ])|\(?พิเศษ\)?)){1,3}"
)
FIRST = re.compile(
    rf"""(?:\.?{BLANK}{{1,3}}(?!{words.ENDS})|\.?(?!{words.NEVER_A_NAME}))
    (?P<first>[ก-ฮ]\.{BLANK}?(?!{words.ENDS}){ONSET}{REST}{{1,29}}|(?!.์){ONSET}{REST}{{1,39}}
        |{LATIN}(?:\ {LATIN}){{0,2}})""",
    re.VERBOSE,
)
SURNAME = re.compile(
    rf"""{BLANK}{{1,3}}
    (?:(?!{words.ENDS}|{LETTER}{{1,3}}\.){ONSET}{REST}{{1,24}}
        (?!(?!{words.GLUED}){LETTER}) (?:-{ONSET}{REST}{{1,24}})?
        (?:{BLANK}{{1,2}}ณ{BLANK}{{1,2}}(?!{words.A_PLACE}){LETTER}{{2,20}})?
    |ณ{BLANK}{{1,2}}(?!{words.A_PLACE}){LETTER}{{2,20}})""",
    re.VERBOSE,
)


def named(text: str) -> list[Person]:
    """Find the names with a title, in order and without overlap."""
    people: list[Person] = []
    end = 0
    for title in sorted(titles(text), key=longest_first):
        if title.start >= end and (person := reach(text, title)):
            people.append(person)
            end = person.end
    return people


def longest_first(title: Title) -> tuple[int, int]:
    """Order titles by where they start; "พ.ต.อ." goes before the "พ.ต." in it."""
    return title.start, -title.end


def reach(text: str, title: Title) -> Person | None:
    """How far the name after a title reaches; ``None`` when what follows is no name."""
    more = MORE_TITLES.match(text, title.end)
    begin = more.end() if more else title.end
    first = FIRST.match(text, begin)
    if not first:
        return None
    surname = SURNAME.match(text, first.end()) if "." not in first["first"] else None
    is_sure = title.is_sure or more is not None
    if surname:
        return Person(title.start, surname.end(), first["first"], surname[0].strip())
    if is_sure and not NEEDS_SURNAME.match(first["first"]):
        return Person(title.start, first.end(), first["first"], "")
    return None


CALLED = re.compile(
    rf"(?:คุณ|ครู|อาจารย์|อ\.|ผอ\.?|ท่าน|พี่|น้อง|หมอ|ปลัด|หัวหน้า|ผู้อำนวยการ|ป้า|ลุง|น้า){BLANK}{{0,2}}\Z"
)
LONGEST_CALLED = 14
MORE_LETTERS = re.compile(f"(?!{words.GLUED}){LETTER}")
TO_SURNAME = re.compile(f"{BLANK}{{0,3}}")
SHORT = 6
"""First name and surname of fewer letters in all are a name only with a space between them."""


def known(text: str, people: Iterable[tuple[str, str]]) -> Iterator[Place]:
    """Where people known by first name and surname stand without a title before them."""
    for first, surname in people:
        start = text.find(first)
        while start >= 0:
            end = start + len(first)
            space = TO_SURNAME.match(text, end)
            after = space.end() if space else end
            is_apart = after > end or len(first) + len(surname) >= SHORT
            if surname and is_apart and text.startswith(surname, after):
                end = after + len(surname)
                yield start, end
            elif is_called(text, start, end):
                yield start, end
            start = text.find(first, end)


def is_called(text: str, start: int, end: int) -> bool:
    """Tell whether a first name stands as one: after how a person is addressed, and alone."""
    called = CALLED.search(text, max(0, start - LONGEST_CALLED), start)
    return called is not None and not MORE_LETTERS.match(text, end)
