"""Queries of every kind, drawn from a corpus by a seed, each with the documents that answer it.

A document answers a query when every word that is meant stands in it, after normalising: what is
true is told by substrings alone, whatever the index does.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

TONES = "\u0e48\u0e49\u0e4a\u0e4b"
LETTERS = "กขคงจชดตถทนบปพฟมยรลวสหอ"
LEADING = "เแโใไ"
KEYS = (
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
)
THAI_KEYS = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
TO_LATIN = dict(zip(THAI_KEYS, KEYS, strict=True))
TO_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
COMMON = (
    "โรงเรียน",
    "ชุมชน",
    "ผู้สูงอายุ",
    "ขยะ",
    "ถนน",
    "ทางเท้า",
    "พัฒนา",
    "อบรม",
    "จราจร",
    "น้ำท่วม",
    "ตลาด",
    "เด็ก",
    "สุขภาพ",
    "ประชุม",
    "งบประมาณ",
    "ผู้รับจ้าง",
)
THAI_RUN = re.compile("[\u0e01-\u0e4e]{6,}")
MISTYPED = frozenset({"one edit", "dropped tone", "wrong tone", "wrong layout"})
INFERRED = frozenset({"without space"})
"""Kinds that are not literal, and not mistyped either."""
KNOWN = frozenset({"code", "code in Thai digits", "full title"})
"""Kinds that ask for one known project, which has to come first."""


class Document(NamedTuple):
    """What the index should know of a project, normalised."""

    key: str
    title: str
    agency: str
    body: str


class Query(NamedTuple):
    """What is typed, and what is meant by it."""

    kind: str
    text: str
    words: tuple[str, ...]
    """Normalised; all of them must stand in a document."""
    key: str = ""
    """The known project."""


def answers(query: Query, documents: Sequence[Document]) -> set[str]:
    """Keys of the documents that hold every word."""
    return {one.key for one in documents if all(word in one.body for word in query.words)}


def queries(documents: Sequence[Document], seed: int = 2569) -> tuple[Query, ...]:
    """Every kind in its number; a query stands once."""
    drawn = (
        Query(kind, *make(documents[dice.randrange(len(documents))], dice))
        for kind, (count, make) in KINDS.items()
        for dice in (random.Random(f"{seed} {kind} {number}") for number in range(count))
    )
    return tuple({query.text: query for query in drawn if query.words}.values())


Drawn = tuple[str, tuple[str, ...], str]
NOTHING: Drawn = ("", (), "")
Make = Callable[[Document, random.Random], Drawn]


def code(one: Document, _: random.Random) -> Drawn:
    return (one.key, (one.key,), one.key) if one.key[0].isdigit() else NOTHING


def thai_code(one: Document, _: random.Random) -> Drawn:
    text, words, key = code(one, _)
    return text.translate(TO_THAI_DIGITS), words, key


def agency_code(one: Document, _: random.Random) -> Drawn:
    start = one.key.partition("-")[0]
    return (start, (start,), "") if start.isdigit() else NOTHING


def district(one: Document, _: random.Random) -> Drawn:
    name = one.agency.removeprefix("สำนักงาน")
    return (name, (name,), "") if name else NOTHING


def agency(one: Document, _: random.Random) -> Drawn:
    return (one.agency, (one.agency,), "") if one.agency else NOTHING


def full_title(one: Document, _: random.Random) -> Drawn:
    return one.title, tuple(one.title.split()), one.key if one.title else ""


def as_typed(one: Document, dice: random.Random) -> Drawn:
    """The beginning of a title."""
    text = one.title[: dice.randint(5, 12)].strip()
    return text, tuple(text.split()), ""


def common(_: Document, dice: random.Random) -> Drawn:
    word = dice.choice(COMMON)
    return word, (word,), ""


def fragment(text: str, dice: random.Random, least: int = 5, most: int = 12) -> str:
    """Some letters out of a run of Thai, whole with their marks."""
    runs = [run for run in THAI_RUN.findall(text) if len(run) >= least]
    if not runs:
        return ""
    run = dice.choice(runs)
    starts = [at for at, letter in enumerate(run) if is_whole(run, at) and at + least <= len(run)]
    start = dice.choice(starts or [0])
    ends = [at for at in range(start + least, min(start + most, len(run)) + 1) if is_whole(run, at)]
    return run[start : dice.choice(ends)] if ends else ""


def is_whole(run: str, at: int) -> bool:
    """Whether a cut before this letter parts nothing."""
    if at in {0, len(run)}:
        return True
    return (
        run[at]
        not in "ะาำๅๆฯ\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4c\u0e4d\u0e4e"
        + TONES
        and (run[at - 1] not in LEADING)
    )


def word(one: Document, dice: random.Random) -> Drawn:
    text = fragment(one.body, dice)
    return text, (text,) if text else (), ""


def compound(one: Document, dice: random.Random) -> Drawn:
    text = fragment(one.body, dice, 14, 28)
    return text, (text,) if text else (), ""


def two_words(one: Document, dice: random.Random) -> Drawn:
    words = tuple(filter(None, (fragment(one.body, dice, 4, 9) for _ in range(2))))
    return " ".join(words), words, ""


def three_words(one: Document, dice: random.Random) -> Drawn:
    words = tuple(filter(None, (fragment(one.body, dice, 4, 8) for _ in range(3))))
    return " ".join(words), words, ""


def with_district(one: Document, dice: random.Random) -> Drawn:
    name, about = district(one, dice)[0], fragment(one.title, dice, 4, 9)
    return (f"{about} {name}", (about, name), "") if name and about else NOTHING


def without_space(one: Document, dice: random.Random) -> Drawn:
    text, words, _ = with_district(one, dice)
    return text.replace(" ", ""), words, ""


def phrase(one: Document, dice: random.Random) -> Drawn:
    """Quoted, over a space."""
    found = re.findall(r"[\u0e01-\u0e4e]{4,8} [\u0e01-\u0e4e]{4,8}", one.body)
    text = dice.choice(found) if found else ""
    return f"“{text}”", (text,) if text else (), ""


def thai_digits(one: Document, dice: random.Random) -> Drawn:
    found = re.findall(r"[\u0e01-\u0e4e]{3,8} \d[\d,]* [\u0e01-\u0e4e]{2,6}", one.body)
    text = dice.choice(found) if found else ""
    return text.translate(TO_THAI_DIGITS), tuple(text.split()), ""


def sara_am(one: Document, dice: random.Random) -> Drawn:
    found = re.findall(
        r"[\u0e01-\u0e2e\u0e40-\u0e44]{2,5}[\u0e48-\u0e4b]?ำ[\u0e01-\u0e2e]{1,5}", one.body
    )
    text = dice.choice(found) if found else ""
    broken = text.replace("ำ", dice.choice(("\u0e4d\u0e32", "ำา")))
    return broken, (text,) if text else (), ""


def year(one: Document, dice: random.Random) -> Drawn:
    about, found = fragment(one.title, dice, 4, 9), re.findall(r"\b25[56]\d\b", one.body)
    return (f"{about} {found[0]}", (about, found[0]), "") if about and found else NOTHING


def one_edit(one: Document, dice: random.Random) -> Drawn:
    meant = fragment(one.title if dice.random() < 0.5 else one.body, dice, 7, 14)
    if not meant:
        return NOTHING
    at = dice.randrange(1, len(meant) - 1)
    letter = dice.choice(LETTERS)
    typed = dice.choice(
        (
            meant[:at] + meant[at + 1 :],
            meant[:at] + letter + meant[at:],
            meant[:at] + letter + meant[at + 1 :],
            meant[:at] + meant[at + 1] + meant[at] + meant[at + 2 :],
        )
    )
    return typed, (meant,), ""


def dropped_tone(one: Document, dice: random.Random) -> Drawn:
    toned = [
        run for run in re.findall("[\u0e01-\u0e4e]{6,14}", one.body) if re.search(f"[{TONES}]", run)
    ]
    meant = dice.choice(toned) if toned else ""
    return re.sub(f"[{TONES}]", "", meant), (meant,) if meant else (), ""


def wrong_tone(one: Document, dice: random.Random) -> Drawn:
    meant = dropped_tone(one, dice)[1]
    if not meant:
        return NOTHING
    typed = re.sub(
        f"[{TONES}]", lambda tone: dice.choice(TONES.replace(tone[0], "")), meant[0], count=1
    )
    return typed, meant, ""


def wrong_layout(one: Document, dice: random.Random) -> Drawn:
    meant = fragment(one.title, dice, 5, 12)
    return "".join(TO_LATIN[letter] for letter in meant), (meant,) if meant else (), ""


KINDS: dict[str, tuple[int, Make]] = {
    "code": (20, code),
    "code in Thai digits": (5, thai_code),
    "code of an agency": (5, agency_code),
    "district": (16, district),
    "agency": (8, agency),
    "full title": (24, full_title),
    "beginning of a title": (20, as_typed),
    "common word": (40, common),
    "word": (24, word),
    "compound": (24, compound),
    "two words": (16, two_words),
    "three words": (8, three_words),
    "word and district": (12, with_district),
    "without space": (12, without_space),
    "word and year": (8, year),
    "quoted": (12, phrase),
    "Thai digits": (10, thai_digits),
    "sara am": (10, sara_am),
    "one edit": (24, one_edit),
    "dropped tone": (16, dropped_tone),
    "wrong tone": (10, wrong_tone),
    "wrong layout": (12, wrong_layout),
}
"""Name of a kind → how many are drawn, and how."""
