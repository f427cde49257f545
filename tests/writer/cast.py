"""Invented people and their invented numbers, and a list of what was planted where."""

from collections.abc import Callable
from random import Random

from tests.writer.records import Contact, Person, Private
from tests.writer.slots import Slots
from tests.writer.vocabulary import INSIDE, PEOPLE

OFFICE_CONTACT = "ฝ่ายปกครอง"
FIRST_UNIT_YEAR = 2565
"""From here on a contact is mostly a unit; before, mostly a person."""


class Cast(Slots):
    """Slots that also know people, and remember each one they let in."""

    def __init__(self, chance: Random, names: dict[str, str]) -> None:
        super().__init__(chance, names)
        self.people: list[Person] = []
        self.numbers: list[str] = []

    def __missing__(self, key: str) -> str:
        if key in NUMBERS:
            self.numbers.append(NUMBERS[key](self.chance))
            return self.numbers[-1]
        if key in ("person", "bare"):
            self.people.append(_person(self.chance, prefixed=key == "person"))
            return self.people[-1].written
        return super().__missing__(key)

    @property
    def private(self) -> Private:
        return Private(tuple(self.people), tuple(self.numbers))

    def plant(self, where: str) -> str:
        """A sentence with somebody in it, for the ``rationale``, a ``report`` or a ``problem``."""
        return self.choose(INSIDE[where])


def _person(chance: Random, *, prefixed: bool) -> Person:
    prefix = chance.choice(PEOPLE["prefixes"]) if prefixed else ""
    return Person(prefix, chance.choice(PEOPLE["first"]), chance.choice(PEOPLE["last"]))


def _landline(chance: Random) -> str:
    # 0-2000-0xxx was never assigned to anybody
    shape = chance.choice(("0-2000-0{:03}", "0 2000 0{:03}", "02-000-0{:03}", "020000{:03}"))
    return shape.format(chance.randrange(1000))


def _mobile(chance: Random) -> str:
    shape = chance.choice(("060-000-0{:03}", "06-0000-0{:03}", "0600000{:03}", "060 000 0{:03}"))
    return shape.format(chance.randrange(1000))


def _identity(chance: Random) -> str:
    """With a right check digit; 0000 is no register office, so nobody has it."""
    digits = f"1000000{chance.randrange(100_000):05}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    check = (11 - total % 11) % 10
    if chance.random() < 0.5:
        return f"{digits}{check}"
    return f"{digits[0]}-{digits[1:5]}-{digits[5:10]}-{digits[10:]}-{check}"


NUMBERS: dict[str, Callable[[Random], str]] = {
    "extension": lambda chance: str(chance.randint(9900, 9999)),
    "landline": _landline,
    "mobile": _mobile,
    "address": lambda chance: f"samnak.{chance.randint(10, 99)}@mail.example",
    "identity": _identity,
}


def contact(cast: Cast, shape: int | None, year: int) -> Contact:
    """One of the shapes; ``shape`` asks for a certain one."""
    shapes = PEOPLE["contacts"]
    if shape is None:
        wanted = "{unit}" if (cast.chance.random() < 0.8) == (year >= FIRST_UNIT_YEAR) else "{"
        template = cast.chance.choice([each for each in shapes if wanted in each])
    else:
        template = shapes[shape % len(shapes)]
    cast["hospital"] = cast.chance.choice(PEOPLE["hospitals"])
    cast["position"] = cast.chance.choice(PEOPLE["positions"])
    known = next((key for key in ("unit", "hospital") if f"{{{key}}}" in template), None)
    return Contact(cast.fill(template), None if known is None else cast[known], cast.private)
