"""datapackage.json: the tables as a Frictionless data package, version 1; and the checksums."""

from collections.abc import Iterator

from generator.publish import urls
from generator.publish.artifacts import File, Site
from generator.publish.machines.bulk.names import Bulk, written
from generator.publish.machines.bulk.shape import Absent, Field, Kind, Table
from generator.publish.machines.bulk.tables import TABLES
from generator.publish.project.fields import Json, indented

TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.DAY: "date",
    Kind.FLAG: "boolean",
    Kind.ADDRESS: "string",
}

Descriptor = dict[str, Json]


def body(site: Site, files: tuple[File, ...] = ()) -> bytes:
    """The package's descriptor."""
    known = written(files)
    home: Descriptor = {"homepage": site.base_url.rstrip("/") + urls.DATA} if site.base_url else {}
    about: Descriptor = {"description": site.description} if site.description else {}
    if site.licence:
        about["licenses"] = [{"path": site.licence.url, "title": site.licence.name}]
    found = [
        (table, known[f"{table.name}.csv"]) for table in TABLES if f"{table.name}.csv" in known
    ]
    package: Descriptor = {
        "profile": "tabular-data-package",
        "name": "sitegen",
        "title": site.name,
        **about,
        **home,
        "resources": [resource(table, file) for table, file in found],
    }
    return indented(package)


def resource(table: Table, file: Bulk) -> Descriptor:
    """A table as CSV, as it was written."""
    packed: Descriptor = {"compression": "gz"} if file.is_compressed else {}
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": file.name,
        "format": "csv",
        **packed,
        "mediatype": file.media,
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema(table),
    }


def schema(table: Table) -> Descriptor:
    """Its fields, its key and what it links to. An empty cell is a missing value."""
    return {
        "fields": [column(one) for one in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": list(one.fields),
                "reference": {"resource": one.table, "fields": list(one.to)},
            }
            for one in table.links
        ],
    }


def column(field: Field) -> Descriptor:
    """A field, and what its values keep to."""
    keeps: Descriptor = {}
    if field.absent is Absent.NEVER:
        keeps["required"] = True
    if field.least is not None:
        keeps["minimum"] = field.least
    if field.codes:
        keeps["enum"] = list(field.codes)
    constraints: Descriptor = {"constraints": keeps} if keeps else {}
    return {
        "name": field.name,
        "type": TYPES[field.kind],
        "description": field.says,
        **constraints,
    }


def sums(files: tuple[File, ...] = ()) -> bytes:
    """A line for each file, as ``sha256sum --check`` reads it in this folder."""
    return "".join(lines(files)).encode()


def lines(files: tuple[File, ...]) -> Iterator[str]:
    """In the order of names."""
    return (f"{one.sha256}  {one.name}\n" for one in written(files).values())
