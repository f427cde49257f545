"""A small reader of the index in Python: what the browser does, to hold the format against."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from generator.search.normal import normal

FORMAT, DENSE, SHELF = 2, 8, 4096


def inflated(body: bytes) -> bytes:
    """One raw deflate stream, nothing before or behind it."""
    press = zlib.decompressobj(-zlib.MAX_WBITS)
    text = press.decompress(body)
    assert press.eof
    assert not press.unused_data
    return text


@dataclass
class Bytes:
    body: bytes
    at: int = 0

    def take(self, count: int) -> bytes:
        self.at += count
        assert self.at <= len(self.body)
        return self.body[self.at - count : self.at]

    def number(self) -> int:
        number = shift = 0
        while True:
            (byte,) = self.take(1)
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return number

    def numbers(self, count: int) -> tuple[int, ...]:
        return tuple(self.number() for _ in range(count))

    def gram(self, before: str, alphabet: str, head: int) -> str:
        rest = (alphabet[self.number() - 1] for _ in range(head & 0xF))
        return before[: head >> 4] + "".join(rest)

    def members(self, whole: int) -> tuple[int, ...]:
        count = self.number()
        if count in {0, whole}:
            return tuple(range(count))
        if count * DENSE < whole:
            return tuple(self.rising(count))
        if (whole - count) * DENSE < whole:
            missing = set(self.rising(whole - count))
            return tuple(member for member in range(whole) if member not in missing)
        bits = self.take((whole + 7) // 8)
        return tuple(member for member in range(whole) if bits[member >> 3] >> (member & 7) & 1)

    def rising(self, count: int) -> Iterator[int]:
        before = -1
        for _ in range(count):
            before += self.number() + 1
            yield before


def units(text: str) -> str:
    """A character for each UTF-16 unit, as a browser has them."""
    body = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(a | b << 8) for a, b in zip(body[::2], body[1::2], strict=True))


def column(source: Bytes, count: int) -> tuple[int, ...]:
    low, high = source.take(count), source.take(count)
    return tuple(a | b << 8 for a, b in zip(low, high, strict=True))


@dataclass
class Lists:
    """A gram's documents, and those of them that hold it in the title."""

    anywhere: tuple[int, ...]
    title: tuple[int, ...]


