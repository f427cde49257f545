r"""เบอร์โทรศัพท์ เลขประจำตัว: numbers of people, told from codes, days, money and counts.

A number is private by its shape (how telephone numbers begin, the check digit of an identity
number) or by the word before it. ``\d`` reads Thai digits as well.
"""

import re
from collections.abc import Iterator

from generator.dump.privacy.marks import Place

SPACES = " \t\u00a0\u2000-\u200a\u202f\u3000"
DASHES = "\\-\u2010-\u2015\u2212"
GAP = f"[{SPACES}{DASHES}().]{{0,3}}"
SPACE = f"[{SPACES}]"
COLON = f"[{SPACES}.:]{{0,3}}"

EXTENSION = (
    rf"(?:{SPACE}{{0,3}}\(?(?:ต่อ|ภายใน|[#]|[Ee]xt\.?|x){COLON}\d{{1,5}}(?!\d)"
    rf"(?:{SPACE}?[,/{DASHES}]{SPACE}?\d{{1,5}}(?!\d)){{0,5}}(?:{SPACE}?\))?)?"
)
RANGE = rf"(?:{SPACE}?[{DASHES}/]{SPACE}?\d{{1,2}}(?!{SPACE}?[\d{DASHES}/]))?"
"""``02-123-4567-8``: two lines that differ in the last digit."""

DIALLED = tuple(
    re.compile(
        rf"{zero}(?<!\d.)(?<!\d\d[{DASHES}.].)"
        rf"(?:{GAP}[2-57๒-๕๗](?:{GAP}\d){{7}}|{GAP}[689๖๘๙](?:{GAP}\d){{8}})(?!\.?\d)"
    )
    for zero in "0๐"
)
"""Landlines of nine digits, mobiles of ten; whether their groups are those of one is seen later."""
ABROAD = (
    re.compile(rf"\+{SPACE}?[6๖]{{2}}(?:{GAP}\d){{8,10}}(?!\d)"),
    re.compile(rf"00(?<!\d..){SPACE}?66(?:{GAP}\d){{8,9}}(?!\d)"),
)
REST = re.compile(f"{RANGE}{EXTENSION}")

LISTED = rf"(?:{SPACE}?(?:[,/{DASHES}]{SPACE}?\d{{1,5}}|(?:หรือ|และ){SPACE}?\d{{3,5}})(?!\d)){{0,5}}"
SPOKEN = (
    rf"(?P<number>\(?\d(?:[{SPACES}{DASHES}.()/]{{0,2}}\d){{2,14}}+"
    rf"{LISTED}(?:{SPACE}?\))?{EXTENSION})"
)
LEADS = (
    rf"[ฯ{SPACES}.:/=(){DASHES}]{{0,4}}"
    rf"(?:(?:หมายเลข|เบอร์|ภายใน|สายใน|สายตรง|มือถือ|ต่อ|คือ){COLON}){{0,2}}"
)
GOODS = (
    "บาท|เครื่อง|เลขหมาย|คู่สาย|สาย|ชุด|คน|ครั้ง|ราย|นาที|ประชากร|ครัวเรือน|ตัว(?!ชี้วัด|อย่าง|แทน)|หน่วย|ตาราง|ตร|กิโล|กม|เมตร|ลิตร|"
    "แห่ง|ชุมชน|ชั่วโมง|วัน|ปี|เดือน|หลัง|ตัน|ไร่|ล้าน|พัน|หมื่น|แสน|เปอร์|%|ลบ|ซีซี|มิลลิ|กรัม|โดส|เซลล์|ต้น|ชิ้น"
)
NO_COUNT = rf"(?![,.]?\d|{SPACE}?(?:{GOODS}))"
AFTER_A_WORD = (
    re.compile(rf"โทร(?:ฯ|\.|(?=[{SPACES}:(\d]|ต่อ|ภายใน)){LEADS}{SPOKEN}"),
    re.compile(rf"โทร(?:ศัพท์(?:มือถือ|เคลื่อนที่)?|สาร){LEADS}{SPOKEN}{NO_COUNT}"),
    re.compile(rf"เบอร์(?:โทร(?:ศัพท์)?|ติดต่อ)?{LEADS}{SPOKEN}{NO_COUNT}"),
    re.compile(rf"มือถือ{LEADS}{SPOKEN}{NO_COUNT}"),
    re.compile(rf"หมายเลข(?:ภายใน|ติดต่อ){LEADS}{SPOKEN}{NO_COUNT}"),
    re.compile(rf"สาย(?:ใน|ตรง){LEADS}{SPOKEN}{NO_COUNT}"),
    re.compile(
        rf"ต่อ(?:(?<=\d{{4}}{SPACE}ต่อ)|(?<!\d{SPACE}ต่อ))(?<!\dต่อ)(?<!เชื่อมต่อ){COLON}(?:เบอร์|ภายใน)?{SPACE}?(?!10000?(?!\d))"
        rf"(?P<number>\d{{4,5}}(?!\d){LISTED}){NO_COUNT}"
    ),
    re.compile(rf"[#]{SPACE}?(?P<number>\d{{3,5}}(?!\d){LISTED})"),
    re.compile(rf"l(?<=[Tt]el){COLON}{SPOKEN}"),
    re.compile(rf"L(?<=TEL){COLON}{SPOKEN}"),
    re.compile(rf"x(?<=[Ff]ax){COLON}{SPOKEN}"),
    re.compile(rf"X(?<=FAX){COLON}{SPOKEN}"),
    re.compile(rf"t(?<=[Ee]xt){COLON}{SPOKEN}"),
)
"""A number of any shape, three digits at least, behind a word that announces it."""

