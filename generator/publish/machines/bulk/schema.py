"""JSON Schemas: of a row of each table, and of a project's record."""

from collections.abc import Iterable, Mapping

from generator.diagnostics import KINDS
from generator.publish import urls
from generator.publish.machines.bulk import parts, places, projects
from generator.publish.machines.bulk.shape import LINES, Field, Kind, Table
from generator.publish.project.copies import INFERRED
from generator.publish.project.fields import Json, indented
from generator.publish.project.record import MAY_BE_MISSING

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Json]

TYPES: Mapping[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.FLAG: {"type": "boolean"},
    Kind.ADDRESS: {"type": "string", "format": "uri-reference"},
}

PASSAGE: Schema = {
    "type": "array",
    "description": "First and last line of the newest dump, both included",
    "items": {"type": "integer", "minimum": 1},
    "minItems": 2,
    "maxItems": 2,
}


def of_rows(table: Table, base_url: str | None) -> bytes:
    """Of a line of the table's JSON Lines."""
    inside = {one.name: value(one) for one in table.fields}
    return document(table.name, {**thing(inside), "required": list(inside)}, base_url)


def of_record(base_url: str | None) -> bytes:
    """Of a project's ``index.json``."""
    return document("record", thing(record()), base_url)


def document(name: str, schema: Schema, base_url: str | None) -> bytes:
    """A schema with its address, where the site knows it."""
    at: Schema = {"$id": base_url.rstrip("/") + urls.schema(name)} if base_url else {}
    return indented({"$schema": DIALECT, **at, "title": name, **schema})


def value(field: Field) -> Schema:
    """What a field may hold."""
    schema: Schema = {"description": field.says, **TYPES[field.kind]}
    if field.may_be_missing:
        schema["type"] = [schema["type"], "null"]
    if field.codes:
        schema["enum"] = list(field.codes)
    if field.least is not None:
        schema["minimum"] = field.least
    return schema


def thing(inside: Mapping[str, Schema]) -> Schema:
    """An object of these fields and no others; what was typed is left out where it is plain."""
    return {
        "type": "object",
        "properties": dict(inside),
        "required": [name for name in inside if not name.endswith("_written")],
        "additionalProperties": False,
    }


def some(items: Schema) -> Schema:
    """A list of such."""
    return {"type": "array", "items": items}


def fields(known: Iterable[Field], *, without: Iterable[str] = ()) -> dict[str, Schema]:
    """The fields but for some, with lines as a pair."""
    left = {"project", *without, *(one.name for one in LINES)}
    return {one.name: value(one) for one in known if one.name not in left}


def or_null(schema: Schema) -> Schema:
    """Such, or nothing."""
    return {"anyOf": [schema, {"type": "null"}]}


# --- the record -------------------------------------------------------------------------------


def record() -> dict[str, Schema]:
    """The fields of a record: those of the tables, brought together."""
    own = fields(projects.FIELDS)
    agency = fields(places.AGENCY)
    rule = fields(parts.FINDING, without=("position", "lines"))
    named = ("key", "url", "code", "title", "sub_unit", "section", "fiscal_year", "plan")
    told = ("percent", "percent_written", "status", "as_of", "reported", "difference", "days_late")
    prose = ("unit_code", "rationale", "objectives", "targets")
    return {
        **{name: own[name] for name in (*named, *told, *prose)},
        "agency": thing({"code": or_null(agency["code"]), "name": agency["name"]}),
        "status_lines": some(PASSAGE),
        "findings": some(thing({**rule, "lines": some(PASSAGE)})),
        "contact": some({"type": "string"}),
        "evaluation": or_null(thing(evaluation(own))),
        **lists(),
        "inferred": some({"enum": list(INFERRED)}),
        "missing": some({"enum": list(MAY_BE_MISSING)}),
        "diagnostics": some(thing(diagnostic())),
        "source": thing(source(own)),
        "snapshots": some(thing({**source(own), **snapshot(own)})),
    }


def lists() -> dict[str, Schema]:
    """What the tables hold of one project."""
    at = {"lines": PASSAGE}
    strategy = fields(places.STEP_OF_PATH, without=("position",))
    label = {"label": value(places.STRATEGY[2])}
    quarter = fields(parts.QUARTER, without=("indicator", "position"))
    measured = {**fields(parts.INDICATOR), "quarters": some(thing(quarter))}
    return {
        "strategies": some(thing({**strategy, **label, **at})),
        "reports": some(thing({**fields(parts.REPORT), **at})),
        "steps": some(thing({**fields(parts.STEP), **at})),
        "indicators": some(thing({**measured, **at})),
    }


def evaluation(own: Mapping[str, Schema]) -> dict[str, Schema]:
    """The quarter open for evaluation."""
    start = "evaluation_"
    inside = {name.removeprefix(start): one for name, one in own.items() if name.startswith(start)}
    return {**inside, "lines": or_null(PASSAGE)}


def diagnostic() -> dict[str, Schema]:
    """What is said of the dump."""
    count: Schema = {"type": "integer", "minimum": 0}
    return {
        "code": {"enum": list(KINDS)},
        "line": count,
        "last": count,
        "column": count,
        "detail": {"type": "string"},
    }


def source(own: Mapping[str, Schema]) -> dict[str, Schema]:
    """Where a snapshot comes from."""
    return {
        "file": own["source_file"],
        "sha256": own["source_sha256"],
        "url": own["source_url"],
        "retrieved": own["retrieved"],
    }


def snapshot(own: Mapping[str, Schema]) -> dict[str, Schema]:
    """One text of the project's page."""
    return {
        "files": some({"type": "string"}),
        "raw": {"type": ["string", "null"], "format": "uri-reference"},
        "as_of": own["as_of"],
        "reports": {"type": ["integer", "null"], "minimum": 0},
        "stripped": own["stripped"],
        "matched": {"type": "boolean"},
    }
