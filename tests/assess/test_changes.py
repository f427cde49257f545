"""A snapshot against the one before it: what is told, and what extractors alone make different."""

from datetime import date
from decimal import Decimal

from generator.assess.changes import KINDS, Change, Difference, differences
from generator.assess.thresholds import THRESHOLDS
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
    assert (fell.kind, fell.before.value, fell.after.value) == ("fell", Decimal(60), Decimal(10))
    assert (percent.kind, percent.day) == ("percent", date(2023, 8, 21))
    assert fell.before.lines == percent.before.lines


def test_texts_of_a_report_are_told_by_their_day() -> None:
    (one,) = changed(("ปลูกแล้ว 200 ต้น", "ปลูกแล้ว 120 ต้น"))
    assert (one.kind, one.day) == ("text", date(2023, 8, 21))
    assert (one.before.value, one.after.value) == ("ปลูกแล้ว 200 ต้น", "ปลูกแล้ว 120 ต้น")
    assert kinds(("ปัญหาของโครงการ :ไม่มี", "ปัญหาของโครงการ :ฝนตก")) == ["problem"]
    assert kinds(("อุปสรรคของโครงการ :-", "อุปสรรคของโครงการ :ฝนตก")) == ["obstacle"]


def test_spaces_and_spellings_are_no_edit() -> None:
    assert kinds(("ปลูกแล้ว 200 ต้น", "ปลูกเเล้ว  ๒๐๐ ต้น")) == []


def test_a_report_that_is_gone_and_a_new_one() -> None:
    gone = between(HEADED, headed((FIRST_REPORT, "")))
    assert [(one.kind, one.day) for one in gone.changes if one.kind == "gone"] == [
        ("gone", date(2023, 8, 21))
    ]
    new = between(headed((FIRST_REPORT, "")), HEADED)
    assert new.new_reports == 1
    assert "gone" not in {one.kind for one in new.changes}


def test_two_reports_of_a_day_are_matched_by_what_they_say() -> None:
    twice = headed((FIRST_REPORT, FIRST_REPORT + FIRST_REPORT.replace("200", "300")))
    found = between(HEADED, twice)
    assert (found.changes, found.new_reports) == ((), 1)


def test_parts_of_the_page() -> None:
    assert kinds(("คลองในเขตไม่มีร่มเงา", "คลองในเขตร้อนมาก")) == ["rationale"]
    assert kinds(("1. เพื่อให้มีร่มเงา", "1. เพื่อความสวยงาม")) == ["objectives"]
    assert kinds(("ปลูกต้นไม้ริมคลอง :", "ปลูกไม้ดอกริมคลอง :")) == ["title"]
    assert kinds(("ค่าเป้าหมาย ต้น : 1,200", "ค่าเป้าหมาย ต้น : 200")) == ["indicators"]
    (plan,) = [one for one in changed((":1. ขุดหลุม", ":1. เตรียมดิน")) if one.kind == "plan"]
    assert plan.before.value is None
    assert plan.before.lines
    (year,) = [one for one in changed((": (2566)", ": (2567)")) if one.kind == "year"]
    assert (year.before.value, year.after.value) == ("2566", "2567")


def test_a_stop_is_told_as_such() -> None:
    found = changed(("ปลูกแล้ว 200 ต้น", "ยกเลิกโครงการเนื่องจากน้ำท่วม"))
    assert (found[0].kind, found[0].after.value) == ("stopped", "cancelled")


def test_what_an_extractor_leaves_out_did_not_change() -> None:
    """A stripped copy has no plan, no title and its own texts of reports."""
    same = STRIPPED.replace("(2023-05-22)\n22/05/2566 : ขุดหลุมแล้ว", "(2023-05-22)\n22/05/2566 :")
    found = between(HEADED, same)
    assert {one.kind for one in found.changes} <= {"fell", "gone"}
    assert between(STRIPPED, HEADED).changes == ()


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


def test_texts_of_two_stripped_copies_are_compared() -> None:
    found = between(STRIPPED, STRIPPED.replace("คลองในเขตไม่มีร่มเงา", "คลองในเขตร้อนมาก"))
    assert [one.kind for one in found.changes] == ["rationale"]
