"""content/lookups: names and groupings that dumps leave out. What a dump says goes first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

UNKNOWN = "unknown"
"""Stands for the code, year or plan that no copy tells, in keys and addresses."""

Table = Mapping[str, object]
"""A TOML document."""


class Tile(NamedTuple):
    """A place on the tile map, from 1."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """An agency as the lookups have it."""

    code: str
    """Eight digits."""
    name: str
    """``สำนักงานเขตปทุมวัน``."""
    english: str
    area: str
    """One of six groups of districts; ``""`` for departments."""
    is_district: bool
    short: str = ""
    """Its name where room is scarce: ``ปว.``."""
    tile: Tile | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of the city's strategy plan."""

    id: str
    """Part of addresses."""
    first_year: int | None
    """Fiscal year, Buddhist Era; ``None`` is open."""
    last_year: int | None
    labels: Mapping[str, str]
    """Node number in Arabic digits to label."""
    english: Mapping[str, str]
    about: Mapping[str, str] = field(default_factory=dict)
    """What a node is about, in our own words."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """All tables."""

    agencies: Mapping[str, KnownAgency]
    sections: Mapping[str, str]
    """Digits 5–6 of a district's unit code to the section's name."""
    plans: tuple[Plan, ...]
    """By first year."""

    @property
    def in_english(self) -> tuple[tuple[str, str], ...]:
        """What agencies and strategies are called in English, by their Thai names."""
        known = [one for one in self.agencies.values() if one.english]
        districts = [one for one in known if one.is_district]
        return (
            *((one.name, one.english) for one in known if not one.is_district),
            *((one.name, in_full(one.english, is_district=True)) for one in districts),
            *((one.name.removeprefix(OFFICE), one.english) for one in districts),
            *(
                (label, plan.english[number])
                for plan in self.plans
                for number, label in plan.labels.items()
                if number in plan.english
            ),
        )

    def plan(self, year: int | None) -> str:
        """The id of the plan a fiscal year belongs to; ``unknown`` when none does."""
        for plan in self.plans if year else ():
            if (plan.first_year or 0) <= (year or 0) <= (plan.last_year or 9999):
                return plan.id
        return UNKNOWN


def in_full(english: str, *, is_district: bool) -> str:
    """``Pathum Wan`` → ``Pathum Wan District Office``; a department has its whole name."""
    return f"{english} District Office" if english and is_district else english


OFFICE = "สำนักงานเขต"
"""District office: what the names of all of them begin with."""
MAP = Tile(8, 9)
"""The last column and the last row of the tile map."""
NODE_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,5}")
NAMES = ("districts", "departments", "sections", "strategies")
"""The tables' file names, without ``.toml``."""


def lookups(tables: Mapping[str, Table]) -> Lookups:
    """The tables by file name, as values. A table that is missing is empty.

    Raises ``ValueError`` with a sentence when a row has not the shape it must have.
    """
    agencies = {
        code: _agency(code, row, is_district=name == "districts")
        for name in ("districts", "departments")
        for code, row in _rows(name, tables.get(name, {}))
    }
    _check_tiles(agencies.values())
    sections = {
        digits: _text(f"sections.toml: [{digits}]", row, "name")
        for digits, row in _rows("sections", tables.get("sections", {}))
    }
    return Lookups(agencies, sections, _plans(tables.get("strategies", {})))


def _rows(name: str, table: Table) -> list[tuple[str, Table]]:
    rows: list[tuple[str, Table]] = []
    for key, row in sorted(table.items()):
        if not isinstance(row, Mapping):
            message = f"{name}.toml: [{key}] must be a table"
            raise ValueError(message)  # noqa: TRY004  a fault of the file, not of the caller
        rows.append((key, row))
    return rows


def _text(place: str, row: Table, field: str, default: str | None = None) -> str:
    value = row.get(field, default)
    if not isinstance(value, str):
        message = f"{place} needs {field} = a text"
        raise ValueError(message)  # noqa: TRY004  a fault of the file, not of the caller
    return value


def _agency(code: str, row: Table, *, is_district: bool) -> KnownAgency:
    place = f"{'districts' if is_district else 'departments'}.toml: [{code}]"
    if len(code) != len("50050000") or not code.isdecimal():
        message = f"{place} is no agency code of eight digits"
        raise ValueError(message)
    return KnownAgency(
        code,
        _text(place, row, "name"),
        _text(place, row, "english", ""),
        _text(place, row, "area", ""),
        is_district,
        _text(place, row, "short", ""),
        _tile(place, row),
    )


def _tile(place: str, row: Table) -> Tile | None:
    value = row.get("tile")
    if value is None:
        return None
    if not isinstance(value, list) or [type(one) for one in value] != [int, int]:
        message = f"{place} needs tile = [column, row]"
        raise ValueError(message)
    tile = Tile(*value)
    if not (1 <= tile.column <= MAP.column and 1 <= tile.row <= MAP.row):
        message = f"{place} tile must lie between [1, 1] and [{MAP.column}, {MAP.row}]"
        raise ValueError(message)
    return tile


def _check_tiles(agencies: Iterable[KnownAgency]) -> None:
    on_tile: dict[Tile, str] = {}
    for one in agencies:
        other = on_tile.setdefault(one.tile, one.code) if one.tile else one.code
        if other != one.code:
            message = f"districts.toml: [{one.code}] has the tile of [{other}]"
            raise ValueError(message)


def _plans(table: Table) -> tuple[Plan, ...]:
    found: list[Plan] = []
    rows = table.get("plan", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        message = "strategies.toml: [[plan]] must be tables"
        raise ValueError(message)
    for row in rows:
        plan = _text("strategies.toml: [[plan]]", row, "id")
        found.append(
            Plan(
                plan,
                _year(row, "first_year"),
                _year(row, "last_year"),
                _labels(table, "labels", plan),
                _labels(table, "english", plan),
                _labels(table, "about", plan),
            )
        )
    return tuple(sorted(found, key=lambda plan: plan.first_year or 0))


def _year(row: Table, field: str) -> int | None:
    value = row.get(field)
    if value is not None and not isinstance(value, int):
        message = f"strategies.toml: {field} must be a fiscal year, as 2566"
        raise ValueError(message)
    return value


def _labels(table: Table, kind: str, plan: str) -> Mapping[str, str]:
    place = f'strategies.toml: [{kind}."{plan}"]'
    tables = table.get(kind, {})
    labels = tables.get(plan, {}) if isinstance(tables, Mapping) else None
    if not isinstance(labels, Mapping):
        message = f"{place} must be a table"
        raise ValueError(message)  # noqa: TRY004
    for number in labels:
        if not NODE_NUMBER.fullmatch(number):
            message = f"{place} {number} is no node's number, as 1.2.3"
            raise ValueError(message)
    return {number: _text(place, labels, number) for number in labels}
