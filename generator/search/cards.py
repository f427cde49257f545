"""A project as the search knows it, and ``text.bin``, the file its rows and passages come from."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.search.deflating import deflated
from generator.search.normal import normal

ROW, FIELD = "\n", "\t"


class Passage(NamedTuple):
    """A text of the project's page."""

    section: str
    """Kind of the section it stands in; ``identity`` is the head."""
    text: str
    anchor: str = ""
    """Of its own place on the page, where that is not the section's."""
    day: date | None = None


class Card(NamedTuple):
    """A project: what is shown of it, what it is sorted by, what it is found by."""

    key: str
    title: str
    """``""`` when not known, like every field below."""
    is_inferred: bool
    agency: str
    """Code."""
    agency_name: str
    agency_url: str
    year: int
    """Fiscal year, Buddhist Era; 0 when not known."""
    status: str
    percent: Decimal | None
    reported: date | None
    """Day of the last report."""
    strategy: tuple[str, str] | None
    """Plan version and number of the root of its path."""
    passages: tuple[Passage, ...]


class Sheet(NamedTuple):
    """What the index takes from a card."""

    order: tuple[str, str, int, str]
    """Neighbours share words: normal title, agency, newer year first, key."""
    title: bytes
    """Normal, as UTF-16, a line end behind it."""
    body: bytes
    """Likewise the title and every passage, a repeated one once."""


Filed = tuple[Card, Sheet]


def sheet(card: Card) -> Sheet:
    """Bring a card's texts into the form they are found by."""
    title = normal(card.title)
    texts = dict.fromkeys(one.text for one in card.passages)
    body = normal(" ".join((card.title, *texts)))
    return Sheet(order(card, title), units(title), units(body))


def order(card: Card, title: str) -> tuple[str, str, int, str]:
    """Where a card stands, its title being normal."""
    return title, card.agency, -card.year, card.key


def units(text: str) -> bytes:
    """A text's UTF-16 units: the letters of the index are what a browser's strings consist of."""
    return f"{text}\n".encode("utf-16-le", "surrogatepass")


def text_file(card: Card) -> bytes:
    """``text.bin``: what is shown of the project, then a row for each passage."""
    head = (
        card.key,
        card.title,
        card.agency,
        card.agency_name,
        card.agency_url,
        str(card.year or ""),
        card.status,
        "" if card.percent is None else f"{card.percent:f}",
        card.reported.isoformat() if card.reported else "",
        "1" if card.is_inferred else "",
    )
    rows = (
        (one.section, one.anchor, one.day.isoformat() if one.day else "", plain(one.text))
        for one in card.passages
    )
    return deflated(packed(ROW.join(map(FIELD.join, (map(plain, head), *rows)))))


def plain(field: str) -> str:
    """A field on one line."""
    return " ".join(field.split())


OTHER = re.compile("[^\x00-\x19\x1b-\x7f\u0e01-\u0e3a\u0e3f-\u0e5b]")
"""What TIS-620 has no byte for. With one byte a letter, Thai deflates to three quarters of its
UTF-8, and every browser reads it, under the name windows-874."""


def packed(text: str) -> bytes:
    """TIS-620; any other character is 0x1A and four hex digits for each of its UTF-16 units."""
    return OTHER.sub(escaped, text).encode("tis-620")


def escaped(found: re.Match[str]) -> str:
    """A character that has no byte."""
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\x1a{units[at : at + 4]}" for at in range(0, len(units), 4))
