"""`sitegen explain`, and what it is made of: a cause, an example, something to do."""

import json
import re

import pytest

from generator.assess.findings import RULES
from generator.checks.kinds import KINDS as OF_SITES
from generator.diagnostics import KINDS as OF_DUMPS
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.explanations import EXPLANATIONS, Explanation
from generator.explanations.checks import CHECKS
from generator.explanations.diagnostics import DIAGNOSTICS
from generator.explanations.faults import FAULTS
from generator.explanations.findings import FINDINGS
from generator.explanations.refusals import REFUSALS
from generator.project import parse
from tests.conftest import ROOT, sitegen

OF_MORE_THAN_LINES = {
    "agency-differs",  # two dumps
    "agency-unknown",  # the corpus
    "copy-ambiguous",  # two dumps
    "decoded-with-loss",  # bytes
    "dump-empty",  # a file
    "dump-too-large",  # a file
    "dump-unreadable",  # a file
    "line-too-long",  # it would fill the page
    "page-heavy",  # a page of the site
    "site-heavy",  # a whole site
    "withheld-unmatched",  # the list of takedowns
}
CODE = re.compile(
    r'(?:Fault\(\s*|Error\([^()"]*(?:"[^"]*")?[^()"]*, |usual_code.* = )"([a-z0-9-]+)"'
)


def sources() -> str:
    files = (ROOT / "generator").rglob("*.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_code_is_explained() -> None:
    assert set(DIAGNOSTICS) == set(OF_DUMPS)
    assert set(CHECKS) == set(OF_SITES)
    assert set(FINDINGS) == {rule.code for rule in RULES}
    assert set(CODE.findall(sources())) == FAULTS.keys() | REFUSALS.keys()


@pytest.mark.parametrize("one", EXPLANATIONS, ids=lambda one: f"{one.family}-{one.code}")
def test_every_explanation_says_what_to_do(one: Explanation) -> None:
    assert one.help.endswith(".")
    assert one.example
    if one.family != "finding":
        assert one.cause.endswith(".")
        assert one.says
        assert not one.says.endswith(".")


@pytest.mark.parametrize("code", sorted(DIAGNOSTICS.keys() - OF_MORE_THAN_LINES))
def test_the_example_of_a_diagnostic_is_one(code: str) -> None:
    dump = Dump("a.txt", DIAGNOSTICS[code].example, Source(), ())
    assert code in {one.code for one in parse(dump, Policy(), 100_000).diagnostics}


def test_a_code_is_explained_to_people() -> None:
    told = sitegen("explain", "day-unreadable").stdout
    assert told.startswith("day-unreadable (diagnostic, warning)\n")
    for title in ("Cause", "Example", "What to do"):
        assert f"\n{title}\n  " in told
    assert "    30/02/2566 : " in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_code_of_two_families_is_explained_twice() -> None:
    told = sitegen("explain", "percent-out-of-range").stdout
    assert "(diagnostic, warning)" in told
    assert "(finding, notable)" in told


def test_all_codes_are_listed() -> None:
    told = sitegen("explain").stdout
    assert re.findall(r"^\w+$", told, re.MULTILINE) == [
        "diagnostics",
        "checks",
        "faults",
        "findings",
    ]
    for one in EXPLANATIONS:
        assert f"\n  {one.code} " in told
    assert max(map(len, told.splitlines())) <= 80


def test_codes_are_data_too() -> None:
    told = json.loads(sitegen("explain", "--json").stdout)
    assert len(told) == len(EXPLANATIONS)
    assert all(one["says"] and one["cause"] for one in told)
