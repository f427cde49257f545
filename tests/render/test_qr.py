"""The way back from paper: QR code and colophon."""

import re

import segno

from generator.render.qr import MASK, QUIET, qr

ADDRESS = "https://example.org/repo/projects/50050000-3410/"


def drawn(path: str, size: int) -> list[list[int]]:
    """The modules that the path blackens."""
    grid = [[0] * size for _ in range(size)]
    for left, top, steps in re.findall(r"M(\d+) (\d+)\.5([hm0-9 ]+)", path):
        at = int(left)
        for step, length in re.findall(r"([hm])(\d+)", steps):
            for column in range(at, at + int(length)):
                grid[int(top)][column] = step == "h"
            at += int(length)
    return grid


def test_the_path_draws_the_code_with_its_quiet_border() -> None:
    code = qr(ADDRESS)
    made = segno.make(ADDRESS, error="l", micro=False, boost_error=True, mask=MASK)
    expected = [list(row) for row in made.matrix_iter(border=QUIET)]
    assert drawn(code.path, code.size) == expected


def test_it_is_the_same_each_time_and_another_for_another_address() -> None:
    assert qr(ADDRESS) == qr(ADDRESS)
    assert qr(ADDRESS) != qr(ADDRESS + "x")


def test_it_is_small() -> None:
    assert len(qr(ADDRESS).path) < 1600
