"""How each oddity shows in the facts and the bytes: the writer's claims, checked from outside."""

import re
from collections.abc import Callable
from itertools import groupby, pairwise

from tests.writer.anomalies import Anomaly
from tests.writer.plan import over
from tests.writer.records import Dump, Truth


def shows(each: Dump, kind: Anomaly) -> bool:
    """The dump is odd in this way, whatever its truth says."""
    return SHOWN[kind](each, each.truth)


def _fallen(truth: Truth) -> bool:
    percents = [float(report.percent) for report in truth.reports]
    return any(newer < older for newer, older in pairwise(percents))


def _says(truth: Truth, word: str) -> bool:
    return any(word in (report.text or "") for report in truth.reports)


def _longest_run(truth: Truth) -> int:
    texts = [report.text for report in truth.reports if report.text]
    return max((len([*group]) for _, group in groupby(texts)), default=0)


def _months(truth: Truth) -> list[int]:
    return sorted(report.day.year * 12 + report.day.month for report in truth.reports)


def _lags(truth: Truth) -> list[float]:
    return [over(truth.steps, each.day) - float(each.percent) for each in truth.reports]


def _stopped_at(truth: Truth, word: str) -> bool:
    return word in (truth.reports[0].text or "") and 0 < float(truth.percent) < 100


def _texts_of(truth: Truth, *fields: str) -> str:
    return " ".join(str(getattr(report, field)) for report in truth.reports for field in fields)


def _private_in(truth: Truth, text: str) -> bool:
    return any(
        written in text
        for written in (*(each.written for each in truth.planted.people), *truth.planted.numbers)
    )


