"""Large files as gzip: one stream of pieces, so that a build compresses anew only what changed.

A piece is deflated by itself, and what it becomes follows from its bytes alone. Where one ends is
told by the bytes before it: what is put in, or taken out, moves the ends near it and no others.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from generator.store.manifest import Written
from generator.store.parts import apart, published

LEVEL = 7
"""Of deflate: 9 takes twice as long for a thirtieth less."""
LEAST, MOST = 1 << 19, 1 << 21
"""Bytes of a piece before it is deflated; the last may have less."""
TAIL = 256
"""So many bytes before a line end tell whether a piece ends there."""
ENDS = 15
"""One line end of sixteen does."""
HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
"""Of a gzip file that tells neither a name nor a day nor a system."""
LAST = b"\x03\0"
"""A block of deflate that is empty and the last one."""
SIZE = 16
"""Bytes of a digest."""


class Piece(NamedTuple):
    """A part of a stream."""

    digest: str
    """Of the bytes before they were deflated."""
    size: int
    """Bytes of what they became."""


class Gzipped(NamedTuple):
    """A file, and where its pieces are."""

    body: bytes
    pieces: tuple[Piece, ...]


def gzipped(body: bytes, known: Mapping[str, memoryview]) -> Gzipped:
    """The file. ``known``: pieces of an earlier one, by digest."""
    pieces: list[Piece] = []
    parts: list[bytes | memoryview] = [HEAD]
    for raw in cut(body):
        digest = blake2b(raw, digest_size=SIZE).hexdigest()
        parts.append(known.get(digest) or deflated(raw))
        pieces.append(Piece(digest, len(parts[-1])))
    ends = (zlib.crc32(body), len(body) & 0xFFFFFFFF)
    tail = b"".join(number.to_bytes(4, "little") for number in ends)
    return Gzipped(b"".join((*parts, LAST, tail)), tuple(pieces))


def known(root: str, file: Written, pieces: Sequence[Piece]) -> Mapping[str, memoryview]:
    """The pieces of a file that was published."""
    body = published(root, file)
    return apart(body, pieces, len(HEAD)) if body else {}


def cut(body: bytes) -> Iterator[memoryview]:
    """The pieces."""
    view, start = memoryview(body), 0
    while start < len(body):
        stop = end(body, start)
        yield view[start:stop]
        start = stop


def end(body: bytes, start: int) -> int:
    """Where the piece that begins there ends."""
    most = min(start + MOST, len(body))
    place = body.find(b"\n", start + LEAST, most) + 1
    while place and zlib.crc32(body[place - TAIL : place]) & ENDS:
        place = body.find(b"\n", place, most) + 1
    return place or most


def deflated(raw: memoryview) -> bytes:
    """A piece, which ends with a byte and needs nothing of what stands before it."""
    press = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return press.compress(raw) + press.flush(zlib.Z_FULL_FLUSH)
