"""The sections of a project's page, and its log."""

from pathlib import Path

import pytest

from generator.publish.project.parts import Missing, ShownIndicators, Steps, Why
from generator.publish.project.parts import Path as StrategyPath
from generator.sections import SECTIONS
from tests.publish.invented import words
from tests.publish.whole import HEADED, STRIPPED, headed, page_of, seen, shown

TEMPLATES = Path(__file__).parents[2] / "templates"


def plan(text: str) -> Steps:
    found = shown(text).sections[1]
    assert isinstance(found, Steps)
    return found


def measures(text: str) -> ShownIndicators:
    found = shown(text).sections[2]
    assert isinstance(found, ShownIndicators)
    return found


def test_each_kind_has_its_template() -> None:
    texts = {"rationale", "objectives", "targets"}
    kinds = {row.kind for row in SECTIONS} - texts | {Missing.kind, Why.kind}
    assert {file.stem for file in (TEMPLATES / "sections").glob("*.html")} == kinds


def test_each_part_stands_in_the_table_of_contents() -> None:
    found = shown(HEADED)
    assert found.contents == (
        "findings",
        "progress",
        "steps",
        "indicators",
        "why",
        "strategy",
        "source",
    )
    page = page_of(HEADED)
    for part in found.contents:
        assert f'<a href="#{part}">' in page
        assert f'id="{part}"' in page


def test_what_a_stripped_copy_lacks_is_not_called_unreported() -> None:
    (missing,) = (one for one in shown(STRIPPED).sections if isinstance(one, Missing))
    assert missing.of == ("steps", "indicators", "targets", "strategy")
    page = seen(STRIPPED)
    assert "ไม่อยู่ในสำเนานี้ แผนการดำเนินงาน ตัวชี้วัด เป้าหมาย ยุทธศาสตร์" in page
    assert page.count("จึงไม่ได้แปลว่าหน่วยงานไม่ได้กรอก") == 1
    assert "หน้าต้นทางมีหัวข้อนี้" not in page


def test_a_headed_copy_may_lack_a_section_too() -> None:
    whole = HEADED[: HEADED.index("แผนการดำเนินงานฯ")]
    assert "สำเนานี้ไม่มีหัวข้อเหล่านี้ จึงไม่รู้ว่าหน่วยงานกรอกไว้หรือไม่" in seen(whole)


def test_a_copy_without_any_text_has_no_place_for_texts() -> None:
    assert "why" not in shown("ความคืบหน้าโครงการ ร้อยละ 5").contents


def test_a_long_text_opens_when_it_is_asked_for() -> None:
    assert "<details" not in page_of(HEADED).split('id="why"')[1].split("</section>")[0]
    long = page_of(headed(("คลองในเขตไม่มีร่มเงา", "คลองในเขตไม่มีร่มเงา" * 40)))
    assert '<details class="long"><summary>อ่านทั้งหมด ' in long


def test_an_empty_heading_is_a_blank_that_can_be_seen() -> None:
    start, end = HEADED.index("ด้านที่ ๔"), HEADED.index("ผลการดำเนินงาน")
    page = page_of(HEADED[:start] + HEADED[end:])
    assert "เว้นว่าง หน้าต้นทางมีหัวข้อนี้ แต่ไม่มีรายการใต้หัวข้อ 18" in words(page)
    assert 'href="../../strategies/none/"' in page


@pytest.mark.parametrize(
    ("first", "behind"),
    [
        ("(1) ความ", "แผนการดำเนินงานฯ"),
        ("ขั้นตอน 1", "(คลิก)"),
        ("รายละเอียดเกี่ยวกับ", "** ผลการประเมิน"),
    ],
)
def test_nothing_under_the_heading_of_a_table_or_log(first: str, behind: str) -> None:
    page = seen(HEADED[: HEADED.index(first)] + HEADED[HEADED.index(behind) :])
    assert page.count("หน้าต้นทางมีหัวข้อนี้") == 2, "the targets have none either"


def test_steps_have_their_days_in_words() -> None:
    page = seen(HEADED)
    assert "1. ขุดหลุม 34–38 40% 1 พ.ค. 2566 วันเดียว ถึงกำหนดแล้ว" in page
    assert "2. ปลูก 39–43 60% 1 มิ.ย. 2566 ถึง 31 ส.ค. 2566 ยังไม่ถึง" in page
    assert plan(HEADED).total == 100


