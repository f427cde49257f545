"""What the index was made from is kept as it was, or not at all."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.search.blocks import Block, Blocks
from generator.search.book import book
from generator.search.cards import Card, Passage, sheet
from generator.store.shelf import Shelf, place, recall, remember

CARD = Card(
    key="50050000-3410",
    title="โครงการ \ud800 Ä",
    is_inferred=False,
    agency="50050000",
    agency_name="สำนักงานเขต",
    agency_url="/districts/x/",
    year=2566,
    status="behind",
    percent=Decimal("12.50"),
    reported=date(2023, 8, 4),
    strategy=("p", "2"),
    passages=(),
)
BARE = CARD._replace(title="", percent=None, reported=None, strategy=None)
TEXT = (Passage("rationale", "เหตุผลและความจำเป็น"),)
SHELF = Shelf(
    ("a", ""),
    book([(CARD, sheet(CARD._replace(passages=TEXT))), (BARE, sheet(BARE))]),
    {"c": Blocks((Block((1, 2), (3,), b"\0\xff"), Block((4,), (4, 5), b"")), ((1, 2, 3),))},
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder beside which a shelf is kept."""
    remember(tmp_path / "out", "key", SHELF)
    return tmp_path / "out"


def test_it_is_as_it_was(output: Path) -> None:
    before = place(output).read_bytes()
    found = recall(output, "key")
    assert (found.prints, found.blocks) == (SHELF.prints, SHELF.blocks)
    assert (found.book.alphabet, found.book.cards) == (SHELF.book.alphabet, SHELF.book.cards)
    remember(output, "key", found)
    assert place(output).read_bytes() == before, "while the old one is still looked into"
    assert place(output).stat().st_mode & 0o777 == 0o600


def test_another_key_finds_nothing(output: Path) -> None:
    assert recall(output, "other") == Shelf()


@pytest.mark.parametrize("harm", ["gone", "empty", "cut", "changed", "other"])
def test_any_doubt_finds_nothing(harm: str, output: Path) -> None:
    path = place(output)
    body = path.read_bytes()
    match harm:
        case "gone":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(body[:-1])
        case "changed":
            path.write_bytes(body[:-1] + b"?")
        case "other":
            path.write_bytes(b"\n" * 99)
    assert recall(output, "key") == Shelf()
