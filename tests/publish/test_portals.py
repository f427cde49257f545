"""Descriptions of the open data for other people's tools: data package, DCAT, checksums."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from rdflib import DCAT, DCTERMS, RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from generator.licence import Licence
from generator.publish.artifacts import File
from generator.publish.machines.bulk import catalogue, package
from generator.publish.machines.bulk.tables import TABLES
from tests.publish.bulk import BASE, lines, located, made
from tests.publish.invented import corpus_of, site
from tests.publish.sample import sample
from tests.publish.whole import HEADED
from tests.publish.whole import corpus_of as whole_of

# rdflib still uses inside what it advises against
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(sample())


# --- Frictionless -----------------------------------------------------------------------------


def report(files: dict[str, bytes], folder: Path) -> Any:
    for name, body in files.items():
        if "/" not in name:
            (folder / name).write_bytes(body)
    with system.use_context(trusted=True):
        return Package(str(folder / "datapackage.json")).validate()


def test_the_package_and_every_row_are_valid(files: dict[str, bytes], tmp_path: Path) -> None:
    told = report(files, tmp_path)
    assert told.valid, told.flatten(["type", "title", "note"])
    assert {task.name: task.stats["rows"] for task in told.tasks} == {
        table.name: len(lines(files, table.name)) for table in TABLES
    }


def test_a_row_that_is_not_what_it_says_is_found(files: dict[str, bytes], tmp_path: Path) -> None:
    torn = {**files, "reports.csv": files["reports.csv"] + b"x-000000000000,one\r\n"}
    assert not report(torn, tmp_path).valid


def test_a_table_without_rows_is_valid_too(tmp_path: Path) -> None:
    assert report(made(corpus_of()), tmp_path).valid


def test_the_package_has_every_table_with_size_and_digest(files: dict[str, bytes]) -> None:
    told = json.loads(files["datapackage.json"])
    assert told["homepage"] == f"{BASE}data/"
    assert [one["name"] for one in told["resources"]] == [table.name for table in TABLES]
    for one in told["resources"]:
        body = files[one["path"]]
        assert one["bytes"] == len(body)
        assert one["hash"] == f"sha256:{sha256(body).hexdigest()}"
    assert "homepage" not in json.loads(made(sample(), site())["datapackage.json"])


# --- DCAT -------------------------------------------------------------------------------------


def graph(files: dict[str, bytes]) -> Graph:
    """The catalogue as rdflib reads it."""
    return Graph().parse(data=files["catalog.jsonld"], format="json-ld", publicID=f"{BASE}data/")


def only(found: Iterable[Node]) -> Node:
    (one,) = found
    return one


def test_the_catalogue_has_what_portals_ask_for(files: dict[str, bytes]) -> None:
    known = graph(files)
    of = only(known.subjects(RDF.type, DCAT.Dataset))
    assert of == URIRef(f"{BASE}data/")
    for asked in ("title", "description", "publisher", "modified", "language", "spatial"):
        assert len([*known.objects(of, DCTERMS[asked])]) == 1, asked
    assert len([*known.objects(of, DCTERMS.temporal)]) == 1
    assert not [*known.objects(of, DCTERMS.license)]
    whole = only(known.subjects(RDF.type, DCAT.Catalog))
    assert only(known.objects(whole, DCAT.dataset)) == of


def test_every_file_is_a_distribution_with_size_type_and_checksum(files: dict[str, bytes]) -> None:
    known = graph(files)
    found = set(known.objects(None, DCAT.distribution))
    late = {"catalog.jsonld", "SHA256SUMS", "index.html"}
    told = {name for name in files if not name.startswith("schema/")} - late
    assert found == {URIRef(f"{BASE}data/{name}") for name in told}
    for one in found:
        body = files[str(one).removeprefix(f"{BASE}data/")]
        assert only(known.objects(one, DCAT.downloadURL)) == one
        assert int(str(only(known.objects(one, DCAT.byteSize)))) == len(body)
        assert "media-types" in str(only(known.objects(one, DCAT.mediaType)))
        check = only(known.objects(one, SPDX.checksum))
        value = str(only(known.objects(check, SPDX.checksumValue))).lower()
        assert value == sha256(body).hexdigest()


def test_days_are_the_records_own_and_the_owners() -> None:
    corpus = whole_of({"1.txt": HEADED})
    asked = replace(
        located(), published_on=date(2026, 9, 7), report_to="mailto:errors@data.example"
    )
    known = graph(made(corpus, asked))
    of = only(known.subjects(RDF.type, DCAT.Dataset))
    assert str(only(known.objects(of, DCTERMS.modified))) == "2023-08-21"
    assert str(only(known.objects(of, DCTERMS.issued))) == "2026-09-07"
    assert len([*known.objects(of, DCAT.contactPoint)]) == 1
    when = only(known.objects(of, DCTERMS.temporal))
    assert str(only(known.objects(when, DCAT.startDate))) == "2022-10-01"
    assert str(only(known.objects(when, DCAT.endDate))) == "2023-09-30"


def test_addresses_are_relative_where_the_sites_is_not_known() -> None:
    corpus = whole_of({"1.txt": HEADED})
    body = json.loads(catalogue.body(catalogue.about(corpus, site())))
    assert body["dcat:dataset"][0]["@id"] == "./"
    known = graph(made(corpus, site()))
    assert only(known.subjects(RDF.type, DCAT.Dataset)) == URIRef(f"{BASE}data/")


def test_a_licence_is_told_where_portals_look_for_it(tmp_path: Path) -> None:
    licence = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    files = made(whole_of({"1.txt": HEADED}), replace(located(), licence=licence))
    assert json.loads(files["datapackage.json"])["licenses"] == [
        {"path": licence.url, "title": licence.name}
    ]
    assert report(files, tmp_path).valid
    known = graph(files)
    of = only(known.subjects(RDF.type, DCAT.Dataset))
    assert only(known.objects(of, DCTERMS.license)) == URIRef(licence.url)
    for one in known.objects(of, DCAT.distribution):
        assert only(known.objects(one, DCTERMS.license)) == URIRef(licence.url)


# --- checksums --------------------------------------------------------------------------------


def test_every_file_has_its_checksum(files: dict[str, bytes]) -> None:
    told = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    rest = {name: body for name, body in files.items() if name not in {"SHA256SUMS", "index.html"}}
    assert told == {name: sha256(body).hexdigest() for name, body in rest.items()}
    assert list(told) == sorted(told)


def test_a_compressed_file_is_described_as_it_is(files: dict[str, bytes]) -> None:
    gone = File("data/reports.csv.gz", "00", 7)
    (one,) = json.loads(package.body(located(), (gone,)))["resources"]
    assert (one["path"], one["compression"], one["mediatype"]) == (
        "reports.csv.gz",
        "gz",
        "text/csv",
    )
    told = catalogue.about(sample(), located())
    known = graph({**files, "catalog.jsonld": catalogue.body(told, (gone,))})
    at = URIRef(f"{BASE}data/reports.csv.gz")
    assert str(only(known.objects(at, DCAT.compressFormat))).endswith("application/gzip")
    assert str(only(known.objects(at, DCAT.mediaType))).endswith("text/csv")
