"""Each finding's example, and what a reader or the owner can do. Its words are the templates'."""

from typing import NamedTuple


class Case(NamedTuple):
    """What ``templates/findings/<code>.html`` does not say."""

    example: str
    help: str


LINES = "Open the lines it cites, and judge by them."
ASK = "The record cannot settle it: ask the agency."
NOTHING = "Nothing is to be mended: it tells how the record is written."

FINDINGS: dict[str, Case] = {
    "behind-plan": Case(
        "by 31/03/2566 steps of 60 % were due\n(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2023-03-31)",
        f"{LINES} Its threshold is behind_points in site.toml.",
    ),
    "codes-disagree": Case(
        "ปลูกต้นไม้ริมคลอง : 50010000-1234\n(คลิก) แสดงขั้นตอนการดำเนินงานโครงการ : 50010000-4321",
        "Compare both codes at the source; give the right one in sources.csv.",
    ),
    "complete-without-text": Case(
        "(4) ความคืบหน้าโครงการฯ ร้อยละ 100.00 (2023-09-20)\n20/09/2566 :",
        ASK,
    ),
    "copies-differ": Case(
        "old copy   ค่าเป้าหมาย (ต้น) : 100\nnew copy   ค่าเป้าหมาย (ต้น) : 60",
        "Both copies are kept: compare them on the project's page.",
    ),
    "date-differs": Case(
        "(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2023-03-31)\n05/01/2566 : ประชุมคณะทำงาน",
        NOTHING,
    ),
    "date-other-form": Case(
        "(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2020-11-29)\n11/29/2020 : ประชุมคณะทำงาน",
        NOTHING,
    ),
    "date-unreadable": Case(
        "(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (0000-00-00)",
        f"{LINES} Nothing is computed from such a day.",
    ),
    "empty-report": Case(
        "(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2023-03-31)\n31/03/2566 : -",
        ASK,
    ),
    "header-differs": Case(
        "ความคืบหน้าโครงการ ร้อยละ 80.00\n(4) ความคืบหน้าโครงการฯ ร้อยละ 100.00 (2023-09-20)",
        "The newest report is used in lists. Fetch the page again: one may be older.",
    ),
    "header-missing": Case(
        "ความคืบหน้าโครงการ ร้อยละ 80.00   (no title and no code above it)",
        "Fetch the page again with its headings, or give the code in sources.csv.",
    ),
    "late-finish": Case(
        "สิ้นสุด :2023-06-30\n(4) ความคืบหน้าโครงการฯ ร้อยละ 100.00 (2023-09-20)",
        LINES,
    ),
    "month-without-report": Case(
        "(1) … (2022-11-30)\n(2) … (2023-03-31)   nothing dated December to February",
        "No report is not no work: see the problems named around the gap.",
    ),
    "one-day-steps": Case(
        "ขั้นตอน 2\n: 50 %\nเริ่มต้น :2023-06-30\nสิ้นสุด :2023-06-30",
        NOTHING,
    ),
    "percent-out-of-range": Case(
        "ความคืบหน้าโครงการ ร้อยละ 105.00",
        f"{LINES} It is left out of averages.",
    ),
    "plan-day-invalid": Case(
        "เริ่มต้น :2023-06-30\nสิ้นสุด :2023-01-15",
        f"{LINES} Such a plan has no curve.",
    ),
    "problem-denied": Case(
        "30/08/2564 : ยกเลิกโครงการ\n** ปัญหาของโครงการ :ไม่มี",
        LINES,
    ),
    "progress-falls": Case(
        "(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2023-03-31)\n"
        "(1) ความคืบหน้าโครงการฯ ร้อยละ 50.00 (2022-12-30)",
        f"{LINES} It may correct an earlier figure.",
    ),
    "repeated-text": Case(
        "30/11/2565 : อยู่ระหว่างดำเนินการ\n30/12/2565 : อยู่ระหว่างดำเนินการ\n"
        "31/01/2566 : อยู่ระหว่างดำเนินการ",
        "Its threshold is repeated_run in site.toml.",
    ),
    "reports-out-of-order": Case(
        "(2) … (2022-12-30)\n(1) … (2023-03-31)   below an older one",
        NOTHING,
    ),
    "reports-twice": Case(
        "(2) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2023-03-31)\n"
        "(1) ความคืบหน้าโครงการฯ ร้อยละ 35.00 (2023-03-31)",
        NOTHING,
    ),
    "result-after-cancel": Case(
        "30/08/2564 : ยกเลิกโครงการ\nผลงานที่ทำได้ (ต้น) : 60",
        f"{LINES} The result may be older than the cancellation.",
    ),
    "result-missing": Case(
        "(4) ความคืบหน้าโครงการฯ ร้อยละ 100.00 (2023-09-20)\nผลงานที่ทำได้ (ต้น) : 0",
        ASK,
    ),
    "stopped-but-shown": Case(
        "ความคืบหน้าโครงการ ร้อยละ 40.00\n30/08/2564 : ยกเลิกโครงการ",
        f"{LINES} The percent may be what was done before.",
    ),
    "strategy-cut": Case(
        "๕.๒.๑.๑ ประชาชนได้รับบริการที่รวดเร็ว โปร่งใส และมีความพึงพอใจ%",
        "Name the node in content/lookups/strategies.toml; the written form stays.",
    ),
    "strategy-missing": Case(
        "สนับสนุนยุทธศาสตร์กรุงเทพมหานครฯ\nผลการดำเนินงาน",
        ASK,
    ),
    "target-mismatch": Case(
        "ค่าเป้าหมาย ร้อยละ85 : 0",
        f"{LINES} The target may stand in the field of the unit.",
    ),
    "weights-not-100": Case(
        "ขั้นตอน 1\n: 40 %\nขั้นตอน 2\n: 50 %",
        "There is no planned curve. Its threshold is weights_tolerance in site.toml.",
    ),
}
