"""Texts that stop a project and those that do not, and what later reports make of them."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assess.stopping import Kind, chronological, standing, stopping, stops
from generator.assess.words import CANCEL, PAUSE, POSTPONE
from generator.dump.lines import Span
from generator.project import Copy
from tests.laws.samples import only_copy, read
from tests.sections.cases import FOLDER, unescaped

NOTHING = "nothing"
VERB = re.compile(f"{CANCEL}|{PAUSE}|{POSTPONE}")


def texts() -> Iterator[tuple[str, str]]:
    """Each text of the file under what it does to the project; ``#`` begins a remark."""
    does = ""
    for line in (FOLDER / "stopping.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            does = line.removeprefix("=== ")
        elif not line.startswith("# "):
            yield does, unescaped(line)


TEXTS = tuple(texts())


@pytest.mark.parametrize(("does", "text"), TEXTS)
def test_text(does: str, text: str) -> None:
    assert (stopping(text) or NOTHING) == does


def test_texts_are_many_and_each_stands_once() -> None:
    assert {does for does, _ in TEXTS} == {*Kind, NOTHING}
    assert sum(does != NOTHING for does, _ in TEXTS) >= 40
    assert sum(does == NOTHING for does, _ in TEXTS) >= 60
    assert len({text for _, text in TEXTS}) == len(TEXTS)


def test_most_texts_that_do_nothing_hold_the_words() -> None:
    alike = [text for does, text in TEXTS if does == NOTHING and VERB.search(text)]
    assert len(alike) >= 60


WORDS = st.sampled_from(
    ["ไม่", "จะ", "หาก", "เฉพาะ", "ที่", " 2 ", "ยกเลิก", "ชะลอ", "เลื่อน", "โครงการ", "กิจกรรม", " "]
)


@given(st.lists(WORDS, max_size=30))
def test_any_text_is_read_and_always_alike(words: list[str]) -> None:
    text = "".join(words)
    assert stopping(text) in {None, *Kind}
    assert stopping(f"\u200b {text}\n") == stopping(text)


STOPPING = [(does, text) for does, text in TEXTS if does != NOTHING]


@pytest.mark.parametrize(
    "text", [text for _, text in STOPPING if len(VERB.findall(text)) == 1], ids=str
)
def test_a_no_before_the_verb_takes_it_away(text: str) -> None:
    assert stopping(VERB.sub(lambda found: f"ไม่{found[0]}", text)) is None


CALM = st.sampled_from(["ประชุมคณะทำงาน", "ปลูกต้นไม้แล้ว 40 ต้น", "อยู่ระหว่างจัดซื้อ", "จัดอบรม 2 รุ่น"])
BEGUN = [(does, text) for does, text in STOPPING if VERB.match(text) and "โครงการ" in text[:25]]


@given(CALM, CALM, st.sampled_from(BEGUN))
def test_what_stands_apart_takes_nothing_away(one: str, other: str, case: tuple[str, str]) -> None:
    does, text = case
    assert stopping(f"{one} {other} {text}") == does


def log(*reports: tuple[str, str, str | None]) -> Copy:
    """Percent, day and text, newest first."""
    lines = (
        line
        for number, (percent, day, text) in enumerate(reports, start=1)
        for line in (
            f"({number}) ความคืบหน้าโครงการฯ ร้อยละ {percent} ({day})",
            *([text] if text is not None else []),
            "------------------&&&--------------------",
        )
    )
    return only_copy(read("\n".join(("ผลการดำเนินงาน", *lines))))


STOPPED = ("20", "2023-03-31", "ยกเลิกโครงการ")
PAUSED = ("20", "2023-02-28", "ชะลอโครงการไว้ก่อน")
WORK = ("20", "2023-01-31", "ประชุมคณะทำงาน")


def kind(copy: Copy) -> str | None:
    stop = standing(copy, stops(copy))
    return stop.kind if stop else None


def test_every_stop_is_found_and_the_newest_stands() -> None:
    copy = log(STOPPED, PAUSED, WORK)
    assert [(one.kind, one.lines) for one in stops(copy)] == [
        (Kind.CANCELLED, Span(3, 3)),
        (Kind.PAUSED, Span(6, 6)),
    ]
    assert standing(copy, stops(copy)) == stops(copy)[0]
    assert kind(log(("20", "2023-04-30", "ชะลอโครงการ"), STOPPED)) == Kind.PAUSED


def test_nothing_stops_without_a_text() -> None:
    assert stops(log(("20", "2023-01-31", None), WORK)) == ()
    assert kind(log(WORK)) is None
    bare = only_copy(read("แผนการดำเนินงานฯ"))
    assert (stops(bare), standing(bare, stops(bare)), chronological(bare)) == ((), None, ())


@pytest.mark.parametrize(
    "text",
    [
        None,
        "30/04/2566 :",
        "-",
        "ไม่มี",
        "ส่งคืนงบประมาณแล้ว",
        "ไม่มีการดำเนินการ",
        "ยังไม่ได้ดำเนินการ",
        "คงเดิม",
        "เนื่องจากสถานการณ์โรคระบาด",
        "รอคำสั่ง",
    ],
)
def test_it_stands_while_nobody_tells_of_work(text: str | None) -> None:
    assert kind(log(("20", "2023-04-30", text), STOPPED, WORK)) == Kind.CANCELLED
    assert kind(log(("10", "2023-04-30", text), STOPPED, WORK)) == Kind.CANCELLED
    assert kind(log(("x", "2023-04-30", text), STOPPED, WORK)) == Kind.CANCELLED


@pytest.mark.parametrize("text", ["ปลูกต้นไม้แล้ว 40 ต้น", "ไม่ยกเลิกโครงการ", "กลับมาดำเนินการแล้ว"])
def test_work_takes_it_back(text: str) -> None:
    assert kind(log(("20", "2023-04-30", text), STOPPED, WORK)) is None
    assert kind(log(("20", "2023-05-31", "-"), ("20", "2023-04-30", text), PAUSED)) is None


def test_a_higher_percent_takes_it_back() -> None:
    assert kind(log(("21", "2023-04-30", "-"), STOPPED, WORK)) is None
    assert (
        kind(log(("30", "2023-04-30", None), ("x", "2023-03-31", "ยกเลิกโครงการ"))) == Kind.CANCELLED
    )


def test_later_is_a_matter_of_days_not_of_place() -> None:
    assert kind(log(STOPPED, ("20", "2023-04-30", "ปลูกต้นไม้แล้ว 40 ต้น"))) is None
    assert kind(log(WORK, STOPPED)) == Kind.CANCELLED


def test_a_report_without_a_day_goes_with_the_one_below_it() -> None:
    nowhere = "0000-00-00"
    assert kind(log(("20", nowhere, "ปลูกต้นไม้แล้ว 40 ต้น"), STOPPED)) is None
    assert kind(log(STOPPED, ("20", nowhere, "ปลูกต้นไม้แล้ว 40 ต้น"), PAUSED)) == Kind.CANCELLED
    assert kind(log(STOPPED, ("20", nowhere, "ปลูกต้นไม้แล้ว 40 ต้น"))) == Kind.CANCELLED
