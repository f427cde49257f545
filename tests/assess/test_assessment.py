"""What is computed about a project, together."""

from decimal import Decimal

from generator.assess.assessment import assess
from generator.assess.plan import Curve
from generator.assess.thresholds import Thresholds
from tests.publish.whole import CODE, HEADED, only, source


def test_all_of_one_project() -> None:
    project = only({"1.txt": HEADED}, {"1.txt": source("2023-09-01", CODE)}).project
    thresholds = Thresholds(behind_points=Decimal(15))
    found = assess(project, thresholds)
    assert isinstance(found.curve, Curve)
    assert [point.difference for point in found.points] == [Decimal(-20), Decimal(20)]
    assert found.verdict.status == "under-way"
    assert [one.rule for one in found.findings][:1] == ["behind-plan"]
    assert all(one.evidence.lines for one in found.findings)
    assert found.thresholds == thresholds
    assert [month.is_reported for month in found.months] == [*[False] * 7, True, False, False, True]
