"""How numbers become bytes: varints, gaps, columns."""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.signedinteger[Any]]

MOST = 1 << 28
"""What is written as a varint stays below: four bytes of seven bits."""


@cache
def varint(number: int) -> bytes:
    """Seven bits a byte, low ones first; the eighth says that more follow."""
    body = bytearray()
    while number >= 0x80:  # noqa: PLR2004  the eighth bit
        body.append(number & 0x7F | 0x80)
        number >>= 7
    body.append(number)
    return bytes(body)


def varints(numbers: Iterable[int]) -> bytes:
    """One after the other."""
    return b"".join(map(varint, numbers))


class Stream(NamedTuple):
    """Many varints, and where each begins."""

    body: bytes
    starts: Numbers
    """One more than there are numbers: the last is the length."""

    def part(self, first: int, end: int) -> bytes:
        """The varints from one number to before another."""
        return self.body[self.starts[first] : self.starts[end]]


def stream(numbers: Numbers) -> Stream:
    """Varints of an array, each below ``MOST``."""
    lengths = 1 + sum((numbers >= 1 << bits).astype(np.int64) for bits in (7, 14, 21))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    body = np.empty(starts[-1], np.uint8)
    at, rest = starts[:-1], numbers
    while len(rest):
        longer = rest > 0x7F  # noqa: PLR2004  seven bits
        body[at] = rest & 0x7F | longer << 7
        at, rest = at[longer] + 1, rest[longer] >> 7
    return Stream(body.tobytes(), starts)


def gaps(rising: Iterable[int]) -> Iterable[int]:
    """How many numbers are left out before each; the numbers rise from 0 or more."""
    before = -1
    for number in rising:
        yield number - before - 1
        before = number


def differing(numbers: NDArray[Any]) -> NDArray[np.bool_]:
    """Which numbers are not as the one before them."""
    new = np.ones(len(numbers), np.bool_)
    new[1:] = numbers[1:] != numbers[:-1]
    return new


def bitmap(members: Numbers, whole: int) -> bytes:
    """Member m is bit ``m & 7`` of byte ``m >> 3``."""
    bits = np.zeros(whole, np.uint8)
    bits[members] = 1
    return np.packbits(bits, bitorder="little").tobytes()


def column(numbers: Iterable[int]) -> tuple[bytes, bytes]:
    """Numbers of 16 bits: the low bytes of all, then the high bytes, which are often alike."""
    values = np.fromiter(numbers, np.uint16)
    return (values & 0xFF).astype(np.uint8).tobytes(), (values >> 8).astype(np.uint8).tobytes()
