"""ข้อสังเกต: the table of rules. Each holds for a record, never for conduct."""

from generator.assess.findings import (
    codes,
    copies,
    course,
    days,
    head,
    indicators,
    months,
    plan,
    reports,
    strategy,
)
from generator.assess.findings.rule import Evidence, Finding, Rule, Severity
from generator.assess.reading import Reading

__all__ = ["RULES", "Evidence", "Finding", "Rule", "Severity", "findings"]

NOTE, NOTABLE, SERIOUS = Severity

RULES: tuple[Rule, ...] = (
    # how the project stands
    Rule("stopped-but-shown", SERIOUS, course.stopped_but_shown),
    Rule("result-after-cancel", SERIOUS, indicators.result_after_cancel),
    Rule("progress-falls", SERIOUS, course.progress_falls),
    Rule("header-differs", SERIOUS, head.header_differs),
    Rule("late-finish", SERIOUS, course.late_finish),
    Rule("behind-plan", SERIOUS, course.behind_plan),
    # what the reports tell
    Rule("problem-denied", NOTABLE, course.problem_denied),
    Rule("complete-without-text", NOTABLE, reports.complete_without_text),
    Rule("empty-report", NOTABLE, reports.empty_report),
    Rule("repeated-text", NOTABLE, reports.repeated_text),
    Rule("month-without-report", NOTABLE, months.month_without_report),
    # what is measured and planned
    Rule("result-missing", NOTABLE, indicators.result_missing),
    Rule("target-mismatch", NOTABLE, indicators.target_mismatch),
    Rule("percent-out-of-range", NOTABLE, head.percent_out_of_range),
    Rule("weights-not-100", NOTABLE, plan.weights_not_100),
    Rule("plan-day-invalid", NOTABLE, plan.plan_day_invalid),
    Rule("one-day-steps", NOTE, plan.one_day_steps),
    # how the record is written
    Rule("strategy-missing", NOTABLE, strategy.strategy_missing),
    Rule("codes-disagree", NOTABLE, codes.codes_disagree),
    Rule("copies-differ", NOTABLE, copies.copies_differ),
    Rule("reports-twice", NOTE, reports.reports_twice),
    Rule("reports-out-of-order", NOTE, reports.reports_out_of_order),
    Rule("date-differs", NOTE, days.date_differs),
    Rule("date-other-form", NOTE, days.date_other_form),
    Rule("date-unreadable", NOTE, days.date_unreadable),
    Rule("strategy-cut", NOTE, strategy.strategy_cut),
    Rule("header-missing", NOTE, head.header_missing),
)
"""In the order in which a page tells them: what bears on the project's state first."""


def findings(reading: Reading) -> tuple[Finding, ...]:
    """Every place where a rule holds, in the order of the table, then of the page."""
    return tuple(
        Finding(rule.code, rule.severity, evidence)
        for rule in RULES
        for evidence in rule.find(reading)
    )
