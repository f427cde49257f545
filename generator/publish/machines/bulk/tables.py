"""The tables of the open data, and their rows."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.corpus import Corpus
from generator.publish.machines.bulk.parts import FINDINGS, INDICATORS, QUARTERS, REPORTS, STEPS
from generator.publish.machines.bulk.places import AGENCIES, PATHS, STRATEGIES
from generator.publish.machines.bulk.projects import PROJECTS
from generator.publish.machines.bulk.shape import Kind, Row, Table

TABLES: tuple[Table, ...] = (
    AGENCIES,
    STRATEGIES,
    PROJECTS,
    PATHS,
    REPORTS,
    STEPS,
    INDICATORS,
    QUARTERS,
    FINDINGS,
)
"""A table comes behind those it links to."""


def rows(table: Table, records: Iterable[object], base_url: str | None) -> Iterator[Row]:
    """The rows of records, one after the other; addresses whole where the site's is known."""
    return chain.from_iterable(rows_of(table, base_url, record) for record in records)


def rows_of(table: Table, base_url: str | None, record: object) -> Iterator[Row]:
    """Those of one record."""
    addresses = [one.name for one in table.fields if one.kind is Kind.ADDRESS]
    base = (base_url or "/").rstrip("/")
    for item in table.items(record):
        row = table.row(*item)
        yield {**row, **{name: f"{base}{row[name]}" for name in addresses}} if addresses else row


def count(table: Table, corpus: Corpus) -> int:
    """How many rows there are."""
    return sum(1 for record in table.records(corpus) for _ in table.items(record))
