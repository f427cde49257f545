from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate import collate
from generator.diagnostics import Diagnostic
from generator.dump.lines import as_written
from generator.dump.privacy import Mark, Policy
from generator.project import Parsed
from generator.state import Recorded, State
from generator.takedown.listing import Takedowns, TakenPassage, TakenProject
from generator.takedown.withdrawal import recalled, withdraw
from tests.laws.accounting import account
from tests.laws.samples import SAMPLE, read
from tests.laws.texts import dump_texts

NOTHING = Policy()
OTHER = replace(SAMPLE, code="50990000-5678", title="ทาสีสะพานสมมติ", rationale="สะพานสีซีด")


def listing(*keys: str, passages: Iterable[tuple[str, str]] = ()) -> Takedowns:
    return Takedowns(
        "withheld.toml",
        tuple(TakenProject(key, None, None, line) for line, key in enumerate(keys, start=1)),
        tuple(TakenPassage(key, text, "", 1, 9) for key, text in passages),
    )


def keys(parsed: Iterable[Parsed]) -> list[str]:
    return [one.key for one in collate(copy for dump in parsed for copy in dump.copies)[0]]


def saying(parsed: Iterable[Parsed]) -> str:
    return "\n".join(line.text for dump in parsed for line in dump.lines) + repr(parsed)


def test_a_project_goes_with_every_copy_of_it() -> None:
    dumps = [
        read(SAMPLE.headed, "a.txt"),
        read(SAMPLE.stripped, "b.txt"),  # joined by its words
        read(SAMPLE.stripped.replace("72 ต้น", "80 ต้น"), "c.txt", code=SAMPLE.code),
        read(OTHER.headed, "d.txt"),
    ]
    left, found = withdraw(dumps, listing(SAMPLE.code), NOTHING)
    assert keys(left) == [OTHER.code]
    assert SAMPLE.title not in saying(left)
    assert SAMPLE.objectives not in saying(left[:3])
    assert found == ()
    assert all(one.diagnostics == () for one in left)


def test_a_copy_that_may_be_of_the_project_goes_with_it() -> None:
    twin = replace(SAMPLE, code="50990000-9999", title="ชื่ออื่นสมมติ")
    dumps = [
        read(SAMPLE.headed, "a.txt"),
        read(twin.headed, "b.txt"),
        read(SAMPLE.stripped, "c.txt"),
    ]
    left, _ = withdraw(dumps, listing(SAMPLE.code), NOTHING)
    assert keys(left) == [twin.code]
    assert left[2].copies == ()


def test_without_a_code_it_stays_down_when_the_code_becomes_known() -> None:
    stripped = read(SAMPLE.stripped, "a.txt")
    (key,) = keys([stripped])
    assert key.startswith("x-")
    for dumps in ([stripped], [stripped, read(SAMPLE.headed, "b.txt")]):
        left, found = withdraw(dumps, listing(key), NOTHING)
        assert keys(left) == []
        assert found == ()


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_of_several_pages_in_a_file_the_others_stay_as_they_are(gone: int) -> None:
    third = replace(OTHER, code="50990000-7777", rationale="ทางเท้าชำรุด")
    samples = (SAMPLE, OTHER, third)
    before = read("\n".join(one.headed for one in samples))
    (after,), _ = withdraw([before], listing(samples[gone].code), NOTHING)
    assert [one.digest for one in after.copies] == [
        one.digest for place, one in enumerate(before.copies) if place != gone
    ]
    assert [one.part for one in after.copies] == [
        one.part for one in before.copies if one.part != gone + 1
    ]
    assert [line.number for line in after.lines] == [line.number for line in before.lines]


def test_a_passage_goes_from_every_copy_of_its_project_alone() -> None:
    words = "คลองสมมติมีแนวตลิ่งโล่งและร้อน"
    same = replace(OTHER, rationale=SAMPLE.rationale, objectives="อื่น")
    dumps = [
        read(one, f"{name}.txt")
        for name, one in enumerate((SAMPLE.headed, SAMPLE.stripped, same.headed))
    ]
    left, found = withdraw(dumps, listing(passages=[(SAMPLE.code, words)]), NOTHING)
    assert [words in saying([one]) for one in left] == [False, False, True]
    assert all(Mark.PASSAGE in saying([one]) for one in left[:2])
    assert keys(left) == [SAMPLE.code, same.code]
    assert found == ()
    assert left[0].copies[0].digest != dumps[0].copies[0].digest
    for one in left:
        account(one)


def test_what_names_nothing_is_told() -> None:
    listed = listing("50990000-0000", passages=[(SAMPLE.code, "ไม่มีที่ไหน"), ("50990000-0000", "กขค")])
    left, found = withdraw([read(SAMPLE.headed)], listed, NOTHING)
    assert left == (read(SAMPLE.headed),)
    assert found == (
        ("withheld.toml", Diagnostic("withheld-unmatched", 1, detail="50990000-0000")),
        ("withheld.toml", Diagnostic("withheld-unmatched", 9, detail=SAMPLE.code)),
    )


def test_dumps_of_which_nothing_is_read_pass_through() -> None:
    dumps = (read(""), read("ไม่ใช่"), read("ก" * 9_000))
    assert withdraw(dumps, listing(SAMPLE.code), NOTHING).parsed == dumps


def written(one: Parsed) -> Parsed:
    """The dump that ``sitegen redact`` would write, read."""
    return read("".join(f"{as_written(line.text)}\n" for line in one.lines))


@given(dump_texts, st.sampled_from(("คลอง", "ต้นไม้", "60.00", "โครงการ", "(1) ความคืบหน้า")))
def test_what_is_left_is_read_alike_from_the_disk(text: str, words: str) -> None:
    listed = listing(SAMPLE.code, passages=[("50990000-9999", words), ("x-000000000000", words)])
    for one in (read(text), *withdraw([read(text)], listed, NOTHING).parsed):
        if one.copies:
            assert [copy.digest for copy in written(one).copies] == [
                copy.digest for copy in one.copies
            ]
            assert [copy.sections for copy in written(one).copies] == [
                copy.sections for copy in one.copies
            ]


def test_what_an_earlier_build_recorded_is_not_told_either() -> None:
    one = Recorded(
        key="50990000-0001",
        title="ชื่อลับสมมติ",
        agency=None,
        year=2566,
        status="unknown",
        percent=None,
        digest="0" * 64,
        reports=(),
    )
    state = State(date(2026, 1, 1), (one, replace(one, key="50990000-0002")))
    listed = listing("50990000-0001", passages=[("50990000-0002", "ลับสมมติ")])
    (left,) = recalled(state, listed, NOTHING).projects
    assert (left.key, left.title, left.agency) == ("50990000-0002", f"ชื่อ{Mark.PASSAGE}", None)
