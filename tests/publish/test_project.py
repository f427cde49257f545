"""The page of one project."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.corpus import Corpus
from generator.diagnostics import KINDS, Diagnostic
from generator.publish.artifacts import Page
from generator.publish.project import copies
from generator.publish.project.page import MOST_PLACES, ProjectView, notes, pages
from generator.publish.rows import Crumb
from tests.publish.invented import html, site, words
from tests.publish.whole import (
    CODE,
    HEADED,
    STRIPPED,
    corpus_of,
    headed,
    page_of,
    seen,
    shown,
    source,
    view_of,
)

TEMPLATES = Path(__file__).parents[2] / "templates"


# --- head -------------------------------------------------------------------------------------


def test_key_facts_lead_to_their_lists_and_to_their_lines() -> None:
    (artifact,) = pages(corpus_of({"1.txt": HEADED}), site())
    assert artifact.path == f"projects/{CODE}/index.html"
    page = html(artifact)
    digest = shown(HEADED).origin.digest[:8]
    assert '<a href="../../districts/50050000/">สำนักงานเขตปทุมวัน</a>' in page
    assert '<a href="../../years/2566/">2566</a>' in page
    assert f'href="../../raw/{CODE}/{digest}/#L4"' in page
    assert f"{CODE}<a" in page


def test_every_chip_leads_to_a_line_of_the_dump() -> None:
    page = page_of(HEADED)
    cited = [int(line) for line in re.findall(r'href="[^"]*/#L(\d+)[-\d]*"', page)]
    text = HEADED.splitlines()
    assert len(cited) > 25
    assert all(text[line - 1] for line in cited)


def test_crumbs_lead_through_agency_and_year() -> None:
    assert shown(HEADED).crumbs == (
        Crumb("", "สำนักงานเขตปทุมวัน", "/districts/50050000/"),
        Crumb("year", 2566, "/years/2566/"),
        Crumb("", CODE),
    )


def test_what_is_inferred_is_underlined_and_said() -> None:
    page = page_of(STRIPPED)
    assert shown(STRIPPED).head.inferred == ("title", "agency", "section", "fiscal_year")
    assert "ชื่อ หน่วยงาน ฝ่าย และปี อนุมานจากส่วนอื่นของบันทึก เพราะสำเนานี้ไม่มีส่วนหัว" in words(page)
    assert re.search(r'<h1[^>]*><span class="inferred">', page)
    assert '<a href="../../years/2566/" class="inferred">2566</a>' in page


def test_what_another_copy_tells_is_said_to_be_from_there() -> None:
    texts = {"old.txt": HEADED, "new.txt": STRIPPED}
    dates = {"old.txt": source("2023-06-01"), "new.txt": source("2023-09-01")}
    found = view_of(texts, dates)
    assert found.head.is_from_others
    assert found.head.title
    assert (found.head.title.value, found.head.title.lines) == ("ปลูกต้นไม้ริมคลอง", None)
    (artifact,) = pages(corpus_of(texts, dates), site())
    assert "อนุมานจากสำเนาอื่นหรือส่วนอื่นของบันทึก" in words(html(artifact))


def test_a_project_of_which_next_to_nothing_is_known() -> None:
    page = page_of("ความคืบหน้าโครงการ ร้อยละ 5")
    assert "<h1" in page
    assert "ไม่ทราบชื่อโครงการ" in words(page)
    assert 'href="../../departments/unknown/"' in page
    assert 'href="../../years/unknown/"' in page
    assert "<time" not in page


def test_an_agency_nobody_names_is_shown_by_its_code() -> None:
    page = page_of(STRIPPED.replace("50050700", "50990700"))
    assert '<a href="../../districts/50990000/" class="inferred">รหัส 50990000</a>' in page


def test_a_sub_unit_stands_with_the_facts() -> None:
    assert "ส่วนราชการย่อย โรงพยาบาลสมมติ" in seen(
        headed(("สำนักงานเขตปทุมวัน : (", "** โรงพยาบาลสมมติ สำนักงานเขตปทุมวัน : ("))
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ร้อยละ 60.00\nนาย", "หัวของหน้าเขียน 60% 7"),
        ("ร้อยละ 105\nนาย", "หัวของหน้าเขียน 105% 7"),
        ("ร้อยละ 60.5.5\nนาย", "หัวของหน้าเขียน 60.5.5 7"),
        ("ร้อยละ\nนาย", "หัวของหน้าเขียน เว้นว่าง 7"),
    ],
)
def test_the_head_s_own_number_stands_beside_the_report(written: str, said: str) -> None:
    page = seen(headed(("ร้อยละ 60.00\nนาย", written)))
    assert said in page
    assert "รายงานล่าสุด 21 สิงหาคม 2566" in page


def test_the_head_may_lack_its_percent() -> None:
    assert "หัวของหน้าเขียน" not in seen(headed(("60\nความคืบหน้าโครงการ ร้อยละ 60.00\n", "")))


# --- what else it says ------------------------------------------------------------------------


def test_the_rest_of_the_page_is_told() -> None:
    page = seen(HEADED)
    assert "ผู้ติดต่อ [ปกปิดชื่อ] [ปกปิดโทรศัพท์] 8 เว็บไซต์นี้เผยแพร่เฉพาะชื่อส่วนราชการ" in page
    assert "ตัวเลขบนมาตรวัด 60 6" in page
    assert "ไตรมาส 2 ม.ค.–มี.ค. 10 คะแนน 75.5 11 ไตรมาสที่เปิดอยู่ในวันที่ดึงหน้าเว็บ" in page
    assert "รหัสส่วนราชการ 50050700/50050700 14" in page
    assert "(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : 50050000-3410 44" in page
    assert "งบประมาณ พิกัด เอกสารแนบ หน้าต้นทางไม่เผยแพร่ข้อมูลเหล่านี้" in page


def test_what_a_copy_does_not_hold_of_the_rest() -> None:
    page = seen("ความคืบหน้าโครงการ ร้อยละ 5")
    for words_of in ("ผู้ติดต่อ", "สยป. ประเมินโครงการ", "รหัสส่วนราชการ"):
        assert f"{words_of} ไม่อยู่ในสำเนานี้" in page
    assert "ลิงก์ท้ายหน้าต้นทาง" not in page


def test_a_quarter_of_evaluation_that_is_none_is_shown_as_written() -> None:
    assert "สยป. ประเมินโครงการ 9 10" in seen(headed(("ไตรมาสที่ 2", "ไตรมาสที่ 9")))


def test_no_name_and_no_number_of_an_official() -> None:
    page = page_of(HEADED)
    assert "นายสมมติ" not in page
    assert "6280" not in page


# --- notes ------------------------------------------------------------------------------------


def test_notes_are_one_a_code_with_their_places() -> None:
    page = page_of(headed(("(2023-08-21)", "(2023-02-30)"), ("(2023-05-22)", "(2023-02-31)")))
    assert 'id="notes"' in page
    assert words(page).count("วันที่อ่านไม่ได้ แสดงตามที่เขียน") == 1
    assert "2023-02-30 22 2023-02-31 28" in words(page)


def test_a_page_without_notes_has_no_place_for_them() -> None:
    assert 'id="notes"' not in page_of(HEADED)


def test_many_places_are_counted_and_a_note_may_be_of_the_whole_dump() -> None:
    found = notes([Diagnostic("unclaimed-line", line) for line in range(1, 20)])
    assert (len(found[0].places), found[0].more) == (MOST_PLACES, 19 - MOST_PLACES)
    assert notes([Diagnostic("dump-cut-short")])[0].places[0].lines is None
    assert notes([Diagnostic("unclaimed-line", 3, last=5)])[0].places[0].lines == (3, 5)


def test_every_kind_of_diagnostic_can_be_told_even_a_new_one() -> None:
    template = (TEMPLATES / "components/note_words.html").read_text(encoding="utf-8")
    files = {"dump-empty", "dump-too-large", "dump-unreadable", "not-a-dump"}
    files |= {"page-heavy", "site-heavy", "withheld-unmatched"}
    assert {code for code in KINDS if f'"{code}"' not in template} <= files


def test_a_diagnostic_is_told_of_the_copy_it_is_about() -> None:
    later = headed((CODE, "50050000-9999"), ("(2023-08-21)", "(2023-02-30)"))
    corpus = corpus_of({"two.txt": f"{HEADED}\n{later}"})
    found = copies.diagnostics(corpus)
    assert not found[CODE]
    codes = [one.code for one in found["50050000-9999"]]
    assert codes == ["two-dumps-in-one-file", "day-unreadable"]


# --- source -----------------------------------------------------------------------------------


def snapshots() -> Corpus:
    return corpus_of(
        {"old.txt": STRIPPED, "new.txt": HEADED, "same.txt": HEADED},
        {"old.txt": source("2023-06-01"), "new.txt": source("2023-09-01", CODE)}
        | {"same.txt": source("2023-08-01", CODE)},
    )


def test_where_it_comes_from() -> None:
    (artifact,) = pages(snapshots(), site())
    assert isinstance(artifact, Page)
    found = artifact.view()
    assert isinstance(found, ProjectView)
    assert (found.origin.file, found.origin.others) == ("new.txt", ("same.txt",))
    assert found.origin.retrieved == date(2023, 9, 1)
    page = html(artifact)
    assert "1 กันยายน 2566" in words(page)
    assert 'href="https://one.dumps.example/page"' in page
    assert found.origin.digest in page
    assert '<a href="index.json">JSON</a>' in page


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    odd = source("2023-09-01")._replace(url="javascript:alert(1)")
    (artifact,) = pages(corpus_of({"1.txt": HEADED}, {"1.txt": odd}), site())
    assert "javascript:alert(1)" in words(html(artifact))
    assert 'href="javascript' not in html(artifact)


def test_all_snapshots_are_listed() -> None:
    (artifact,) = pages(snapshots(), site())
    page = words(html(artifact))
    assert "สำเนา 2 ฉบับ" in page
    assert "ฉบับที่แสดงในหน้านี้ ดึงเมื่อ 1 ก.ย. 2566 รายงานล่าสุด 21 ส.ค. 2566 2 รายงาน" in page
    assert "1 รายงาน ไม่มีส่วนหัว จับคู่จากข้อความที่ตรงกัน" in page
    assert "สำเนา 1 ฉบับ" not in seen(HEADED)
