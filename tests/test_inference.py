"""What identifies a copy, and what is marked as inferred."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dump.lines import Cited, Span
from generator.inference import Facts, facts, key_without_code
from tests.laws.samples import SAMPLE, Sample, only_copy, read

UNIT = "50990300/50990300"


def known(text: str, code: str | None = None) -> Facts:
    return facts(only_copy(read(text, code=code)))


def title(rationale: str) -> str | None:
    told = known(replace(SAMPLE, rationale=rationale).stripped).title
    assert told is None or told.inferred
    return told.value if told else None


def key(sample: Sample) -> str:
    copy = only_copy(read(sample.stripped))
    return key_without_code(copy, facts(copy))


def test_a_headed_copy_states_what_it_is() -> None:
    assert known(SAMPLE.headed) == Facts(
        code=Cited("50990000-1234", Span(5, 5)),
        title=Cited("ปลูกไม้ยืนต้นริมคลองสมมติ (ระยะที่ 2)", Span(5, 5)),
        agency_code=Cited("50990000", Span(5, 5)),
        agency_name=Cited("สำนักงานเขตสมมติ", Span(6, 6)),
        section_digits=Cited("03", Span(16, 16), inferred=True),
        fiscal_year=Cited(2566, Span(6, 6)),
    )


def test_a_stripped_copy_lets_it_be_inferred() -> None:
    assert known(SAMPLE.stripped) == Facts(
        code=None,
        title=Cited("ปลูกไม้ยืนต้นริมคลองสมมติ", Span(5, 5), inferred=True),
        agency_code=Cited("50990000", Span(6, 6), inferred=True),
        agency_name=None,
        section_digits=Cited("03", Span(6, 6), inferred=True),
        fiscal_year=Cited(2566, Span(13, 13), inferred=True),
    )


def test_the_table_beside_the_dumps_tells_a_code_that_no_line_says() -> None:
    told = known(SAMPLE.stripped, "50970000-0007")
    assert told.code == Cited("50970000-0007", None)
    assert told.agency_code == Cited("50970000", None, inferred=True)


def test_the_head_goes_before_the_links_and_the_links_before_the_table() -> None:
    assert known(SAMPLE.headed, "50970000-0007").code == Cited("50990000-1234", Span(5, 5))
    link = f"{UNIT}\n(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : 50990000-0002"
    assert known(link, "50970000-0007").code == Cited("50990000-0002", Span(2, 2))


def test_what_nothing_tells_is_none() -> None:
    assert known("หลักการและเหตุผล") == Facts(
        code=None,
        title=None,
        agency_code=None,
        agency_name=None,
        section_digits=None,
        fiscal_year=None,
    )


@pytest.mark.parametrize(
    ("rationale", "expected"),
    [
        ("จึงได้จัดทำโครงการล้างตลาดสมมติขึ้น เพื่อความสะอาด", "ล้างตลาดสมมติ"),
        ("จึงได้จัดทำโครงการล้างตลาดสมมติขึ้น", "ล้างตลาดสมมติ"),
        ("จึงจัดทำโครงการล้างตลาดสมมติ เพื่อความสะอาด", "ล้างตลาดสมมติ"),
        ("เห็นควรจัดโครงการล้างตลาดสมมติ  และอื่น ๆ", "ล้างตลาดสมมติ"),
        ("ได้กำหนดดำเนินการโครงการล้างตลาดสมมติ ซึ่งสำคัญ", "ล้างตลาดสมมติ"),
        ("จึงขอเสนอโครงการ “ล้างตลาดสมมติ” ดังนี้", "ล้างตลาดสมมติ"),
        ("จึงได้จัดท\u0e4dาโครงการล้างตลาดน้\u0e4dาสมมติขึ้น", "ล้างตลาดน้\u0e4dาสมมติ"),
        ("ได้ดำเนินโครงการเก่าสมมติ ตามแผน จึงได้จัดทำโครงการใหม่สมมติขึ้น", "ใหม่สมมติ"),
        ("จึงได้จัดทำโครงการนี้ขึ้น", None),
        ("จึงได้จัดทำโครงการดังกล่าวขึ้น", None),
        ("ได้จัดทำโครงการล้างตลาดสมมติ จึงได้จัดทำโครงการดังกล่าวขึ้น", "ล้างตลาดสมมติ"),
        ("จึงได้จัดทำโครงการกขค เพื่อสั้น", None),
        ("จึงได้จัดทำโครงการ" + "ยาว" * 70, None),
        ("จึงได้จัดทำโครงการ" + "ยาว" * 66, "ยาว" * 66),
        ("มีโครงการมากมายในพื้นที่", None),
    ],
)
def test_the_title_named_in_the_rationale(rationale: str, expected: str | None) -> None:
    assert title(rationale) == expected


def test_the_title_named_over_two_lines_ends_with_the_line() -> None:
    assert title("จึงได้จัดทำโครงการล้างตลาดสมมติ") == "ล้างตลาดสมมติ"
    told = known("หลักการและเหตุผล\nจึงได้จัดทำโครงการล้างตลาดสมมติ\nทุกเดือน").title
    assert told == Cited("ล้างตลาดสมมติ", Span(2, 3), inferred=True)


def log(*days: str) -> str:
    return "\n".join(f"(1) ความคืบหน้าโครงการฯ ร้อยละ 1 ({day})" for day in days)


@pytest.mark.parametrize(
    ("text", "year", "line"),
    [
        (log("2020-10-01"), 2564, 1),
        (log("2021-09-30"), 2564, 1),
        (log("2021-10-01", "2021-09-30", "2021-08-01"), 2564, 2),
        (log("2021-10-01", "2021-09-30"), 2564, 2),
        (log("0000-00-00", "2021-09-30"), 2564, 2),
        ("ขั้นตอน 1\nเริ่มต้น :2022-10-01\nสิ้นสุด :2023-01-01", 2566, 2),
        (f"{log('0000-00-00')}\nขั้นตอน 1\nสิ้นสุด :2023-01-01", 2566, 3),
        (f"{log('2021-09-30')}\nขั้นตอน 1\nสิ้นสุด :2023-01-01", 2564, 1),
    ],
)
def test_the_fiscal_year_most_days_fall_in(text: str, year: int, line: int) -> None:
    assert known(text).fiscal_year == Cited(year, Span(line, line), inferred=True)


@pytest.mark.parametrize("text", [log("0000-00-00"), log("9999-12-31"), UNIT, "ขั้นตอน 1"])
def test_no_day_no_fiscal_year(text: str) -> None:
    assert known(text).fiscal_year is None


def test_new_reports_do_not_move_the_key() -> None:
    more = (("70.00", "2023-03-20", "-"), *SAMPLE.reports)
    assert key(SAMPLE) == key(replace(SAMPLE, reports=more, percent="70", contact="ฝ่ายเทศกิจ"))


def test_spelling_does_not_move_the_key() -> None:
    spelt = replace(SAMPLE, rationale=SAMPLE.rationale.replace("ำ", "\u0e4dา").replace(" ", "  "))
    assert key(SAMPLE) == key(spelt)


@pytest.mark.parametrize(
    "other",
    [
        replace(SAMPLE, unit="50990400"),
        replace(SAMPLE, rationale=SAMPLE.rationale + " ทุกคืน"),
        replace(SAMPLE, objectives="อื่น"),
        replace(SAMPLE, targets="อื่น"),
        replace(SAMPLE, reports=(("1", "2021-01-01", "-"),)),
    ],
)
def test_another_project_has_another_key(other: Sample) -> None:
    assert key(SAMPLE) != key(other)


def test_a_copy_without_words_is_known_by_all_its_text() -> None:
    one, other = (only_copy(read(f"{UNIT}\n{log(day)}")) for day in ("2021-01-01", "2021-01-02"))
    assert key_without_code(one, facts(one)) != key_without_code(other, facts(other))
    assert one.newest_report == date(2021, 1, 1)


def test_the_key_is_part_of_an_address() -> None:
    assert key(SAMPLE).startswith("x-")
    assert len(key(SAMPLE)) == len("x-") + 12
