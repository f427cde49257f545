"""ฝ่าย กอง กลุ่มงาน โรงพยาบาล: what of a contact is a unit, and what is withheld.

Units stay as written. What is neither a unit nor a word such as "telephone" is withheld even if
nothing tells that it is a person: many stand there without a title.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.dump.privacy import anywhere, words
from generator.dump.privacy.marks import MARKED, Mark, Place, Private, disjoint
from generator.dump.privacy.numbers import DASHES, SPACES
from generator.dump.privacy.writing import BLANK, LETTER, LETTERS, plain, replaced

STRONG = (
    r"ฝ่าย|สำนักงาน|สำนัก|กลุ่มงาน|กลุ่มภารกิจ|กลุ่มสถานศึกษา|โรงพยาบาล|รพ\.|โรงเรียน|ร\.ร\.|รร\.|ศูนย์|สถานี|สถาบัน|"
    r"หน่วยงาน|ส่วนราชการ|มหาวิทยาลัย|วิทยาลัย|พิพิธภัณฑ์|ห้องสมุด|สวนสาธารณะ|กรุงเทพมหานคร|กทม\.?|ภาควิชา"
)
WEAK = "กอง|งาน|ส่วน|กลุ่ม|หน่วย|แผนก|หมวด|กรม|คณะ|ภาค|สวน|บ้าน"
"""These begin people's names too: units only before a subject."""
SURE = r"สำนักงาน|กลุ่มงาน|โรงพยาบาล|รพ\.|โรงเรียน|ร\.ร\.|ศูนย์บริการ|สถานี|มหาวิทยาลัย|วิทยาลัย|กรุงเทพมหานคร"
"""No surname seen begins like these."""
REST = f"{LETTER}*[ฯ.]?"
MORE = rf"(?:{BLANK}{{1,2}}(?:และ{BLANK}{{0,2}}(?:{words.SUBJECT}){REST}|\d\d?(?!\d)))*"
SECTION = (
    "ฝ่าย(?:ปกครอง|ทะเบียน|โยธา|รายได้|การศึกษา|การคลัง|เทศกิจ|สิ่งแวดล้อมและสุขาภิบาล|"
    "รักษาความสะอาดและสวนสาธารณะ|พัฒนาชุมชนและสวัสดิการสังคม)"
)
FIRM = re.compile(
    f"{SECTION}(?={LETTER})(?!และ|{words.SUBJECT})"
    f"|(?:{STRONG}|{WEAK}){BLANK}{{0,2}}(?:{words.SUBJECT}){REST}{MORE}"
    f"|(?:{SURE}){REST}{MORE}"
)
"""A unit by its subject; of a whole name with more letters right behind it, the name alone."""
LOOSE = re.compile(
    f"(?:{STRONG}){REST}{MORE}|(?:{WEAK}){LETTER}{{12,}}|เขต{LETTER}{{3,20}}(?!{BLANK}+{LETTER})"
)
"""A unit by its first word, which begins surnames too: ``ฝ่ายทอง``."""
NUMBER = re.compile(rf"\d(?:[{SPACES}{DASHES}.,/()]{{0,2}}\d){{2,}}")
FILLER = re.compile(
    rf"""(?:[^\w{LETTERS}]|[_ฯๆ])+|\d\d?(?!\d)
    |โทร(?:ศัพท์|สาร)?|เบอร์|มือถือ|หมายเลข|ภายใน|สาย(?:ใน|ตรง)|ต่อ|ติดต่อ|อีเมล|ไลน์|(?i:e-?mail|tel|fax|line|id)
    |ผู้(?:รับผิดชอบ|ประสานงาน)(?:โครงการ)?|ผู้ติดต่อ|ชื่อ|และ|กับ|หรือ|รอง|ผู้ช่วย|หัวหน้า|ผู้อำนวยการ|ผอ|ไม่(?:มี|ระบุ)""",
    re.VERBOSE,
)
STRANGE = re.compile(r"[^\s()\[\],/:;|]+")
CLOSING = re.compile(rf"{BLANK}*[)\]]")
A_NAME = re.compile(f"(?!{words.NOT_FIRST}|เขต|แขวง){LETTER}{{2,25}}|[A-Z][A-Za-z]{{1,24}}")
ROLE = re.compile(r"(?:ครู|อาจารย์|อ\.|ผอ\.?|ท่าน|หัวหน้า|ปลัด|หมอ|พี่)(?=..)")
PEOPLE = (Mark.NAME, Mark.CONTACT)

Acquainted = frozenset[tuple[str, str]]
"""First names and surnames; the surname is empty where only the first name stands."""