@dataclass
class Reader:
    files: Mapping[str, bytes]
    """By path below ``/search/``."""
    blocks: dict[int, dict[str, Lists]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        source = Bytes(inflated(self.files["index.bin"]))
        assert source.number() == FORMAT
        self.grams, self.others = source.take(8).decode(), source.take(8).decode()
        self.documents, self.chunk, self.extended = source.numbers(3)
        letters, blocks = source.numbers(2)
        unit, units = 0, []
        for step in source.numbers(letters):
            unit += step
            units.append(unit)
        self.alphabet = "".join(map(chr, units))
        self.pairs: dict[str, int] = {}
        for first in self.alphabet:
            second = 0
            for step in source.numbers(source.number()):
                second += step
                self.pairs[first + self.alphabet[second - 1]] = 0
        self.pairs = dict(zip(self.pairs, source.take(len(self.pairs)), strict=True))
        self.edges: list[str] = []
        for head in source.take(blocks):
            before = self.edges[-1] if self.edges else ""
            self.edges.append(source.gram(before, self.alphabet, head))
        self.is_whole = source.number() == 1
        assert source.at == len(source.body)
        assert all(a < b for a, b in pairwise(self.edges))

    def part(self, name: str) -> bytes:
        folder = self.grams if name.startswith("grams/") else self.others
        return inflated(self.files[f"{folder}/{name}.bin"])

    # --- grams

    def block(self, number: int) -> dict[str, Lists]:
        if number not in self.blocks:
            self.blocks[number] = dict(self.read_block(number))
        return self.blocks[number]

    def read_block(self, number: int) -> Iterator[tuple[str, Lists]]:
        source = Bytes(self.part(f"grams/{number}"))
        parent: tuple[int, ...] = ()
        leading, gram = source.number(), ""
        while source.at < len(source.body):
            (head,) = source.take(1)
            gram = source.gram(gram, self.alphabet, head)
            if len(gram) == 4 and leading:
                parent = self.lists(gram[:3]).anywhere
                assert len(parent) == leading
                assert len(parent) >= self.extended
            leading = 0
            members = source.members(len(parent) if len(gram) == 4 else self.documents)
            anywhere = tuple(parent[one] for one in members) if len(gram) == 4 else members
            if len(gram) == 3:
                parent = anywhere
            title = tuple(anywhere[one] for one in source.members(len(anywhere)))
            yield gram, Lists(anywhere, title)

    def lists(self, gram: str) -> Lists:
        """The documents that hold a gram, or, where one of four has no list, its first three."""
        before = [place for place, edge in enumerate(self.edges) if edge <= gram]
        known = self.block(before[-1]) if before else {}
        if gram in known or len(gram) < 4:
            return known.get(gram, Lists((), ()))
        short = known.get(gram[:3])
        if short is None or len(short.anywhere) >= self.extended:
            return Lists((), ())
        return short

    def candidates(self, query: str, *, title: bool = False) -> set[int]:
        """Documents that hold every gram of every word; words of one letter are not looked up."""
        found = set(range(self.documents))
        for word in units(normal(query)).split():
            for part in self.known_parts(word):
                for start in range(max(len(part) - 3, 1)):
                    gram = part[start : start + 4]
                    if len(gram) > 1:
                        lists = self.lists(gram)
                        found &= set(lists.title if title else lists.anywhere)
        return found

    def phrases(self, query: str) -> set[int]:
        """Candidates that may hold the query as it stands, over its spaces."""
        found = self.candidates(query)
        for part in self.known_parts(units(normal(query))):
            for gram in re.findall("(?=([^ ] [^ ]{1,2}))", part):
                found &= set(self.lists(gram).anywhere)
        return found

    def known_parts(self, word: str) -> list[str]:
        if self.is_whole:
            return [word]
        return re.findall(f"[{re.escape(self.alphabet)}]+", word)

    # --- what documents are called

    def keys(self) -> list[str]:
        """Of all documents: from the shelves, which say what the small files say."""
        agencies = self.column("agency")
        shelves = [
            self.some_keys(Bytes(self.part(f"shelves/{first // SHELF}")), agencies[first:][:SHELF])
            for first in range(0, self.documents, SHELF)
        ]
        found = [key for shelf in shelves for key in shelf]
        chunks: list[str] = []
        for first in range(0, self.documents, self.chunk):
            source = Bytes(self.part(f"keys/{first // self.chunk}"))
            own = column(source, min(self.chunk, self.documents - first))
            assert own == agencies[first:][: self.chunk]
            chunks += self.some_keys(source, own)
        assert found == chunks
        return found

    def some_keys(self, source: Bytes, agencies: Sequence[int]) -> list[str]:
        """Keys of some documents, of which the agencies are known."""
        numbers = column(source, len(agencies))
        heads = {agency: source.take(8).decode() for agency in sorted(set(agencies))}
        others = tuple(source.rising(source.number()))
        starts = [heads[agency] for agency in agencies]
        for place in others:
            starts[place] = source.take(8).decode()
        hashed = {
            place: f"x-{source.take(6).hex()}"
            for place, number in enumerate(numbers)
            if number == 0xFFFF
        }
        found = [
            source.take(source.number()).decode()
            if number == 0xFFFE
            else hashed.get(place) or f"{starts[place]}-{number:04}"
            for place, number in enumerate(numbers)
        ]
        assert source.at == len(source.body)
        return found

    def agencies_and_years(self) -> list[tuple[str, int]]:
        names = self.names()["agencies"]
        years = [(year + 2400) & 0xFFFF if year else 0 for year in self.column("year")]
        agencies = [names[one][0] for one in self.column("agency")]
        return list(zip(agencies, years, strict=True))

    def code(self, code: str) -> int | None:
        head, _, number = code.partition("-")
        if f"{self.others}/codes/{head}.bin" not in self.files:
            return None
        source = Bytes(self.part(f"codes/{head}"))
        before = -1
        for _ in range(source.number()):
            before += source.number() + 1
            document = source.number()
            if before == int(number):
                return document
        return None

    def column(self, name: str) -> tuple[int, ...]:
        return column(Bytes(self.part(name)), self.documents)

    def names(self) -> Any:
        return json.loads(self.part("names"))


def text_rows(body: bytes) -> list[list[str]]:
    """``text.bin``: the head, then a row for each passage, in fields."""
    text = inflated(body).decode("tis-620")
    text = re.sub("\x1a([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return [row.split("\t") for row in text.split("\n")]
