"""``content/withheld.toml``: the projects and passages that the site's owner took down.

Each is a row, ``[[project]]`` or ``[[passage]]``; ``ROWS`` says what may stand in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.errors import Fault
from generator.settings import kinds
from generator.settings.setting import Given, Kind, Layer, Setting, nearest, shown, taken, unknown
from generator.settings.toml import key_lines, line_of, table_of

KEY = re.compile(r"[0-9]{8}-[0-9]{3,5}|x-[0-9a-f]{12}")
SHA256 = re.compile(r"[0-9a-f]{64}")
SHORTEST = 3
"""Characters: less stands everywhere."""


@dataclass(frozen=True, slots=True)
class TakenProject:
    """A project of which nothing is published but that it was taken down."""

    key: str
    """Its code; or ``x-…``, under which it stays taken down when a code becomes known."""
    day: date | None
    """Since when, Common Era."""
    reason: str | None
    line: int
    """In the list."""


@dataclass(frozen=True, slots=True)
class TakenPassage:
    """A passage of a project, wherever it stands in any copy; one of ``text`` and ``sha256``."""

    project: str
    text: str
    """As it stands in the dump or in the raw view; ``""`` when its digest tells what it is."""
    sha256: str
    """Of whole lines as published, each with a line end: the list then does not repeat them."""
    lines: int
    """How many lines the digest is of."""
    line: int
    """In the list."""


class Takedowns(NamedTuple):
    """The list."""

    file: str = ""
    """As the owner names it."""
    projects: tuple[TakenProject, ...] = ()
    passages: tuple[TakenPassage, ...] = ()


def key(value: object) -> str | None:
    """A project's code, or what it is known by without one."""
    return value if isinstance(value, str) and KEY.fullmatch(value) else None


def passage(value: object) -> str | None:
    """A text that is worth looking for."""
    return value if isinstance(value, str) and len("".join(value.split())) >= SHORTEST else None


def sha256(value: object) -> str | None:
    """64 hex digits."""
    return value if isinstance(value, str) and SHA256.fullmatch(value) else None


A_KEY = Kind("a project's code or key, like 50050000-3410 or x-0123456789ab", key)
A_PASSAGE = Kind(f"text of at least {SHORTEST} characters", passage)
A_DIGEST = Kind("a SHA-256, 64 digits and small letters", sha256)

PROJECT_KEY = Setting[str | None]("key", A_KEY, None)
DAY = Setting[date | None]("day", kinds.DAY, None)
REASON = Setting[str | None]("reason", kinds.TITLE, None)
OF_PROJECT = Setting[str | None]("project", A_KEY, None)
TEXT = Setting[str | None]("text", A_PASSAGE, None)
DIGEST = Setting[str | None]("sha256", A_DIGEST, None)
LINES = Setting("lines", kinds.COUNT, 1)

ROWS: Mapping[str, tuple[Setting[object], ...]] = {
    "project": (PROJECT_KEY, DAY, REASON),
    "passage": (OF_PROJECT, TEXT, DIGEST, LINES, DAY, REASON),
}
"""What each kind of row may hold. Of a passage, day and reason are for the owner alone."""


class Row(NamedTuple):
    """One ``[[project]]`` or ``[[passage]]``."""

    kind: str
    line: int
    cells: Layer


def read_takedowns(text: str, file: str) -> tuple[Takedowns, tuple[Fault, ...]]:
    """The list and all its faults; a row with a fault in it is left out."""
    table, unreadable = table_of(text, file)
    faults = [*unreadable]
    projects: dict[str, TakenProject] = {}
    passages: list[TakenPassage] = []
    for row in rows(table, text, file):
        if isinstance(row, Fault):
            faults.append(row)
            continue
        wrong = [*unknown(row.cells, [one.key for one in ROWS[row.kind]])]
        if row.kind == "project":
            project, odd = read_project(row, file)
            again = projects.get(project.key) if project else None
            if again:
                message = f"{shown(again.key)} already stands on line {again.line}"
                wrong.append(Fault("takedown-wrong", file, row.line, message, "leave one of them"))
            elif project:
                projects[project.key] = project
        else:
            one, odd = read_passage(row, file)
            passages += [one] if one else []
        faults += [*wrong, *odd]
    return Takedowns(file, tuple(projects.values()), tuple(passages)), tuple(
        sorted(faults, key=lambda one: one.line)
    )


def rows(table: Mapping[str, object], text: str, file: str) -> Iterator[Row | Fault]:
    """The rows in the order of their kinds, and whatever else stands there."""
    lines = key_lines(text, rows=True)
    for name, held in table.items():
        line = line_of(f"{name}.0", lines) or line_of(name, lines)
        if name not in ROWS:
            hint = nearest(name, list(ROWS)) or "write [[project]] or [[passage]]"
            yield Fault("takedown-wrong", file, line, f"there is no table {shown(name)}", hint)
        elif not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
            message = f"{name} must be rows, not {shown(held)}"
            yield Fault("takedown-wrong", file, line, message, f"write [[{name}]] above each")
        else:
            for number, cells in enumerate(held):
                at = f"{name}.{number}"
                known = {
                    cell: Given(value, file, line_of(f"{at}.{cell}", lines))
                    for cell, value in cells.items()
                }
                yield Row(name, line_of(at, lines), known)


def read_project(row: Row, file: str) -> tuple[TakenProject | None, tuple[Fault, ...]]:
    """A row ``[[project]]``."""
    key, wrong_key = taken(PROJECT_KEY, [row.cells])
    day, wrong_day = taken(DAY, [row.cells])
    reason, wrong_reason = taken(REASON, [row.cells])
    faults = (*wrong_key, *wrong_day, *wrong_reason)
    if PROJECT_KEY.key not in row.cells:
        faults += (
            Fault("takedown-wrong", file, row.line, "this row names no project", 'write key = "…"'),
        )
    return (TakenProject(key, day, reason, row.line) if key else None), faults


def read_passage(row: Row, file: str) -> tuple[TakenPassage | None, tuple[Fault, ...]]:
    """A row ``[[passage]]``."""
    project, wrong_project = taken(OF_PROJECT, [row.cells])
    text, wrong_text = taken(TEXT, [row.cells])
    digest, wrong_digest = taken(DIGEST, [row.cells])
    lines, wrong_lines = taken(LINES, [row.cells])
    _, wrong_day = taken(DAY, [row.cells])
    _, wrong_reason = taken(REASON, [row.cells])
    faults = (*wrong_project, *wrong_text, *wrong_digest, *wrong_lines, *wrong_day, *wrong_reason)
    if OF_PROJECT.key not in row.cells:
        faults += (
            Fault(
                "takedown-wrong", file, row.line, "this row names no project", 'write project = "…"'
            ),
        )
    if len({TEXT.key, DIGEST.key} & set(row.cells)) != 1:
        message = "a passage is told by text or by sha256"
        faults += (Fault("takedown-wrong", file, row.line, message, "write one of the two"),)
    if faults or not project:
        return None, faults
    return TakenPassage(project, text or "", digest or "", lines, row.line), ()
