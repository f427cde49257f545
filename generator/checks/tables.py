"""The open data: every row and every record against the schema published beside it."""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from io import TextIOWrapper
from itertools import chain, count
from pathlib import PurePosixPath
from typing import IO, Any

from generator.checks.schemas import check_of
from generator.checks.site import Read, Site
from generator.diagnostics import Diagnostic

RECORD = "record"
"""Schema of a project's ``index.json``."""
NAMED = 20
"""How many rows of a file are named when they are not what they should be."""

Rows = Iterable[tuple[int, Any]]
"""Values with the lines they stand in."""


def table_of(path: str) -> str:
    """``data/reports.csv.gz`` → ``data/reports``."""
    return path.removesuffix(".gz").rpartition(".")[0]


def name_of(path: str) -> str:
    """``data/reports.csv.gz`` → ``reports``."""
    return PurePosixPath(table_of(path)).name


def read_schema(_: Site, path: str, file: IO[bytes]) -> Read:
    """A schema that we can check by. Raises ``UnknownSchemaError``."""
    check_of(file.read().decode())
    return Read(path)


def read_record(site: Site, path: str, file: IO[bytes]) -> Read:
    """A project's page as data."""
    value = json.loads(file.read())
    if not site.schemas:  # a site that publishes no data in bulk has none
        return Read(path)
    said, _ = checked([(1, value)], site.schemas.get(RECORD))
    return Read(path, said)


def read_lines(site: Site, path: str, file: IO[bytes]) -> Read:
    """A table as JSON Lines."""
    rows = ((number, json.loads(line)) for number, line in enumerate(file, start=1))
    said, many = checked(rows, site.schemas.get(name_of(path)))
    return Read(path, said, rows=((table_of(path), many),))


def read_table(site: Site, path: str, file: IO[bytes]) -> Read:
    """A table as CSV: the same values, written as text."""
    schema = site.schemas.get(name_of(path))
    fields = json.loads(schema)["properties"] if schema else {}
    rows = csv_of(file)
    _, head = next(rows, (0, []))
    if schema and head != [*fields]:
        return Read(path, (Diagnostic("data-invalid", 1, detail="not the schema's columns"),))
    columns = tuple((name, reader(fields[name])) for name in head if name in fields)
    said, many = checked(((line, row_of(cells, columns)) for line, cells in rows), schema)
    return Read(path, said, rows=((table_of(path), many),))


def read_list(_: Site, path: str, file: IO[bytes]) -> Read:
    """What a list shows, as CSV or as JSON: as many rows in both, and no schema for either."""
    if path.endswith(".csv"):
        many = sum(1 for _ in csv_of(file)) - 1
    else:
        many = len(json.loads(file.read()))
    return Read(path, rows=((table_of(path), many),))


def csv_of(file: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file, heading included, with the lines they end in."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        rows = csv.reader(text, strict=True)
        yield from ((rows.line_num, cells) for cells in rows)
    finally:
        text.detach()  # or it would close the file, which is not its own


def checked(rows: Rows, schema: str | None) -> tuple[tuple[Diagnostic, ...], int]:
    """What is wrong with rows, and how many there are."""
    said: list[Diagnostic] = [] if schema else [Diagnostic("schema-missing")]
    check = check_of(schema) if schema else lambda _: ""
    many = 0
    for line, value in rows:
        many += 1
        if len(said) < NAMED and (complaint := check(value)):
            said.append(Diagnostic("data-invalid", line, detail=complaint.lstrip(": .")))
    return tuple(said), many


Cell = Callable[[str], object]


def row_of(cells: Iterable[str], columns: Iterable[tuple[str, Cell]]) -> dict[str, object]:
    """A row as JSON has it; cells beyond the columns are fields of their own, which are wrong."""
    more = ((f"column {number}", str) for number in count(1))
    every: Iterator[tuple[str, Cell]] = chain(columns, more)
    return {name: read(cell) for cell, (name, read) in zip(cells, every, strict=False)}


def reader(field: Mapping[str, Any]) -> Cell:
    """How the cells of a column are read: an empty one is nothing, where nothing may be."""
    named = field.get("type", "string")
    types = (named,) if isinstance(named, str) else tuple(named)
    read: Cell = str if "string" in types else plain
    return (lambda cell: read(cell) if cell else None) if "null" in types else read


def plain(cell: str) -> object:
    """A number or a flag; anything else stays text, and is wrong."""
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def read_base(_: Site, path: str, file: IO[bytes]) -> Read:
    """The SQLite file: whole, with no link to a row that is not there."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(file.read())
        wrong = [row[0] for row in base.execute("PRAGMA quick_check") if row[0] != "ok"]
        wrong += [f"{table} row {row} links to no row of {to}" for table, row, to, _ in loose(base)]
        names = [
            row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        ]
        rows = tuple((f"data/{name}", rows_in(base, name)) for name in names)
    return Read(
        path, tuple(Diagnostic("data-invalid", detail=one) for one in wrong[:NAMED]), rows=rows
    )


def loose(base: sqlite3.Connection) -> Iterator[tuple[str, int, str, int]]:
    """Rows that link to none."""
    return base.execute("PRAGMA foreign_key_check")


def rows_in(base: sqlite3.Connection, name: str) -> int:
    """How many rows a table has."""
    quoted = name.replace('"', '""')
    many: int = base.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # noqa: S608  a quoted name
    return many


def read_projects(_: Site, path: str, file: IO[bytes]) -> Read:
    """OC4IDS: its projects. Its schema is another's, and is held against it by our tests."""
    return Read(path, rows=(("data/projects", len(json.loads(file.read())["projects"])),))
