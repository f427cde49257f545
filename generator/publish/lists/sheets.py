"""Rows of any kind as data: CSV and JSON of exactly what a list shows, texts whole."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from generator.publish import urls
from generator.publish.artifacts import Document
from generator.publish.project.fields import Json

T = TypeVar("T")

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes Thai in UTF-8 for something else."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a text begins with it."""

Row = Mapping[str, Json]


class Files(NamedTuple):
    """Where a list stands as data."""

    csv: str
    json: str


def files(list_url: str, name: str) -> Files:
    """The two addresses of a list's data."""
    return Files(f"{list_url}{name}.csv", f"{list_url}{name}.json")


def documents(
    at: Files, columns: Sequence[str], record: Callable[[T], Row], rows: Sequence[T]
) -> Iterator[Document]:
    """The two; ``record``, a top-level function, tells what one row says in these columns."""
    yield Document(urls.path(at.csv), partial(table, columns, record, rows))
    yield Document(urls.path(at.json), partial(records, record, rows))


def table(columns: Sequence[str], record: Callable[[T], Row], rows: Iterable[T]) -> bytes:
    """A row each."""
    return as_csv(columns, map(record, rows))


def records(record: Callable[[T], Row], rows: Iterable[T]) -> bytes:
    """A record each."""
    return as_json(map(record, rows))


def as_json(rows: Iterable[Row]) -> bytes:
    """A JSON array, a row a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A table with a heading, as RFC 4180 has it, in the UTF-8 that spreadsheets know."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(columns)
    for row in rows:
        table.writerow([cell(row[column]) for column in columns])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def cell(value: Json) -> Json:
    """A text that begins like a formula is kept from being one; a flag is as JSON writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
