"""n: which projects a rule can be asked of. A copy without the part it needs does not count."""

from collections.abc import Callable, Mapping
from functools import partial

from generator.assess.plan import Curve
from generator.assess.reading import COMPLETE
from generator.assess.thresholds import Thresholds
from generator.collate import Project
from generator.corpus import Entry
from generator.publish.rows import header_percent
from generator.sections.identity import Identity
from generator.sections.indicators import Indicators
from generator.sections.progress import Progress
from generator.sections.repeats import Repeats
from generator.sections.steps import Plan
from generator.sections.strategy import Strategy
from generator.sections.units import Units

Scope = Callable[[Entry], bool]


def has_report(entry: Entry) -> bool:
    """There is a report."""
    return bool(entry.reports)


def has_two_reports(entry: Entry) -> bool:
    """A report can be compared with another one."""
    return len(entry.reports) > 1


def has_run(run: int, entry: Entry) -> bool:
    """There are as many reports as make a run of the same text."""
    return len(entry.reports) >= run


def has_text_day(entry: Entry) -> bool:
    """A report's text begins with a day."""
    return any(report.text_day for report in entry.reports)


def has_head_percent(entry: Entry) -> bool:
    """The head tells a percent."""
    head = entry.project.newest.section(Identity)
    return bool(head and head.percent)


def has_reports_and_head_percent(entry: Entry) -> bool:
    """The head can be compared with the reports."""
    return has_report(entry) and has_head_percent(entry)


def has_percent(entry: Entry) -> bool:
    """The head or a report tells a percent."""
    return has_report(entry) or has_head_percent(entry)


def is_complete(entry: Entry) -> bool:
    """A report gives 100 percent or more, whatever its day."""
    shares = (report.percent.value.value for report in entry.reports)
    return any(share is not None and share >= COMPLETE for share in shares)


def is_complete_with_plan(entry: Entry) -> bool:
    """The end can be compared with the planned one."""
    return entry.assessment.verdict.slip is not None or (has_curve(entry) and is_complete(entry))


def has_curve(entry: Entry) -> bool:
    """The plan can be drawn."""
    return isinstance(entry.assessment.curve, Curve)


def has_reports_and_curve(entry: Entry) -> bool:
    """Reports can be compared with the plan."""
    return has_report(entry) and has_curve(entry)


def has_months(entry: Entry) -> bool:
    """Every report falls into a known month, and the fiscal year is known."""
    if entry.year is None or entry.project.newest.section(Progress) is None:
        return False
    return all(point.day for point in entry.assessment.points[-1:])  # undated ones come last


def has_steps(entry: Entry) -> bool:
    """The copy holds steps."""
    plan = entry.project.newest.section(Plan)
    return bool(plan and plan.steps)


def has_indicators(entry: Entry) -> bool:
    """The copy holds indicators."""
    section = entry.project.newest.section(Indicators)
    return bool(section and section.indicators)


def has_reports_and_indicators(entry: Entry) -> bool:
    """A text could stop the project, and there are indicators."""
    return has_report(entry) and has_indicators(entry)


def is_complete_with_quarters(entry: Entry) -> bool:
    """Progress is complete by the newest report, and an indicator has its table of quarters."""
    copy = entry.project.newest
    section = copy.section(Indicators)
    if not any(one.quarters for one in (section.indicators if section else ())):
        return False
    dated = (point for point in reversed(entry.assessment.points) if point.day)
    newest = next(dated, None)
    last = newest.reported if newest else header_percent(entry)
    return last is not None and last >= COMPLETE


def has_strategy(entry: Entry) -> bool:
    """The copy holds the strategy's heading."""
    strategy = entry.project.newest.section(Strategy)
    return bool(strategy and strategy.heading)


def has_path(entry: Entry) -> bool:
    """The copy holds a strategy path."""
    return bool(entry.nodes)


def has_copies(entry: Entry) -> bool:
    """There is more than one distinct copy."""
    return len(entry.project.snapshots) > 1


def has_codes(entry: Entry) -> bool:
    """More than one code is told."""
    return codes_told(entry.project) > 1 or entry.project.newest.section(Units) is not None


def codes_told(project: Project) -> int:
    """How many times the project code is told."""
    head, links = project.newest.section(Identity), project.newest.section(Repeats)
    table = sum(bool(file.source.code) for file in project.snapshots[0].files)
    return bool(head and head.code) + len(links.links if links else ()) + table


def always(_entry: Entry) -> bool:
    """Every copy can be asked."""
    return True


def scopes(thresholds: Thresholds) -> Mapping[str, Scope]:
    """By rule. The words for each stand in ``counted`` of ``templates/findings/<rule>.html``."""
    return {
        "stopped-but-shown": has_reports_and_head_percent,
        "result-after-cancel": has_reports_and_indicators,
        "progress-falls": has_two_reports,
        "header-differs": has_reports_and_head_percent,
        "late-finish": is_complete_with_plan,
        "behind-plan": has_reports_and_curve,
        "problem-denied": has_report,
        "complete-without-text": is_complete,
        "empty-report": has_report,
        "repeated-text": partial(has_run, thresholds.repeated_run),
        "month-without-report": has_months,
        "result-missing": is_complete_with_quarters,
        "target-mismatch": has_indicators,
        "percent-out-of-range": has_percent,
        "weights-not-100": has_steps,
        "plan-day-invalid": has_steps,
        "one-day-steps": has_steps,
        "strategy-missing": has_strategy,
        "codes-disagree": has_codes,
        "copies-differ": has_copies,
        "reports-twice": has_two_reports,
        "reports-out-of-order": has_two_reports,
        "date-differs": has_text_day,
        "date-other-form": has_text_day,
        "date-unreadable": has_report,
        "strategy-cut": has_path,
        "header-missing": always,
    }
