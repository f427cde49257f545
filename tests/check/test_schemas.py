"""Our validator says what a whole one says, for every schema that we publish and for any value."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from generator.checks.schemas import UnknownSchemaError, check_of, compiled
from generator.publish.machines.bulk import schema
from generator.publish.machines.bulk.tables import TABLES

RECORD = json.loads(schema.of_record("https://example.org/"))
ROWS = [json.loads(schema.of_rows(table, None)) for table in TABLES]

LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.floats(-5, 3000, allow_nan=False),
    st.text("2023-097/:#?% ก\\", max_size=10),
    st.sampled_from(["2023-09-07", "2023-02-30", "https://example.org/ก", "a:b", "cancelled", "1"]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inside: st.one_of(
        st.lists(inside, max_size=3), st.dictionaries(st.sampled_from("abc"), inside, max_size=3)
    ),
    max_leaves=8,
)


def whole(of: dict[str, Any]) -> Draft202012Validator:
    """The implementation we did not write."""
    return Draft202012Validator(of, format_checker=FormatChecker(["date", "uri-reference"]))


def agree(of: dict[str, Any], value: object) -> None:
    said = compiled(of)(value)
    assert (said == "") == whole(of).is_valid(value), (of, value, said)


def kept(of: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that keep to a schema, more or less."""
    if "anyOf" in of:
        return st.one_of(*map(kept, of["anyOf"]))
    if "enum" in of:
        return st.sampled_from(of["enum"])
    if of.get("type") == "object":
        return st.fixed_dictionaries({name: kept(one) for name, one in of["properties"].items()})
    if of.get("type") == "array":
        return st.lists(kept(of["items"]), min_size=of.get("minItems", 0), max_size=2)
    return LEAVES


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a value where another one could stand."""
    if not isinstance(value, dict | list):
        return []
    found = [(value, name) for name in (value if isinstance(value, dict) else range(len(value)))]
    return found + [place for one, name in found for place in places(one[name])]


@pytest.mark.parametrize("of", [RECORD, *ROWS], ids=lambda of: str(of["title"]))
@settings(max_examples=20)
@given(data=st.data())
def test_what_almost_keeps_to_a_published_schema(of: dict[str, Any], data: st.DataObject) -> None:
    value = data.draw(kept(of))
    where, name = data.draw(st.sampled_from(places(value)))
    if data.draw(st.booleans()):
        where[name] = data.draw(VALUES)
    agree(of, value)


SMALL = [
    {"type": "integer", "minimum": 1},
    {"type": "number", "minimum": 0},
    {"type": ["string", "null"], "format": "date"},
    {"type": "string", "format": "uri-reference"},
    {"type": ["boolean", "null"]},
    {"enum": ["a", 1, None]},
    {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    {"type": "array", "items": {"type": "integer"}, "maxItems": 0},
    {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
    {
        "type": "object",
        "properties": {"a": {"anyOf": [{"type": "array", "items": {}}, {"type": "null"}]}},
        "additionalProperties": False,
    },
    {"items": {"type": "string"}},
    {"minItems": 1},
    {"properties": {"a": {"type": "string"}}},
    {},
]


@pytest.mark.parametrize("of", SMALL, ids=json.dumps)
@given(value=VALUES)
def test_any_value_and_every_keyword(of: dict[str, Any], value: object) -> None:
    agree(of, value)


@pytest.mark.parametrize(
    "of", [{"pattern": "a"}, {"format": "email"}, {"additionalProperties": {}}], ids=json.dumps
)
def test_what_we_cannot_check_is_refused(of: dict[str, Any]) -> None:
    with pytest.raises(UnknownSchemaError, match="we cannot check"):
        check_of(json.dumps(of))


def test_a_complaint_leads_to_the_value() -> None:
    of = {"properties": {"reports": {"items": {"properties": {"day": {"format": "date"}}}}}}
    said = compiled(of)({"reports": [{}, {"day": "2023-02-30"}]})
    assert said == '.reports[1].day: "2023-02-30" is no date'
    long = compiled({"type": "integer"})("ก" * 100)
    assert len(long) < 90
    assert long.endswith("… is no integer")


def test_the_schemas_on_the_site_are_those(built_site: Path) -> None:
    files = sorted((built_site / "data" / "schema").glob("*.json"))
    assert len(files) == len(ROWS) + 1
    for file in files:
        assert check_of(file.read_text(encoding="utf-8"))({}) != ""
