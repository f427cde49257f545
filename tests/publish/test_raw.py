"""Raw views of dumps."""

import re

from generator.corpus import Corpus, Entry
from generator.publish.artifacts import Artifact
from generator.publish.project import page as project
from generator.publish.project.raw import RawView, pages, view
from generator.publish.urls import raw_snapshot
from tests.publish.invented import html, site
from tests.publish.whole import CODE, HEADED, STRIPPED, corpus_of, headed, only, source

BOTH = {"old.txt": STRIPPED, "new.txt": HEADED}
DATES = {"old.txt": source("2023-06-01"), "new.txt": source("2023-09-01")}


def by_path(corpus: Corpus) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in pages(corpus, site())}


def newest(text: str) -> RawView:
    entry = only({"1.txt": text})
    return newest_of(entry)


def newest_of(entry: Entry) -> RawView:
    snapshot = entry.project.snapshots[0]
    return view(raw_snapshot(entry.project, snapshot), entry, snapshot)


def page_of(text: str) -> str:
    first, *_ = pages(corpus_of({"1.txt": text}), site())
    return html(first)


def test_each_snapshot_has_an_address() -> None:
    corpus = corpus_of(BOTH, DATES)
    (entry,) = corpus.entries
    new, old = (one.short_digest for one in entry.project.snapshots)
    former = entry.project.former_keys[0]
    assert list(by_path(corpus)) == [
        f"raw/{CODE}/{new}/index.html",
        f"raw/{CODE}/{old}/index.html",
        f"raw/{former}/{old}/index.html",
    ]


def test_a_line_cited_before_the_code_was_known_still_stands() -> None:
    before = by_path(corpus_of({"old.txt": STRIPPED}))
    after = by_path(corpus_of(BOTH, DATES))
    (cited,) = (path for path in before if path.count("/") == 3)
    assert "<p id=L8>" in html(after[cited])
    assert "../../../raw/50050000-3410/" in html(after[cited])


def test_each_line_has_its_anchor_and_its_number() -> None:
    page = page_of(HEADED)
    assert re.findall(r"<p id=L(\d+)", page) == list(map(str, range(1, HEADED.count("\n") + 2)))
    assert "<p id=L4><a href=#L4>4</a>ปลูกต้นไม้ริมคลอง : 50050000-3410\n" in page
    assert "<p id=L2><p id=L3" in page, "a blank line is its place alone"


def test_a_passage_stands_in_a_box_of_its_own_that_its_address_marks() -> None:
    shown = newest(HEADED)
    text = page_of(HEADED)
    steps = [line for line in shown.lines if line.text.startswith("ขั้นตอน ")]
    first, second = (line.number for line in steps)
    whole, step = f"L{first}-{second + 4}", f"L{first}-{second - 1}"
    assert f"<div id={whole}><div id={step}><p id=L{first}>" in text
    assert f">{second + 4}</a>{shown.lines[second + 3].text}\n</div></div>" in text
    main = text[text.index('<div class="raw"') : text.index("</main>")]
    assert main.count("<div id=L") == 8


def test_every_chip_of_a_page_leads_to_its_lines() -> None:
    page = "".join(html(one) for one in project.pages(corpus_of({"1.txt": HEADED}), site()))
    chips = set(re.findall(r'#(L[0-9-]+)"', page))
    assert {one for one in chips if "-" in one}, "some lead to a passage"
    assert chips <= set(re.findall(r"id=(L[0-9-]+)", page_of(HEADED)))


def test_lines_keep_their_spaces_and_are_no_markup() -> None:
    page = page_of(headed(("ปลูกแล้ว 200 ต้น", "  ปลูก   <b>แล้ว</b> &")))
    assert ">23</a>60.00" in page
    assert "ปลูก   &lt;b&gt;แล้ว&lt;/b&gt; &amp;" in page


def test_what_is_withheld_keeps_its_place_and_is_explained() -> None:
    shown = newest(HEADED)
    assert shown.has_withheld
    assert shown.lines[7].number == 8
    assert "[ปกปิด" in shown.lines[7].text
    page = page_of(HEADED)
    assert "แทนข้อมูลส่วนบุคคลที่ไม่เผยแพร่" in page
    assert "นายสมมติ" not in page
    assert "6280" not in page


def test_nothing_is_explained_that_is_not_there() -> None:
    shown = newest("ความคืบหน้าโครงการ ร้อยละ 5")
    assert (shown.has_withheld, shown.has_noise, shown.has_odd) == (False, False, False)
    assert "ปกปิด" not in page_of("ความคืบหน้าโครงการ ร้อยละ 5").split("<main")[1].split("</main")[0]


def test_furniture_and_what_nobody_claims_are_marked() -> None:
    shown = newest(headed(("ผลการดำเนินงาน\n", "ผลการดำเนินงาน\nแถวแปลก\n\nแถวแปลกอีกแถว\n")))
    marks = {line.text: line.mark for line in shown.lines if line.mark}
    assert marks["Back Home"] == "noise"
    assert marks["แถวแปลก"] == marks["แถวแปลกอีกแถว"] == "odd"
    assert shown.lines[2].mark == "noise"
    assert all(not line.mark for line in shown.lines if not line.text)


def test_where_lines_stood_under_a_former_key_the_page_names_the_address_they_have_now() -> None:
    entry = only({"1.txt": HEADED})
    newest = entry.project.snapshots[0]
    fixed = f"/raw/{CODE}/{newest.short_digest}/"
    former = view(f"/raw/x-0123456789ab/{newest.short_digest}/", entry, newest)
    assert (former.fixed_url, former.is_fixed) == (fixed, False)
    assert view(fixed, entry, newest).is_fixed


def test_it_leads_to_the_project_and_its_other_copies() -> None:
    corpus = corpus_of(BOTH, DATES)
    (entry,) = corpus.entries
    shown = newest_of(entry)
    assert (shown.project_url, shown.others) == (f"/projects/{CODE}/", 1)
    page = html(next(iter(pages(corpus, site()))))
    assert 'href="../../../projects/50050000-3410/#source"' in page
    assert "https://one.dumps.example/page" in page
    assert 'datetime="2023-09-01"' in page


def test_it_is_lean() -> None:
    blank = page_of("ความคืบหน้าโครงการ ร้อยละ 5")
    lines = 500
    long = page_of("ความคืบหน้าโครงการ ร้อยละ 5" + "\n\nก" * lines)
    spent = len(long.encode()) - len(blank.encode()) - lines * len("ก".encode())
    assert spent / (2 * lines) < 40, "bytes a line, its own text not counted"
