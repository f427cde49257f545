"""One SQLite file of all tables, the same bytes for the same rows."""

import sqlite3
from collections.abc import Iterator

from generator.corpus import Corpus
from generator.publish.machines.bulk.shape import Field, Kind, Row, Table
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


def body(corpus: Corpus, base_url: str | None) -> bytes:
    """The whole file, built in memory: nothing of this machine or this day is in it."""
    base = sqlite3.connect(":memory:")
    try:
        base.execute(f"PRAGMA user_version = {VERSION}")
        for table in TABLES:
            base.execute(create(table))
            places = ", ".join("?" * len(table.fields))
            base.executemany(
                f"INSERT INTO {table.name} VALUES ({places})",  # noqa: S608  our own names
                cells(table, rows(table, corpus, base_url)),
            )
            for statement in indexes(table):
                base.execute(statement)
        base.commit()
        return base.serialize()
    finally:
        base.close()


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
