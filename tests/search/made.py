"""Cards and indexes of a few words, made for one test."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.search.blocks import blocks
from generator.search.book import book
from generator.search.cards import Card, Passage, sheet
from generator.search.grams import part, ranges
from generator.search.index import files
from generator.search.names import Agency, Names, Root
from generator.search.normal import normal
from tests.search.reader import Reader

AGENCIES = ("50050000", "50060000", "unknown")
NAMES = Names(
    agencies=tuple(Agency(one, None, "", is_district=True, url=f"/{one}/") for one in AGENCIES),
    statuses=("completed", "unknown"),
    strategies=(Root("p", "1", "ด้าน", None, "/p/1/"), Root("p", "2", None, "Two", "/p/2/")),
    years=(2566, 2565, 0),
)


def card(number: int, title: str, *texts: str) -> Card:
    agency = AGENCIES[number % 3]
    return Card(
        key=f"x-{number:012x}" if agency == "unknown" else f"{agency}-{number:04}",
        title=title,
        is_inferred=False,
        agency=agency,
        agency_name="",
        agency_url=f"/{agency}/",
        year=NAMES.years[number % 2],
        status=NAMES.statuses[number % 2],
        percent=None if number % 4 == 0 else Decimal(number % 101),
        reported=None if number % 5 == 0 else date(2023, 1, 1 + number % 28),
        strategy=None if number % 2 else ("p", "2"),
        passages=tuple(Passage("rationale", text) for text in texts),
    )


def cards(texts: Iterable[Sequence[str]]) -> list[Card]:
    return [card(number, *each) for number, each in enumerate(texts)]


def indexed(given: Iterable[Card]) -> dict[str, bytes]:
    whole = ranges(book((one, sheet(one)) for one in given))
    cut = (blocks(part(whole, number)) for number in whole.numbers)
    return dict(files(whole.book, cut, NAMES))


@dataclass
class Library:
    """An index beside the truth."""

    reader: Reader
    keys: list[str]
    texts: Mapping[str, str]
    """Normal, by key."""
    titles: Mapping[str, str]

    def found(self, query: str) -> set[str]:
        """Candidates, verified."""
        candidates = {self.keys[one] for one in self.reader.candidates(query)}
        return {key for key in candidates if holds(self.texts[key], query)}

    def true(self, query: str) -> set[str]:
        return {key for key, text in self.texts.items() if holds(text, query)}


def holds(text: str, query: str) -> bool:
    return all(word in text for word in normal(query).split())


def library(given: Sequence[Card]) -> Library:
    reader = Reader(indexed(given))
    texts = {
        one.key: " ".join(map(normal, (one.title, *(each.text for each in one.passages))))
        for one in given
    }
    titles = {one.key: normal(one.title) for one in given}
    return Library(reader, reader.keys(), texts, titles)
