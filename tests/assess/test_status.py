"""One status a project: the table, its precedence, and the figures it is said with."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assess.reading import Reading, reading
from generator.assess.status import STATUSES, Verdict, verdict
from generator.assess.thresholds import THRESHOLDS
from generator.collate import collate
from generator.dump.lines import Span
from tests.laws.samples import SAMPLE, read
from tests.writer import SAMPLE as WRITTEN
from tests.writer import Anomaly, dump
from tests.writer.records import Dump

Log = tuple[tuple[str, str, str], ...]
"""Percent, day, text; newest first. By the plan 40 are due on 31.12.2022 and 100 on 30.6.2023."""
STOP, PAUSE, WORK = "ยกเลิกโครงการ", "ชะลอโครงการ", "ขุดหลุมแล้ว 12 หลุม"


def seen(text: str, retrieved: str | None = None) -> Reading:
    day = date.fromisoformat(retrieved) if retrieved else None
    (project,), _ = collate(read(text, retrieved=day).copies)
    return reading(project, THRESHOLDS)


def headed(reports: Log, retrieved: str | None = None, percent: str = "60") -> Verdict:
    return verdict(seen(replace(SAMPLE, reports=reports, percent=percent).headed, retrieved))


def told(*values: object) -> tuple[object, ...]:
    return values


def line_of(reports: Log, words: str) -> int:
    text = replace(SAMPLE, reports=reports).headed
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


@pytest.mark.parametrize(
    ("reports", "retrieved", "status"),
    [
        ((("20", "2023-02-20", STOP), ("20", "2022-11-30", WORK)), None, "cancelled"),
        ((("100", "2023-02-20", STOP),), None, "cancelled"),
        ((("20", "2023-02-20", STOP),), "2023-09-30", "cancelled"),
        ((("20", "2023-02-20", PAUSE),), "2023-09-30", "paused"),
        ((("100", "2023-02-20", PAUSE),), None, "paused"),
        ((("21", "2023-03-20", WORK), ("20", "2023-02-20", PAUSE)), None, "behind"),
        ((("100", "2023-02-20", WORK),), None, "completed"),
        ((("100", "2023-02-20", WORK),), "2023-09-30", "completed"),
        ((("105", "2023-02-20", WORK),), None, "completed"),
        ((("90", "2023-02-20", WORK), ("100", "2023-01-20", WORK)), None, "under-way"),
        ((("60", "2023-02-20", WORK),), "2023-04-21", "silent"),
        ((("20", "2023-02-20", WORK),), "2023-04-21", "silent"),
        ((("60", "2023-02-20", WORK),), "2023-04-20", "under-way"),
        ((("30", "2023-02-20", WORK),), None, "behind"),
        ((("31", "2023-02-20", WORK),), None, "under-way"),
        ((("0", "2023-02-20", WORK),), None, "behind"),
        ((("0", "2022-11-30", WORK),), None, "not-started"),
        ((("0", "2022-11-30", WORK),), "2023-02-28", "silent"),
    ],
)
def test_status(reports: Log, retrieved: str | None, status: str) -> None:
    assert headed(reports, retrieved).status == status


def test_silence_ends_with_the_fiscal_year() -> None:
    late = (("60", "2023-08-15", WORK),)
    assert headed(late, "2026-01-01").silent_days == 46
    assert headed((("60", "2023-07-31", WORK),), "2026-01-01").status == "silent"


def test_no_retrieval_no_silence() -> None:
    found = headed((("60", "2022-11-30", WORK),))
    assert (found.as_of, found.silent_days) == (date(2022, 11, 30), 0)


def test_a_page_fetched_before_its_newest_report_is_not_silent() -> None:
    assert headed((("60", "2023-03-31", WORK),), "2023-01-01").silent_days == 0


def test_an_empty_log_is_silent_from_the_first_day_of_its_year() -> None:
    found = headed((), "2022-11-30", percent="0")
    assert (found.status, found.silent_days) == ("silent", 60)
    assert found.evidence == (Span(26, 26),)
    assert headed((), "2022-11-29", percent="0").status == "not-started"
    assert headed((), "2022-11-29", percent="").status == "not-started"
    assert headed((), percent="0").silent_days is None


def test_without_reports_the_head_tells() -> None:
    assert headed((), percent="100").status == "completed"
    found = headed((), percent="40")
    assert told(found.status, found.reported, found.reported_on) == ("under-way", 40, None)
    assert found.reported_lines == found.evidence[0] == Span(8, 8)


def test_an_unreadable_percent_leaves_the_head_to_tell() -> None:
    found = headed((("x", "2023-02-20", WORK),), percent="40")
    assert told(found.reported, found.difference, found.status) == (40, None, "under-way")
    assert headed((("x", "2023-02-20", WORK),), percent="x").status == "unknown"
    assert headed((("x", "2023-02-20", WORK),), percent="-5").status == "unknown"


def test_an_unreadable_day_leaves_silence_and_plan_untold() -> None:
    found = headed((("20", "0000-00-00", WORK),), "2023-09-30")
    assert (found.silent_days, found.planned, found.status) == (None, None, "under-way")


def test_a_year_nobody_tells() -> None:
    text = "ความคืบหน้าโครงการ ร้อยละ 40\nผลการดำเนินงาน"
    assert verdict(seen(text, "2023-09-30")).silent_days is None
    assert verdict(seen("แผนการดำเนินงานฯ")).status == "unknown"
    assert verdict(seen("ผลการดำเนินงาน")).evidence == (Span(1, 1),)


def test_evidence_are_the_lines_that_say_so() -> None:
    stopped = (("20", "2023-02-20", STOP), ("20", "2022-11-30", WORK))
    at = line_of(stopped, STOP)
    assert headed(stopped).evidence == (Span(at, at),)
    late = (("30", "2023-02-20", WORK),)
    head, plan = line_of(late, "(2023-02-20)"), line_of(late, "ขั้นตอน 1")
    assert headed(late).evidence == (Span(head, head), Span(plan, plan + 9))
    assert headed(late, "2023-09-01").evidence == (Span(head, head),)
    assert headed(late).reported_on == date(2023, 2, 20)
    done = headed((("100", "2023-02-20", WORK),))
    assert (done.status, done.evidence) == ("completed", (Span(head, head),))
    assert headed((("x", "2023-02-20", WORK),), percent="x").evidence == ()


def test_figures() -> None:
    found = headed((("100", "2023-07-05", WORK), ("30", "2023-02-20", WORK)))
    assert found.slip
    assert told(found.slip.days, found.planned, found.difference) == (5, 100, 0)
    again = headed((("90", "2023-07-20", WORK), ("100", "2023-07-05", WORK)))
    assert told(again.slip, again.planned, again.difference) == (None, 100, -10)
    assert headed((("100", "2023-07-05", STOP),)).slip is None


def test_on_plan_is_said_only_beside_a_plan() -> None:
    reports = (("60", "2023-02-20", WORK),)
    assert headed(reports).meaning == "on"
    assert verdict(seen(replace(SAMPLE, reports=reports).stripped)).meaning == "none"
    done = replace(SAMPLE, reports=(("100", "2023-02-20", WORK),)).stripped
    assert verdict(seen(done)).meaning == "on"


def test_thresholds_are_those_given() -> None:
    read_with = seen(replace(SAMPLE, reports=(("31", "2023-02-20", WORK),)).headed, "2023-03-31")
    strict = replace(THRESHOLDS, behind_points=Decimal(9))
    assert verdict(replace(read_with, thresholds=strict)).status == "behind"
    hasty = replace(THRESHOLDS, silent_days=39)
    assert verdict(replace(read_with, thresholds=hasty)).status == "silent"


def test_the_table() -> None:
    codes = [status.code for status in STATUSES]
    assert codes == [
        *("cancelled", "paused", "completed", "silent"),
        *("behind", "under-way", "not-started", "unknown"),
    ]
    assert all(status.holds.__doc__ for status in STATUSES)


DAYS = st.dates(date(2022, 10, 1), date(2023, 9, 30))
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(("0", "20", "60", "100", "105", "x")),
        DAYS.map(str) | st.just("0000-00-00"),
        st.sampled_from((STOP, PAUSE, WORK, "-", "ไม่ยกเลิกโครงการ")),
    ),
    max_size=5,
)


PERCENTS, FLAVOURS = (
    st.sampled_from(("0", "60", "100", "x")),
    st.sampled_from(("headed", "stripped")),
)


@given(REPORTS, st.none() | DAYS.map(str), FLAVOURS, PERCENTS)
def test_every_project_has_one_status_the_first_that_holds(
    reports: list[tuple[str, str, str]], retrieved: str | None, flavour: str, percent: str
) -> None:
    page = replace(SAMPLE, reports=tuple(reports), percent=percent)
    text = page.headed if flavour == "headed" else page.stripped
    read_once = seen(text, retrieved)
    found = verdict(read_once)
    holding = [status for status in STATUSES if status.holds(read_once) is not None]
    assert found.status == holding[0].code
    assert found == verdict(seen(text, retrieved))
    last = len(read_once.copy.lines)
    assert all(1 <= lines.first <= lines.last <= last for lines in found.evidence)
    assert list(found.evidence) == sorted(set(found.evidence))


WRITER = tuple(dump(index) for index in range(WRITTEN))
STOPPED = {Anomaly.CANCELLED, Anomaly.CANCELLED_WITH_RESULT, Anomaly.PAUSED}


def said_of(written: Dump) -> Verdict:
    retrieved = written.source.retrieved if written.source else None
    return verdict(seen(written.text, str(retrieved) if retrieved else None))


@pytest.mark.parametrize("written", WRITER, ids=lambda one: one.name)
def test_the_writer_agrees(written: Dump) -> None:
    odd, found = {*written.truth.anomalies}, said_of(written)
    stop = "paused" if Anomaly.PAUSED in odd else "cancelled"
    if odd & STOPPED:
        assert found.status == stop
        return
    assert found.status not in {"cancelled", "paused"}
    if Anomaly.FINISHED_LATE in odd:
        assert found.slip
        assert found.slip.days > 0
        assert found.slip.finished == found.slip.planned_end + timedelta(found.slip.days)
    if Anomaly.BEHIND_PLAN in odd:
        assert found.difference
        assert found.difference < 0
    if Anomaly.HEADER_DIFFERS not in odd:
        assert (found.status == "completed") == (float(written.truth.percent) >= 100)


@pytest.mark.parametrize(
    ("file", "status", "difference"),
    [("000_484b5618b705bf8c.txt", "cancelled", None), ("002_8985c1976cebadb4.txt", "completed", 0)],
)
def test_the_real_dumps(real_dumps: Path, file: str, status: str, difference: int | None) -> None:
    found = verdict(seen((real_dumps / file).read_text(encoding="utf-8")))
    assert (found.status, found.difference) == (status, difference)
    if status == "cancelled":
        assert told(found.evidence, found.reported) == ((Span(14, 14),), 10)
    else:
        assert found.slip
        assert found.slip.days == 23
