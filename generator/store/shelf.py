"""``.site.sitegen-index`` beside the output: what the index of the search was made from.

The sheet of a project that is as it was need not be written again, nor the blocks of a range of
grams that holds what it held. Safe to delete; any doubt makes everything anew.
"""

import json
import mmap
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from generator.search.blocks import Block, Blocks
from generator.search.cards import Card, Sheet, order
from generator.store import memory
from generator.store.forms import form

FORMAT = 1
SEAL = 65
"""Bytes of the first line, a digest of the rest."""
SIZE = 16
"""Digits of the size of the head, which is JSON; the bytes it tells of follow."""

Filed = tuple[Card, Sheet]


class Shelf(NamedTuple):
    """What one build leaves to the next."""

    sheets: Mapping[str, Filed] = {}
    """By the fingerprints of the projects' texts."""
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
        head = json.loads(bytes(held[SEAL + SIZE :][:size]))
        if (head["format"], head["key"]) != (FORMAT, key):
            return Shelf()
        return unpacked(head, held[SEAL + SIZE + size :])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Shelf()


def unpacked(head: Mapping[str, Any], rest: memoryview) -> Shelf:
    """A shelf from its head and the bytes that follow."""
    at = 0

    def taken(size: int) -> memoryview:
        nonlocal at
        at += size
        return rest[at - size : at]

    read = form(Card).read
    sheets: dict[str, Filed] = {}
    for name, told, title_size, body_size in head["sheets"]:
        card, title, body = read(told), taken(title_size), taken(body_size)
        words = bytes(title).decode("utf-16-le", "surrogatepass").removesuffix("\n")
        sheets[name] = card, Sheet(order(card, words), title, body)
    blocks: dict[str, Blocks] = {}
    for digest, cut, pairs in head["blocks"]:
        every = (Block(tuple(first), tuple(last), bytes(taken(size))) for first, last, size in cut)
        blocks[digest] = Blocks(tuple(every), tuple(map(tuple, pairs)))
    return Shelf(sheets, blocks)


def remember(output: Path, key: str, shelf: Shelf) -> None:
    """Keep it for the next build."""
    memory.write(place(output), packed(key, shelf))


def packed(key: str, shelf: Shelf) -> list[bytes | memoryview]:
    """What the file consists of."""
    write = form(Card).write
    told = json.dumps(
        {
            "format": FORMAT,
            "key": key,
            "sheets": [
                (name, write(card), len(sheet.title), len(sheet.body))
                for name, (card, sheet) in shelf.sheets.items()
            ],
            "blocks": [
                (digest, [(one.first, one.last, len(one.body)) for one in cut], pairs)
                for digest, (cut, pairs) in shelf.blocks.items()
            ],
        }
    ).encode("ascii")
    parts = [f"{len(told):>{SIZE}}".encode("ascii"), told, *bodies(shelf)]
    digest = sha256()
    for part in parts:
        digest.update(part)
    return [seal(digest.hexdigest()), *parts]


def bodies(shelf: Shelf) -> Iterator[bytes | memoryview]:
    """The bytes that the head tells of, in its order."""
    yield from chain.from_iterable((sheet.title, sheet.body) for _, sheet in shelf.sheets.values())
    yield from (one.body for cut, _ in shelf.blocks.values() for one in cut)


def seal(digest: str) -> bytes:
    """The first line."""
    return f"{digest}\n".encode("ascii")


def place(output: Path) -> Path:
    """Where it is kept."""
    return memory.place(output, "index")
