"""The open data against its own schemas, with a validator that is not ours."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.publish.artifacts import Document
from generator.publish.machines.bulk.tables import TABLES
from generator.publish.project import record
from generator.publish.project.copies import INFERRED
from tests.publish.bulk import BASE, lines, located, made
from tests.publish.invented import Invented, site
from tests.publish.invented import corpus_of as invented
from tests.publish.sample import sample
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed, source

NAMES = [table.name for table in TABLES]
ODD = {
    "1.txt": headed(
        ("ร้อยละ 60.00 (2023-08-21)", "ร้อยละ หกสิบ (2023-02-30)"),
        ("เริ่มต้น :2023-06-01 00:00:00", "เริ่มต้น :"),
    ),
    "2.txt": HEADED,
    "3.txt": STRIPPED,
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(sample())


def validator(body: bytes) -> Draft202012Validator:
    schema = json.loads(body)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def records(*, base_url: str | None = BASE) -> list[dict[str, Any]]:
    sources = {"2.txt": source("2023-09-08", CODE)}
    every = [sample(), corpus_of(ODD, sources), corpus_of({"3.txt": STRIPPED})]
    every += [invented(Invented(code=None, agency=None, percent=None))]
    found = [one for corpus in every for one in record.pages(corpus, located(base_url))]
    return [json.loads(one.body()) for one in found if isinstance(one, Document)]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_keeps_to_its_schema(files: dict[str, bytes], name: str) -> None:
    valid = validator(files[f"schema/{name}.json"])
    odd = made(corpus_of(ODD))
    for row in (*lines(files, name), *lines(odd, name)):
        valid.validate(row)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_takes_nothing_else(files: dict[str, bytes], name: str) -> None:
    valid = validator(files[f"schema/{name}.json"])
    row = lines(files, name)[0]
    assert not valid.is_valid({**row, "other": 1})
    for field in row:
        assert not valid.is_valid({one: row[one] for one in row if one != field})
        assert not valid.is_valid({**row, field: [1]})


@pytest.mark.parametrize("base_url", [None, BASE])
def test_every_record_keeps_to_its_schema(files: dict[str, bytes], base_url: str | None) -> None:
    valid = validator(files["schema/record.json"])
    for one in records(base_url=base_url):
        valid.validate(one)


def test_the_schema_of_a_record_takes_nothing_else(files: dict[str, bytes]) -> None:
    valid = validator(files["schema/record.json"])
    one = next(one for one in records() if one["reports"] and one["steps"] and one["indicators"])
    assert not valid.is_valid({**one, "other": 1})
    for field in ("reports", "steps", "indicators", "strategies", "snapshots"):
        wrong = [{**one[field][0], "other": 1}]
        assert not valid.is_valid({**one, field: wrong}), field
    for field in one:
        if not field.endswith("_written"):
            assert not valid.is_valid({name: one[name] for name in one if name != field}), field


def test_every_field_of_a_schema_is_in_some_record(files: dict[str, bytes]) -> None:
    known = set(json.loads(files["schema/record.json"])["properties"])
    assert known == {name for one in records() for name in one} | {"percent_written"}


def test_a_schema_stands_at_its_address(files: dict[str, bytes]) -> None:
    schema = json.loads(files["schema/projects.json"])
    assert schema["$id"] == f"{BASE}data/schema/projects.json"
    assert "$id" not in json.loads(made(sample(), site())["schema/projects.json"])


def test_what_may_be_inferred_is_what_the_schema_says() -> None:
    assert {name for one in records() for name in one["inferred"]} <= set(INFERRED)
