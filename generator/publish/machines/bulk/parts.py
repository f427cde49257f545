"""Tables of what a project's page holds: reports, steps, indicators and what the rules found."""

from collections.abc import Iterator

from generator.assess.findings import RULES, Finding, Severity
from generator.assess.plan import Point
from generator.corpus import Entry
from generator.dump.lines import Span
from generator.publish import urls
from generator.publish.machines.bulk.shape import (
    LINES,
    OF_PROJECT,
    Absent,
    Field,
    Kind,
    Link,
    Row,
    Table,
    day,
    figure,
    key_of_project,
    projects,
    told,
)
from generator.publish.project import (
    log,
    record,
)
from generator.publish.project.fields import Json
from generator.sections.indicators import Indicator, Indicators, Quarter
from generator.sections.steps import Plan, Step

KEY = ("project", "line_first")
"""No two entries of one copy begin on the same line."""
PERCENT = (0, 100)

REPORT = (
    key_of_project(),
    Field("number", Kind.INTEGER, "Number in the log, 1 the newest", least=0),
    *day("day", "Day of the report"),
    *figure("percent", "Percent done, as typed", "percent", PERCENT),
    Field(
        "planned",
        Kind.NUMBER,
        "Percent that the plan makes due by that day",
        Absent.NOT_COMPUTED,
        "percent",
        usual=PERCENT,
    ),
    Field(
        "difference",
        Kind.NUMBER,
        "Percent less planned; below 0 is behind the plan",
        Absent.NOT_COMPUTED,
        "points",
        usual=(-100, 100),
    ),
    *day("text_day", "Day the text begins with"),
    Field("text", Kind.TEXT, "Text of the report; empty where left blank", Absent.NOT_HELD),
    Field("problem", Kind.TEXT, "Problem reported; empty where left blank", Absent.NOT_HELD),
    Field("obstacle", Kind.TEXT, "Obstacle reported; empty where left blank", Absent.NOT_HELD),
    *LINES,
)

STEP = (
    key_of_project(),
    Field("number", Kind.INTEGER, "Number of the step", least=0),
    Field("label", Kind.TEXT, "Number typed before the name", Absent.EMPTY),
    Field("name", Kind.TEXT, "Name of the step", Absent.NOT_HELD),
    *figure("weight", "Share of the whole plan", "percent", PERCENT),
    *day("start", "First day"),
    *day("end", "Last day"),
    *LINES,
)

INDICATOR = (
    key_of_project(),
    Field("code", Kind.TEXT, "Code of the indicator", Absent.NOT_HELD),
    Field("name", Kind.TEXT, "Name of the indicator", Absent.NOT_HELD),
    Field("unit", Kind.TEXT, "Unit as written, often abused", Absent.NOT_HELD),
    *figure("target", "Target, in the unit of this row; whether more is better is not told"),
    *figure("result", "Result, in the unit of this row"),
    Field("kind", Kind.TEXT, "Strategic or routine, as written", Absent.NOT_HELD),
    Field("level", Kind.TEXT, "Output or outcome, as written", Absent.NOT_HELD),
    *LINES,
)

QUARTER = (
    key_of_project(),
    Field("indicator", Kind.INTEGER, "line_first of the indicator's row", unit="line", least=1),
    Field("position", Kind.INTEGER, "Place in the indicator's table, from 1", least=1),
    *figure("number", "Quarter of the fiscal year, 1 is October to December", usual=(1, 4)),
    *figure("result", "Result of the quarter, in the indicator's unit"),
    *figure("score", "Score of the quarter"),
    Field("pair", Kind.TEXT, "Two scores the source explains nowhere", Absent.NOT_HELD),
)

FINDING = (
    key_of_project(),
    Field("position", Kind.INTEGER, "Place among the project's findings, from 1", least=1),
    Field("rule", Kind.TEXT, "Rule that holds", codes=tuple(one.code for one in RULES)),
    Field("severity", Kind.TEXT, "What the rule bears on", codes=tuple(map(str, Severity))),
    Field("lines", Kind.TEXT, "Lines of evidence in the newest dump, such as 38-45 50"),
)


# --- rows -------------------------------------------------------------------------------------


def between(span: Span) -> dict[str, Json]:
    """First and last line."""
    return {"line_first": span.first, "line_last": span.last}


def reports(entry: Entry) -> Iterator[tuple[Entry, Point]]:
    """Every report, the newest first."""
    known = {point.report.lines: point for point in entry.assessment.points}
    for one in log.in_order(entry.reports):
        yield entry, known[one.lines]


def report(entry: Entry, point: Point) -> Row:
    """A report beside the plan."""
    values = {**record.report(point), **between(point.report.lines)}
    return told(REPORT, {**values, "project": entry.project.key})


def steps(entry: Entry) -> Iterator[tuple[Entry, Step]]:
    """Every step."""
    section = entry.project.newest.section(Plan)
    for one in section.steps if section else ():
        yield entry, one


def step(entry: Entry, one: Step) -> Row:
    """A step of the plan."""
    values = {**record.step(one), **between(one.lines)}
    return told(STEP, {**values, "project": entry.project.key})


def indicators(entry: Entry) -> Iterator[tuple[Entry, Indicator]]:
    """Every indicator."""
    section = entry.project.newest.section(Indicators)
    for one in section.indicators if section else ():
        yield entry, one


def indicator(entry: Entry, one: Indicator) -> Row:
    """An indicator, without its quarters."""
    values = {**record.indicator(one), **between(one.lines)}
    return told(INDICATOR, {**values, "project": entry.project.key})


def quarters(entry: Entry) -> Iterator[tuple[Entry, Indicator, int, Quarter]]:
    """Every row of every indicator's table."""
    for _, one in indicators(entry):
        for position, quarter in enumerate(one.quarters, start=1):
            yield entry, one, position, quarter


def quarter(entry: Entry, one: Indicator, position: int, row: Quarter) -> Row:
    """A quarter, its scores raw."""
    values = {**record.quarter(row), "indicator": one.lines.first, "position": position}
    return told(QUARTER, {**values, "project": entry.project.key})


def findings(entry: Entry) -> Iterator[tuple[Entry, int, Finding]]:
    """Every place where a rule holds."""
    for position, one in enumerate(entry.assessment.findings, start=1):
        yield entry, position, one


def finding(entry: Entry, position: int, one: Finding) -> Row:
    """A rule that holds."""
    return {
        "project": entry.project.key,
        "position": position,
        "rule": one.rule,
        "severity": one.severity,
        "lines": " ".join(map(urls.passage, one.evidence.lines)),
    }


REPORTS = Table("reports", REPORT, KEY, (OF_PROJECT,), ("day",), projects, reports, report)
STEPS = Table("steps", STEP, KEY, (OF_PROJECT,), (), projects, steps, step)
INDICATORS = Table(
    "indicators", INDICATOR, KEY, (OF_PROJECT,), ("name",), projects, indicators, indicator
)
QUARTERS = Table(
    "quarters",
    QUARTER,
    ("project", "indicator", "position"),
    (OF_PROJECT, Link(("project", "indicator"), "indicators", KEY)),
    (),
    projects,
    quarters,
    quarter,
)
FINDINGS = Table(
    "findings",
    FINDING,
    ("project", "position"),
    (OF_PROJECT,),
    ("rule",),
    projects,
    findings,
    finding,
)
