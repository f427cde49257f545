"""How a project stands: the verdict and the findings of its page, its JSON and the lists."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.corpus import Corpus, corpus
from generator.dump.lines import Span
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.project import parse
from generator.publish.artifacts import Document, Page
from generator.publish.project import (
    page as project,
)
from generator.publish.project import (
    record,
)
from generator.publish.project.log import Reports
from generator.publish.project.page import ProjectView
from generator.publish.project.standing import MOST_LINES, evidence
from generator.publish.rows import project_row
from generator.render.assets import assets
from generator.render.places import folders
from generator.store.encodings import decode
from tests.publish.invented import LOOKUPS, html, site, words
from tests.publish.whole import HEADED, STRIPPED, corpus_of, headed, only, page_of, seen, shown

CONTENT = Path(__file__).parents[2] / "content"
HEAVY, ZIPPED = 45_000, 22_000
LARGE = 20_000
"""Bytes of a dump up to which its page has to be light."""


@pytest.fixture(scope="module")
def samples() -> Corpus:
    """All of the sample content."""
    files = sorted((CONTENT / "dumps").glob("*.txt"))
    dumps = (Dump(file.name, decode(file.read_bytes())[0], Source(), ()) for file in files)
    return replace(corpus([parse(dump, Policy(), 9999) for dump in dumps], LOOKUPS), sample=True)


def description(page: str) -> str:
    _, _, rest = page.partition('<meta name="description" property="og:description" content="')
    return rest.partition('"')[0]


def test_the_verdict_is_one_sentence_with_its_day() -> None:
    assert "ณ 21 ส.ค. 2566 หน่วยงานรายงาน 60%" in seen(HEADED).replace(" 22", "")
    done = headed(
        (
            "(1) ความคืบหน้าโครงการฯ ร้อยละ 60.00 (2023-08-21)\n60.00",
            "(1) ความคืบหน้าโครงการฯ ร้อยละ 100.00 (2023-09-23)\n100.00",
        )
    )
    assert description(page_of(done)) == "ณ 23 ก.ย. 2566 หน่วยงานรายงานว่าเสร็จ 100% ช้ากว่าแผน 23 วัน"


def test_reported_and_computed_are_two_tags() -> None:
    page = page_of(HEADED)
    assert '<span class="tag" data-said>รายงาน: 60%</span>' in page
    assert page.count('<span class="tag" data-is="') >= 1
    assert "คำนวณ: " in words(page)


def test_the_verdict_shows_its_rule_and_its_lines() -> None:
    page = page_of(HEADED)
    status = shown(HEADED).standing.verdict.status
    grounds = page.split("ที่มาของคำตัดสินนี้")[1].split("</details>")[0]
    assert f"/statuses/{status}" in grounds or f"/statuses/#{status}" in grounds
    assert "/#L" in grounds
    assert "ไม่เทียบกับวันนี้" in grounds


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (STRIPPED, "เพราะสำเนานี้ไม่มีแผนการดำเนินงาน"),
        (headed((":40.00%", ":41.00%")), "เพราะน้ำหนักของขั้นตอนรวมไม่ได้ 100"),
        (headed(("สิ้นสุด :2023-05-01 00:00:00", "สิ้นสุด :")), "เพราะวันสิ้นสุดของขั้นตอนบางขั้นอ่านไม่ได้"),
    ],
)
def test_without_a_plan_the_page_says_why(text: str, why: str) -> None:
    assert shown(text).bar.planned is None
    assert why in seen(text)


def test_long_evidence_is_quoted_in_part() -> None:
    copy = only({"1.txt": HEADED}).project.newest
    told = evidence(copy, (Span(5, 5), Span(22, 31)))
    assert [one.lines for one in told.lines] == [Span(5, 5), Span(22, 31)]
    assert told.lines[1].text.endswith(" …")
    assert not told.more
    assert len(evidence(copy, (Span(4, 5), Span(5, 5))).lines) == 2
    assert not evidence(copy, (Span(2, 2), Span(27, 27))).lines, "nothing is said there"
    lines = [Span(line, line) for line in range(4, 12)]
    told = evidence(copy, lines)
    assert (len(told.lines), len(told.more)) == (MOST_LINES, len(lines) - MOST_LINES)


def test_list_page_and_json_agree(samples: Corpus) -> None:
    """One computation: the row of a list, the page and its JSON say the same of every project."""
    rows = {entry.project.key: project_row(entry) for entry in samples.entries}
    records = {}
    for artifact in record.pages(samples, site()):
        assert isinstance(artifact, Document)
        told = json.loads(artifact.body())
        records[told["key"]] = told
    for artifact in project.pages(samples, site()):
        assert isinstance(artifact, Page)
        shown = artifact.view()
        assert isinstance(shown, ProjectView)
        key = shown.citation.key
        row, told = rows[key], records[key]
        verdict = shown.standing.verdict
        assert verdict.status == row.status == told["status"]
        assert verdict.meaning == row.meaning
        assert row.percent == verdict.reported
        assert (None if shown.bar.percent is None else float(shown.bar.percent)) == told["reported"]
        difference = None if row.difference is None else float(row.difference)
        assert difference == told["difference"]
        assert {one.rule for one in shown.findings} == {one["rule"] for one in told["findings"]}
        assert sum(one.count for one in shown.findings) == len(told["findings"])
    assert len(records) == len(rows) > 60


def test_a_page_is_light(samples: Corpus) -> None:
    """As browsers get it, with its style sheet; and not much more of tags than of words."""
    shipped = assets(folders())
    css = dict(shipped.files)[shipped.css.removeprefix("/")]
    style = len(gzip.compress(css, 9, mtime=0))
    sizes = {entry.project.key: entry.project.newest for entry in samples.entries}
    heavy = {}
    whole = replace(site(), base_url="https://example.org", report_to="mailto:a@example.org")
    for artifact in project.pages(samples, whole):
        key = artifact.path.split("/")[1]
        text = "\n".join(line.text for line in sizes[key].lines).encode()
        page = html(artifact, whole).encode()
        zipped = len(gzip.compress(page, 9, mtime=0)) + style
        if len(text) <= LARGE and (len(page) > HEAVY or zipped > ZIPPED):
            heavy[key] = (len(page), zipped)
    assert not heavy


def test_the_two_real_dumps(real_dumps: Path) -> None:
    """The figures that the page was made for."""
    by_year = {}
    for file in sorted(real_dumps.glob("*.txt")):
        (artifact,) = record.pages(corpus_of({file.name: file.read_text()}), site())
        assert isinstance(artifact, Document)
        told = json.loads(artifact.body())
        by_year[told["fiscal_year"]] = (told, shown(file.read_text()))
    told, page = by_year[2566]
    assert [one["difference"] for one in told["reports"]] == [0, -30, -26, -10, -20, -5, -10, -15]
    assert (told["status"], told["days_late"], told["as_of"]) == ("completed", 23, "2023-09-07")
    told, page = by_year[2564]
    assert (told["status"], told["reported"], told["difference"]) == ("cancelled", 10, None)
    (log,) = (one for one in page.sections if isinstance(one, Reports))
    assert [len(run.reports) for run in log.runs] == [3, 1, 3, 3, 1, 1]
    fallen = [one for run in log.runs for one in run.reports if one.has_fallen]
    assert [one.anchor for one in fallen] == ["r-2021-06-29"]
