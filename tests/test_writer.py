"""The dump writer keeps its promises: an oracle that errs is worse than none."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from tests.writer import SAMPLE, Anomaly, Dump, Kinship, Truth, dump, dump_text, write_corpus
from tests.writer.anomalies import COPIES
from tests.writer.course import STOPPED
from tests.writer.evidence import shows
from tests.writer.plan import over
from tests.writer.vocabulary import AGENCIES, PEOPLE

ROOT = Path(__file__).parents[1]
COMMITTED = ROOT / "content" / "dumps"
REAL = ROOT.parent / "shared" / "dumps"
RUN = 40
"""Characters in a row that the invented texts may not share with a real one."""
DUMPS = [dump(index) for index in range(600)]
TRUTHS = [each.truth for each in DUMPS]
SAMPLES = DUMPS[:SAMPLE]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- the same every time


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    write_corpus(tmp_path / "one", 20)
    write_corpus(tmp_path / "two", 20)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_committed_dumps_are_what_the_writer_writes(tmp_path: Path) -> None:
    write_corpus(tmp_path, SAMPLE)
    assert tree(tmp_path) == tree(COMMITTED)


def test_a_corpus_is_the_beginning_of_a_longer_one(tmp_path: Path) -> None:
    write_corpus(tmp_path / "short", 30)
    write_corpus(tmp_path / "long", 34)
    short, long = tree(tmp_path / "short"), tree(tmp_path / "long")
    assert long.pop("sources.csv").startswith(short.pop("sources.csv"))
    assert short.pop("dumps.toml") != long.pop("dumps.toml")
    assert short.items() <= long.items()
    assert len(long) == 34


def test_another_seed_is_another_corpus() -> None:
    assert dump_text(0, 1) != dump_text(0, 2)
    assert dump_text(0, 1) == dump(0, 1).text


def test_the_command_writes_a_corpus(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.writer", "2", str(tmp_path), "--seed", "7"]
    subprocess.run(command, cwd=ROOT, check=True)
    assert tree(tmp_path)["sample-0002.txt"] == dump(1, 7).data


def test_the_writer_imports_only_itself_and_the_standard_library() -> None:
    for path in (ROOT / "tests" / "writer").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                top = name.split(".")[0]
                assert name.startswith("tests.writer") or top in sys.stdlib_module_names, path


# --- as real ones


def test_dumps_are_as_long_as_real_ones() -> None:
    sizes = [len(each.text.encode()) for each in DUMPS]
    assert 10_000 < sum(sizes) / len(sizes) < 14_000
    assert all(1000 <= len(truth.rationale) <= 2100 for truth in TRUTHS)
    assert 7 <= sum(len(truth.reports) for truth in TRUTHS) / len(TRUTHS) <= 12


@pytest.mark.parametrize("truths", [TRUTHS[:SAMPLE], TRUTHS[SAMPLE:]])
def test_four_in_ten_are_stripped(truths: list[Truth]) -> None:
    stripped = sum(truth.flavour == "stripped" for truth in truths)
    assert 0.36 < stripped / len(truths) < 0.44


def test_every_agency_and_every_year_occurs() -> None:
    assert {truth.agency_code for truth in TRUTHS} >= {agency.code for agency in AGENCIES}
    assert {truth.fiscal_year for truth in TRUTHS} == set(range(2558, 2570))


def test_titles_are_many_and_some_recur() -> None:
    originals = [truth for truth in TRUTHS if truth.kinship not in COPIES]
    years = Counter((truth.agency, truth.named) for truth in originals)
    agencies = {
        title: {truth.agency for truth in group}
        for title, group in groupby(
            sorted(originals, key=lambda truth: truth.title), lambda truth: truth.title
        )
    }
    assert len(agencies) > len(originals) / 3
    assert sum(count > 1 for count in years.values()) > 10
    assert sum(len(names) > 1 for names in agencies.values()) > 10
    assert len({truth.rationale for truth in originals}) < len(originals)


def test_no_code_and_no_key_is_given_twice() -> None:
    originals = [truth for truth in TRUTHS if truth.kinship not in COPIES]
    assert len({truth.code for truth in originals}) == len(originals)
    keys = {(truth.unit_code, truth.rationale, truth.objectives) for truth in originals}
    assert len(keys) == len(originals)


def test_no_page_is_from_the_future() -> None:
    for truth in TRUTHS:
        days = [report.day for report in truth.reports]
        assert max([*days, truth.retrieved]) == truth.retrieved
        assert truth.retrieved.isoformat() <= "2026-04-09"


def free_texts(truth: Truth) -> Iterator[str]:
    yield from (truth.title, truth.rationale, truth.objectives, truth.targets)
    yield from (indicator.name for indicator in truth.indicators)
    for report in truth.reports:
        yield from (report.text or "", report.problem or "", report.obstacle or "")


def runs(text: str) -> set[str]:
    folded = " ".join(text.split())
    return {folded[at : at + RUN] for at in range(len(folded) - RUN + 1)}


def test_nothing_is_taken_from_a_real_dump() -> None:
    if not REAL.is_dir():
        pytest.skip("the real dumps are not here: nothing to compare with")
    real: set[str] = set()
    for path in REAL.glob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            real |= runs(line)
    for truth in TRUTHS:
        for text in free_texts(truth):
            assert not runs(text) & real


# --- odd in every way that was seen


def test_every_oddity_is_in_the_sample() -> None:
    assert {kind for each in SAMPLES for kind in each.truth.anomalies} == set(Anomaly)
    assert {each.truth.kinship for each in SAMPLES} == {None, *Kinship}


def test_some_dumps_are_not_odd_at_all() -> None:
    assert any(not each.truth.anomalies for each in SAMPLES)


ABSENT_OTHERWISE: dict[Anomaly, set[Anomaly]] = {
    Anomaly.PERCENT_FALLS: {Anomaly.OUT_OF_ORDER},
    Anomaly.NO_REPORTS: set(),
    Anomaly.ABOVE_100: {Anomaly.NO_REPORTS},
    Anomaly.REPEATED_TEXT: {Anomaly.CANCELLED, Anomaly.CANCELLED_WITH_RESULT, Anomaly.PAUSED},
    Anomaly.MANY_LINES: set(),
    Anomaly.AMERICAN_DAY: set(),
    Anomaly.OTHER_DAY: {Anomaly.AMERICAN_DAY},
    Anomaly.UNREADABLE_DAY: set(),
    Anomaly.OUT_OF_ORDER: set(),
    Anomaly.ENTRY_TWICE: set(),
    Anomaly.NO_PROBLEM_LINE: set(),
    Anomaly.DECOMPOSED_AGENCY: set(),
    Anomaly.ODD_SPELLING: set(),
    Anomaly.ZERO_WIDTH: set(),
    Anomaly.CUT_STRATEGY: set(),
    Anomaly.ZERO_DAYS: set(),
    Anomaly.EMPTY_DAYS: set(),
    Anomaly.NO_INDICATOR: set(),
    Anomaly.MANY_INDICATORS: set(),
}
"""Kinds that no other dump shows, but those with one of these."""


@pytest.mark.parametrize("kind", Anomaly)
def test_a_dump_is_odd_as_it_claims(kind: Anomaly) -> None:
    claiming = [each for each in DUMPS if kind in each.truth.anomalies]
    assert claiming
    assert [each.name for each in claiming if not shows(each, kind)] == []


@pytest.mark.parametrize("kind", ABSENT_OTHERWISE)
def test_no_other_dump_is_odd_like_that(kind: Anomaly) -> None:
    excused = ABSENT_OTHERWISE[kind] | {kind}
    plain = [each for each in DUMPS if not excused & {*each.truth.anomalies}]
    assert [each.name for each in plain if shows(each, kind)] == []


def test_an_ordinary_project_keeps_to_its_plan() -> None:
    behind = {Anomaly.BEHIND_PLAN, Anomaly.FINISHED_LATE, Anomaly.PERCENT_FALLS, *STOPPED}
    changed = {Anomaly.WEIGHTS_OFF, Anomaly.ZERO_DAYS, Anomaly.EMPTY_DAYS, Anomaly.ENTRY_TWICE}
    for truth in TRUTHS:
        if truth.steps and not {*truth.anomalies} & (behind | changed | {Anomaly.OUT_OF_ORDER}):
            assert sum(float(step.weight) for step in truth.steps) == 100
            for report in truth.reports:
                assert float(report.percent) >= over(truth.steps, report.day)


@pytest.mark.parametrize("silence", ["", "-", "ไม่มี", None])
def test_problems_are_silent_in_four_ways(silence: str | None) -> None:
    reports = [report for each in SAMPLES for report in each.truth.reports]
    assert any(report.problem == silence for report in reports)


def test_every_shape_of_contact_is_in_the_sample() -> None:
    seen = {each.truth.contact.text for each in SAMPLES if each.truth.contact is not None}
    for shape in PEOPLE["contacts"]:
        parts = [re.escape(part) for part in re.split(r"\{\w+\}", shape)]
        assert any(re.fullmatch(".+".join(parts), text) for text in seen), shape


def test_scores_and_levels_stand_in_every_form() -> None:
    indicators = [indicator for each in SAMPLES for indicator in each.truth.indicators]
    assert {indicator.level_on_next_line for indicator in indicators} == {True, False}
    assert len({row.score for indicator in indicators for row in indicator.quarters}) > 2
    assert {each.truth.score for each in DUMPS} == {None, "0", "50", "100", "100.0000"}


# --- invented people


def test_private_facts_stand_in_the_text_and_nothing_else_looks_like_them() -> None:
    number = re.compile(r"\b0[26][- ]?0{3}|\b0[- ]20|@|โทร(\.| |ศัพท์)|\b1-0000-|\b1000000\d{6}")
    for each in DUMPS:
        private, text = each.truth.private, each.text
        for person in private.people:
            assert person.written in text
            text = text.replace(person.written, "")
        for written in private.numbers:
            assert written in text
        names = (*PEOPLE["first"], *PEOPLE["last"])
        assert not any(name in text for name in names), each.name
        if not private.numbers:
            assert number.search(each.text) is None, each.name


# --- copies


def pairs(kin: Kinship) -> list[tuple[Dump, Dump]]:
    return [(DUMPS[at - 1], each) for at, each in enumerate(DUMPS) if each.truth.kinship is kin]


def test_a_later_copy_has_more_reports_and_a_later_day() -> None:
    for earlier, later in pairs(Kinship.LATER_COPY):
        assert earlier.truth.code == later.truth.code
        assert earlier.source is not None
        assert later.source is not None
        assert earlier.source.code == later.source.code == later.truth.code
        assert earlier.source.retrieved < later.source.retrieved
        assert len(earlier.truth.reports) < len(later.truth.reports)


def test_an_identical_copy_has_the_same_bytes() -> None:
    for one, other in pairs(Kinship.IDENTICAL_COPY):
        assert one.data == other.data
        assert one.name != other.name


def test_a_stripped_copy_keeps_what_it_can_be_known_by() -> None:
    for headed, stripped in pairs(Kinship.STRIPPED_COPY):
        assert (headed.truth.flavour, stripped.truth.flavour) == ("headed", "stripped")
        for field in ("unit_code", "rationale", "objectives", "targets"):
            assert getattr(headed.truth, field) == getattr(stripped.truth, field)
        assert stripped.source is None or stripped.source.code is None


def test_next_year_has_the_same_title_and_rationale_under_another_code() -> None:
    for last, following in pairs(Kinship.NEXT_YEAR):
        assert last.truth.code != following.truth.code
        assert abs(last.truth.fiscal_year - following.truth.fiscal_year) == 1
        assert last.truth.rationale[:900] == following.truth.rationale[:900]
        assert last.truth.objectives != following.truth.objectives


def test_some_stripped_copies_have_a_code_beside_them() -> None:
    stripped = [each for each in SAMPLES if each.truth.flavour == "stripped"]
    known = [each for each in stripped if each.source is not None and each.source.code]
    assert 3 <= len(known) < len(stripped) / 2
    for each in stripped:
        assert each.truth.code not in each.text
        if each.source is not None and each.source.code is None:
            assert each.truth.code not in each.source.url
