"""index.json of a project."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.corpus import Corpus
from generator.publish.artifacts import Document
from generator.publish.project.record import pages
from tests.publish.invented import site
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed, source


def documents(corpus: Corpus) -> dict[str, bytes]:
    found = {}
    for artifact in pages(corpus, site()):
        assert isinstance(artifact, Document)
        found[artifact.path] = artifact.body()
    return found


def record_of(*changes: tuple[str, str]) -> dict[str, Any]:
    (body,) = documents(corpus_of({"1.txt": headed(*changes)})).values()
    return dict(json.loads(body))


def test_it_stands_beside_the_page() -> None:
    assert list(documents(corpus_of({"1.txt": HEADED}))) == [f"projects/{CODE}/index.json"]


def test_a_line_for_each_field_and_thai_as_it_is() -> None:
    (body,) = documents(corpus_of({"1.txt": HEADED})).values()
    text = body.decode()
    assert text.startswith('{\n"key": "50050000-3410",\n"url": ')
    assert text.endswith("\n}\n")
    assert len(text.splitlines()) == len(json.loads(text)) + 2
    assert "ปลูกต้นไม้ริมคลอง" in text


def test_what_the_head_says() -> None:
    record = record_of()
    assert record["code"] == record["key"] == CODE
    assert record["url"] == f"/projects/{CODE}/"
    assert record["title"] == "ปลูกต้นไม้ริมคลอง"
    assert record["agency"] == {"code": "50050000", "name": "สำนักงานเขตปทุมวัน"}
    assert (record["fiscal_year"], record["plan"]) == (2566, "new")
    assert record["percent"] == 60
    assert record["section"] == "ฝ่ายการศึกษา"
    assert record["inferred"] == ["section"]
    assert record["unit_code"] == "50050700"
    assert record["evaluation"] == {"quarter": 2, "score": 75.5, "lines": [10, 10]}
    assert not record["diagnostics"]
    assert not record["missing"]


def test_no_name_and_no_number_of_an_official() -> None:
    (body,) = documents(corpus_of({"1.txt": HEADED})).values()
    assert "สมมติ" not in body.decode()
    assert "6280" not in body.decode()


def test_silences_stay_apart() -> None:
    record = record_of()
    newest, oldest = record["reports"]
    assert (newest["problem"], newest["obstacle"]) == ("ไม่มี", "-")
    assert (oldest["text"], oldest["problem"], oldest["obstacle"]) == ("", "", None)
    assert record["targets"] == ""


def test_reports_steps_and_indicators_cite_their_lines() -> None:
    record = record_of()
    assert [one["lines"] for one in record["reports"]] == [[22, 27], [28, 32]]
    assert [one["lines"] for one in record["steps"]] == [[34, 38], [39, 43]]
    assert [one["lines"] for one in record["indicators"]] == [[46, 65]]
    assert record["strategies"][0] == {
        "plan": "new",
        "number": "4",
        "label": "มหานครสีเขียว",
        "written": "มหานครสีเขียว",
        "may_be_cut": False,
        "lines": [19, 19],
    }


def test_days_are_iso_and_numbers_are_numbers() -> None:
    record = record_of()
    assert record["reports"][0] | {"text": ""} == {
        "number": 1,
        "percent": 60,
        "planned": 40,
        "difference": 20,
        "day": "2023-08-21",
        "text_day": "2023-08-21",
        "text_day_written": "21/08/2566",
        "text": "",
        "problem": "ไม่มี",
        "obstacle": "-",
        "lines": [22, 27],
    }
    assert record["steps"][0] == {
        "number": 1,
        "label": "1.",
        "name": "ขุดหลุม",
        "weight": 40,
        "start": "2023-05-01",
        "end": "2023-05-01",
        "lines": [34, 38],
    }
    (indicator,) = record["indicators"]
    assert (indicator["target"], indicator["target_written"]) == (1200, "1,200")
    assert (indicator["result"], indicator["result_written"]) == (None, "")
    assert (indicator["kind"], indicator["level"]) == (
        "ตัวชี้วัดเชิงยุทธศาสตร์",
        "ตัวชี้วัดระดับผลผลิต (output)",
    )
    assert indicator["quarters"] == [
        {"number": 1, "result": 0, "score": None, "pair": "0 / 0"},
        {"number": 2, "result": 200.5, "score": 3, "pair": "1 / 2"},
    ]


def test_what_is_no_number_and_no_day_stays_as_written() -> None:
    record = record_of(
        ("ร้อยละ 60.00 (2023-08-21)", "ร้อยละ หกสิบ (2023-02-30)"),
        ("เริ่มต้น :2023-06-01 00:00:00", "เริ่มต้น :"),
    )
    unread = record["reports"][0]
    assert (unread["percent"], unread["percent_written"]) == (None, "หกสิบ")
    assert (unread["day"], unread["day_written"]) == (None, "2023-02-30")
    assert (record["steps"][1]["start"], record["steps"][1]["start_written"]) == (None, "")
    assert {
        "code": "day-unreadable",
        "line": 22,
        "last": 0,
        "column": 0,
        "detail": "2023-02-30",
    } in record["diagnostics"]


def test_reports_are_newest_first_whatever_the_page_says() -> None:
    record = record_of(("(2023-08-21)", "(2023-01-02)"))
    assert [one["day"] for one in record["reports"]] == ["2023-05-22", "2023-01-02"]


def test_a_stripped_copy_says_what_it_does_not_hold() -> None:
    ((path, body),) = documents(corpus_of({"1.txt": STRIPPED})).items()
    record = json.loads(body)
    assert path == f"projects/{record['key']}/index.json"
    assert record["key"].startswith("x-")
    assert record["code"] is None
    assert record["agency"] == {"code": "50050000", "name": "สำนักงานเขตปทุมวัน"}
    assert record["inferred"] == ["title", "agency", "section", "fiscal_year"]
    assert record["missing"] == ["targets", "strategies", "steps", "indicators"]
    assert record["targets"] is None
    assert record["steps"] == record["strategies"] == record["indicators"] == []
    assert [one["obstacle"] for one in record["reports"]] == ["ไม่มี"]


def test_a_dump_that_holds_next_to_nothing() -> None:
    ((_, body),) = documents(corpus_of({"1.txt": "ความคืบหน้าโครงการ ร้อยละ 5"})).items()
    record = json.loads(body)
    assert record["agency"] == {"code": None, "name": None}
    assert (record["plan"], record["evaluation"], record["reports"]) == (None, None, [])
    assert record["snapshots"][0]["reports"] is None


def test_an_evaluation_without_its_quarter_line() -> None:
    assert record_of(("ไตรมาสที่ 2\n75.5", "ไตรมาสที่ 2"))["evaluation"]["score"] is None


def test_every_snapshot_is_listed_newest_first() -> None:
    texts = {"old.txt": STRIPPED, "new.txt": HEADED, "same.txt": HEADED}
    sources = {"old.txt": source("2023-06-01"), "same.txt": source("2023-09-30", CODE)}
    corpus = corpus_of(texts, {**sources, "new.txt": source("2023-09-01", CODE)})
    (body,) = documents(corpus).values()
    record = json.loads(body)
    assert record["source"] == {
        "file": "same.txt",
        "sha256": record["snapshots"][0]["sha256"],
        "url": "https://one.dumps.example/page",
        "retrieved": "2023-09-30",
    }
    newest, oldest = record["snapshots"]
    assert newest["files"] == ["new.txt", "same.txt"]
    assert (newest["as_of"], oldest["as_of"]) == ("2023-09-30", "2023-06-01")
    assert newest["raw"] == f"/raw/{CODE}/{newest['sha256'][:8]}/"
    assert (oldest["stripped"], oldest["matched"], oldest["reports"]) == (True, True, 1)


def test_the_two_real_dumps_read_whole(real_dumps: Path) -> None:
    texts = {file.name: file.read_text() for file in sorted(real_dumps.glob("*.txt"))}
    records = [json.loads(body) for body in documents(corpus_of(texts)).values()]
    assert sorted(len(one["reports"]) for one in records) == [8, 12]
    assert sorted(len(one["steps"]) for one in records) == [0, 5]
    assert sorted(one["fiscal_year"] for one in records) == [2564, 2566]
    found = {diagnostic["code"] for one in records for diagnostic in one["diagnostics"]}
    assert found <= {"agency-unknown"}, "these lookups know three districts"


@pytest.mark.parametrize("base_url", ["https://example.org/", "https://example.org/repo/"])
def test_the_address_is_whole_where_the_site_knows_its_own(base_url: str) -> None:
    corpus = corpus_of({"1.txt": HEADED})
    (artifact,) = pages(corpus, replace(site(), base_url=base_url))
    assert isinstance(artifact, Document)
    assert json.loads(artifact.body())["url"] == f"{base_url}projects/{CODE}/"
