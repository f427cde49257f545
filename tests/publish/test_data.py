"""The open data in bulk: the same rows in every format, as the records have them."""

import json
import re
from typing import Any

import pytest

from generator.publish.artifacts import Document, File
from generator.publish.machines import data
from generator.publish.machines.bulk import catalogue
from generator.publish.machines.bulk.shape import Absent, Kind
from generator.publish.machines.bulk.tables import TABLES, count
from generator.publish.machines.data import DataView
from generator.publish.project import record
from tests.publish.bulk import BASE, lines, located, made, opened, sheet
from tests.publish.invented import Invented, corpus_of, site, words
from tests.publish.sample import sample
from tests.publish.whole import CODE, HEADED, headed
from tests.publish.whole import corpus_of as whole_of

ISSUE = ("projects", "reports", "steps", "indicators", "findings", "agencies", "strategies")
BY_NAME = {table.name: table for table in TABLES}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(sample())


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    found = (one.body() for one in record.pages(sample(), located()) if isinstance(one, Document))
    return {one["key"]: one for one in map(json.loads, found)}


def test_every_table_stands_in_every_format(files: dict[str, bytes]) -> None:
    assert set(ISSUE) <= set(BY_NAME)
    for name in BY_NAME:
        assert {f"{name}.csv", f"{name}.jsonl", f"schema/{name}.json"} <= set(files)
    assert {"sitegen.sqlite", "oc4ids.json", "SHA256SUMS", "index.html"} <= set(files)


