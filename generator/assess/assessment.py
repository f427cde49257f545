"""All that is computed about one project: made once, used by page, lists, JSON and feeds alike."""

from dataclasses import dataclass

from generator.assess.findings import Finding, findings
from generator.assess.plan import Curve, NoCurve, Point
from generator.assess.reading import Month, reading
from generator.assess.status import Verdict, verdict
from generator.assess.thresholds import Thresholds
from generator.collate import Project


@dataclass(frozen=True, slots=True)
class Assessment:
    """About the newest copy, as of the record's own day."""

    curve: Curve | NoCurve
    """What the steps plan, or why that is no curve."""
    points: tuple[Point, ...]
    """Each report against the plan, oldest first."""
    verdict: Verdict
    findings: tuple[Finding, ...]
    """In the order of the rules' table."""
    thresholds: Thresholds
    """Those it was computed with, for the words that explain it."""
    months: tuple[Month, ...] = ()
    """Those in which a report could stand, October first; none where the copy does not tell."""


def assess(project: Project, thresholds: Thresholds) -> Assessment:
    """Look at a project once."""
    read = reading(project, thresholds)
    return Assessment(
        read.curve,
        read.points,
        verdict(read),
        findings(read),
        thresholds,
        read.months,
    )
