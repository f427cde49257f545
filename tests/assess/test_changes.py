"""A snapshot against the one before it: what is told, and what extractors alone make different."""

from datetime import date
from decimal import Decimal

import pytest

from generator.assess.changes import KINDS, Change, Difference, Side, differences
from generator.assess.thresholds import THRESHOLDS
from generator.dump.lines import Span
from tests.publish.sample import sample
from tests.publish.whole import CODE, HEADED, STRIPPED, headed, only, source

OLD = source("2023-09-01", CODE)
NEW = source("2023-10-01", CODE)


def between(old: str, new: str) -> Difference:
    entry = only({"1.txt": old, "2.txt": new}, {"1.txt": OLD, "2.txt": NEW})
    (found,) = differences(entry.project, THRESHOLDS)
    return found


def changed(*replaced: tuple[str, str]) -> tuple[Change, ...]:
    return between(HEADED, headed(*replaced)).changes


def kinds(*replaced: tuple[str, str]) -> list[str]:
    return [one.kind for one in changed(*replaced)]


FALL = ("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 10.00 (2023-08-21)\n10.00")
FIRST_REPORT = HEADED[HEADED.index("(1) ") : HEADED.index("(2) ")]


def test_one_snapshot_differs_from_nothing() -> None:
    assert differences(only({"1.txt": HEADED}).project, THRESHOLDS) == ()


def test_progress_falls_a_report_is_edited_and_the_project_is_behind() -> None:
    behind, fell, percent = changed(FALL)
    assert (behind.kind, behind.before.value, behind.after.value) == (
        "behind",
        "under-way",
        "behind",
    )
    assert (behind.before.lines, behind.after.lines) == (Span(22, 22), Span(22, 22))
    before, after = Side(Decimal(60), Span(22, 22)), Side(Decimal(10), Span(22, 22))
    assert fell == Change("fell", before, after)
    assert percent == Change("percent", before, after, date(2023, 8, 21))


def test_each_side_is_a_copy_and_how_the_project_stood_by_it() -> None:
    found = between(HEADED, headed(FALL))
    assert (found.older.as_of, found.newer.as_of) == (date(2023, 9, 1), date(2023, 10, 1))
    assert (found.before.status, found.after.status) == ("under-way", "behind")


@pytest.mark.parametrize(("old", "new", "is_told"), [("1", "0", True), ("0", "0.5", False)])
def test_progress_may_fall_to_nought_but_not_from_it(old: str, new: str, *, is_told: bool) -> None:
    before, after = (
        headed((" 60.00 (2023-08-21)\n60.00", f" {percent} (2023-08-21)\n{percent}"))
        for percent in (old, new)
    )
    assert ("fell" in {one.kind for one in between(before, after).changes}) == is_told


def test_texts_of_a_report_are_told_by_their_day() -> None:
    found = between(HEADED, headed(("ปลูกแล้ว 200 ต้น", "ปลูกแล้ว 120 ต้น")))
    line = Span(24, 24)
    before, after = Side("ปลูกแล้ว 200 ต้น", line), Side("ปลูกแล้ว 120 ต้น", line)
    assert found.changes == (Change("text", before, after, date(2023, 8, 21)),)
    assert found.new_reports == 0
    assert kinds(("ปัญหาของโครงการ :ไม่มี", "ปัญหาของโครงการ :ฝนตก")) == ["problem"]
    assert kinds(("อุปสรรคของโครงการ :-", "อุปสรรคของโครงการ :ฝนตก")) == ["obstacle"]


def test_spaces_and_spellings_are_no_edit() -> None:
    assert kinds(("ปลูกแล้ว 200 ต้น", "ปลูกเเล้ว  ๒๐๐ ต้น")) == []


def test_a_report_that_is_gone_and_a_new_one() -> None:
    found = between(HEADED, headed((FIRST_REPORT, "")))
    (gone,) = [one for one in found.changes if one.kind == "gone"]
    was = Side("ปลูกแล้ว 200 ต้น", Span(22, 27))
    assert gone == Change("gone", was, Side(None, None), date(2023, 8, 21))
    new = between(headed((FIRST_REPORT, "")), HEADED)
    assert new.new_reports == 1
    assert "gone" not in {one.kind for one in new.changes}


def test_two_reports_of_a_day_are_matched_by_what_they_say() -> None:
    twice = headed((FIRST_REPORT, FIRST_REPORT + FIRST_REPORT.replace("200", "300")))
    found = between(HEADED, twice)
    assert (found.changes, found.new_reports) == ((), 1)
    later = FIRST_REPORT.replace("2023-08-21", "2023-08-28").replace("21/08/2566", "28/08/2566")
    more = headed((FIRST_REPORT, later + FIRST_REPORT + FIRST_REPORT.replace("200", "300")))
    assert between(HEADED, more).new_reports == 2


def test_parts_of_the_page() -> None:
    assert kinds(("คลองในเขตไม่มีร่มเงา", "คลองในเขตร้อนมาก")) == ["rationale"]
    assert kinds(("1. เพื่อให้มีร่มเงา", "1. เพื่อความสวยงาม")) == ["objectives"]
    assert kinds(("ปลูกต้นไม้ริมคลอง :", "ปลูกไม้ดอกริมคลอง :")) == ["title"]
    assert kinds(("ค่าเป้าหมาย ต้น : 1,200", "ค่าเป้าหมาย ต้น : 200")) == ["indicators"]
    (plan,) = [one for one in changed((":1. ขุดหลุม", ":1. เตรียมดิน")) if one.kind == "plan"]
    assert plan == Change("plan", Side(None, Span(34, 43)), Side(None, Span(34, 43)))
    (year,) = [one for one in changed((": (2566)", ": (2567)")) if one.kind == "year"]
    assert (year.before.value, year.after.value) == ("2566", "2567")


