"""ข้อมูลเปิด: everything the pages show, in bulk under ``/data/``, with its dictionary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.corpus import Corpus
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Document, File, Page, Site
from generator.publish.machines.bulk import catalogue, files, names, oc4ids, package, schema, sqlite
from generator.publish.machines.bulk.catalogue import About
from generator.publish.machines.bulk.names import Bulk, written
from generator.publish.machines.bulk.projects import PROJECTS
from generator.publish.machines.bulk.shape import Table
from generator.publish.machines.bulk.tables import TABLES, count
from generator.publish.rows import Crumb
from generator.publish.sheaves import Stock


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
    files: tuple[Bulk, ...]
    """Every file that holds data."""
    record: str | None
    """Schema of a project's ``index.json``, if there is one."""
    is_compressed: bool
    """Some file is large."""
    has_parquet: bool
    modified: date | None
    """The newest day of the records."""
    span: tuple[date, date] | None
    """The days of the fiscal years there are."""


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The files; then what tells of them, each after those that it tells of."""
    if not site.parts.data:
        return
    made = partial(sqlite.body, corpus, site.base_url)
    rows_of_some = partial(sqlite.part, site.base_url)
    yield large(names.SQLITE, Stock(made, rows_of_some, corpus.entries))
    for table in TABLES:
        yield large(f"{table.name}.csv", files.as_csv(table, corpus, site.base_url))
        yield large(f"{table.name}.jsonl", files.as_lines(table, corpus, site.base_url))
        rows = partial(schema.of_rows, table, site.base_url)
        yield Document(urls.path(urls.schema(table.name)), rows)
    record = urls.schema(names.RECORD) if site.parts.json else None
    if record:
        yield Document(urls.path(record), partial(schema.of_record, site.base_url))
    yield from oc4ids.pages(corpus, site)
    yield late(names.PACKAGE, partial(package.body, site))
    about = catalogue.about(corpus, site)
    yield late(names.CATALOGUE, partial(catalogue.body, about))
    yield late(names.SUMS, package.sums)
    counts = tuple(count(table, corpus) for table in TABLES)
    made_page = partial(view, counts, about, record)
    yield Page(urls.path(urls.DATA), "pages/data.html", made_page, is_late=True)


def is_data(file: Bulk) -> bool:
    """It does not only tell of others."""
    about = (names.PACKAGE, names.CATALOGUE, names.SUMS)
    return file.plain not in about and "/" not in file.name


def large(name: str, made: Callable[[], bytes]) -> Document:
    """A file that grows with the projects."""
    return Document(urls.path(urls.data(name)), made, may_shrink=True)


def late(name: str, made: Callable[..., bytes]) -> Document:
    """A file that tells of the others."""
    return Document(urls.path(urls.data(name)), made, is_late=True)


def view(
    counts: tuple[int, ...], about: About, record: str | None, found: tuple[File, ...] = ()
) -> DataView:
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
        projects=counts[TABLES.index(PROJECTS)],
        whole=tuple(known[name] for name in own if name in known),
        files=tuple(one for one in known.values() if is_data(one)),
        record=record,
        is_compressed=any(one.is_compressed for one in known.values()),
        has_parquet=any(one.ending == "parquet" for one in known.values()),
        modified=about.modified,
        span=about.span,
    )