@pytest.mark.parametrize("name", BY_NAME)
def test_csv_json_lines_and_sqlite_hold_the_same(files: dict[str, bytes], name: str) -> None:
    table, told = BY_NAME[name], lines(files, name)
    assert len(told) == count(table, sample()) > 0
    assert [[*row] for row in told] == [[one.name for one in table.fields]] * len(told)
    stored = opened(files["sitegen.sqlite"]).execute(f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608
    flags = {one.name for one in table.fields if one.kind is Kind.FLAG}
    for row, cells, kept in zip(told, sheet(files, name), stored, strict=True):
        assert row == {n: bool(kept[n]) if n in flags else kept[n] for n in kept.keys()}  # noqa: SIM118
        assert cells == {n: as_cell(value) for n, value in row.items()}


def as_cell(value: object) -> str:
    """What CSV makes of a value, told anew."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
    return json.dumps(value)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_key_is_a_key_and_what_is_never_missing_is_there(
    files: dict[str, bytes], name: str
) -> None:
    table, told = BY_NAME[name], lines(files, name)
    keys = [tuple(row[field] for field in table.key) for row in told]
    assert len(set(keys)) == len(keys)
    for field in table.fields:
        values = [row[field.name] for row in told]
        assert field.may_be_missing or None not in values, field.name
        assert field.absent is not Absent.NEVER or "" not in values, field.name


def test_rows_are_what_the_records_say(
    files: dict[str, bytes], records: dict[str, dict[str, Any]]
) -> None:
    told = lines(files, "projects")
    assert [row["key"] for row in told] == [one.project.key for one in sample().entries]
    for row in told:
        known = records[row["key"]]
        same = row.keys() & known.keys() - {"contact", "agency", "inferred", "missing", "snapshots"}
        assert {"url", "title", "percent", "status", "difference", "rationale"} <= same
        assert {name: row[name] for name in same} == {name: known.get(name) for name in same}
        assert row["agency_code"] == known["agency"]["code"]
        assert row["missing"].split() == known["missing"]
        assert row["inferred"].split() == known["inferred"]
        assert row["source_sha256"] == known["source"]["sha256"]
        assert row["snapshots"] == len(known["snapshots"])


@pytest.mark.parametrize("name", ["reports", "steps", "indicators"])
def test_parts_are_what_the_records_say(
    files: dict[str, bytes], records: dict[str, dict[str, Any]], name: str
) -> None:
    told = [
        {**one, "project": key, "line_first": one["lines"][0], "line_last": one["lines"][1]}
        for key, known in records.items()
        for one in known[name]
    ]
    fields = [one.name for one in BY_NAME[name].fields]
    assert lines(files, name) == [{n: one.get(n) for n in fields} for one in told]


def test_findings_and_quarters_are_what_the_records_say(
    files: dict[str, bytes], records: dict[str, dict[str, Any]]
) -> None:
    rules = [(key, one["rule"]) for key, known in records.items() for one in known["findings"]]
    assert [(row["project"], row["rule"]) for row in lines(files, "findings")] == rules
    quarters = [
        (key, one["lines"][0], row["result"])
        for key, known in records.items()
        for one in known["indicators"]
        for row in one["quarters"]
    ]
    told = lines(files, "quarters")
    assert [(row["project"], row["indicator"], row["result"]) for row in told] == quarters


def test_the_lines_of_a_finding() -> None:
    files = made(
        whole_of({"1.txt": headed(("ร้อยละ 60.00 (2023-08-21)", "ร้อยละ 10.00 (2023-08-21)"))})
    )
    found = {row["rule"]: row["lines"] for row in lines(files, "findings")}
    assert re.fullmatch(r"\d+(-\d+)?( \d+(-\d+)?)*", found["progress-falls"])


def test_sqlite_is_sound_linked_and_the_same_again(files: dict[str, bytes]) -> None:
    base = opened(files["sitegen.sqlite"])
    assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    links = base.execute("PRAGMA foreign_key_list(reports)").fetchall()
    assert [(row["table"], row["from"], row["to"]) for row in links] == [
        ("projects", "project", "key")
    ]
    plan = base.execute("EXPLAIN QUERY PLAN SELECT * FROM findings WHERE rule = 'x'").fetchone()
    assert "findings_rule" in plan["detail"]
    assert made(sample())["sitegen.sqlite"] == files["sitegen.sqlite"]


def test_a_number_of_any_length_fits() -> None:
    long = "1" + ",000" * 4 + ",000"
    files = made(whole_of({"1.txt": headed(("ต้น : 1,200", f"ต้น : 123456789012{long[1:-4]}"))}))
    (row,) = opened(files["sitegen.sqlite"]).execute("SELECT target FROM indicators")
    assert row["target"] == pytest.approx(lines(files, "indicators")[0]["target"])
    assert row["target"] > 2**63


def test_csv_opens_in_a_spreadsheet(files: dict[str, bytes]) -> None:
    for name in BY_NAME:
        assert files[f"{name}.csv"].startswith(b"\xef\xbb\xbf")
    evil = made(corpus_of(Invented(title="=HYPERLINK(1)", log=True)))
    assert sheet(evil, "projects")[0]["title"] == "'=HYPERLINK(1)"
    assert lines(evil, "projects")[0]["title"] == "=HYPERLINK(1)"
    assert sheet(evil, "projects")[0]["stripped"] == "false"


def test_silences_stay_apart_where_the_format_has_two() -> None:
    files = made(whole_of({"1.txt": HEADED}))
    newest, oldest = lines(files, "reports")
    assert (newest["problem"], newest["obstacle"]) == ("ไม่มี", "-")
    assert (oldest["text"], oldest["problem"], oldest["obstacle"]) == ("", "", None)
    assert [row["obstacle"] for row in sheet(files, "reports")] == ["'-", ""]


def test_what_is_not_known_is_linked_to_nothing() -> None:
    files = made(corpus_of(Invented(code=None, agency=None, nodes=None)))
    (row,) = lines(files, "projects")
    assert (row["agency_code"], row["agency"], row["fiscal_year"]) == (None, None, None)
    assert not lines(files, "agencies")
    assert opened(files["sitegen.sqlite"]).execute("PRAGMA foreign_key_check").fetchall() == []


def test_no_name_and_no_number_of_an_official() -> None:
    for name, body in made(whole_of({"1.txt": HEADED})).items():
        assert "สมมติ ใจดี" not in body.decode(errors="replace"), name
        assert b"6280" not in body, name


def test_addresses_are_whole_where_the_site_knows_its_own() -> None:
    corpus = whole_of({"1.txt": HEADED})
    assert lines(made(corpus), "projects")[0]["url"] == f"{BASE}projects/{CODE}/"
    assert lines(made(corpus, site()), "projects")[0]["url"] == f"/projects/{CODE}/"


def test_large_files_may_shrink_and_what_tells_of_them_comes_last() -> None:
    every = [*data.pages(sample(), located())]
    shrink = {one.path for one in every if isinstance(one, Document) and one.may_shrink}
    assert shrink == {
        "data/sitegen.sqlite",
        "data/oc4ids.json",
        *(f"data/{name}.{ending}" for name in BY_NAME for ending in ("csv", "jsonl")),
    }
    assert [one.path for one in every if one.is_late] == [
        "data/datapackage.json",
        "data/catalog.jsonld",
        "data/SHA256SUMS",
        "data/index.html",
    ]
    assert [one.is_late for one in every][-4:] == [True] * 4


# --- the dictionary ---------------------------------------------------------------------------


def test_the_page_explains_every_field_in_thai(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    for table in TABLES:
        _, _, part = page.partition(f'<section class="sec" id="{table.name}">')
        part = part[: part.index("</section>")].replace("<wbr>", "")
        rows = re.findall(r'<code[^>]*>(\w+)</code><td class="wide full">(.*?)\n?<[t/]', part)
        assert [name for name, _ in rows] == [one.name for one in table.fields]
        assert all(re.search("[ก-๙]", told) for _, told in rows)


def test_the_page_links_every_file_with_its_size(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    linked = set(re.findall(r'<a href="(?:[^"#]*/)?([^"#/]+)" download', page))
    assert linked == {
        name for name in files if not name.startswith("schema/") and name != "index.html"
    }
    size = max(round(len(files["projects.csv"]) / 1000), 1)
    assert f'CSV</a> <span class="nb muted">{size:,} kB' in page


def test_a_compressed_file_is_named_as_it_is() -> None:
    made_page = [*data.pages(sample(), located())][-1]
    assert made_page.is_late
    about = catalogue.about(sample(), located())
    view = data.view((1,) * len(TABLES), about, None, (File("data/projects.csv.gz", "0", 5),))
    assert isinstance(view, DataView)
    known = {one.table.name: one for one in view.tables}
    assert view.is_compressed
    assert known["projects"].csv is not None
    assert (known["projects"].csv.url, known["projects"].csv.media) == (
        "/data/projects.csv.gz",
        "text/csv",
    )
    assert known["reports"].csv is None


def test_an_empty_site_has_its_dictionary() -> None:
    files = made(corpus_of())
    assert lines(files, "projects") == []
    assert "oc4ids.json" not in files
    assert "กุญแจของโครงการ" in words(files["index.html"].decode())
