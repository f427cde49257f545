"""``sources.csv``: where each dump came from, one row per file."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from generator.diagnostics import Severity
from generator.dump.received import Source
from generator.errors import Fault
from generator.settings.kinds import page_address, written_day
from generator.settings.setting import nearest, shown

COLUMNS = ("file", "code", "url", "retrieved")
CODE = re.compile(r"[0-9]{8}-[0-9]{4}")


class Row(NamedTuple):
    """A row's cells by the name of their column."""

    line: int
    cells: Mapping[str, str]


def read_sources(
    text: str, file: str, names: Collection[str]
) -> tuple[Mapping[str, Source], tuple[Fault, ...]]:
    """Each dump's source by its name, and all faults; ``names`` are the dumps there are."""
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for row in rows(text, file):
        if isinstance(row, Fault):
            faults.append(row)
            continue
        name = row.cells["file"]
        if name in lines:
            message = f"{shown(name)} already stands on line {lines[name]}"
            faults.append(Fault("source-twice", file, row.line, message, "leave one of the rows"))
            continue
        lines[name] = row.line
        if name not in names:
            message, hint = f"there is no dump {shown(name)}", nearest(name, sorted(names))
            fault = Fault("source-unknown", file, row.line, message, hint, Severity.WARNING)
            faults.append(fault)
        sources[name], wrong = read_row(row, file)
        faults += wrong
    return sources, tuple(faults)


def to_csv(sources: Mapping[str, Source]) -> bytes:
    """The table of these dumps; one of whom nothing is known has no row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, one in sorted(sources.items()):
        if one != Source():
            writer.writerow((name, one.code, one.url, one.retrieved))
    return text.getvalue().encode()


def rows(text: str, file: str) -> Iterator[Row | Fault]:
    """The rows below the header, without blank ones; a row of the wrong length is a fault."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns: tuple[str, ...] = ()
    try:
        for cells in reader:
            words = tuple(map(cell, cells))
            if not any(words):
                continue
            if not columns:
                columns = words
                if wrong := wrong_header(columns):
                    yield Fault("csv-wrong", file, reader.line_num, *wrong)
                    return
            elif len(words) != len(columns):
                message = f"{len(words)} cells where the header names {len(columns)}"
                hint = 'write a comma in a cell as "a,b"'
                yield Fault("csv-wrong", file, reader.line_num, message, hint)
            else:
                yield Row(reader.line_num, dict(zip(columns, words, strict=True)))
    except csv.Error as error:
        yield Fault("csv-wrong", file, reader.line_num, f"this is no CSV: {error}")


def cell(words: str) -> str:
    """As it is written, in one form."""
    return (words if words.isascii() else unicodedata.normalize("NFC", words)).strip()


def wrong_header(columns: tuple[str, ...]) -> tuple[str, str] | None:
    """Message and hint when the first line does not name the columns."""
    usual = f"the first line is {','.join(COLUMNS)}"
    for column in columns:
        if column not in COLUMNS:
            return f"there is no column {shown(column)}", nearest(column, COLUMNS) or usual
    if len(set(columns)) < len(columns):
        return "a column is named twice", usual
    return None if "file" in columns else ("the column file is missing", usual)


def code(words: str) -> str | None:
    """A project's code, in the digits the city writes."""
    return words if CODE.fullmatch(words) else None


CELLS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "code": ("like 50050000-3410", code),
    "url": ("an http:// or https:// address", page_address),
    "retrieved": ("a day of the Common Era such as 2026-09-07", written_day),
}
"""What each must be, and how it is read."""


def read_row(row: Row, file: str) -> tuple[Source, tuple[Fault, ...]]:
    """What a row says; a cell that is wrong counts as empty."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for column, (wanted, read) in CELLS.items():
        words = row.cells.get(column)
        values[column] = read(words) if words else None
        if words and values[column] is None:
            message = f"{column} must be {wanted}, not {shown(words)}"
            faults.append(Fault("source-wrong", file, row.line, message))
    if not row.cells["file"]:
        faults.append(Fault("source-wrong", file, row.line, "the cell file is empty"))
    return Source(**values), tuple(faults)
