"""The two real dumps, which lie beside the checkout and never enter it: facts, not words."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.collate import Project
from generator.corpus import Corpus, corpus
from generator.dump.lines import Cited, Span
from generator.dump.privacy.marks import MARKED
from generator.lookups import NAMES, lookups
from generator.nodes import NodeKey
from generator.project import Copy
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.indicators import Indicator, Indicators
from generator.sections.progress import Progress, Report
from generator.sections.repeats import Repeats
from generator.sections.steps import Plan
from generator.sections.strategy import Strategy
from generator.sections.units import Units
from tests.laws.accounting import account, rebuild
from tests.laws.samples import read

CONTENT = Path(__file__).parent.parent / "content" / "lookups"
STRIPPED, HEADED = "000_484b5618b705bf8c.txt", "002_8985c1976cebadb4.txt"


@pytest.fixture(scope="module")
def found(real_dumps: Path) -> Corpus:
    """Both dumps together, with the tables that come with sitegen."""
    tables = {name: tomllib.loads((CONTENT / f"{name}.toml").read_text()) for name in NAMES}
    dumps = sorted(real_dumps.glob("*.txt"))
    parsed = [read(path.read_text(encoding="utf-8"), path.name) for path in dumps]
    return corpus(parsed, lookups(tables))


def of(found: Corpus, file: str) -> Project:
    (project,) = (one.project for one in found.entries if one.project.newest.file == file)
    return project


@pytest.fixture(scope="module")
def stripped(found: Corpus) -> Copy:
    return of(found, STRIPPED).newest


@pytest.fixture(scope="module")
def headed(found: Corpus) -> Copy:
    return of(found, HEADED).newest


def log(copy: Copy) -> tuple[Report, ...]:
    section = copy.section(Progress)
    assert section is not None
    return section.reports


def percents(copy: Copy) -> list[int]:
    return [int(report.percent.value.value or 0) for report in log(copy)]


def days(copy: Copy) -> list[str]:
    return [str(report.day.value.value) for report in log(copy)]


def the_indicator(copy: Copy) -> Indicator:
    section = copy.section(Indicators)
    assert section is not None
    (indicator,) = section.indicators
    return indicator


def head(copy: Copy) -> Identity:
    section = copy.section(Identity)
    assert section is not None
    return section


def test_two_projects_and_nothing_to_tell(found: Corpus) -> None:
    assert len(found.entries) == 2
    assert found.diagnostics == ()


@pytest.mark.parametrize("file", [STRIPPED, HEADED])
def test_every_line_is_claimed_and_can_be_written_again(real_dumps: Path, file: str) -> None:
    parsed = read((real_dumps / file).read_text(encoding="utf-8"), file)
    account(parsed)
    for copy in parsed.copies:
        rebuild(copy)


def test_flavours(stripped: Copy, headed: Copy) -> None:
    assert stripped.is_stripped
    assert not headed.is_stripped
    kinds = {section.kind for section in headed.sections}
    assert kinds - {section.kind for section in stripped.sections} == {"steps", "repeats"}


def test_the_stripped_project(found: Corpus) -> None:
    project = of(found, STRIPPED)
    facts = project.facts
    assert project.key.startswith("x-")
    assert facts.agency_code == Cited("50280000", Span(6, 6), inferred=True)
    assert facts.fiscal_year == Cited(2564, Span(13, 13), inferred=True)
    assert facts.title is not None
    assert (facts.title.lines, facts.title.inferred) == (Span(5, 5), True)
    assert 10 < len(facts.title.value) < 60


def test_the_headed_project(found: Corpus) -> None:
    project = of(found, HEADED)
    assert project.key == "50050000-3410"
    assert project.facts.fiscal_year == Cited(2566, Span(8, 8))
    assert project.facts.agency_name == Cited("สำนักงานเขตปทุมวัน", Span(8, 8))
    assert project.facts.title is not None
    assert not project.facts.title.inferred


def test_agencies_years_sections(found: Corpus) -> None:
    told = {
        one.project.newest.file: (one.agency.name, one.year, one.section and one.section.value)
        for one in found.entries
    }
    assert told == {
        STRIPPED: ("สำนักงานเขตบึงกุ่ม", 2564, "ฝ่ายการศึกษา"),
        HEADED: ("สำนักงานเขตปทุมวัน", 2566, "ฝ่ายการศึกษา"),
    }


def test_the_head_of_the_headed_copy(headed: Copy) -> None:
    section = head(headed)
    assert section.gauge is not None
    assert section.percent is not None
    assert section.gauge.value.value == section.percent.value.value == 100
    assert [contact.value for contact in section.contact] == ["ฝ่ายการศึกษา"]


def test_the_contact_of_the_stripped_copy_is_withheld(real_dumps: Path, stripped: Copy) -> None:
    section = head(stripped)
    assert section.percent is not None
    assert section.percent.value.value == 10
    assert section.contact
    for contact in section.contact:
        assert not MARKED.sub("", contact.value).strip()
    written = (real_dumps / STRIPPED).read_text(encoding="utf-8").split("\n")[1]
    private = [word for word in written.split() if not word.startswith("โทร")]
    assert len(private) == 3
    assert not any(word in line.text for word in private for line in stripped.lines)


def test_twelve_reports(stripped: Copy) -> None:
    assert percents(stripped) == [10, 10, 10, 10, 20, 20, 20, 10, 10, 10, 10, 10]
    assert days(stripped) == [
        *("2021-09-29", "2021-08-30", "2021-07-29", "2021-06-29", "2021-05-27", "2021-04-07"),
        *("2021-03-29", "2021-02-27", "2021-01-27", "2020-12-28", "2020-11-29", "2020-10-28"),
    ]
    assert [report.number.value for report in log(stripped)] == list(range(1, 13))
    assert all(report.closed and report.repeat is None for report in log(stripped))


def test_every_text_day_of_the_stripped_log_is_the_entry_s(stripped: Copy) -> None:
    for report in log(stripped):
        assert report.text_day is not None
        assert report.text_day.value.value == report.day.value.value
    odd = log(stripped)[10].text_day
    assert odd is not None
    assert odd.value == ("11/29/2020", date(2020, 11, 29))


def test_silences_of_the_stripped_log(stripped: Copy) -> None:
    said = [(report.problem, report.obstacle) for report in log(stripped)]
    kinds = {"-", "ไม่มี"}
    silent = [tuple(one.value if one else None for one in pair) for pair in said]
    assert sum(pair[0] not in kinds for pair in silent) == 1
    assert all(pair[1] in kinds for pair in silent)
    assert silent[4] == ("ไม่มี", "-")


def test_eight_reports(headed: Copy) -> None:
    assert percents(headed) == [100, 70, 54, 50, 40, 35, 30, 25]
    assert days(headed) == [
        *("2023-09-07", "2023-08-21", "2023-07-20", "2023-06-17"),
        *("2023-05-22", "2023-04-20", "2023-02-20", "2023-01-30"),
    ]
    for report in log(headed):
        assert report.repeat is not None
        assert report.repeat.value.value == report.percent.value.value
        assert (report.problem and report.problem.value) == "ไม่มี"
    texts = [report.text.value if report.text else None for report in log(headed)]
    assert [number for number, text in enumerate(texts, start=1) if text == ""] == [1, 3, 4]


def test_five_steps(headed: Copy) -> None:
    plan = headed.section(Plan)
    assert plan is not None
    told = [
        (one.label, one.weight and one.weight.value.value, one.start and str(one.start.value.value))
        for one in plan.steps
    ]
    assert told == [
        ("1.", Decimal(20), "2022-10-01"),
        ("2.", Decimal(20), "2022-10-01"),
        ("3.", Decimal(20), "2023-05-15"),
        ("4.", Decimal(20), "2023-07-15"),
        ("5.", Decimal(20), "2023-08-15"),
    ]
    assert all(one.start and one.end and one.start.value == one.end.value for one in plan.steps)
    assert all(one.name and one.name.value for one in plan.steps)


def test_four_strategy_nodes(found: Corpus, stripped: Copy) -> None:
    strategy = stripped.section(Strategy)
    assert strategy is not None
    assert strategy.heading is None
    assert [one.number for one in strategy.nodes] == ["1", "1.1", "1.1.1", "1.1.1.1"]
    assert [one.may_be_cut for one in strategy.nodes] == [False, False, True, False]
    assert strategy.nodes[0].english is not None
    node = found.nodes[NodeKey("until-2565", "1.1.1")]
    assert node.may_be_cut
    assert node.label is not None
    assert not node.label.endswith("%")


def test_no_strategy_under_the_heading(found: Corpus, headed: Copy) -> None:
    strategy = headed.section(Strategy)
    assert strategy is not None
    assert strategy.heading == Span(34, 34)
    assert strategy.nodes == ()
    assert [one.project.key for one in found.without_strategy] == ["50050000-3410"]


def test_the_indicator_of_the_headed_copy(headed: Copy) -> None:
    one = the_indicator(headed)
    assert (one.code and one.code.value) == "5005-2075"
    assert (one.unit and one.unit.value) == "ร้อยละ85"
    assert (one.target and one.target.value.value) == 0
    assert (one.result and one.result.value) == ("", None)
    assert one.type is not None
    assert one.level is not None
    assert one.table_unit == Cited("ร้อยละ85", Span(182, 182))
    told = [
        (
            quarter.number.value.value,
            quarter.result and quarter.result.value.value,
            quarter.score,
            quarter.pair and quarter.pair.value,
        )
        for quarter in one.quarters
    ]
    assert told == [(Decimal(number), Decimal(0), None, "0 / 0") for number in (1, 2, 3, 4)]


def test_the_indicator_of_the_stripped_copy(stripped: Copy) -> None:
    one = the_indicator(stripped)
    assert one.code is None
    assert (one.unit and one.unit.value) == "100"
    assert (one.target and one.target.value.value) == 100
    assert (one.result and one.result.value.value) == 80
    assert one.level is not None
    assert one.quarters == ()


def test_evaluations_units_and_links(stripped: Copy, headed: Copy) -> None:
    told = [copy.section(Evaluation) for copy in (stripped, headed)]
    assert [one and one.quarter and one.quarter.value.value for one in told] == [1, 2]
    assert [one and one.score for one in told] == [None, None]
    units = [copy.section(Units) for copy in (stripped, headed)]
    assert [one and one.code.value for one in units] == ["50280700", "50050700"]
    links = headed.section(Repeats)
    assert links is not None
    assert [link.code.value for link in links.links] == ["50050000-3410"] * 2
