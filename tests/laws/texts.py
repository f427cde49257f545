"""Dump texts as hypothesis makes them: real shapes of both flavours, bent, mixed and broken."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from tests.laws.samples import SAMPLE

HEADED = tuple(SAMPLE.headed.split("\n"))
STRIPPED = tuple(SAMPLE.stripped.split("\n"))

STRANGE = (
    "** โรงพยาบาลสมมติ สำนักการแพทย์ : (2564)",
    "ความคืบหน้าโครงการ ร้อยละ",
    "ความคืบหน้าโครงการ ร้อยละ 120",
    "*** สยป. ประเมินโครงการ : ไตรมาสที่ 7",
    "50990300/50990400",
    "๓.๑ - สังคมสมมติ |",
    "(3) ความคืบหน้าโครงการฯ ร้อยละ ๑๐.๐๐ (0000-00-00)",
    "(1) ความคืบหน้าโครงการฯ ร้อยละ - (9999-12-31)",
    "11/29/2020 : สลับวันกับเดือน",
    "29/02/2566 :",
    "** อุปสรรคของโครงการ :ฝนตก",
    "ขั้นตอน ๑๒",
    ":",
    ":2.1 ประชุม",
    ":%",
    "เริ่มต้น :0000-00-00 00:00:00",
    "สิ้นสุด :",
    "รายละเอียดเกี่ยวกับตัวชี้วัด :",
    "ค่าเป้าหมาย ร้อยละ (ลดลง) : ≥1",
    "ผลงานที่ทำได้ 1,200 ชุมชน :",
    "ประเภทตัวชี้วัด :",
    "ตัวชี้วัดระดับผลลัพธ์ (outcome)",
    "(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : 50990000-9999",
    "ผลการดําเนินงาน",
    "1,234.5678",
    "0 / 0",
    "-",
    "\u00a0",
    "สองบรรทัด",
)

shaped = st.sampled_from(HEADED + STRIPPED + STRANGE)
any_text = st.text(max_size=30).map(lambda text: " ".join(text.split("\n")))
any_lines = st.lists(st.one_of(shaped, shaped, any_text), max_size=40)


def dropped(lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def doubled(lines: list[str], at: int) -> list[str]:
    return lines[: at + 1] + lines[at:]


def swapped(lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at : at + 2][::-1] + lines[at + 2 :]


def shortened(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at][: len(lines[at]) // 2], *lines[at + 1 :]]


BENDS: tuple[Callable[[list[str], int], list[str]], ...] = (dropped, doubled, swapped, shortened)


@st.composite
def bent_pages(draw: st.DrawFn) -> list[str]:
    """A page with a few lines dropped, doubled, swapped, cut short, or strange ones put in."""
    lines = list(draw(st.sampled_from((HEADED, STRIPPED))))
    for bend in draw(st.lists(st.sampled_from(BENDS), max_size=8)):
        lines = bend(lines, draw(st.integers(0, len(lines) - 1)))
    for strange in draw(st.lists(st.one_of(shaped, any_text), max_size=4)):
        lines.insert(draw(st.integers(0, len(lines))), strange)
    return lines


END_OF_LINE = st.sampled_from(("\n", "\r\n", "\n\n"))
dump_texts = st.builds(
    lambda lines, end: end.join(lines),
    st.one_of(bent_pages(), bent_pages(), any_lines),
    END_OF_LINE,
)

word = st.text("กขคงจ ำาเแ่้0๑-", min_size=1, max_size=12).map(str.strip).filter(bool)
samples = st.builds(
    lambda number, year, rationale, reports: replace(
        SAMPLE, code=f"5099000{number % 3}-{number:04}", year=year, rationale=rationale,
        reports=SAMPLE.reports[:reports],
    ),
    st.integers(0, 5),
    st.sampled_from(("2565", "2566")),
    st.sampled_from((SAMPLE.rationale, SAMPLE.rationale + " และร่มเย็น")),
    st.integers(0, 2),
)  # fmt: skip
pages = st.builds(
    lambda sample, is_headed: sample.headed if is_headed else sample.stripped,
    samples,
    st.booleans(),
)
