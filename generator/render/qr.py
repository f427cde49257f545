"""An address as a QR code, the way from paper back to the page. The only place that knows segno."""

from itertools import groupby
from typing import NamedTuple

MASK = 2
"""One of the eight patterns for all codes. Each reads as well, and looking for the prettiest takes
four times as long."""

QUIET = 4
"""Empty modules on each side that readers need."""


class Code(NamedTuple):
    """A square of modules."""

    size: int
    """Modules on each side, the quiet ones included."""
    path: str
    """The black modules as lines of stroke width 1, from the upper left corner."""


def qr(address: str) -> Code:
    """The code of an address: the same bytes for the same address.

    As few and large modules as the address needs; room left over goes into error correction.
    """
    import segno  # noqa: PLC0415  few pages have one

    code = segno.make(address, error="l", micro=False, boost_error=True, mask=MASK)
    rows = [bytes(row) for row in code.matrix]
    lines = "".join(line(row, QUIET + number) for number, row in enumerate(rows))
    return Code(len(rows) + 2 * QUIET, lines)


def line(row: bytes, top: int) -> str:
    """``M4 4.5h7m3 0h1``: the black runs of one row, and the ways over the white ones."""
    row = row.rstrip(b"\0")
    start = len(row) - len(row.lstrip(b"\0"))
    runs = ((black, len(tuple(run))) for black, run in groupby(row[start:]))
    steps = "".join(f"h{length}" if black else f"m{length} 0" for black, length in runs)
    return f"M{QUIET + start} {top}.5{steps}"
