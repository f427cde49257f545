"""Every rule: what it finds in small texts, in the two real dumps, and in what the writer wrote.

Cases are those of ``tests/sections/cases.py``. Before a copy a line ``@ code=… retrieved=…`` may
stand: what the sidecar table tells of it. ``found`` is what the rule finds, and ``lines`` and
``figures`` of each are ``[1, 4-7]`` and the names of its figures.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.assess.findings import RULES, Evidence, Rule, Severity, findings
from generator.assess.reading import Reading, reading
from generator.assess.thresholds import Thresholds
from generator.collate import Project, collate
from generator.project import Copy
from tests.laws.samples import SAMPLE, read
from tests.sections.cases import FOLDER, Case, at, cases, comparable
from tests.writer import Anomaly, Kinship, dump
from tests.writer.anomalies import EDITED_AT
from tests.writer.records import Dump

CASES = [
    pytest.param(rule, case, id=f"{rule.code}: {case.name}")
    for rule in RULES
    for case in cases(f"findings/{rule.code}")
]
BEFORE = re.compile(r"@(?: code=(?P<code>\S+))?(?: retrieved=(?P<retrieved>\S+))?")


def copies(text: str) -> Iterator[Copy]:
    """The copies of a case; blank lines keep the numbers of the lines as they stand."""
    parts: list[tuple[re.Match[str] | None, list[str]]] = [(None, [])]
    for line in text.split("\n"):
        if before := BEFORE.fullmatch(line):
            parts.append((before, []))
        else:
            parts[-1][1].append(line)
    for number, (before, lines) in enumerate(parts):
        day = before["retrieved"] if before else None
        if lines:
            yield from read(
                "\n".join(lines),
                f"{number}.txt",
                code=before["code"] if before else None,
                retrieved=date.fromisoformat(day) if day else None,
            ).copies


def of(found: tuple[Project, ...], thresholds: Thresholds | None = None) -> Reading:
    (project,) = found
    return reading(project, thresholds or Thresholds())


def plain(evidence: Evidence) -> Mapping[str, object]:
    """The figures by name, their names, and the lines as a case writes them."""
    figures = dict(evidence.figures)
    assert len(figures) == len(evidence.figures)
    assert not figures.keys() & {"lines", "figures"}
    return {**figures, "figures": tuple(figures), "lines": lines(evidence)}


def lines(evidence: Evidence) -> tuple[str, ...]:
    assert evidence.lines
    assert list(evidence.lines) == sorted(set(evidence.lines))
    return tuple(f"{a}" if a == b else f"{a}-{b}" for a, b in evidence.lines)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case) -> None:
    project, _ = collate(copies(case.text))
    found = tuple(plain(each) for each in rule.find(of(project)))
    record = {"found": found}
    actual = {path: comparable(at(path, record), want) for path, want in case.expected.items()}
    assert actual == case.expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases_that_hold_and_that_do_not(rule: Rule) -> None:
    counts = [case.expected["found"] for case in cases(f"findings/{rule.code}")]
    assert Decimal(0) in counts
    assert {*counts} - {Decimal(0)}


def test_every_case_file_is_of_a_rule_and_names_are_told_apart() -> None:
    files = {path.stem for path in (FOLDER / "findings").glob("*.txt")}
    assert files == {rule.code for rule in RULES}
    for code in files:
        names = [case.name for case in cases(f"findings/{code}")]
        assert len(set(names)) == len(names), code


# --- the table


def test_the_rules_of_the_table() -> None:
    assert len(RULES) == len({rule.code for rule in RULES}) == 27
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code) for rule in RULES)
    assert {rule.severity for rule in RULES} == set(Severity)
    for rule in RULES:
        assert rule.find.__name__ == rule.code.replace("-", "_")
        assert re.match(r"[\u0e00-\u0e7f0-9 –\"]+: ", rule.find.__doc__ or ""), rule.code


def test_findings_stand_in_the_order_of_the_table() -> None:
    project, _ = collate(copies("ความคืบหน้าโครงการ ร้อยละ 120\nผลการดำเนินงาน"))
    found = findings(of(project))
    assert [(one.rule, one.severity) for one in found] == [
        ("percent-out-of-range", Severity.NOTABLE),
        ("header-missing", Severity.NOTE),
    ]


@pytest.mark.parametrize("text", [SAMPLE.headed, SAMPLE.stripped])
def test_a_page_in_order_has_no_findings(text: str) -> None:
    project, _ = collate(copies(text))
    found = {one.rule for one in findings(of(project))}
    assert found <= {"header-missing", "month-without-report"}


def rules_found(text: str, thresholds: Thresholds) -> frozenset[str]:
    project, _ = collate(copies(text))
    return frozenset(one.rule for one in findings(of(project, thresholds)))


@pytest.mark.parametrize(
    ("code", "thresholds"),
    [
        ("behind-plan", Thresholds(behind_points=Decimal("40.01"))),
        ("repeated-text", Thresholds(repeated_run=4)),
        ("strategy-cut", Thresholds(strategy_cut=84)),
        ("weights-not-100", Thresholds(weights_tolerance=Decimal(1))),
    ],
)
def test_the_owner_sets_where_a_rule_begins(code: str, thresholds: Thresholds) -> None:
    first = next(cases(f"findings/{code}")).text
    assert code in rules_found(first, Thresholds())
    assert code not in rules_found(first, thresholds)


# --- the real dumps


@pytest.fixture(scope="module")
def real(real_dumps: Path) -> Mapping[str, Reading]:
    """By the first three characters of the file's name."""
    return {
        path.name[:3]: of(collate(read(path.read_text(encoding="utf-8"), path.name).copies)[0])
        for path in real_dumps.glob("*.txt")
    }


