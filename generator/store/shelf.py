"""``.site.sitegen-index`` beside the output: what the index of the search was made from.

A project that is as it was need not be cut into grams again, nor a range of grams that holds what
it held into blocks. Safe to delete; any doubt makes everything anew.
"""

import json
import mmap
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from generator.search.blocks import Block, Blocks
from generator.search.book import NO_BOOK, Book
from generator.search.cards import Card
from generator.search.keeping import Head, bodies, head, rebound
from generator.store import memory
from generator.store.forms import form

FORMAT = 2
SEAL = 65
"""Bytes of the first line, a digest of the rest."""
SIZE = 16
"""Digits of the size of the head, which is JSON; the bytes it tells of follow."""


class Shelf(NamedTuple):
    """What one build leaves to the next."""

    prints: tuple[str, ...] = ()
    """Fingerprints of the projects' texts, in the order of the book; ``""`` where there is none."""
    book: Book = NO_BOOK
    blocks: Mapping[str, Blocks] = {}
    """By the digests of what they follow from."""


def recall(output: Path, key: str) -> Shelf:
    """That of the last build of the same key; an empty one in any doubt."""
    try:
        with open(place(output), "rb") as file:  # noqa: PTH123
            # It is as large as all texts together, and only looked into.
            held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if held[:SEAL] != seal(sha256(held[SEAL:]).hexdigest()):
            return Shelf()
        size = int(bytes(held[SEAL : SEAL + SIZE]))
        told = json.loads(bytes(held[SEAL + SIZE :][:size]))
        if (told["format"], told["key"]) != (FORMAT, key):
            return Shelf()
        return unpacked(told, held[SEAL + SIZE + size :])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Shelf()


def unpacked(told: Mapping[str, Any], rest: memoryview) -> Shelf:
    """A shelf from its head and the bytes that follow."""
    at = 0

    def taken(size: int) -> memoryview:
        nonlocal at
        at += size
        return rest[at - size : at]

    book = rebound(Head(*told["book"]), map(form(Card).read, told["cards"]), taken)
    blocks: dict[str, Blocks] = {}
    for digest, cut, pairs in told["blocks"]:
        every = (Block(tuple(first), tuple(last), bytes(taken(size))) for first, last, size in cut)
        blocks[digest] = Blocks(tuple(every), tuple(map(tuple, pairs)))
    return Shelf(tuple(told["prints"]), book, blocks)


def remember(output: Path, key: str, shelf: Shelf) -> None:
    """Keep it for the next build."""
    memory.write(place(output), packed(key, shelf))


def packed(key: str, shelf: Shelf) -> list[bytes | memoryview]:
    """What the file consists of."""
    book = shelf.book
    told = json.dumps(
        {
            "format": FORMAT,
            "key": key,
            "prints": shelf.prints,
            "book": head(book),
            "cards": [*map(form(Card).write, book.cards)],
            "blocks": [
                (digest, [(one.first, one.last, len(one.body)) for one in cut], pairs)
                for digest, (cut, pairs) in shelf.blocks.items()
            ],
        }
    ).encode("ascii")
    blocks = (one.body for cut, _ in shelf.blocks.values() for one in cut)
    size = f"{len(told):>{SIZE}}".encode("ascii")
    parts: list[bytes | memoryview] = [size, told, *bodies(book), *blocks]
    digest = sha256()
    for part in parts:
        digest.update(part)
    return [seal(digest.hexdigest()), *parts]


def seal(digest: str) -> bytes:
    """The first line."""
    return f"{digest}\n".encode("ascii")


def place(output: Path) -> Path:
    """Where it is kept."""
    return memory.place(output, "index")
