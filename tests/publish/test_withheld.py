from dataclasses import replace
from datetime import date

from generator.publish import withheld
from generator.publish.artifacts import Page
from generator.takedown.listing import TakenProject
from tests.publish.invented import html, site, words
from tests.publish.whole import HEADED, corpus_of


def pages(*taken: TakenProject) -> dict[str, Page]:
    whole = replace(corpus_of({"1.txt": HEADED}), withheld=taken)
    made = [one for one in withheld.pages(whole, site()) if isinstance(one, Page)]
    return {one.path: one for one in made}


def test_a_notice_stands_where_the_project_and_its_dump_stood() -> None:
    made = pages(TakenProject("50050000-0001", date(2026, 11, 1), "ตาม <คำขอ>", 1))
    assert list(made) == ["projects/50050000-0001/index.html", "raw/50050000-0001/index.html"]
    for page in made.values():
        assert not page.is_own
        told = words(html(page))
        assert (
            "เจ้าของเว็บไซต์ถอนโครงการ 50050000-0001 ออกจากทุกหน้าและทุกไฟล์ ตั้งแต่ 1 พฤศจิกายน 2569" in told
        )
        assert "เหตุผล ตาม &lt;คำขอ&gt;" in html(page)
        assert 'content="noindex"' in html(page)


def test_day_and_reason_may_be_left_out() -> None:
    (page, _) = pages(TakenProject("x-0123456789ab", None, None, 1)).values()
    told = words(html(page))
    assert "ตั้งแต่" not in told
    assert "เหตุผล" not in told


def test_no_list_makes_no_page() -> None:
    assert pages() == {}
