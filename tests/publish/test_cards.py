"""What of a project is found by the search, and what never is."""

from dataclasses import replace

import pytest

from generator.assess.status import STATUSES
from generator.corpus import Corpus
from generator.publish.cards import card, names
from generator.search.cards import Card, Passage
from generator.search.names import Root
from tests.publish.invented import Invented
from tests.publish.invented import corpus_of as invented
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed


def cards(corpus: Corpus) -> list[Card]:
    return [
        card(entry, tuple(corpus.nodes[node].label for node in entry.nodes))
        for entry in corpus.entries
    ]


@pytest.fixture
def one() -> Card:
    (found,) = cards(corpus_of({"a.txt": HEADED}))
    return found


def said(one: Card, section: str) -> list[str]:
    return [passage.text for passage in one.passages if passage.section == section]


def test_a_card_tells_what_a_row_shows(one: Card) -> None:
    assert (one.key, one.title, one.is_inferred) == (CODE, "ปลูกต้นไม้ริมคลอง", False)
    assert (one.agency, one.agency_name) == ("50050000", "สำนักงานเขตปทุมวัน")
    assert (one.agency_url, one.year) == ("/districts/50050000/", 2566)
    assert (str(one.percent), str(one.reported)) == ("60.00", "2023-08-21")
    assert one.strategy == ("new", "4")
    assert one.status in {status.code for status in STATUSES}


def test_every_part_of_the_page_is_found(one: Card) -> None:
    assert said(one, "identity") == [
        "50050000-3410 สำนักงานเขตปทุมวัน Pathum Wan ฝ่ายการศึกษา 50050700 2566"
    ]
    assert said(one, "rationale") == ["คลองในเขตไม่มีร่มเงา จึงได้จัดทำโครงการปลูกต้นไม้ริมคลองขึ้น"]
    assert said(one, "objectives") == ["1. เพื่อให้มีร่มเงา"]
    assert said(one, "targets") == []
    assert said(one, "strategy") == ["มหานครสีเขียว Green City", "ร่มเงา"]
    assert said(one, "steps") == ["ขุดหลุม", "ปลูก"]
    assert said(one, "indicators") == ["5005-2075 จำนวนต้นไม้ ต้น"]


def test_a_report_is_one_passage_at_its_place(one: Card) -> None:
    newest, *_ = (passage for passage in one.passages if passage.section == "progress")
    assert newest == Passage("progress", "ปลูกแล้ว 200 ต้น ไม่มี -", "r-2023-08-21", newest.day)
    assert str(newest.day) == "2023-08-21"


def test_people_are_not_found(one: Card) -> None:
    (stripped,) = cards(corpus_of({"b.txt": STRIPPED}))
    for found in (one, stripped):
        everything = " ".join(passage.text for passage in found.passages)
        assert not {"สมมติ", "ใจดี", "6280", "โทร"} & {*everything.split()}
        assert "ใจดี" not in everything
        assert "ปกปิด" not in everything


def test_marks_stand_where_a_text_names_somebody() -> None:
    (found,) = cards(
        corpus_of({"a.txt": headed(("ปลูกแล้ว 200 ต้น", "โทร. 02 123 4567 แจ้งนายสมมติ ใจดี"))})
    )
    text = " ".join(said(found, "progress"))
    assert "[ปกปิด" in text
    assert "4567" not in text
    assert "ใจดี" not in text


def test_a_project_without_a_code_is_not_found_by_one() -> None:
    (found,) = cards(corpus_of({"b.txt": STRIPPED}))
    assert found.key.startswith("x-")
    assert "50050700" in said(found, "identity")[0].split()


def test_a_cut_label_is_found_as_it_was_written_too() -> None:
    corpus = corpus_of({"a.txt": HEADED})
    (entry,) = corpus.entries
    found = card(entry, ("มหานครสีเขียวทั้งเมือง", None))
    assert said(found, "strategy") == ["มหานครสีเขียวทั้งเมือง มหานครสีเขียว Green City", "ร่มเงา"]


def test_without_a_strategy_there_is_no_root() -> None:
    (found,) = cards(invented(replace(Invented(), nodes=None)))
    assert found.strategy is None
    assert said(found, "strategy") == []


def test_names_stand_in_the_order_of_the_site() -> None:
    corpus = invented(
        Invented(),
        Invented(code="50110000-0001", agency="สำนักงานเขตบางกะปิ", year=2566),
        Invented(code=None, agency=None, title=""),
    )
    found = names(corpus)
    assert [one.code for one in found.agencies] == [one.code for one in corpus.agencies]
    assert found.agencies[-1].name is None
    assert found.years == (2566, 2565, 0)
    assert found.strategies[0] == Root("new", "1", "มหานครปลอดภัย", None, "/strategies/new/1/")
    assert {one.number for one in found.strategies} == {"1", "2", "4"}
    assert found.statuses == tuple(status.code for status in STATUSES)
