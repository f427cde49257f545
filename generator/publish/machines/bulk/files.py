"""A table as a file: CSV for spreadsheets, JSON Lines for programs."""

from functools import partial

from generator.corpus import Corpus
from generator.publish.lists import sheets
from generator.publish.machines.bulk.shape import Table
from generator.publish.machines.bulk.tables import rows_of
from generator.publish.project.record import compact
from generator.publish.sheaves import Sheaf


def as_csv(table: Table, corpus: Corpus, base_url: str | None) -> Sheaf:
    """With a heading; a missing value is an empty cell."""
    leaf = partial(csv_rows, table, base_url)
    return Sheaf(leaf, table.records(corpus), sheets.heading(names(table)))


def csv_rows(table: Table, base_url: str | None, record: object) -> bytes:
    """The rows of one record."""
    return sheets.csv_rows(names(table), rows_of(table, base_url, record))


def names(table: Table) -> list[str]:
    """Of the columns."""
    return [one.name for one in table.fields]


def as_lines(table: Table, corpus: Corpus, base_url: str | None) -> Sheaf:
    """A row a line, every field named; a missing value is ``null``."""
    return Sheaf(partial(lines, table, base_url), table.records(corpus))


def lines(table: Table, base_url: str | None, record: object) -> bytes:
    """The rows of one record."""
    found = (compact(dict(row)) for row in rows_of(table, base_url, record))
    return "".join(f"{line}\n" for line in found).encode()