SHOWN: dict[Anomaly, Callable[[Dump, Truth], bool]] = {
    Anomaly.PERCENT_FALLS: lambda _, truth: _fallen(truth),
    Anomaly.CANCELLED: lambda _, truth: _stopped_at(truth, "ยกเลิก"),
    Anomaly.CANCELLED_WITH_RESULT: lambda _, truth: (
        _stopped_at(truth, "ยกเลิก") and truth.indicators[0].result == "80"
    ),
    Anomaly.PAUSED: lambda _, truth: _stopped_at(truth, "ชะลอ"),
    Anomaly.NO_REPORTS: lambda _, truth: not truth.reports,
    Anomaly.DONE_WITHOUT_TEXT: lambda _, truth: (
        truth.reports[0].percent == "100.00" and not truth.reports[0].text
    ),
    Anomaly.FINISHED_LATE: lambda _, truth: (
        truth.reports[0].percent == "100.00"
        and all(step.end is None or step.end < truth.reports[0].day for step in truth.steps)
    ),
    Anomaly.BEHIND_PLAN: lambda _, truth: max(_lags(truth)) >= 10,
    Anomaly.MISSING_MONTHS: lambda _, truth: (
        _months(truth)[-1] - ((truth.fiscal_year - 544) * 12 + 9) > len(truth.reports)
    ),
    Anomaly.ABOVE_100: lambda _, truth: float(truth.reports[0].percent) > 100,
    Anomaly.REPEATED_TEXT: lambda _, truth: _longest_run(truth) >= 3,
    Anomaly.EMPTY_REPORTS: lambda _, truth: sum(not each.text for each in truth.reports) >= 3,
    Anomaly.MANY_LINES: lambda _, truth: any(len(each.body) > 1 for each in truth.reports),
    Anomaly.CANCELS_SOMETHING_ELSE: lambda _, truth: (
        _says(truth, "ยกเลิก") and "ยกเลิก" not in (truth.reports[0].text or "")
    ),
    Anomaly.PRIVATE_IN_REPORT: lambda _, truth: _private_in(truth, _texts_of(truth, "text")),
    Anomaly.AMERICAN_DAY: lambda _, truth: any(
        each.stated == f"{each.day:%m/%d/%Y}" for each in truth.reports
    ),
    Anomaly.OTHER_DAY: lambda _, truth: any(
        each.stated_day not in (None, each.day) for each in truth.reports
    ),
    Anomaly.UNREADABLE_DAY: lambda _, truth: any(
        each.stated is not None and each.stated_day is None for each in truth.reports
    ),
    Anomaly.OUT_OF_ORDER: lambda _, truth: any(
        newer.day < older.day for newer, older in pairwise(truth.reports)
    ),
    Anomaly.ENTRY_TWICE: lambda _, truth: any(
        one == other for one, other in pairwise(truth.reports)
    ),
    Anomaly.NO_PROBLEM_LINE: lambda each, truth: (
        any(report.problem is None for report in truth.reports)
        and each.text.count("ปัญหาของโครงการ :") < len(truth.reports)
    ),
    Anomaly.PRIVATE_IN_PROBLEM: lambda _, truth: _private_in(truth, _texts_of(truth, "problem")),
    Anomaly.HEADER_DIFFERS: lambda _, truth: (
        float(truth.percent) != float(truth.reports[0].percent)
    ),
    Anomaly.DECOMPOSED_AGENCY: lambda each, _: "สํานัก" in each.text,
    Anomaly.ODD_SPELLING: lambda each, _: "สำานัก" in each.text and "เเ" in each.text,
    Anomaly.SUB_UNIT: lambda each, truth: f"** {truth.sub_unit} {truth.agency}" in each.text,
    Anomaly.UNKNOWN_AGENCY: lambda _, truth: truth.unit_code.startswith("9901"),
    Anomaly.PRIVATE_IN_RATIONALE: lambda _, truth: _private_in(truth, truth.rationale),
    Anomaly.ZERO_WIDTH: lambda each, _: "\u200b" in each.text,
    Anomaly.NO_STRATEGY: lambda each, truth: not truth.strategies and " |" not in each.text,
    Anomaly.CUT_STRATEGY: lambda _, truth: any(
        len(node.written) >= 84 and node.label not in node.written for node in truth.strategies
    ),
    Anomaly.NO_PLAN: lambda each, truth: not truth.steps and "ขั้นตอน 1" not in each.text,
    Anomaly.ONE_DAY_STEPS: lambda _, truth: any(step.start == step.end for step in truth.steps),
    Anomaly.WEIGHTS_OFF: lambda _, truth: sum(float(step.weight) for step in truth.steps) != 100,
    Anomaly.ZERO_DAYS: lambda each, _: "0000-00-00" in each.text,
    Anomaly.EMPTY_DAYS: lambda each, _: "\nเริ่มต้น :\n" in each.text,
    Anomaly.NO_INDICATOR: lambda _, truth: not truth.indicators,
    Anomaly.MANY_INDICATORS: lambda _, truth: len(truth.indicators) > 1,
    Anomaly.TARGET_ZERO: lambda _, truth: (
        (truth.indicators[0].unit, truth.indicators[0].target) == ("ร้อยละ85", "0")
    ),
    Anomaly.QUARTERS_ZERO: lambda _, truth: (
        truth.percent in ("100", "100.00")
        and all(row.result == "0.00" for each in truth.indicators for row in each.quarters)
    ),
    Anomaly.ABUSED_UNIT: lambda _, truth: (
        truth.indicators[0].unit in {"ร้อยละ85", "100", "1,200 ชุมชน", "ร้อยละ (ลดลง)", "≥1", "นาที"}
    ),
    Anomaly.COMMAS_AND_DECIMALS: lambda _, truth: bool(
        re.fullmatch(r"(\d,\d{3}|\d\d)\.\d{4}", truth.indicators[0].target)
    ),
    Anomaly.CRLF: lambda each, _: each.data.count(b"\r\n") == each.text.count("\n"),
    Anomaly.BYTE_ORDER_MARK: lambda each, _: each.data.decode("utf-8-sig") == each.text,
    Anomaly.WINDOWS_874: lambda each, _: each.data.decode("cp874") == each.text,
    Anomaly.STRAY_BYTE: lambda each, _: each.data.decode(errors="replace") == each.text,
}
