"""Citation, report link and colophon, as values and as a reader gets them."""

import html
import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.publish.artifacts import Site
from generator.publish.project.cite import Citation, citation
from generator.render.environment import environment
from generator.render.qr import qr
from tests.publish.invented import Invented, corpus_of, site

CITED = Citation(
    title="ล้างท่อ <ใหญ่>",
    code="50050000-3410",
    key="50050000-3410",
    agency="สำนักงานเขตปทุมวัน",
    agency_english="Pathum Wan District Office",
    year=2566,
    year_common=2023,
    as_of=date(2023, 9, 7),
    page_url="/projects/50050000-3410/",
    snapshot_url="/raw/50050000-3410/0123abcd/",
)
SNAPSHOT = "https://example.org/repo/raw/50050000-3410/0123abcd/"
PLACED = replace(site(), base_url="https://example.org/repo/")


def printed(call: str, cited: Citation = CITED, of: Site = PLACED) -> str:
    """A component's call, such as ``cite.cite(citation)``."""
    file = call.partition(".")[0]
    source = f'{{% import "components/{file}.html" as {file} %}}{{{{ {call} }}}}'
    return environment(of).from_string(source).render(citation=cited)


def paragraphs(shown: str) -> list[str]:
    """The plain text of each paragraph, as copying it gives."""
    found = re.findall(r"<p[^>]*>(.*?)</p>", shown, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]*>", "", one)).split()) for one in found]


def test_the_parts_come_from_the_record() -> None:
    (entry,) = corpus_of(Invented(reports=(("2022-08-31", "60"),))).entries
    found = citation(entry)
    digest = entry.project.newest.digest[:8]
    assert found.snapshot_url == f"/raw/50050000-3410/{digest}/"
    assert (found.year, found.year_common) == (2565, 2022)
    assert (found.title, found.agency, found.as_of) == (
        "ปรับปรุงทางเท้า",
        "สำนักงานเขตปทุมวัน",
        date(2022, 8, 31),
    )
    assert found.agency_english == "Pathum Wan District Office"


def test_what_the_record_does_not_tell_is_not_cited() -> None:
    (entry,) = corpus_of(Invented(code=None, agency=None)).entries
    found = citation(entry)
    assert (found.title, found.code, found.agency, found.year_common) == (None, None, None, None)
    assert paragraphs(printed("cite.cite(citation)", found)) == [
        f"โครงการไม่ทราบชื่อ (รหัส {found.key}). สมุดทดลอง. https://example.org/repo{found.snapshot_url}",
        f"Untitled project (Project {found.key}). สมุดทดลอง. https://example.org/repo{found.snapshot_url}",
    ]


def test_thai_counts_years_of_the_buddhist_era_and_english_of_the_common_one() -> None:
    shown = printed("cite.cite(citation)")
    thai, english = paragraphs(shown)
    assert thai == (
        "สำนักงานเขตปทุมวัน. (ปีงบประมาณ พ.ศ. 2566). ล้างท่อ <ใหญ่> (รหัส 50050000-3410). "
        f"สมุดทดลอง. ฉบับ 7 กันยายน 2566. {SNAPSHOT}"
    )
    assert english == (
        "Pathum Wan District Office. (Fiscal year 2023 C.E.). ล้างท่อ <ใหญ่> "
        f"(Project 50050000-3410). สมุดทดลอง. Edition of 7 September 2023. {SNAPSHOT}"
    )
    assert 'lang="en"' in shown


def test_a_site_that_does_not_know_its_place_cites_the_path() -> None:
    for text in paragraphs(printed("cite.cite(citation)", of=site())):
        assert text.endswith(" /raw/50050000-3410/0123abcd/")


@pytest.mark.parametrize(
    ("agency", "english", "expected"),
    [
        ("สำนักอนามัย", "Health Department", "Health Department. "),
        ("สำนักใหม่", "", "สำนักใหม่. "),
        (None, "", "(Fiscal"),
    ],
)
def test_an_agency_is_named_as_far_as_it_is_known(
    agency: str | None, english: str, expected: str
) -> None:
    cited = replace(CITED, agency=agency, agency_english=english)
    assert paragraphs(printed("cite.cite(citation)", cited))[1].startswith(expected)


def href(shown: str) -> str:
    (found,) = re.findall(r'href="([^"]*)"', shown)
    return html.unescape(found)


@pytest.mark.parametrize(
    ("report_to", "subject"),
    [("mailto:errors@example.org", "subject"), ("https://example.org/new?labels=dump#f", "title")],
)
def test_a_report_begins_with_code_and_address(report_to: str, subject: str) -> None:
    shown = printed("cite.report(citation)", of=replace(PLACED, report_to=report_to))
    address = href(shown)
    texts = parse_qs(urlsplit(address).query)
    assert "50050000-3410" in texts[subject][0]
    assert "50050000-3410" in texts["body"][0]
    assert "https://example.org/repo/projects/50050000-3410/\r\n" in texts["body"][0]
    assert "https://example.org/repo/raw/50050000-3410/0123abcd/" in texts["body"][0]
    assert address.startswith(report_to.partition("#")[0])
    assert address.isascii()


def test_a_site_without_an_address_for_reports_has_no_link() -> None:
    assert printed("cite.report(citation)").strip() == ""


def test_paper_has_the_permalink_and_its_code() -> None:
    address = "https://example.org/repo/projects/50050000-3410/"
    shown = printed("qr.permalink(citation)")
    assert '<div class="print colophon">' in shown
    assert qr(address).path in shown
    assert address in paragraphs(shown)[0]
    assert "style=" not in shown
    assert re.search(
        r'<svg[^>]* role="img"[^>]*><title>[^<]*projects/50050000-3410/</title>', shown
    )


def test_without_a_place_there_is_no_code() -> None:
    shown = printed("qr.permalink(citation)", replace(CITED, as_of=None), site())
    assert "<svg" not in shown
    assert "/projects/50050000-3410/" in shown
