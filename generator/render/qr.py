"""An address as a QR code, the way from paper back to the page. The only place that knows segno."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

MASK = 2
"""One of the eight patterns for all codes. Each reads as well, and looking for the prettiest takes
four times as long."""

QUIET = 4
"""Empty modules on each side that readers need."""


RUN = re.compile("0+|1+")

HALVES = 1 << 15
"""Halves of rows whose drawing is kept: those of a site's codes come again and again."""


class Code(NamedTuple):
    """A square of modules."""

    size: int
    """Modules on each side, the quiet ones included."""
    path: str
    """The black modules as lines of stroke width 1, from the upper left corner."""


def qr(address: str) -> Code:
    """The code of an ASCII address: the same bytes for the same address.

    As few and large modules as the address needs; room left over goes into error correction.
    """
    size, modules = drawn(address.encode())
    bits = f"{modules:0{size * size}b}"
    rows = (bits[top : top + size] for top in range(0, size * size, size))
    lines = "".join([line(row, QUIET + number) for number, row in enumerate(rows)])
    return Code(size + 2 * QUIET, lines)


def drawn(address: bytes) -> tuple[int, int]:
    """Draw a code as modules on a side, and the modules themselves, row by row from the top.

    Codes of one length are linear: each bit of the text turns over the same modules whatever the
    other bits are. So those of a whole site are put together from a few hundred made by segno.
    """
    size, modules = made(bytes(len(address)))
    for place, byte in enumerate(address):
        modules ^= turned(len(address), place, byte)
    return size, modules


@cache
def turned(length: int, place: int, byte: int) -> int:
    """The modules that a byte turns over, against a code of zero bytes."""
    text = bytes(place) + bytes([byte]) + bytes(length - place - 1)
    return made(text)[1] ^ made(bytes(length))[1]


@cache
def made(text: bytes) -> tuple[int, int]:
    """A code of segno's, as ``drawn`` gives it."""
    import segno  # noqa: PLC0415  few sites have one

    code = segno.make(text, error="l", mode="byte", micro=False, boost_error=True, mask=MASK)
    rows = ["".join(map(str, row)) for row in code.matrix]
    return len(rows), int("".join(rows), 2)


def line(row: str, top: int) -> str:
    """``M4 4.5h7m3 0h1``: the black runs of one row, and the ways over the white ones."""
    row = row.rstrip("0")
    start = row.find("1")
    cut = max(row.find("01", len(row) // 2) + 1, start)
    return f"M{QUIET + start} {top}.5{steps(row[start:cut])}{steps(row[cut:])}"


@lru_cache(HALVES)
def steps(half: str) -> str:
    """``h7m3 0h1`` for ``11111110001``."""
    runs = RUN.findall(half)
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in runs)
