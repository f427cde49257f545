"""The plan against the reports: the curve, the points, the slip."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assess.plan import Curve, NoCurve, Point, Slip, curve, planned_on, points, slip
from generator.dump.lines import Span
from generator.project import Copy
from generator.sections.progress import Progress
from tests.laws.samples import only_copy, read

NO_DAY = "0000-00-00"


def page(
    steps: tuple[tuple[str, str], ...] = (), reports: tuple[tuple[str, str], ...] = ()
) -> Copy:
    """Steps of weight and last day, reports of percent and day as the page lists them."""
    entries = (
        f"({number}) ความคืบหน้าโครงการฯ ร้อยละ {percent} ({day})"
        for number, (percent, day) in enumerate(reports, start=1)
    )
    plan = (
        line
        for number, (weight, end) in enumerate(steps, start=1)
        for line in (f"ขั้นตอน {number}", f":{weight}%", f"สิ้นสุด :{end}")
    )
    return only_copy(
        read("\n".join(("ผลการดำเนินงาน", *entries, *(["แผนการดำเนินงานฯ"] if steps else []), *plan)))
    )


def plan_of(*steps: tuple[str, str]) -> Curve:
    planned = curve(page(steps))
    assert isinstance(planned, Curve)
    return planned


THIRDS = (("33.33", "2023-01-31"), ("33.33", "2023-03-31"), ("33.33", "2023-05-31"))


def test_a_step_is_due_on_its_last_day() -> None:
    planned = plan_of(("40", "2022-12-31"), ("60", "2023-06-30"))
    days = ("2022-10-01", "2022-12-30", "2022-12-31", "2023-06-29", "2023-06-30", "2024-01-01")
    assert [planned_on(planned, date.fromisoformat(day)) for day in days] == [
        0,
        0,
        40,
        40,
        100,
        100,
    ]


def test_the_curve_cites_its_steps() -> None:
    planned = plan_of(("40", "2022-12-31"), ("60", "2023-06-30"))
    assert [due.lines for due in planned.steps] == [Span(3, 5), Span(6, 8)]
    assert (planned.lines, planned.end) == (Span(3, 8), date(2023, 6, 30))


def test_steps_stand_by_day_whatever_their_order_on_the_page() -> None:
    planned = plan_of(("60", "2023-06-30"), ("30", "2022-12-31"), ("10", "2022-12-31"))
    assert [(due.day.year, int(due.planned)) for due in planned.steps] == [
        (2022, 30),
        (2022, 40),
        (2023, 100),
    ]
    assert [due.lines.first for due in planned.steps] == [6, 9, 3]


def test_thirds_end_at_100() -> None:
    assert [due.planned for due in plan_of(*THIRDS).steps] == [
        Decimal("33.33"),
        Decimal("66.66"),
        100,
    ]


def test_weights_above_100_never_lead_beyond_it() -> None:
    days = ("2023-01-31", "2023-02-28", "2023-03-31")
    steps = plan_of(*zip(("50", "50.3", "0.1"), days, strict=True)).steps
    assert [due.planned for due in steps] == [50, 100, 100]


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ((("40", "2022-12-31"), ("59.4", "2023-06-30")), NoCurve.WEIGHTS),
        ((("40", "2022-12-31"), ("60.6", "2023-06-30")), NoCurve.WEIGHTS),
        ((("120", "2022-12-31"), ("-20", "2023-06-30")), NoCurve.WEIGHTS),
        ((("100", "2022-12-31"), ("", "2023-06-30")), NoCurve.WEIGHTS),
        ((("40", "2022-12-31"), ("60", NO_DAY)), NoCurve.DAYS),
        ((("40", ""), ("60", "2023-06-30")), NoCurve.DAYS),
        ((("40", ""), ("50", "2023-06-30")), NoCurve.WEIGHTS),
    ],
)
def test_no_curve_without_whole_weights_and_days(
    steps: tuple[tuple[str, str], ...], why: NoCurve
) -> None:
    assert curve(page(steps)) is why


def test_weights_may_miss_100_by_half_a_point() -> None:
    steps = (("40", "2022-12-31"), ("59.5", "2023-06-30"))
    assert isinstance(curve(page(steps)), Curve)
    assert curve(page(steps), tolerance=Decimal("0.4")) is NoCurve.WEIGHTS


def test_a_step_without_weight_or_last_day() -> None:
    heading = "แผนการดำเนินงานฯ\nขั้นตอน 1\n"
    assert curve(only_copy(read(heading + "สิ้นสุด :2023-06-30"))) is NoCurve.WEIGHTS
    assert curve(only_copy(read(heading + ":100%"))) is NoCurve.DAYS


def test_an_empty_plan_is_not_a_missing_one() -> None:
    assert curve(only_copy(read("แผนการดำเนินงานฯ"))) is NoCurve.NO_STEPS
    assert curve(page()) is NoCurve.NOT_IN_COPY


def figures(found: tuple[Point, ...]) -> list[tuple[object, ...]]:
    return [(str(one.day), one.reported, one.planned, one.difference) for one in found]


STEPS = (("40", "2022-12-31"), ("60", "2023-06-30"))


def test_points_are_oldest_first_those_without_a_day_last() -> None:
    copy = page(
        STEPS, (("70", "2023-03-01"), ("20", NO_DAY), ("x", "2022-12-31"), ("5", "2022-11-01"))
    )
    assert figures(points(copy, curve(copy))) == [
        ("2022-11-01", 5, 0, 5),
        ("2022-12-31", None, 40, None),
        ("2023-03-01", 70, 40, 30),
        ("None", 20, None, None),
    ]


def test_of_one_day_the_lower_report_is_older() -> None:
    copy = page((), (("30", "2023-01-01"), ("20", "2023-01-01"), ("10", "2022-12-01")))
    assert [one.reported for one in points(copy, curve(copy))] == [10, 20, 30]


def test_without_a_plan_points_tell_what_was_reported() -> None:
    copy = page((), (("30", "2023-01-01"),))
    assert figures(points(copy, curve(copy))) == [("2023-01-01", 30, None, None)]
    assert points(only_copy(read("แผนการดำเนินงานฯ")), NoCurve.NO_STEPS) == ()


def slip_of(*reports: tuple[str, str]) -> Slip | None:
    copy = page(STEPS, reports)
    planned = curve(copy)
    return slip(points(copy, planned), planned)


@pytest.mark.parametrize(
    ("day", "days"), [("2023-07-23", 23), ("2023-06-30", 0), ("2023-06-20", -10)]
)
def test_slip_is_the_day_of_100_against_the_end(day: str, days: int) -> None:
    found = slip_of(("100", day), ("80", "2023-06-01"))
    assert found == Slip(days, date.fromisoformat(day), date(2023, 6, 30), Span(2, 2), Span(8, 10))


def test_slip_is_of_the_first_report_of_100() -> None:
    found = slip_of(("105", "2023-08-01"), ("x", "2023-07-20"), ("100", "2023-07-01"))
    assert found
    assert found.days == 1


def test_what_a_later_report_takes_back_was_not_finished() -> None:
    assert slip_of(("90", "2023-08-01"), ("100", "2023-07-01")) is None
    assert slip_of(("0", "2023-08-01"), ("100", "2023-07-01")) is None
    found = slip_of(("100", "2023-08-01"), ("95", "2023-07-20"), ("100", "2023-07-01"))
    assert found
    assert found.finished == date(2023, 8, 1)


def test_no_slip_without_a_plan_or_an_end() -> None:
    copy = page((), (("100", "2023-01-01"),))
    assert slip(points(copy, curve(copy)), curve(copy)) is None
    assert slip_of(("99.99", "2023-08-01")) is None
    assert slip_of(("100", NO_DAY)) is None
    assert slip_of() is None


DAYS = st.dates(date(2022, 1, 1), date(2024, 12, 31))


@st.composite
def plans(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    """Weights that sum to 100, or nearly, and days in any order."""
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), max_size=6)))
    shares = [Decimal(high - low) / 100 for low, high in pairwise([0, *cuts, 10_000])]
    shares[-1] += draw(st.decimals("-0.5", "0.5", places=2)) if shares[-1] >= 1 else 0
    return tuple((f"{share:.2f}", str(draw(DAYS))) for share in shares)


@given(plans(), st.lists(DAYS, min_size=2, max_size=8))
def test_planned_progress_rises_from_0_to_100(
    steps: tuple[tuple[str, str], ...], days: list[date]
) -> None:
    planned = plan_of(*steps)
    course = [planned_on(planned, day) for day in sorted(days)]
    assert all(before <= after for before, after in pairwise(course))
    assert planned_on(planned, planned.steps[0].day - timedelta(1)) == 0
    assert planned_on(planned, planned.end) == 100
    assert all(0 <= due.planned <= 100 for due in planned.steps)


LOGS = st.lists(
    st.tuples(st.sampled_from(("0", "40.00", "100", "105", "x")), DAYS.map(str) | st.just(NO_DAY)),
    max_size=8,
)


@given(plans() | st.just(()), LOGS)
def test_every_report_is_one_point(
    steps: tuple[tuple[str, str], ...], log: list[tuple[str, str]]
) -> None:
    copy = page(steps, tuple(log))
    section, found = copy.section(Progress), points(copy, curve(copy))
    assert section is not None
    assert sorted(one.report.number for one in found) == [one.number for one in section.reports]
    days = [one.day or date.max for one in found]
    assert days == sorted(days)


def test_the_real_plan(real_dumps: Path) -> None:
    text = (real_dumps / "002_8985c1976cebadb4.txt").read_text(encoding="utf-8")
    copy = only_copy(read(text))
    planned = curve(copy)
    found = points(copy, planned)
    assert [one.difference for one in found] == [-15, -10, -5, -20, -10, -26, -30, 0]
    late = slip(found, planned)
    assert late
    assert (late.days, late.planned_end) == (23, date(2023, 8, 15))


def test_the_real_copy_without_a_plan(real_dumps: Path) -> None:
    text = (real_dumps / "000_484b5618b705bf8c.txt").read_text(encoding="utf-8")
    assert curve(only_copy(read(text))) is NoCurve.NOT_IN_COPY
