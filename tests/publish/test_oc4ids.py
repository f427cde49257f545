"""The OC4IDS package against the standard's own schema, version 0.9.5."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from generator.assess.status import STATUSES
from generator.corpus import Corpus
from generator.licence import Licence
from generator.publish.artifacts import Document
from generator.publish.machines.bulk import oc4ids
from tests.publish.bulk import BASE, located
from tests.publish.invented import Invented, site
from tests.publish.invented import corpus_of as invented
from tests.publish.sample import sample
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed

SCHEMAS = Path(__file__).parent / "oc4ids"


@cache
def validator() -> Draft4Validator:
    """With formats: days and addresses are looked at too."""
    project, package = (
        json.loads((SCHEMAS / f"{name}-schema.json").read_text(encoding="utf-8"))
        for name in ("project", "project-package")
    )
    resource: Resource[Any] = Resource.from_contents(project, default_specification=DRAFT4)
    registry: Registry[Any] = Registry().with_resource(project["id"], resource)
    checker = Draft4Validator.FORMAT_CHECKER
    return Draft4Validator(package, registry=registry, format_checker=checker)


def package(corpus: Corpus, licence: Licence | None = None) -> dict[str, Any]:
    (one,) = oc4ids.pages(corpus, replace(located(), licence=licence))
    assert isinstance(one, Document)
    assert one.path == "data/oc4ids.json"
    return dict(json.loads(one.body()))


def project(*changes: tuple[str, str]) -> dict[str, Any]:
    (one,) = package(corpus_of({"1.txt": headed(*changes)}))["projects"]
    return dict(one)


@pytest.mark.parametrize(
    "corpus",
    [
        sample(),
        corpus_of({"1.txt": HEADED, "2.txt": STRIPPED}),
        corpus_of({"2.txt": STRIPPED}),
        invented(Invented(agency=None, nodes=None, percent=None, reports=(("2022-01-02", "5"),))),
    ],
    ids=["sample", "snapshots", "stripped", "bare"],
)
def test_no_error_against_the_standard(corpus: Corpus) -> None:
    told = package(corpus)
    assert [one.message for one in validator().iter_errors(told)] == []
    assert [one["id"] for one in told["projects"]] == [one.project.key for one in corpus.entries]


def test_a_licence_is_told_by_its_address() -> None:
    corpus = corpus_of({"1.txt": HEADED})
    told = package(corpus, Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"))
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert validator().is_valid(told)
    assert "license" not in package(corpus)


def test_the_validator_looks_at_formats() -> None:
    told = package(corpus_of({"1.txt": HEADED}))
    assert not validator().is_valid({**told, "uri": "no address"})
    assert not validator().is_valid({**told, "publishedDate": "2023-08-21"})
    assert not validator().is_valid({**told, "projects": [{"title": "ไม่มีรหัส"}]})


def test_the_package_says_where_it_stands_and_what_it_holds() -> None:
    told = package(corpus_of({"1.txt": HEADED}))
    assert told["uri"] == f"{BASE}data/oc4ids.json"
    assert told["version"] == "0.9"
    assert told["publishedDate"] == "2023-08-21T00:00:00+07:00"
    assert told["publicationPolicy"] == f"{BASE}data/#oc4ids"
    assert "license" not in told


def test_a_project_is_mapped_field_by_field() -> None:
    one = project()
    assert (one["id"], one["title"]) == (CODE, "ปลูกต้นไม้ริมคลอง")
    assert one["publicAuthority"] == {"name": "สำนักงานเขตปทุมวัน", "id": "50050000"}
    assert one["parties"] == [{**one["publicAuthority"], "roles": ["publicAuthority"]}]
    assert one["purpose"].startswith("คลองในเขต")
    assert one["description"] == "1. เพื่อให้มีร่มเงา"
    assert one["period"] == {
        "startDate": "2023-05-01T00:00:00+07:00",
        "endDate": "2023-08-31T00:00:00+07:00",
    }
    assert [step["title"] for step in one["milestones"]] == ["ขุดหลุม", "ปลูก"]
    assert [node["id"] for node in one["additionalClassifications"]] == ["4", "4.1"]
    progress, *results = one["metrics"]
    assert [row["measure"] for row in progress["observations"]] == [60, 20]
    assert results == []
    (target,) = one["forecasts"]
    assert target["observations"] == [{"id": "target", "measure": 1200, "unit": {"name": "ต้น"}}]
    assert [row["url"] for row in one["documents"]] == [
        f"{BASE}projects/{CODE}/",
        f"{BASE}projects/{CODE}/index.json",
    ]


def test_nothing_is_guessed() -> None:
    assert not {"sector", "type", "budget", "contractingProcesses", "locations"} & project().keys()


def test_a_report_without_a_day_or_a_number_measures_nothing() -> None:
    one = project(("ร้อยละ 60.00 (2023-08-21)", "ร้อยละ หกสิบ (2023-02-30)"))
    assert [row["measure"] for row in one["metrics"][0]["observations"]] == [20]


def test_a_project_without_days_of_steps_has_its_fiscal_year() -> None:
    (one,) = package(invented(Invented(reports=(("2022-01-02", "5"),))))["projects"]
    assert one["period"]["startDate"] == "2021-10-01T00:00:00+07:00"


def test_every_status_but_the_unknown_has_a_place() -> None:
    assert {one.code for one in STATUSES} - set(oc4ids.STATUSES) == {"unknown"}
    allowed = json.loads((SCHEMAS / "project-schema.json").read_text(encoding="utf-8"))
    assert set(oc4ids.STATUSES.values()) <= set(allowed["properties"]["status"]["enum"])


def test_it_is_left_out_where_the_standard_cannot_be_met() -> None:
    assert not [*oc4ids.pages(invented(), located())]
    assert not [*oc4ids.pages(corpus_of({"1.txt": HEADED}), site())]
    silent = invented(Invented())
    assert not [*oc4ids.pages(silent, located())]
    dated = replace(located(), published_on=date(2026, 9, 7))
    assert len([*oc4ids.pages(silent, dated)]) == 1
