"""The log of a project's page: a table, on a phone a list; neighbours of one text together."""

import re
from decimal import Decimal

import pytest

from generator.publish.project.log import Reports, ShownReport
from tests.publish.invented import words
from tests.publish.whole import HEADED, STRIPPED, headed, page_of, seen, shown


def log(text: str) -> Reports:
    found = shown(text).sections[0]
    assert isinstance(found, Reports)
    return found


def entries(text: str) -> tuple[ShownReport, ...]:
    return tuple(report for run in log(text).runs for report in run.reports)


def logged(*reports: tuple[str, str, str, str]) -> str:
    """The headed dump with another log: day, percent, text and problem, newest first."""
    start, end = HEADED.index("(1) ความ"), HEADED.index("แผนการดำเนินงานฯ")
    lines = [
        f"({number}) ความคืบหน้าโครงการฯ ร้อยละ {percent} ({day})\n{percent}\n{text}\n"
        f"** ปัญหาของโครงการ :{problem}\n** อุปสรรคของโครงการ :-\n"
        "------------------&&&--------------------\n"
        for number, (day, percent, text, problem) in enumerate(reports, start=1)
    ]
    return HEADED[:start] + "".join(lines) + HEADED[end:]


SAME = logged(
    ("2023-08-21", "20", "ปลูกต้นไม้", "ฝนตก"),
    ("2023-07-21", "30", "ปลูกต้นไม้", "ฝนตก"),
    ("2023-06-21", "10", " ปลูกต้นไม้", "ฝนตก"),
    ("2023-05-21", "10", "ขุดหลุม", "ไม่มี"),
    ("2023-04-21", "5", "", "ไม่มี"),
    ("2023-03-21", "5", "", "ไม่มี"),
)


def test_reports_are_newest_first_with_their_silences() -> None:
    newest, oldest = entries(HEADED)
    assert (newest.anchor, oldest.anchor) == ("r-2023-08-21", "r-2023-05-22")
    page = page_of(HEADED)
    assert '<q lang="th">ไม่มี</q>' in page
    assert '<q lang="th">-</q>' in page
    assert '<span class="blank">เว้นว่าง</span>' in page
    last = page[page.index('id="r-2023-05-22"') :]
    assert words(f"<main{last}").startswith("22 พ.ค. 2566 28 20% 40% −20 เว้นว่าง เว้นว่าง ไม่อยู่")


def test_each_report_stands_beside_the_plan_of_its_day() -> None:
    newest, oldest = entries(HEADED)
    assert (newest.planned, newest.difference) == (Decimal(40), Decimal(20))
    assert (oldest.planned, oldest.difference) == (Decimal(40), Decimal(-20))
    page = seen(HEADED)
    assert "21 ส.ค. 2566 22 60% 40% +20" in page


def test_without_a_plan_there_are_no_columns_for_it() -> None:
    assert not log(STRIPPED).has_plan
    assert "ต่างเป็นจุดร้อยละ" not in seen(STRIPPED)
    assert "<th>แผน" in page_of(HEADED)
    assert "<th>แผน" not in page_of(STRIPPED)


def test_neighbours_of_the_same_text_share_it() -> None:
    found = log(SAME)
    assert [len(run.reports) for run in found.runs] == [3, 1, 1, 1]
    assert (found.count, found.repeated) == (6, 1)
    page = page_of(SAME)
    assert words(page).count("ปลูกต้นไม้ ข้อความเดียวกัน") == 1
    assert "ข้อความเดียวกัน 3 รายงานติดกัน" in words(page)
    for day in ("08-21", "07-21", "06-21", "05-21", "04-21", "03-21"):
        assert f'id="r-2023-{day}"' in page


def test_problems_that_differ_in_a_run_are_all_shown() -> None:
    assert log(SAME).runs[0].is_one_problem
    text = SAME.replace("ฝนตก", "น้ำท่วม", 1)
    assert not log(text).runs[0].is_one_problem
    page = seen(text)
    assert (page.count("น้ำท่วม"), page.count("ฝนตก")) == (1, 2)


def test_every_line_of_a_run_can_be_reached() -> None:
    page = page_of(SAME)
    cited = {
        line
        for first, last in re.findall(r'href="[^"]*/#L(\d+)-(\d+)"', page)
        for line in range(int(first), int(last) + 1)
    }
    heads = [
        i for i, line in enumerate(SAME.splitlines(), 1) if line.startswith("(") and "ร้อยละ" in line
    ]
    texts = [head + 2 for head in heads]
    assert {*heads, *texts[:4]} <= cited


def test_a_fall_is_marked_in_words_too() -> None:
    assert [one.has_fallen for one in entries(SAME)] == [True, False, False, False, False, False]
    assert page_of(SAME).count('<span class="vh">ลดลง</span>') == 1


def test_a_report_that_says_all_as_usual_has_no_remark() -> None:
    assert not any(run.remarks for run in log(HEADED).runs)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("08/21/2023 :", "ข้อความลงวันที่ 08/21/2023 อ่านว่า 21 ส.ค. 2566"),
        ("20/08/2566 :", "ข้อความลงวันที่ 20/08/2566 อ่านว่า 20 ส.ค. 2566"),
        ("31/02/2566 :", "ข้อความลงวันที่ 31/02/2566 อ่านเป็นวันที่ไม่ได้"),
    ],
)
def test_a_day_in_the_text_is_told_when_it_is_another(typed: str, said: str) -> None:
    assert said in seen(headed(("21/08/2566 :", typed)))


def test_days_of_the_text_in_thai_digits_are_usual() -> None:
    newest, _ = log(headed(("21/08/2566 :", "๒๑/๘/๒๕๖๖ :"))).runs
    assert not newest.remarks


def test_a_repeat_that_differs_and_a_number_out_of_place_are_told() -> None:
    page = seen(headed(("\n60.00\n21", "\n61.00\n21"), ("(1) ความ", "(7) ความ")))
    assert "บรรทัดถัดมาเขียนร้อยละ 61.00 23" in page
    assert "ลำดับที่ 7 ในหน้าต้นทาง" in page


def test_a_remark_in_a_run_says_which_report_it_is_of() -> None:
    text = SAME.replace("\n30\nปลูกต้นไม้", "\n31\nปลูกต้นไม้")
    assert "21 ก.ค. 2566 บรรทัดถัดมาเขียนร้อยละ 31" in seen(text)


def test_anchors_stay_when_newer_reports_come() -> None:
    twice = headed(("(2023-08-21)", "(2023-05-22)"))
    assert [one.anchor for one in entries(twice)] == ["r-2023-05-22-2", "r-2023-05-22"]
    unread = headed(("(2023-08-21)", "(0000-00-00)"))
    assert [one.anchor for one in entries(unread)] == ["r-unknown", "r-2023-05-22"]
    last = headed(("(2023-05-22)", "(0000-00-00)"))
    assert [one.anchor for one in entries(last)] == ["r-2023-08-21", "r-unknown"]