def told(one: Reading) -> Mapping[str, list[tuple[tuple[str, ...], dict[str, str]]]]:
    """By rule: lines and figures of each finding, in words."""
    found: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
    for each in findings(one):
        figures = {name: str(value) for name, value in each.evidence.figures}
        found.setdefault(each.rule, []).append((lines(each.evidence), figures))
    return found


def test_findings_of_the_stripped_dump(real: Mapping[str, Reading]) -> None:
    day = "2021-09-29"
    assert told(real["000"]) == {
        "stopped-but-shown": [(("1", "14"), {"kind": "cancelled", "percent": "10", "day": day})],
        "result-after-cancel": [
            (("14", "74", "75"), {"result": "80", "target": "100", "day": day}),
        ],
        "progress-falls": [
            (
                ("28", "33"),
                {"from": "20.00", "to": "10.00", "points": "10.00"}
                | {"before": "2021-05-27", "day": "2021-06-29"},
            ),
        ],
        "problem-denied": [
            (
                ("14", "15", "16", "19", "20", "21", "24", "25", "26"),
                {"reports": "3", "day": day},
            ),
        ],
        "repeated-text": [
            (("14", "19", "24"), {"reports": "3", "first": "2021-07-29", "last": day}),
            (("34", "39", "44"), {"reports": "3", "first": "2021-03-29", "last": "2021-05-27"}),
            (("49", "54", "59"), {"reports": "3", "first": "2020-12-28", "last": "2021-02-27"}),
        ],
        "date-other-form": [(("64",), {"written": "11/29/2020", "day": "2020-11-29"})],
        "strategy-cut": [(("11",), {"number": "1.1.1", "characters": "87"})],
        "header-missing": [(("1",), {"fields": "title code agency year"})],
    }


def test_findings_of_the_headed_dump(real: Mapping[str, Reading]) -> None:
    found = told(real["002"])
    assert [(code, len(each)) for code, each in found.items()] == [
        ("late-finish", 1),
        ("behind-plan", 1),
        ("complete-without-text", 1),
        ("empty-report", 1),
        ("month-without-report", 2),
        ("result-missing", 1),
        ("target-mismatch", 1),
        ("one-day-steps", 1),
        ("strategy-missing", 1),
    ]
    figures = {code: [each for _, each in evidence] for code, evidence in found.items()}
    assert figures["late-finish"] == [
        {"days": "23", "finished": "2023-09-07", "planned_end": "2023-08-15"}
    ]
    assert figures["behind-plan"] == [
        {"reports": "6", "of": "8", "points": "30.00", "reported": "70.00", "planned": "100"}
        | {"day": "2023-08-21"}
    ]
    assert figures["empty-report"] == [{"reports": "3", "of": "8"}]
    assert figures["month-without-report"] == [
        {"months": "3", "first": "2022-10-01", "last": "2022-12-01"},
        {"months": "1", "first": "2023-03-01", "last": "2023-03-01"},
    ]
    assert figures["result-missing"] == [{"quarters": "4"}]
    assert figures["target-mismatch"] == [{"unit": "ร้อยละ85", "amount": "85"}]
    assert figures["one-day-steps"] == [{"steps": "5", "of": "5"}]
    assert found["complete-without-text"] == [(("38", "42"), {"reports": "1", "day": "2023-09-07"})]
    assert found["strategy-missing"] == [(("34",), {})]
    assert [each for each, _ in found["month-without-report"]] == [("122",), ("98", "110")]
    assert [each for each, _ in found["target-mismatch"]] == [("172",)]
    assert found["result-missing"][0][0] == ("38", "186", "190", "194", "198")


