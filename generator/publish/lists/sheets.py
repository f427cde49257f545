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
from generator.publish.sheaves import Sheaf

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
    rows, columns = tuple(rows), tuple(columns)
    table = Sheaf(partial(csv_row, columns, record), rows, heading(columns))
    yield Document(urls.path(at.csv), table, is_table=True)
    array = Sheaf(partial(json_row, record), rows, b"[\n", b",\n", b"\n]\n")
    yield Document(urls.path(at.json), array, is_table=True)


def json_row(record: Callable[[T], Row], one: T) -> bytes:
    """A row of a JSON array."""
    return json.dumps(record(one), ensure_ascii=False).encode()


def csv_row(columns: Sequence[str], record: Callable[[T], Row], one: T) -> bytes:
    """A row of a table."""
    return csv_rows(columns, (record(one),))


def heading(columns: Sequence[str]) -> bytes:
    """The first row of a table, in the UTF-8 that spreadsheets know."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(columns)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def csv_rows(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Rows below a heading, as RFC 4180 has them."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    for row in rows:
        table.writerow([cell(row[column]) for column in columns])
    return text.getvalue().encode()


def cell(value: Json) -> Json:
    """A text that begins like a formula is kept from being one; a flag is as JSON writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
