"""What files are known by is kept as it was, or not at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.store import memory
from generator.store.gzipped import Piece
from generator.store.manifest import MANIFEST, Written, to_json
from generator.store.parts import UNTOLD, Leaves, apart
from generator.store.prints import Prints, Told, place, recall, remember, standing

TOLD = Told(
    {"index.html": "0f", "โครงการ/index.html": "1e"},
    {"data/reports.csv.gz": (Piece("ab", 3), Piece("cd", 0))},
    {"data/reports.csv": Leaves(f"aa {UNTOLD} bb", 2, (1, 0, 3))},
)
FILES = (Written("index.html", "00", 1),)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site with what is told of its files."""
    listing = tmp_path / "out" / MANIFEST
    listing.parent.mkdir(parents=True)
    listing.write_bytes(to_json(FILES))
    remember(tmp_path / "out", Prints("key", memory.digest(str(listing)), TOLD))
    return tmp_path / "out"


def test_they_are_as_they_were(output: Path) -> None:
    found = standing(output, "key")
    assert found.is_whole
    assert found.told == TOLD
    assert found.files == {"index.html": FILES[0]}


def test_another_key_or_another_site_has_none(output: Path) -> None:
    assert not standing(output, "other").is_whole
    (output / MANIFEST).write_bytes(to_json(()))
    found = standing(output, "key")
    assert (found.is_whole, found.files, found.told) == (False, {}, Told())


def other_format(held: dict[str, Any]) -> None:
    held["format"] = 0


def no_leaves(held: dict[str, Any]) -> None:
    del held["leaves"]


def odd_piece(held: dict[str, Any]) -> None:
    held["pieces"]["x"] = [["ab"]]


def odd_sizes(held: dict[str, Any]) -> None:
    held["leaves"]["x"] = ["aa bb", 0, [1]]


@pytest.mark.parametrize("harm", [other_format, no_leaves, odd_piece, odd_sizes])
def test_any_doubt_finds_none(output: Path, harm: Callable[[dict[str, Any]], None]) -> None:
    held = json.loads(place(output).read_bytes())
    harm(held)
    place(output).write_text(json.dumps(held), encoding="utf-8")
    assert recall(place(output)) is None
    assert not standing(output, "key").is_whole


def test_parts_are_found_in_their_file() -> None:
    body = b"head;a,,ccc;tail"
    found = apart(body, (("a", 1), ("", 0), ("c", 3)), start=5, between=1)
    assert {name: bytes(part) for name, part in found.items()} == {"a": b"a", "": b"", "c": b"ccc"}