@pytest.mark.parametrize(
    ("kind", "line", "old", "new"),
    [
        ("title", 4, "ปลูกต้นไม้ริมคลอง", "ปลูกไม้ดอกริมคลอง"),
        ("agency", 5, "สำนักงานเขตปทุมวัน", "สำนักงานเขตสมมติ"),
        ("unit", 14, "50050700", "50050800"),
        ("rationale", 13, "คลองในเขตไม่มีร่มเงา จึงได้จัดทำโครงการปลูกต้นไม้ริมคลองขึ้น", "คลองในเขตร้อนมาก"),
        ("objectives", 16, "1. เพื่อให้มีร่มเงา", "1. เพื่อความสวยงาม"),
        ("targets", 18, "ปลูกให้ได้ 1,200 ต้น", "ปลูกให้ได้ 120 ต้น"),
    ],
)
def test_a_part_that_is_a_text(kind: str, line: int, old: str, new: str) -> None:
    whole = headed(("เป้าหมายของโครงการ\n", "เป้าหมายของโครงการ\nปลูกให้ได้ 1,200 ต้น\n"))
    (found,) = between(whole, whole.replace(f"\n{old}", f"\n{new}")).changes
    assert found == Change(kind, Side(old, Span(line, line)), Side(new, Span(line, line)))


def test_a_stop_is_told_as_such() -> None:
    found = changed(("ปลูกแล้ว 200 ต้น", "ยกเลิกโครงการเนื่องจากน้ำท่วม"))
    assert (found[0].kind, found[0].after) == ("stopped", Side("cancelled", Span(24, 24)))


def test_an_end_is_told_where_one_copy_alone_holds_the_plan() -> None:
    def status(text: str) -> list[str | Decimal | None]:
        found = between(headed(FALL), text).changes
        return [one.after.value for one in found if one.kind in {"status", "stopped"}]

    log = "ร้อยละ 20.00 (2023-05-22)"
    assert status(STRIPPED.replace(log, "ร้อยละ 100.00 (2023-08-21)")) == ["completed"]
    assert status(STRIPPED.replace("ขุดหลุมแล้ว", "ยกเลิกโครงการเนื่องจากน้ำท่วม")) == ["cancelled"]
    assert status(STRIPPED.replace(log, "ร้อยละ 12.00 (2023-08-21)")) == []


def test_what_an_extractor_leaves_out_did_not_change() -> None:
    """A stripped copy has no plan, no title and its own texts of reports."""
    assert {one.kind for one in between(HEADED, STRIPPED).changes} == {"fell", "gone"}
    found = between(STRIPPED, HEADED.replace("คลองในเขต", "คลองใหญ่ในเขต"))
    assert (found.changes, found.new_reports) == ((), 1)
    log = "ร้อยละ 20.00 (2023-05-22)\n22/05/2566 : ขุดหลุมแล้ว"
    assert log in STRIPPED
    ahead = STRIPPED.replace(log, "ร้อยละ 65.00 (2023-08-21)\n21/08/2566 : ปลูกแล้ว")
    assert [one.kind for one in between(ahead, HEADED).changes] == ["fell", "percent"]


def test_the_weightiest_goes_first() -> None:
    found = kinds(FALL, ("ปลูกแล้ว 200 ต้น", "ปลูกแล้ว 120 ต้น"), ("คลองในเขต", "คลองใหญ่ในเขต"))
    assert found == sorted(found, key=KINDS.index)


def test_the_sample_has_projects_that_moved_on() -> None:
    found = [
        one
        for entry in sample().entries
        for one in differences(entry.project, THRESHOLDS)
        if one.new_reports
    ]
    assert found


def test_what_one_copy_does_not_hold_is_not_compared() -> None:
    log = HEADED[HEADED.index("ผลการดำเนินงาน\n") : HEADED.index("แผนการดำเนินงานฯ")]
    head = ("ความคืบหน้าโครงการ ร้อยละ 60.00", "ความคืบหน้าโครงการ ร้อยละ มาก")
    found = between(HEADED, headed((log, ""), head))
    assert {one.kind for one in found.changes} == {"status"}
    assert found.new_reports == 0


def test_a_report_dated_after_the_newer_copy_is_not_gone() -> None:
    late = FIRST_REPORT.replace("2023-08-21", "2023-12-01").replace("21/08/2566", "01/12/2566")
    found = between(headed((FIRST_REPORT, late)), headed((FIRST_REPORT, "")))
    assert "gone" not in {one.kind for one in found.changes}
    same_day = late.replace("2023-12-01", "2023-10-01").replace("01/12/2566", "01/10/2566")
    found = between(headed((FIRST_REPORT, same_day)), headed((FIRST_REPORT, "")))
    assert "gone" in {one.kind for one in found.changes}


def test_texts_of_two_stripped_copies_are_compared() -> None:
    found = between(STRIPPED, STRIPPED.replace("คลองในเขตไม่มีร่มเงา", "คลองในเขตร้อนมาก"))
    assert [one.kind for one in found.changes] == ["rationale"]
