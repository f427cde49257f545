"""What search engines are told of a project and of the data set, read as RDF by rdflib."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from rdflib import RDF, SDO, Graph, Literal
from rdflib.term import Node

from generator.licence import Licence
from generator.publish.artifacts import Site
from generator.publish.project import page
from tests.publish.bulk import made
from tests.publish.invented import html, site
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of

# rdflib still uses inside what it advises against
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

BASE = "https://example.org/repo/"
PLACED = replace(site(), base_url=BASE)
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
VOCABULARY = {"@vocab": "https://schema.org/"}
"""For the context that stands on the network."""


def graph(words: str) -> Graph:
    found = Graph()
    for script in SCRIPT.findall(words):
        told = json.loads(script)
        assert told.pop("@context") == "https://schema.org"
        found.parse(data=json.dumps({"@context": VOCABULARY, **told}), format="json-ld")
    return found


def project(of: Site, dump: str = HEADED) -> str:
    (found,) = page.pages(corpus_of({"1.txt": dump}), of)
    return html(found, of)


def data_page(of: Site) -> str:
    corpus = corpus_of({"1.txt": HEADED})
    files: dict[str, bytes] = made(corpus, of)
    return files["index.html"].decode()


def one(known: Graph, kind: str) -> Node:
    (found,) = known.subjects(RDF.type, SDO[kind])
    return found


def only(known: Graph, of: Node, name: str) -> Node:
    (found,) = known.objects(of, SDO[name])
    return found


def test_a_project_is_told_with_its_agency_and_the_way_to_it() -> None:
    known = graph(project(PLACED))
    of = one(known, "Project")
    assert only(known, of, "name") == Literal("ปลูกต้นไม้ริมคลอง")
    assert only(known, of, "identifier") == Literal(CODE)
    assert str(only(known, of, "url")) == f"{BASE}projects/{CODE}/"
    agency = only(known, of, "parentOrganization")
    assert agency == one(known, "GovernmentOrganization")
    assert str(only(known, agency, "url")).startswith(f"{BASE}districts/")
    trail = one(known, "BreadcrumbList")
    assert len([*known.objects(trail, SDO.itemListElement)]) == 4


def test_a_project_without_title_and_agency_is_told_all_the_same() -> None:
    known = graph(project(PLACED, STRIPPED))
    assert str(only(known, one(known, "Project"), "name"))


def test_words_of_a_dump_stay_words() -> None:
    title = 'ก </script><script>alert("1")</script> ข'
    words = project(PLACED, HEADED.replace("ปลูกต้นไม้ริมคลอง", title))
    assert "<script>" not in words
    known = graph(words)
    assert only(known, one(known, "Project"), "name") == Literal(title)


def test_the_data_set_is_told_with_its_files_days_and_licence() -> None:
    licence = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    placed = replace(PLACED, licence=licence, published_on=date(2026, 9, 7))
    words = data_page(placed)
    known = graph(words)
    of = one(known, "Dataset")
    assert str(only(known, of, "license")) == licence.url
    assert str(only(known, of, "dateModified")) == "2023-08-21"
    assert str(only(known, of, "datePublished")) == "2026-09-07"
    assert str(only(known, of, "temporalCoverage")) == "2022-10-01/2023-09-30"
    files = {str(only(known, file, "contentUrl")) for file in known.objects(of, SDO.distribution)}
    assert f"{BASE}data/projects.csv" in files
    assert f"{BASE}data/sitegen.sqlite" in files
    assert not any(file.endswith(("SHA256SUMS", "datapackage.json")) for file in files)
    assert f'<a href="{licence.url}" rel="license nofollow noopener">CC BY 4.0</a>' in words


def test_without_a_place_nothing_is_told() -> None:
    assert not SCRIPT.findall(project(site()))
    words = data_page(site())
    assert not SCRIPT.findall(words)
    assert "ไม่อ้างสัญญาใด" in words
