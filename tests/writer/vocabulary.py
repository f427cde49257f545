"""The words under ``words/``, read once: plain tables, so that adding one is adding a line."""

import csv
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

Sentences = tuple[str, ...]

WORDS = Path(__file__).parent / "words"


class Agency(NamedTuple):
    """หน่วยงาน."""

    code: str
    """Eight digits."""
    name: str
    area: str
    """What it looks after, as prose calls it: its district, or the whole city."""


class Topic(NamedTuple):
    """One field of municipal work."""

    work: str
    """A key of ``MANNERS``: how such work runs."""
    sections: Sentences
    """Digits 5 and 6 of the unit codes of district offices that do it."""
    departments: Sentences
    """First two digits of the departments that do it."""
    before: str
    """Its dimension in the plan before fiscal year 2566."""
    since: str
    where: str
    thing: str
    duty: str
    people: str
    titles: Sentences
    situations: Sentences
    harms: Sentences
    aims: Sentences
    amounts: Sentences
    qualities: Sentences
    indicators: Sentences
    """``name|unit``."""


class Manner(NamedTuple):
    """How one kind of work runs through the year."""

    plans: tuple[Sentences, ...]
    prepare: Sentences
    act: Sentences


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def _rows(name: str) -> list[dict[str, str]]:
    with (WORDS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _frozen(value: str | list[str]) -> str | Sentences:
    return value if isinstance(value, str) else tuple(value)


def _sentences(table: dict[str, list[str]]) -> dict[str, Sentences]:
    return {key: tuple(value) for key, value in table.items()}


AGENCIES = tuple(Agency(**row) for row in _rows("agencies"))
UNITS = {(row["agency"], row["digits"]): row["name"] for row in _rows("units")}
"""By ``5`` (any district office) or the department's two digits, and the digits of the unit."""
STRATEGY = {
    plan: {row["number"]: row["label"] for row in _rows("strategies") if row["plan"] == plan}
    for plan in ("before-2566", "from-2566")
}
TOPICS = tuple(
    Topic._make(_frozen(table[field]) for field in Topic._fields)
    for table in _toml("topics")["topic"]
)
PHRASES = _sentences(_toml("phrases"))

_work = _toml("work")
ANY = _sentences(_work.pop("any"))
MANNERS = {
    name: Manner(tuple(map(tuple, table["plans"])), tuple(table["prepare"]), tuple(table["act"]))
    for name, table in _work.items()
}

_places = _toml("places")
SHAPES = _sentences(_places["shapes"])
STEMS: Sentences = tuple(
    first + last for first in _places["first"] for last in _places["last"] if first not in last
)

_people = _toml("people")
INSIDE = _sentences(_people.pop("inside"))
PEOPLE = _sentences(_people)