class Piece(NamedTuple):
    """A part of a contact that is more than a filler."""

    start: int
    end: int
    mark: Mark | None
    """``None``: a unit, or what is published."""
    is_new: bool = False
    """True when it still stands there as written."""


@lru_cache(1024)
def reduced(contact: str, published: frozenset[Mark]) -> tuple[str, Acquainted]:
    """Give a contact as it may be published, and the people whom it names.

    What it gives would not be reduced further. Many projects of a unit have the same contact.
    """
    acquainted: set[tuple[str, str]] = set()
    before = ""
    while contact != before:
        reading = plain(contact)
        people, found = anywhere.private(reading.text)
        pieces = list(cut(reading.text, disjoint(found)))
        if not before:
            acquainted.update((person.first, person.surname) for person in people)
            acquainted.update(strangers(reading.text, pieces))
        hidden = withheld(reading.text, settled(pieces, published))
        before, contact = contact, replaced(contact, reading, hidden)
    return contact, frozenset(acquainted)


def withheld(text: str, pieces: list[Piece]) -> Iterator[Private]:
    """What to withhold of a contact cut into pieces, with the fillers that belong to it."""
    done = 0
    for piece in pieces:
        end = closed(text, piece.end)
        if piece.is_new and piece.mark:
            start = piece.start - len(text[done : piece.start].lstrip())
            yield Private(start, len(text) if piece is pieces[-1] else end, piece.mark)
        done = end


def closed(text: str, end: int) -> int:
    """Where a piece ends with the bracket that closes behind it."""
    closing = CLOSING.match(text, end)
    return closing.end() if closing else end


def cut(text: str, found: list[Private]) -> Iterator[Piece]:
    """Cut a contact into what was found in it, units and strange words."""
    start, end = 0, len(text)
    known = [Piece(*private, is_new=True) for private in found]
    known += [Piece(*mark.span(), Mark(mark[0])) for mark in MARKED.finditer(text)]
    last: Piece | None = None
    for piece in (*sorted(known), Piece(end, end, None)):
        while start < piece.start:
            is_after_person = last is not None and last.mark in PEOPLE
            between, start = following(text, start, piece.start, is_after_person=is_after_person)
            if between:
                last = between
                yield between
        if piece.start < piece.end:
            last = piece
            start = piece.end
            yield piece


def following(
    text: str, start: int, end: int, *, is_after_person: bool
) -> tuple[Piece | None, int]:
    """The piece that begins at ``start``, if it is no filler, and where the next one begins."""
    unit = FIRM.match(text, start, end) or (not is_after_person and LOOSE.match(text, start, end))
    if unit:
        return Piece(start, unit.end(), None), unit.end()
    if number := NUMBER.match(text, start, end):
        return Piece(start, number.end(), Mark.TELEPHONE, is_new=True), number.end()
    if filler := FILLER.match(text, start, end):
        return None, filler.end()
    strange = STRANGE.match(text, start, end)
    after = strange.end() if strange else end
    return Piece(start, after, Mark.CONTACT, is_new=True), after


def settled(pieces: Iterable[Piece], published: frozenset[Mark]) -> list[Piece]:
    """Join neighbours of one kind; what stands beside a name belongs to it."""
    joined = merged(pieces)
    for index, piece in enumerate(joined):
        beside = joined[max(0, index - 1) : index + 2]
        if piece.mark is Mark.CONTACT and any(other.mark is Mark.NAME for other in beside):
            joined[index] = piece._replace(mark=Mark.NAME)
    return [
        piece._replace(mark=None) if piece.is_new and piece.mark in published else piece
        for piece in merged(joined)
    ]


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Make one of neighbours with the same mark."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.mark and last.mark is piece.mark and (last.is_new or piece.is_new):
            joined[-1] = last._replace(end=piece.end, is_new=True)
        else:
            joined.append(piece)
    return joined


def strangers(text: str, pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """First names and surnames that stand in a contact without a title."""
    for one, other in pairwise(pieces):
        first, surname = text[one.start : one.end], text[other.start : other.end]
        is_pair = one.mark is other.mark is Mark.CONTACT and not text[one.end : other.start].strip()
        if is_pair and A_NAME.fullmatch(surname):
            called = {first, ROLE.sub("", first, count=1)}
            yield from ((name, surname) for name in sorted(called) if A_NAME.fullmatch(name))


def numbers_of(text: str, contacts: Iterable[Place]) -> Iterator[Private]:
    """The bare numbers of contacts, which are extensions."""
    for start, end in contacts:
        for number in NUMBER.finditer(text, start, end):
            yield Private(*number.span(), Mark.TELEPHONE)
