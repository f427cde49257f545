"""What documents are called, counted and sorted by: keys, codes, columns, names."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.search.cards import Card
from generator.search.deflating import deflated
from generator.search.names import Names
from generator.search.packing import column, gaps, varint, varints

CHUNK, SHELF = 128, 4096
"""Documents whose keys are read together: for a few rows, and for a long result."""
NONE, ODD = 0xFFFF, 0xFFFE
"""A key that has no number but a hash, or a percent that is not known; a key like no other."""
NO_HEAD = "00000000"
"""Of an agency without a code in this chunk."""
BEFORE_YEARS = 2400
"""Buddhist Era; a column of later years is a byte each."""
FIRST_DAY = date(1999, 12, 31)
"""Day 0; no report has it."""
CODE = re.compile(r"(\d{8})-(\d{4})", re.ASCII)
HASH = re.compile("x-([0-9a-f]{12})")

File = tuple[str, bytes]
"""A path below the folder of the index, and what stands there."""


def columns(cards: Sequence[Card], names: Names) -> Iterator[File]:
    """Every file of this kind; the cards are in the order of the documents."""
    yield "names.bin", deflated(listed(cards, names))
    statuses = {status: place for place, status in enumerate(names.statuses)}
    roots = {(one.plan, one.number): place for place, one in enumerate(names.strategies, 1)}
    roots_of = (roots[one.strategy] if one.strategy else 0 for one in cards)
    yield "status.bin", deflated(*column(statuses[one.status] for one in cards))
    yield "strategy.bin", deflated(*column(roots_of))
    yield "percent.bin", deflated(*column(map(percent, cards)))
    yield "reported.bin", deflated(*column(map(reported, cards)))
    agencies = {one.code: place for place, one in enumerate(names.agencies)}
    agencies_of = [agencies[one.agency] for one in cards]
    yield "agency.bin", deflated(*column(agencies_of))
    yield "year.bin", deflated(*column(map(year, cards)))
    for start in range(0, len(cards), CHUNK):
        part = slice(start, start + CHUNK)
        known = column(agencies_of[part])
        yield f"keys/{start // CHUNK}.bin", deflated(*known, *keys(cards[part], agencies_of[part]))
    for start in range(0, len(cards), SHELF):
        part = slice(start, start + SHELF)
        yield f"shelves/{start // SHELF}.bin", deflated(*keys(cards[part], agencies_of[part]))
    yield from codes(cards)


def listed(cards: Sequence[Card], names: Names) -> bytes:
    """Names with the number of their documents, as JSON."""
    agencies = Counter(one.agency for one in cards)
    statuses = Counter(one.status for one in cards)
    roots = Counter(one.strategy for one in cards)
    years = Counter(one.year for one in cards)
    told = {
        "agencies": [
            (one.code, one.name, one.english, int(one.is_district), one.url, agencies[one.code])
            for one in names.agencies
        ],
        "statuses": [(one, statuses[one]) for one in names.statuses],
        "strategies": [(*one, roots[one.plan, one.number]) for one in names.strategies],
        "years": [(one, years[one]) for one in names.years],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def percent(card: Card) -> int:
    """In hundredths, from 0 to 100 per cent: as its bar is drawn."""
    return (
        NONE
        if card.percent is None
        else int(min(max(card.percent, Decimal(0)), Decimal(100)) * 100)
    )


def year(card: Card) -> int:
    """Years since ``BEFORE_YEARS``, 0 when not known."""
    return (card.year - BEFORE_YEARS) % (1 << 16) if card.year else 0


def reported(card: Card) -> int:
    """Days since the end of 1999; 0 without a report, or with one of before."""
    return max((card.reported - FIRST_DAY).days, 0) if card.reported else 0


class Key(NamedTuple):
    """A key taken apart."""

    head: str
    """What a code begins with, ``""`` of any other key."""
    number: int
    rest: bytes


def taken_apart(key: str) -> Key:
    """A code into its two numbers; the hash of a stripped copy into its bytes."""
    if code := CODE.fullmatch(key):
        return Key(code[1], int(code[2]), b"")
    if of := HASH.fullmatch(key):
        return Key("", NONE, bytes.fromhex(of[1]))
    return Key("", ODD, varint(len(key)) + key.encode())


def keys(cards: Sequence[Card], places: Sequence[int]) -> tuple[bytes, ...]:
    """The key of each document, of which the agency is known.

    Nearly every code begins with that of its agency: the others are listed.
    """
    apart = [taken_apart(one.key) for one in cards]
    heads = dict.fromkeys(sorted({*places}), NO_HEAD)
    heads |= {place: key.head for place, key in zip(places, apart, strict=True) if key.head}
    other = [at for at, key in enumerate(apart) if key.head not in {"", heads[places[at]]}]
    return (
        *column(key.number for key in apart),
        "".join(heads.values()).encode()
        + varints((len(other), *gaps(other)))
        + "".join(apart[at].head for at in other).encode(),
        b"".join(key.rest for number in (NONE, ODD) for key in apart if key.number == number),
    )


def codes(cards: Sequence[Card]) -> Iterator[File]:
    """For every eight digits that codes begin with, the codes' numbers and documents."""
    known: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, one in enumerate(cards):
        if code := CODE.fullmatch(one.key):
            known[code[1]].append((int(code[2]), document))
    for head, group in sorted(known.items()):
        numbers, documents = zip(*sorted(group), strict=True)
        pairs = zip(gaps(numbers), documents, strict=True)
        body = varint(len(group)) + varints(number for pair in pairs for number in pair)
        yield f"codes/{head}.bin", deflated(body)
