"""One SQLite file of all tables, the same bytes for the same rows."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.corpus import Corpus, Entry
from generator.publish.machines.bulk.shape import Field, Kind, Row, Table, projects
from generator.publish.machines.bulk.tables import TABLES, rows
from generator.publish.project.fields import Json

VERSION = 1
"""Of these tables: ``PRAGMA user_version``."""

TYPES = {
    Kind.TEXT: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.DAY: "TEXT",
    Kind.FLAG: "INTEGER",
    Kind.ADDRESS: "TEXT",
}


def body(
    corpus: Corpus,
    base_url: str | None,
    old: Sequence[bytes] = (),
    kept: Collection[int] = (),
) -> bytes:
    """The whole file, built in memory: nothing of this machine or this day is in it.

    ``kept``: places of projects whose rows are as ``old`` has them: an earlier file, or parts.
    """
    base = sqlite3.connect(":memory:")
    try:
        if kept:
            lay_beside(base, old)
            choose(base, [corpus.entries[place].project.key for place in sorted(kept)])
            order(base, corpus.entries)
        new = tuple(one for place, one in enumerate(corpus.entries) if place not in kept)
        base.execute(f"PRAGMA user_version = {VERSION}")
        for table in TABLES:
            base.execute(create(table))
            if kept and table.records is projects:
                insert(base, f"old.{table.name}", table, rows(table, new, base_url))
                base.execute(f"INSERT INTO main.{table.name} {ordered(table)}")
            else:
                insert(base, table.name, table, rows(table, table.records(corpus), base_url))
            for statement in indexes(table):
                base.execute(statement)
        base.commit()
        return base.serialize()
    finally:
        base.close()


def part(base_url: str | None, entries: Sequence[Entry]) -> bytes:
    """The rows of some projects, as a file of these tables alone."""
    base = sqlite3.connect(":memory:")
    try:
        for table in TABLES:
            if table.records is projects:
                base.execute(create(table))
                insert(base, table.name, table, rows(table, entries, base_url))
        base.commit()
        return base.serialize()
    finally:
        base.close()


def insert(base: sqlite3.Connection, name: str, table: Table, found: Iterator[Row]) -> None:
    """Put rows behind those of a table."""
    places = ", ".join("?" * len(table.fields))
    base.executemany(f"INSERT INTO {name} VALUES ({places})", cells(table, found))  # noqa: S608  our own names


def lay_beside(base: sqlite3.Connection, files: Sequence[bytes]) -> None:
    """Lay files beside, with the rows of all in one."""
    base.execute("ATTACH ':memory:' AS old")
    base.deserialize(files[0], name="old")
    for one in files[1:]:
        base.execute("ATTACH ':memory:' AS more")
        base.deserialize(one, name="more")
        for table in TABLES:
            if table.records is projects:
                base.execute(f"INSERT INTO old.{table.name} SELECT * FROM more.{table.name}")  # noqa: S608
        base.commit()
        base.execute("DETACH more")


def choose(base: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Of what lies beside, the rows of these projects alone."""
    base.execute("CREATE TEMP TABLE kept (key TEXT PRIMARY KEY) WITHOUT ROWID")
    base.executemany("INSERT INTO kept VALUES (?)", ((key,) for key in keys))
    for table in TABLES:
        if table.records is projects:
            base.execute(f"DELETE FROM old.{table.name} WHERE {table.key[0]} NOT IN kept")  # noqa: S608


def order(base: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """The order of the projects."""
    base.execute("CREATE TEMP TABLE place (number INTEGER PRIMARY KEY, key TEXT)")
    keys = (one.project.key for one in entries)
    base.executemany("INSERT INTO place VALUES (?, ?)", enumerate(keys))


def ordered(table: Table) -> str:
    """The statement that finds rows of an earlier file in that order."""
    own = f"old.{table.name}"
    columns = ", ".join(f"{own}.{one.name}" for one in table.fields)
    both = f"place CROSS JOIN {own} ON {own}.{table.key[0]} = place.key"
    return f"SELECT {columns} FROM {both} ORDER BY place.number, {own}.rowid"  # noqa: S608


def create(table: Table) -> str:
    """The statement that makes a table."""
    parts = [column(one) for one in table.fields]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [
        f"FOREIGN KEY ({', '.join(one.fields)}) REFERENCES {one.table} ({', '.join(one.to)})"
        for one in table.links
    ]
    inside = ",\n  ".join(parts)
    return f"CREATE TABLE {table.name} (\n  {inside}\n)"


def column(field: Field) -> str:
    """A column, and what its values keep to."""
    return f"{field.name} {TYPES[field.kind]}{'' if field.may_be_missing else ' NOT NULL'}"


def indexes(table: Table) -> Iterator[str]:
    """For what is looked up or linked, unless the key begins with it."""
    sought = [(name,) for name in table.sought]
    for fields in (*sought, *(one.fields for one in table.links)):
        if table.key[: len(fields)] != fields:
            name = "_".join((table.name, *fields))
            yield f"CREATE INDEX {name} ON {table.name} ({', '.join(fields)})"


def cells(table: Table, found: Iterator[Row]) -> Iterator[list[Json]]:
    """Rows as the file holds them: a number may have more digits than its integers."""
    numbers = [place for place, one in enumerate(table.fields) if one.kind is Kind.NUMBER]
    for row in found:
        values = [*row.values()]
        for place in numbers:
            if isinstance(value := values[place], int):
                values[place] = float(value)
        yield values