def test_a_step_is_due_from_its_last_day_on_and_never_done() -> None:
    assert [one.is_due for one in plan(HEADED).steps] == [True, False]
    later = headed(("(2023-08-21)", "(2023-08-31)"))
    assert [one.is_due for one in plan(later).steps] == [True, True]
    assert "เทียบวันสิ้นสุดกับวันของบันทึก 31 ส.ค. 2566" in seen(later)
    unread = headed(("สิ้นสุด :2023-05-01 00:00:00", "สิ้นสุด :"))
    assert plan(unread).steps[0].is_due is None
    assert "ไม่ทราบ" in seen(unread)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("เริ่มต้น :2023-05-01 00:00:00", "เริ่มต้น :"), "เว้นว่าง ถึง 1 พ.ค. 2566"),
        (("สิ้นสุด :2023-05-01 00:00:00", "สิ้นสุด :0000-00-00"), "1 พ.ค. 2566 ถึง 0000-00-00"),
        (("เริ่มต้น :2023-05-01 00:00:00\n", ""), "ไม่อยู่ในสำเนานี้ ถึง 1 พ.ค. 2566"),
        ((":40.00%", ":-%"), "1. ขุดหลุม 34–38 - 1 พ.ค."),
        ((":40.00%\n", ""), "1. ขุดหลุม 34–37 ไม่อยู่ในสำเนานี้"),
        ((":1. ขุดหลุม", ":3. ขุดหลุม"), "ขั้นตอน 1 3. ขุดหลุม"),
        ((":1. ขุดหลุม", ":ขุดหลุม"), "ขั้นตอน 1 ขุดหลุม"),
    ],
)
def test_what_a_step_lacks_or_says_oddly_is_shown_as_it_is(
    change: tuple[str, str], said: str
) -> None:
    assert said in seen(headed(change))


def test_a_step_of_which_only_the_number_is_there() -> None:
    bare = HEADED[: HEADED.index("ขั้นตอน 2")] + "ขั้นตอน 2"
    assert "ขั้นตอน 2 ไม่อยู่ในสำเนานี้" in seen(bare)
    assert plan(bare).total is None


def test_indicators_are_shown_as_written_and_not_summed() -> None:
    page = seen(HEADED)
    assert "ค่าเป้าหมาย 1,200 หน่วยที่เขียน ต้น 48" in page
    assert "ผลงานที่ทำได้ เว้นว่าง 49" in page
    assert "1 ต.ค.–ธ.ค. 58–61 0.00 เว้นว่าง 0 / 0" in page
    assert "2 ม.ค.–มี.ค. 62–65 200.50 3 1 / 2" in page
    assert "บรรลุแล้ว" not in page


def test_a_score_column_without_a_score_is_one_sentence() -> None:
    text = headed(("200.50\n3\n", "200.50\n"))
    assert not measures(text).indicators[0].has_scores
    page = seen(text)
    assert "ช่องคะแนนเว้นว่างทุกไตรมาส" in page
    assert "2 ม.ค.–มี.ค. 62–64 200.50 1 / 2" in page


def test_units_that_differ_are_all_shown() -> None:
    page = seen(headed(("ทำได้ ต้น :", "ทำได้ กล้า : 5"), ("\n(ต้น)", "\n(ร้อยละ)")))
    assert "ผลงานที่ทำได้ 5 หน่วยที่เขียน กล้า" in page
    assert "หน่วยที่เขียน ร้อยละ 55" in page


def test_a_quarter_that_is_none_and_cells_that_are_not_there() -> None:
    start = HEADED.index("\n1\n0.00")
    page = seen(HEADED[:start] + "\n9")
    assert "9 58 เว้นว่าง เว้นว่าง" in page


def test_an_indicator_may_lack_its_table_and_its_fields() -> None:
    cut = HEADED[: HEADED.index("ค่าเป้าหมาย")]
    page = seen(cut)
    assert "ตารางรายไตรมาส ไม่อยู่ในสำเนานี้" in page
    assert "ค่าเป้าหมาย ไม่อยู่ในสำเนานี้" in page


def test_the_strategy_path_is_links_with_level_words_and_the_cut_mark() -> None:
    title = "ก" * 90
    page = page_of(headed(("๔.๑ - ร่มเงา |", f"๔.๑ - ร่มเงา |\n๔.๑.๑ {title}% |\n๔.๑.๑.๑.๑ ลึก |")))
    assert '<a href="../../strategies/new/4/">มหานครสีเขียว : Green City</a>' in page
    assert f"{title}</a>…" in page
    assert "ด้าน ๔" in words(page)
    assert "ข้อความถูกตัดที่ต้นทาง" in words(page)
    assert "เป้าประสงค์ ๔.๑.๑.๑.๑" in words(page)
    path = shown(HEADED).sections[-1]
    assert isinstance(path, StrategyPath)
    assert [one.level for one in path.nodes] == [1, 2]
