"""Bad input costs what is bad about it: one diagnostic, and the rest is read."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import KINDS, Severity
from generator.sections.identity import Identity
from generator.sections.progress import Progress
from generator.store.encodings import decode
from tests.laws.accounting import account
from tests.laws.samples import LONGEST, SAMPLE, Sample, only_copy, read
from tests.sections.cases import told

FLAVOURS = pytest.mark.parametrize(
    "text", [SAMPLE.headed, SAMPLE.stripped], ids=["headed", "stripped"]
)
OTHER = replace(SAMPLE, code="50990000-5678", title="ทาสีสะพานสมมติ")
LAST = len(SAMPLE.headed.split("\n"))
CLOSING = "** ผลการประเมินโครงการ (รายไตรมาส) **"


@pytest.mark.parametrize("text", ["", "\n", " \t\n\u00a0\r\n\n", "\n" * 1_000])
def test_nothing_in_the_file(text: str) -> None:
    assert told(read(text).diagnostics) == ("dump-empty 0",)


NO_DUMPS = {
    "html": "<!DOCTYPE html>\n<html lang='th'>\n<title>ไม่พบหน้า</title>\n<p>404</p>\n</html>",
    "json": '{"title": "ปลูกต้นไม้",\n "percent": 100}',
    "binary": "\x00\x01\x02PNG\r\n\x1a\n\ufffd\ufffd\x00IHDR",
    "numbers": "1\n2\n3.50",
    "table": "1 a|\n2. b |\n3|",
    "binary with bars": "\ufffd\x00\n7\ufffd*h|\n\ufffd",
    "prose": "กาลครั้งหนึ่งนานมาแล้ว มีคลองสายหนึ่ง\n\nน้ำใสไหลเย็น",
    "news": "ความคืบหน้าโครงการรถไฟฟ้าสมมติ ร้อยละห้าสิบ\nอ่านต่อ : https://example.org/",
    "furniture": "ความคืบหน้าโครงการ/กิจกรรม\nBack Home",
}


@pytest.mark.parametrize("text", NO_DUMPS.values(), ids=NO_DUMPS)
def test_not_a_dump_at_all(text: str) -> None:
    parsed = read(text)
    assert parsed.copies == ()
    assert [one.code for one in parsed.diagnostics] == ["not-a-dump"]


@FLAVOURS
def test_cut_off_behind_any_line(text: str) -> None:
    """A copy that ends early is read as far as it goes, and says that it does."""
    lines = text.split("\n")
    for end in range(1, len(lines)):
        parsed = read("\n".join(lines[:end]))
        account(parsed)
        codes = [one.code for one in parsed.diagnostics]
        assert codes == ["dump-cut-short"] if parsed.copies else ["not-a-dump"]


@FLAVOURS
def test_cut_off_at_any_byte(text: str) -> None:
    """One more line may be odd then: the one that was cut, or a letter cut in half."""
    body, dice = text.encode(), random.Random(7)
    for end in dice.sample(range(1, len(body)), 150):
        half, lost = decode(body[:end])
        parsed = read(half)
        account(parsed)
        assert len(lost) <= 1
        assert len(parsed.diagnostics) <= 3


def strange(sample: Sample, **bent: str) -> str:
    """The headed page with some of its fields bent."""
    return replace(sample, **bent).headed  # type: ignore[arg-type]


def line_of(text: str) -> int:
    return SAMPLE.headed.split("\n").index(text) + 1


REPORT = line_of("(1) ความคืบหน้าโครงการฯ ร้อยละ 60.00 (2023-02-20)")
STEP = line_of("เริ่มต้น :2022-10-01 00:00:00")
NODE = line_of("๒.๑ - ภูมิทัศน์สวยงามสมมติ |")
LINK_LABEL = "(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ"
LINK = line_of(f"{LINK_LABEL} : {SAMPLE.code}")
TARGET, LEVEL = line_of(SAMPLE.indicator[1]), line_of(SAMPLE.indicator[3])
BENT = {
    "day of zeros": ("(2023-02-20)", "(0000-00-00)", f"day-unreadable {REPORT}"),
    "day of no calendar": ("(2023-02-20)", "(2023-02-30)", f"day-unreadable {REPORT}"),
    "day in words": ("(2023-02-20)", "(เมื่อวาน)", f"day-unreadable {REPORT}"),
    "text day of no calendar": ("20/02/2566", "30/02/2566", f"day-unreadable {REPORT + 2}"),
    "text day of month 13": ("20/02/2566", "13/13/2566", f"day-unreadable {REPORT + 2}"),
    "step's day": (":2022-10-01 ", ":2022-00-01 ", f"day-unreadable {STEP}"),
    "weight in words": (":40.00%", ":4-0%", f"number-unreadable {STEP - 1}"),
    "target in words": ("ต้น : 120", "ต้น : มาก", f"number-unreadable {TARGET}"),
    "header above 100": (
        "\n60\nความคืบหน้าโครงการ ร้อยละ 60",
        "\n160\nความคืบหน้าโครงการ ร้อยละ 160",
        "percent-out-of-range 8",
    ),
    "header below 0": (
        "\n60\nความคืบหน้าโครงการ ร้อยละ 60",
        "\n-6\nความคืบหน้าโครงการ ร้อยละ -6",
        "percent-out-of-range 8",
    ),
    "header in words": (
        "\n60\nความคืบหน้าโครงการ ร้อยละ 60",
        "\n0\nความคืบหน้าโครงการ ร้อยละ หกสิบ",
        "number-unreadable 8",
    ),
    "report above 100": (
        "60.00 (2023-02-20)\n60.00",
        "160.00 (2023-02-20)\n160.00",
        f"percent-out-of-range {REPORT}",
    ),
    "gauge": ("\n60\n", "\n61\n", "number-differs 7"),
    "repeat": ("\n60.00\n", "\n61.00\n", f"number-differs {REPORT + 1}"),
    "unit codes": ("50990300/50990300", "50990300/50990400", "number-differs 16"),
    "quarter": ("ไตรมาสที่ 2", "ไตรมาสที่ 9", "value-unknown 12"),
    "level": ("ระดับผลผลิต", "ระดับสูงสุด", f"value-unknown {LEVEL}"),
    "link's code": (f"{LINK_LABEL} : 5", f"{LINK_LABEL} : 6", f"code-differs {LINK}"),
    "heading misspelt": ("แผนการดำเนินงานฯ", "แผนการณ์ดำเนินงานฯ", f"unclaimed-line {STEP - 4}"),
    "bar lost": ("สวยงามสมมติ |", "สวยงามสมมติ", f"unclaimed-line {NODE}"),
    "closing line lost": (f"\n{CLOSING}", "", f"dump-cut-short {LAST - 1}"),
    "bell": ("ฝ่ายโยธา", "ฝ่าย\x07โยธา", "invisible-character 9"),
    "zero-width space": ("ทางเดินร่มรื่น", "ทางเดิน\u200bร่มรื่น", "invisible-character 15"),
    "right to left": ("ด้านปริมาณ", "\u202eด้านปริมาณ", "invisible-character 20"),
    "byte order mark inside": ("แล้ว 72", "\ufeffแล้ว 72", f"invisible-character {REPORT + 2}"),
}


@pytest.mark.parametrize(("words", "bad", "diagnostic"), BENT.values(), ids=BENT)
def test_one_thing_bent_is_one_diagnostic(words: str, bad: str, diagnostic: str) -> None:
    assert words in SAMPLE.headed
    text = SAMPLE.headed.replace(words, bad, 1)
    parsed = read(text)
    account(parsed)
    assert told(parsed.diagnostics) == (diagnostic,)
    kinds = {section.kind for section in only_copy(parsed).sections}
    assert len(kinds) == 11


def test_a_line_over_the_limit_is_refused_and_the_rest_is_read() -> None:
    parsed = read(strange(SAMPLE, rationale="ก" * (LONGEST + 1)))
    assert told(parsed.diagnostics) == ("line-too-long 15",)
    copy = only_copy(parsed)
    log = copy.section(Progress)
    assert log is not None
    assert len(log.reports) == 2
    assert copy.lines[14].text == ""


def test_a_file_of_one_line_over_the_limit() -> None:
    assert told(read("ก" * (LONGEST + 1)).diagnostics) == ("line-too-long 1",)


@pytest.mark.parametrize(
    "filler", [" ", "ก", ".", ":", "1", "๑.", "(", "|", "-", "\u00a0", "ก ", "** ", "จึงได้", " : ("]
)
def test_a_very_long_line_within_the_limit_takes_no_time(filler: str) -> None:
    """Ended by the clock of whoever waits: in quadratic time this would take minutes."""
    long = filler * (100_000 // len(filler))
    for before in ("", "(1) ", ": ", "ค่าเป้าหมาย ", "ด้านที่ ๑ – ", "** ", "20/02/2566 : "):
        text = f"ความคืบหน้าโครงการ ร้อยละ 5\n{before}{long}z\nหลักการและเหตุผล\n{before}{long}z"
        assert read(text, longest=200_000).copies


PAIRS = {
    "headed, headed": (SAMPLE.headed, OTHER.headed),
    "headed, stripped": (SAMPLE.headed, OTHER.stripped),
    "stripped, headed": (SAMPLE.stripped, OTHER.headed),
    "stripped, stripped": (SAMPLE.stripped, OTHER.stripped),
}


@pytest.mark.parametrize(("first", "second"), PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("between", ["\n", "\n\n\n", "\r\n"])
def test_two_dumps_in_one_file(first: str, second: str, between: str) -> None:
    parsed = read(first + between + second)
    account(parsed)
    assert [one.code for one in parsed.diagnostics] == ["two-dumps-in-one-file"]
    assert parsed.copies[0].sections == only_copy(read(first)).sections
    assert len(parsed.copies[1].sections) == len(only_copy(read(second)).sections)


def test_two_dumps_in_one_file_the_first_cut_short() -> None:
    cut = SAMPLE.headed.split("\n")[:30]
    parsed = read("\n".join((*cut, OTHER.headed)))
    assert told(parsed.diagnostics) == ("dump-cut-short 30", "two-dumps-in-one-file 31")
    heads = [copy.section(Identity) for copy in parsed.copies]
    assert [head and head.code and head.code.value for head in heads] == [SAMPLE.code, OTHER.code]


@pytest.mark.parametrize("text", ["ข้ามไปเนื้อหา\nเมนู", "<html>", "{}"])
def test_other_words_around_a_page_cost_one_line_each(text: str) -> None:
    parsed = read(f"{text}\n{SAMPLE.headed}")
    assert [one.code for one in parsed.diagnostics] == ["unclaimed-line"]
    assert only_copy(parsed).part == 1


def test_a_code_of_no_agency_is_no_matter_of_reading() -> None:
    assert read(replace(SAMPLE, unit="99990000", code="99990000-0001").headed).diagnostics == ()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    text, lost = decode(body)
    parsed = read(text)
    account(parsed)
    assert len(lost) <= 1
    assert parsed.copies or any(
        KINDS[one.code].severity is Severity.ERROR for one in parsed.diagnostics
    )
