"""Markdown pages, and the pages whose words are all the template's."""

from generator.publish import (
    home,
    not_found,
    search,
    texts,
)
from generator.publish.artifacts import Text, Words
from generator.publish.lists import projects
from generator.publish.places import (
    agencies,
    strategies,
    years,
)
from tests.publish.invented import Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages

WORDS = Words("th", "วิธีทำ", "# วิธีทำ\n\nเราอ่านทุกบรรทัด\n\n## ที่มา\n\nจากหน้าเว็บ\n")
METHOD = Text("method", (WORDS,))


def test_a_text_has_its_own_address() -> None:
    method, about = texts.pages(corpus_of(), site(METHOD))
    assert method.path == "method/index.html"
    page = html(method, site(METHOD))
    assert "<h1>วิธีทำ</h1>" in page
    assert 'id="ที่มา"' in page
    assert "หน้าแรก วิธีทำ" in words(page)
    assert about.path == "about/index.html"


def test_our_words_about_the_site_stand_only_where_the_owner_has_none() -> None:
    (ours,) = texts.pages(corpus_of(), site())
    assert "สำเนาไม่เป็นทางการ" in words(html(ours))
    own = site(Text("about", (Words("th", "เรา", "# เรา\n\nคำของเรา\n"),)))
    (page,) = texts.pages(corpus_of(), own)
    assert "คำของเรา" in words(html(page, own))
    assert 'aria-current="true">เกี่ยวกับ</a>' in html(page, own)


def test_a_lost_reader_is_led_on() -> None:
    (page,) = not_found.pages(corpus_of(), site())
    assert page.path == "404.html"
    assert 'href="/districts/"' in html(page)


def test_search_leads_to_every_list() -> None:
    page, *_ = search.pages(corpus_of(Invented()), site())
    page_html = html(page)
    for url in ("districts/50050000/", "years/2565/", "strategies/old/1/", "strategies/none/"):
        assert f'href="../{url}"' in page_html


def test_all_projects_are_in_one_list() -> None:
    page, *_ = projects.pages(corpus_of(Invented(), Invented(code=None, agency=None)), site())
    assert "2 โครงการ" in words(html(page))
    assert "ไม่ทราบชื่อ" in words(html(page))
    empty, *_ = projects.pages(corpus_of(), site())
    assert "ยังไม่มีโครงการ" in words(html(empty))


def test_every_page_has_one_heading_of_the_first_level() -> None:
    for corpus in (corpus_of(), corpus_of(Invented())):
        for module in (home, agencies, strategies, years, texts, search, not_found, projects):
            for url, page in html_pages(module.pages(corpus, site())).items():
                assert html(page).count("<h1") == 1, url
