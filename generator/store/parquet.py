"""Parquet beside the JSON Lines of the open data, made by DuckDB where it is installed."""

import gzip
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import MachineError, attempting
from generator.publish import urls
from generator.publish.machines.bulk.shape import Kind, Table
from generator.publish.machines.bulk.tables import TABLES
from generator.store.manifest import Written
from generator.store.output import write

TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.DAY: "DATE",
    Kind.FLAG: "BOOLEAN",
    Kind.ADDRESS: "VARCHAR",
}
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",  # more would order the rows as they come
    "autoinstall_known_extensions": "false",  # it would ask the network
    "autoload_known_extensions": "false",
}


def refuse_parquet(*, is_asked: bool) -> None:
    """Refuse at once what would fail at the end."""
    if is_asked and find_spec("duckdb") is None:
        message = (
            "parquet = true needs DuckDB, which is not installed: pip install sitegen[parquet]"
        )
        raise MachineError(message, "parquet-missing")


def write_parquet(tree: str, *, is_asked: bool) -> Iterator[Written]:
    """A file for each table, from its JSON Lines, which are written already."""
    if not is_asked:
        return
    with attempting("write Parquet"), TemporaryDirectory() as folder:
        for table in TABLES:
            path = urls.path(urls.data(f"{table.name}.parquet"))
            yield write(tree, path, body(table, lines(tree, table), Path(folder)))


def lines(tree: str, table: Table) -> bytes:
    """The JSON Lines of a table, compressed or not."""
    plain = Path(tree, urls.path(urls.data(f"{table.name}.jsonl")))
    packed = plain.with_name(f"{plain.name}.gz")
    return plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())


def body(table: Table, rows: bytes, folder: Path) -> bytes:
    """The rows as Parquet, in their order. The folder is our own, and its path holds no quotes."""
    import duckdb  # noqa: PLC0415  # an extra; it also takes long to import

    read, made = folder / f"{table.name}.jsonl", folder / f"{table.name}.parquet"
    read.write_bytes(rows)
    columns = ", ".join(f"'{one.name}': '{TYPES[one.kind]}'" for one in table.fields)
    with duckdb.connect(":memory:", config=SETTINGS) as base:
        base.execute(
            f"COPY (SELECT * FROM read_json('{read}', format = 'newline_delimited',"  # noqa: S608
            f" columns = {{{columns}}})) TO '{made}' (FORMAT parquet, COMPRESSION zstd)"
        )
    return made.read_bytes()
