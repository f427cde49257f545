"""A table as a file: CSV for spreadsheets, JSON Lines for programs."""

from generator.corpus import Corpus
from generator.publish.lists import sheets
from generator.publish.machines.bulk.shape import Table
from generator.publish.machines.bulk.tables import rows
from generator.publish.project.record import compact


def as_csv(table: Table, corpus: Corpus, base_url: str | None) -> bytes:
    """With a heading; a missing value is an empty cell."""
    names = [one.name for one in table.fields]
    return sheets.as_csv(names, rows(table, corpus, base_url))


def as_lines(table: Table, corpus: Corpus, base_url: str | None) -> bytes:
    """A row a line, every field named; a missing value is ``null``."""
    found = (compact(dict(row)) for row in rows(table, corpus, base_url))
    return "".join(f"{line}\n" for line in found).encode()
