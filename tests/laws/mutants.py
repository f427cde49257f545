"""Dumps of both flavours, bent at random: fast, and each the same for its number and seed."""

import random
from collections.abc import Callable

from generator.dump.privacy.marks import Mark
from tests.laws.samples import SAMPLE
from tests.laws.texts import STRANGE
from tests.writer.corpus import dump_text

Dice = random.Random
Lines = list[str]

PAGES = tuple(
    tuple(text.split("\n"))
    for text in (*(SAMPLE.headed, SAMPLE.stripped) * 4, *(dump_text(number) for number in range(8)))
)
"""What is bent: the pages of the tests, and some as the writer of the samples makes them."""
ODD = (
    *("\u202e", "\u200b", "\ufeff", "\x00", "\x07", "\x85", "\u2028", "\ufffd", "\U000e0041", "ำา"),
    *("เเ", "ํา", "๙", "²", "－", "<script>", "{{7*7}}", "=1+1", "[ปกปิดชื่อ]", "⟨U+202E⟩", "|", " : "),
)
DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙²٣"


def cut(lines: Lines, dice: Dice) -> Lines:
    """Some lines are gone."""
    at = dice.randrange(len(lines) + 1)
    return lines[:at] + lines[at + dice.randrange(1, 8) :]


def repeat(lines: Lines, dice: Dice) -> Lines:
    """Some lines stand there several times."""
    at = dice.randrange(len(lines) + 1)
    part = lines[at : at + dice.randrange(1, 6)]
    return lines[:at] + part * dice.choice((2, 2, 3, 40)) + lines[at:]


def swap(lines: Lines, dice: Dice) -> Lines:
    """Two lines stand in each other's place."""
    swapped = list(lines)
    if swapped:
        one, other = dice.randrange(len(swapped)), dice.randrange(len(swapped))
        swapped[one], swapped[other] = swapped[other], swapped[one]
    return swapped


def splice(lines: Lines, dice: Dice) -> Lines:
    """A part of another page stands in the middle."""
    at = dice.randrange(len(lines) + 1)
    other = dice.choice(PAGES)
    start = dice.randrange(len(other))
    return lines[:at] + list(other[start : start + dice.randrange(1, 30)]) + lines[at:]


def strange(lines: Lines, dice: Dice) -> Lines:
    """A strange line, or a mark of ours."""
    at = dice.randrange(len(lines) + 1)
    return [*lines[:at], dice.choice((*STRANGE, *Mark)), *lines[at:]]


def within(change: Callable[[str, Dice], str]) -> Callable[[Lines, Dice], Lines]:
    """Bend one line."""

    def bent(lines: Lines, dice: Dice) -> Lines:
        changed = list(lines)
        if changed:
            at = dice.randrange(len(changed))
            changed[at] = change(changed[at], dice)
        return changed

    return bent


def odd_character(line: str, dice: Dice) -> str:
    at = dice.randrange(len(line) + 1)
    return f"{line[:at]}{dice.choice(ODD)}{line[at:]}"


def deep_digits(line: str, dice: Dice) -> str:
    """Numbers as long as a line, and numberings as deep."""
    unit = dice.choice((dice.choice(DIGITS), "1.", "๑.", "9,", "1 ", "(1) ", "-1"))
    at = dice.randrange(len(line) + 1)
    return f"{line[:at]}{unit * dice.choice((3, 30, 300, 5_000))}{line[at:]}"


def huge(line: str, dice: Dice) -> str:
    """A line as long as one may be, or longer."""
    unit = line[: dice.randrange(1, 40)] or dice.choice(ODD)
    return unit * (dice.choice((500, 5_000, 20_000)) // len(unit))


def shorter(line: str, dice: Dice) -> str:
    return line[: dice.randrange(len(line) + 1)]


LINES: tuple[Callable[[Lines, Dice], Lines], ...] = (
    *(cut, repeat, swap, splice, strange),
    *map(within, (odd_character, odd_character, deep_digits, shorter, shorter)),
)
RARE = within(huge)
"""Costs as much as a hundred others, so it comes once in a hundred."""
ENDS = ("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n \t\n")


def random_bytes(body: bytes, dice: Dice) -> bytes:
    """Some bytes are others, or the file ends early."""
    bent = bytearray(body)
    for _ in range(dice.choice((1, 1, 2, 30)) if bent else 0):
        bent[dice.randrange(len(bent))] = dice.randrange(256)
    return bytes(bent[: dice.randrange(len(bent) + 1)] if dice.random() < 0.3 else bent)


ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "cp874", "utf-16")


def mutant(number: int, seed: int) -> bytes:
    """One dump as received."""
    dice = random.Random(f"{seed} {number}")
    lines = list(dice.choice(PAGES))
    for _ in range(dice.choice((1, 2, 3, 5, 8))):
        lines = dice.choice(LINES)(lines, dice)
    if dice.random() < 0.01:
        lines = RARE(lines, dice)
    body = dice.choice(ENDS).join(lines).encode(dice.choice(ENCODINGS), "replace")
    return random_bytes(body, dice) if dice.random() < 0.25 else body