SHORTEST_GROUP = 3
MOST_GROUPS = 3
DAY_AND_YEAR = [2, 4]
"""The groups of ``10-2565``, behind a first group of two."""
WEIGHTS = range(13, 1, -1)

DIGITS = re.compile(r"\d+")
PART = f"[{SPACES}{DASHES}]"
CITIZEN = re.compile(
    rf"[0-8๐-๘](?<!\d.)(?:{PART}{{0,2}}\d{{4}}{PART}{{0,2}}\d{{5}}{PART}{{0,2}}\d\d{PART}{{0,2}}\d"
    rf"|(?:{PART}{{1,2}}\d){{12}})(?!\d)"
)
"""Thirteen digits, in one group, in the five of an identity card, or each apart."""
CODE = "cp874"
"""In Windows-874 a digit is one byte, and so is what parts digits; what it has not, is ``?``."""
GAPS = " \t\u00a0-\u2013\u2014".encode(CODE)
SURE = frozenset("?0123456789๐๑๒๓๔๕๖๗๘๙".encode(CODE))
AS_DIGITS = bytes(b"0"[0] if one in SURE else b"."[0] for one in range(256))
ROW = b"0" * 13
ANNOUNCED = re.compile("ประจำตัว|บัตรประชาชน")
BEFORE = 40
"""How many characters before an identity number may say that it is one."""


def telephones(text: str) -> Iterator[Place]:
    """Where telephone numbers stand, with their extensions."""
    if not DIGITS.search(text):
        return
    for opening in DIALLED:
        found = opening.search(text)
        while found:
            start, end = found.span()
            if is_private := is_grouped(found[0]):
                opens = text.endswith("(", 0, start) and ")" in found[0]
                yield start - opens, with_extension(text, end)
            found = opening.search(text, end if is_private else start + 1)
    for opening in ABROAD:
        for found in opening.finditer(text):
            yield found.start(), with_extension(text, found.end())
    for opening in AFTER_A_WORD:
        for found in opening.finditer(text):
            yield found.span("number")


def with_extension(text: str, end: int) -> int:
    """Where a telephone number ends, its extension included."""
    rest = REST.match(text, end)
    return rest.end() if rest else end


def is_grouped(number: str) -> bool:
    """Tell whether digits stand together as a telephone number's do: "02-10-2565 12" is a day."""
    first, *others = (len(group) for group in DIGITS.findall(number))
    if not others or max(others) == 1:
        return True
    if "." in number and min(others) < SHORTEST_GROUP:
        return False
    if first > 1:
        pairs_or_more = min(others) > 1 and others[:2] != DAY_AND_YEAR
        return pairs_or_more or (others[-1] >= SHORTEST_GROUP and len(others) <= MOST_GROUPS)
    second, *rest = others
    if second == 1:
        return min(rest) >= SHORTEST_GROUP
    return second > SHORTEST_GROUP and min(rest[:-1], default=second) >= SHORTEST_GROUP


def identities(text: str) -> Iterator[Place]:
    """Where numbers of identity cards stand."""
    if ROW not in text.encode(CODE, "replace").translate(AS_DIGITS, GAPS):
        return  # nowhere are there so many digits together, as in most texts
    for found in CITIZEN.finditer(text):
        before = max(0, found.start() - BEFORE)
        if is_checked(found[0]) or ANNOUNCED.search(text, before, found.start()):
            yield found.span()


def is_checked(number: str) -> bool:
    """Tell whether the last digit is what the twelve before it make it."""
    *digits, check = (int(digit) for digit in number if digit.isdigit())
    total = sum(digit * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return (11 - total % 11) % 10 == check
