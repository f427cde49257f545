"""ข้อมูลเปิด: everything the pages show, in bulk under ``/data/``, with its dictionary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus import Corpus
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Document, File, Page, Site
from generator.publish.machines.bulk import catalogue, files, names, oc4ids, package, schema, sqlite
from generator.publish.machines.bulk.names import Bulk, written
from generator.publish.machines.bulk.shape import Table
from generator.publish.machines.bulk.tables import TABLES, count
from generator.publish.rows import Crumb


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table of the dictionary."""

    table: Table
    rows: int
    csv: Bulk | None
    lines: Bulk | None
    """As JSON Lines."""
    parquet: Bulk | None
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The page of the open data."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = trail.here((trail.DATA,))
    tables: tuple[TableView, ...]
    projects: int
    whole: tuple[Bulk, ...]
    """Files that are no table: SQLite, the standards' packages, the checksums."""
    record: str
    """Schema of a project's ``index.json``."""
    is_compressed: bool
    """Some file is large."""
    has_parquet: bool


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The files; then what tells of them, each after those that it tells of."""
    yield large(names.SQLITE, partial(sqlite.body, corpus, site.base_url))
    for table in TABLES:
        yield large(f"{table.name}.csv", partial(files.as_csv, table, corpus, site.base_url))
        yield large(f"{table.name}.jsonl", partial(files.as_lines, table, corpus, site.base_url))
        made = partial(schema.of_rows, table, site.base_url)
        yield Document(urls.path(urls.schema(table.name)), made)
    at = urls.path(urls.schema(names.RECORD))
    yield Document(at, partial(schema.of_record, site.base_url))
    yield from oc4ids.pages(corpus, site)
    yield late(names.PACKAGE, partial(package.body, site))
    yield late(names.CATALOGUE, partial(catalogue.body, catalogue.about(corpus, site)))
    yield late(names.SUMS, package.sums)
    counts = tuple(count(table, corpus) for table in TABLES)
    made_page = partial(view, counts, len(corpus.entries))
    yield Page(urls.path(urls.DATA), "pages/data.html", made_page, is_late=True)


def large(name: str, made: partial[bytes]) -> Document:
    """A file that grows with the projects."""
    return Document(urls.path(urls.data(name)), made, may_shrink=True)


def late(name: str, made: Callable[..., bytes]) -> Document:
    """A file that tells of the others."""
    return Document(urls.path(urls.data(name)), made, is_late=True)


def view(counts: tuple[int, ...], projects: int, found: tuple[File, ...] = ()) -> DataView:
    """The page, once the files are written."""
    known = written(found)
    own = (names.SQLITE, names.OC4IDS, names.PACKAGE, names.CATALOGUE, names.SUMS)
    return DataView(
        tables=tuple(
            TableView(
                table=table,
                rows=rows,
                csv=known.get(f"{table.name}.csv"),
                lines=known.get(f"{table.name}.jsonl"),
                parquet=known.get(f"{table.name}.parquet"),
                schema=urls.schema(table.name),
            )
            for table, rows in zip(TABLES, counts, strict=True)
        ),
        projects=projects,
        whole=tuple(known[name] for name in own if name in known),
        record=urls.schema(names.RECORD),
        is_compressed=any(one.is_compressed for one in known.values()),
        has_parquet=any(one.ending == "parquet" for one in known.values()),
    )