# --- what the writer wrote

A = Anomaly
STOPPED = frozenset({A.CANCELLED, A.CANCELLED_WITH_RESULT, A.PAUSED})
SHOWS: Mapping[str, frozenset[Anomaly]] = {
    "progress-falls": frozenset({A.PERCENT_FALLS}),
    "stopped-but-shown": STOPPED,
    "result-after-cancel": frozenset({A.CANCELLED_WITH_RESULT}),
    "complete-without-text": frozenset({A.DONE_WITHOUT_TEXT}),
    "late-finish": frozenset({A.FINISHED_LATE}),
    "behind-plan": frozenset({A.BEHIND_PLAN}),
    "month-without-report": frozenset({A.MISSING_MONTHS}),
    "percent-out-of-range": frozenset({A.ABOVE_100}),
    "repeated-text": frozenset({A.REPEATED_TEXT}),
    "empty-report": frozenset({A.EMPTY_REPORTS}),
    "date-other-form": frozenset({A.AMERICAN_DAY}),
    "date-differs": frozenset({A.OTHER_DAY}),
    "date-unreadable": frozenset({A.UNREADABLE_DAY}),
    "reports-out-of-order": frozenset({A.OUT_OF_ORDER}),
    "reports-twice": frozenset({A.ENTRY_TWICE}),
    "header-differs": frozenset({A.HEADER_DIFFERS}),
    "strategy-missing": frozenset({A.NO_STRATEGY}),
    "strategy-cut": frozenset({A.CUT_STRATEGY}),
    "one-day-steps": frozenset({A.ONE_DAY_STEPS}),
    "weights-not-100": frozenset({A.WEIGHTS_OFF}),
    "plan-day-invalid": frozenset({A.ZERO_DAYS, A.EMPTY_DAYS}),
    "target-mismatch": frozenset({A.TARGET_ZERO}),
    "result-missing": frozenset({A.QUARTERS_ZERO}),
}
ALSO: Mapping[str, frozenset[Anomaly]] = {
    "problem-denied": STOPPED,
    "repeated-text": STOPPED,
    "empty-report": frozenset({A.DONE_WITHOUT_TEXT}),
    "result-missing": frozenset({A.TARGET_ZERO}),
    "behind-plan": frozenset({A.FINISHED_LATE, A.PERCENT_FALLS, A.OUT_OF_ORDER}),
}
"""Oddities that bring others with them: a stopped project says so month after month."""


@pytest.fixture(scope="module")
def written() -> tuple[tuple[Dump, frozenset[str]], ...]:
    """Dumps and the rules that hold for each, read by itself."""
    dumps = [dump(index) for index in range(320)]
    return tuple((one, rules_found(one.text, Thresholds())) for one in dumps)


@pytest.mark.parametrize("code", SHOWS)
def test_what_the_writer_made_odd_is_found(
    code: str, written: tuple[tuple[Dump, frozenset[str]], ...]
) -> None:
    odd = [(one, found) for one, found in written if SHOWS[code] & {*one.truth.anomalies}]
    assert odd
    assert [one.name for one, found in odd if code not in found] == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_what_the_writer_left_even_is_not_found(
    code: str, written: tuple[tuple[Dump, frozenset[str]], ...]
) -> None:
    causes = SHOWS.get(code, frozenset()) | ALSO.get(code, frozenset())
    even = [each for each in written if not causes & {*each[0].truth.anomalies}]
    if code == "header-missing":
        even = [each for each in even if each[0].truth.flavour == "headed"]
    assert even
    assert [one.name for one, found in even if code in found] == []


@pytest.mark.parametrize("kin", [Kinship.LATER_COPY, Kinship.STRIPPED_COPY])
def test_copies_of_one_page_do_not_differ(kin: Kinship) -> None:
    pairs = [
        (dump(index - 1), dump(index))
        for index in range(200)
        if dump(index).truth.kinship is kin and index - 1 not in EDITED_AT
    ]
    assert pairs
    for pair in pairs:
        code = pair[0].truth.code
        parsed = [
            read(one.text, one.name, code=code, retrieved=one.truth.retrieved) for one in pair
        ]
        project, _ = collate(copy for one in parsed for copy in one.copies)
        one = of(project)
        assert len(one.project.snapshots) == 2
        assert "copies-differ" not in {each.rule for each in findings(one)}
