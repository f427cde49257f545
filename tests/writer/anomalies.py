"""What is odd about a dump: which kinds there are, how often, and which of the first eighty."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tests.writer.dice import dice

SAMPLE = 80
"""Below this index nothing is left to chance: each kind stands where the table says."""


class Kinship(StrEnum):
    """How an odd index stands to the even one before it."""

    LATER_COPY = "later-copy"
    """The same page fetched again; the first one has fewer reports."""
    IDENTICAL_COPY = "identical-copy"
    STRIPPED_COPY = "stripped-copy"
    """The same page through the other extractor."""
    NEXT_YEAR = "next-year"
    """The same work a year on, with a code of its own; its rationale was copied."""


COPIES = frozenset({Kinship.LATER_COPY, Kinship.IDENTICAL_COPY, Kinship.STRIPPED_COPY})


class Anomaly(StrEnum):
    """One oddity, named for what a reader of the page would see."""

    # the course of the reports
    PERCENT_FALLS = "percent-falls"
    CANCELLED = "cancelled"
    CANCELLED_WITH_RESULT = "cancelled-with-result"
    PAUSED = "paused"
    NO_REPORTS = "no-reports"
    DONE_WITHOUT_TEXT = "done-without-text"
    FINISHED_LATE = "finished-late"
    BEHIND_PLAN = "behind-plan"
    MISSING_MONTHS = "missing-months"
    ABOVE_100 = "above-100"
    # their texts
    REPEATED_TEXT = "repeated-text"
    EMPTY_REPORTS = "empty-reports"
    MANY_LINES = "many-lines"
    CANCELS_SOMETHING_ELSE = "cancels-something-else"
    PRIVATE_IN_REPORT = "private-in-report"
    # their dates
    AMERICAN_DAY = "american-day"
    OTHER_DAY = "other-day"
    UNREADABLE_DAY = "unreadable-day"
    # their order
    OUT_OF_ORDER = "out-of-order"
    ENTRY_TWICE = "entry-twice"
    # problems
    NO_PROBLEM_LINE = "no-problem-line"
    PRIVATE_IN_PROBLEM = "private-in-problem"
    # the head of the page
    HEADER_DIFFERS = "header-differs"
    DECOMPOSED_AGENCY = "decomposed-agency"
    ODD_SPELLING = "odd-spelling"
    SUB_UNIT = "sub-unit"
    UNKNOWN_AGENCY = "unknown-agency"
    # prose
    PRIVATE_IN_RATIONALE = "private-in-rationale"
    ZERO_WIDTH = "zero-width"
    # strategy
    NO_STRATEGY = "no-strategy"
    CUT_STRATEGY = "cut-strategy"
    # the plan
    NO_PLAN = "no-plan"
    ONE_DAY_STEPS = "one-day-steps"
    WEIGHTS_OFF = "weights-off"
    ZERO_DAYS = "zero-days"
    EMPTY_DAYS = "empty-days"
    # indicators
    NO_INDICATOR = "no-indicator"
    MANY_INDICATORS = "many-indicators"
    TARGET_ZERO = "target-zero"
    QUARTERS_ZERO = "quarters-zero"
    ABUSED_UNIT = "abused-unit"
    COMMAS_AND_DECIMALS = "commas-and-decimals"
    # bytes
    CRLF = "crlf"
    BYTE_ORDER_MARK = "byte-order-mark"
    WINDOWS_874 = "windows-874"
    STRAY_BYTE = "stray-byte"


class Rule(NamedTuple):
    """Where one kind occurs."""

    kind: Anomaly
    share: float
    """Of the dumps that can show it, from index ``SAMPLE`` on."""
    at: tuple[int, ...]
    """Below ``SAMPLE``."""
    headed_only: bool = False


A = Anomaly

GROUPS: dict[str, tuple[Rule, ...]] = {
    "course": (
        Rule(A.PERCENT_FALLS, 0.03, (4, 21)),
        Rule(A.CANCELLED, 0.025, (5, 38)),
        Rule(A.CANCELLED_WITH_RESULT, 0.01, (7,)),
        Rule(A.PAUSED, 0.02, (8, 47)),
        Rule(A.NO_REPORTS, 0.01, (9, 52)),
        Rule(A.DONE_WITHOUT_TEXT, 0.03, (10, 30)),
        Rule(A.FINISHED_LATE, 0.05, (11, 31, 58), headed_only=True),
        Rule(A.BEHIND_PLAN, 0.06, (12, 36, 60), headed_only=True),
        Rule(A.MISSING_MONTHS, 0.05, (13, 37)),
        Rule(A.ABOVE_100, 0.003, (14,)),
    ),
    "texts": (
        Rule(A.REPEATED_TEXT, 0.05, (6, 15, 39)),
        Rule(A.EMPTY_REPORTS, 0.05, (16, 40, 61)),
        Rule(A.MANY_LINES, 0.03, (17, 41)),
        Rule(A.CANCELS_SOMETHING_ELSE, 0.01, (18, 54)),
        Rule(A.PRIVATE_IN_REPORT, 0.02, (19, 43, 65)),
    ),
    "dates": (
        Rule(A.AMERICAN_DAY, 0.01, (20, 46)),
        Rule(A.OTHER_DAY, 0.03, (22, 48)),
        Rule(A.UNREADABLE_DAY, 0.01, (23, 47)),
    ),
    "order": (
        Rule(A.OUT_OF_ORDER, 0.01, (24, 62)),
        Rule(A.ENTRY_TWICE, 0.01, (25, 63)),
    ),
    "problems": (
        Rule(A.NO_PROBLEM_LINE, 0.02, (26, 49)),
        Rule(A.PRIVATE_IN_PROBLEM, 0.01, (27, 50)),
    ),
    "head": (
        Rule(A.HEADER_DIFFERS, 0.015, (28, 64)),
        Rule(A.DECOMPOSED_AGENCY, 0.05, (29, 51, 66), headed_only=True),
        Rule(A.ODD_SPELLING, 0.01, (39,), headed_only=True),
        Rule(A.SUB_UNIT, 0.04, (34, 53), headed_only=True),
        Rule(A.UNKNOWN_AGENCY, 0.0005, (35,)),
    ),
    "prose": (
        Rule(A.PRIVATE_IN_RATIONALE, 0.015, (32, 55, 67)),
        Rule(A.ZERO_WIDTH, 0.004, (42,)),
    ),
    "strategy": (
        Rule(A.NO_STRATEGY, 0.15, (2, 31, 44, 59, 70), headed_only=True),
        Rule(A.CUT_STRATEGY, 0.15, (0, 7, 12, 19, 27, 38, 43, 56, 61, 68, 75)),
    ),
    "plan": (
        Rule(A.NO_PLAN, 0.04, (55, 74), headed_only=True),
        Rule(A.ONE_DAY_STEPS, 0.08, (31, 60, 77), headed_only=True),
        Rule(A.WEIGHTS_OFF, 0.03, (59, 72), headed_only=True),
        Rule(A.ZERO_DAYS, 0.02, (64, 79), headed_only=True),
        Rule(A.EMPTY_DAYS, 0.02, (66,), headed_only=True),
    ),
    "indicators": (
        Rule(A.NO_INDICATOR, 0.03, (71,)),
        Rule(A.MANY_INDICATORS, 0.12, (1, 18, 29, 44, 53, 68)),
        Rule(A.TARGET_ZERO, 0.05, (31, 70), headed_only=True),
        Rule(A.QUARTERS_ZERO, 0.05, (34, 76), headed_only=True),
        Rule(A.ABUSED_UNIT, 0.08, (16, 21, 35, 37, 48, 62, 77)),
        Rule(A.COMMAS_AND_DECIMALS, 0.06, (28, 51, 65)),
    ),
    "bytes": (
        Rule(A.CRLF, 0.01, (71,)),
        Rule(A.BYTE_ORDER_MARK, 0.01, (67,)),
        Rule(A.WINDOWS_874, 0.005, (75,)),
        Rule(A.STRAY_BYTE, 0.003, (78,)),
    ),
}
"""At most one of each group falls on one dump."""

HEADED_ONLY = frozenset(
    rule.kind for rules in GROUPS.values() for rule in rules if rule.headed_only
)
"""A stripped copy does not show them."""

WITH_REPORTS = frozenset(
    rule.kind for name in ("texts", "dates", "order", "problems") for rule in GROUPS[name]
) | {A.HEADER_DIFFERS, A.QUARTERS_ZERO}
"""They need reports."""

_STOPPED = frozenset({A.QUARTERS_ZERO, A.REPEATED_TEXT, A.HEADER_DIFFERS})
_PLAN_KINDS = frozenset({A.NO_PLAN, A.WEIGHTS_OFF, A.ZERO_DAYS, A.EMPTY_DAYS})
SPOILS: dict[Anomaly, frozenset[Anomaly]] = {
    A.NO_REPORTS: WITH_REPORTS,
    A.CANCELLED: _STOPPED | {A.CANCELS_SOMETHING_ELSE},
    A.CANCELLED_WITH_RESULT: _STOPPED | {rule.kind for rule in GROUPS["indicators"]},
    A.PAUSED: _STOPPED,
    A.DONE_WITHOUT_TEXT: frozenset({A.UNREADABLE_DAY}),
    A.FINISHED_LATE: _PLAN_KINDS,
    A.BEHIND_PLAN: _PLAN_KINDS | {A.QUARTERS_ZERO},
    A.QUARTERS_ZERO: frozenset({A.HEADER_DIFFERS}),
    A.REPEATED_TEXT: frozenset({A.OUT_OF_ORDER}),
    A.ZERO_WIDTH: frozenset({A.WINDOWS_874}),
    A.ABUSED_UNIT: frozenset({A.WINDOWS_874}),
}
"""What cannot be told apart, or cannot be, once the first one is there."""

# fmt: off
STRIPPED_AT = frozenset({
    1, 3, 4, 5, 7, 8, 13, 15, 18, 19, 20, 22, 25, 26, 27, 30,
    33, 35, 37, 38, 40, 41, 43, 45, 47, 52, 61, 63, 65, 67, 75, 78,
})
# fmt: on
STRIPPED_SHARE = 0.4
KIN_AT = {
    1: Kinship.NEXT_YEAR,
    3: Kinship.STRIPPED_COPY,
    33: Kinship.LATER_COPY,
    45: Kinship.STRIPPED_COPY,
    57: Kinship.LATER_COPY,
    69: Kinship.LATER_COPY,
    71: Kinship.NEXT_YEAR,
    73: Kinship.IDENTICAL_COPY,
    77: Kinship.NEXT_YEAR,
    79: Kinship.NEXT_YEAR,
}
EDITED_AT = frozenset({68})
"""Of a sample that a later copy follows: its newest report said something else then."""
KIN_SHARES = (
    (Kinship.LATER_COPY, 0.03),
    (Kinship.IDENTICAL_COPY, 0.006),
    (Kinship.STRIPPED_COPY, 0.03),
)
"""Of the odd indices from ``SAMPLE`` on."""
PAIR_GROUPS = frozenset({"prose", "strategy", "plan", "indicators"})
"""What may fall on a dump that has copies: odd, but the same however often it is fetched."""


def kinship(index: int, seed: int) -> Kinship | None:
    """Only an odd index has kin, and only in the even one before it: there are no chains."""
    if index < SAMPLE:
        return KIN_AT.get(index)
    if index % 2 == 0:
        return None
    draw = dice(seed, "kin", index).random()
    for kin, share in KIN_SHARES:
        draw -= share
        if draw < 0:
            return kin
    return None


def is_copied(index: int, seed: int) -> bool:
    """The next dump is another copy of this one."""
    return kinship(index + 1, seed) in COPIES


def is_stripped(index: int, seed: int) -> bool:
    if index < SAMPLE:
        return index in STRIPPED_AT
    if kinship(index, seed) is Kinship.STRIPPED_COPY:
        return True
    if kinship(index + 1, seed) is Kinship.STRIPPED_COPY:
        return False
    return dice(seed, "flavour", index).random() < STRIPPED_SHARE


def anomalies(index: int, seed: int) -> frozenset[Anomaly]:
    """Of a dump that is no copy; a copy shares those of the one before."""
    if index < SAMPLE:
        return _at(index)
    stripped, copied = is_stripped(index, seed), is_copied(index, seed)
    chance = dice(seed, "odd", index)
    found: set[Anomaly] = set()
    for name, rules in GROUPS.items():
        draw = chance.random()
        if copied and name not in PAIR_GROUPS:
            continue
        kind = _fallen(rules, draw)
        if kind is not None and not (stripped and kind in HEADED_ONLY):
            found.add(kind)
    for kind in tuple(found):
        found -= SPOILS.get(kind, frozenset())
    return frozenset(found)


def _fallen(rules: tuple[Rule, ...], draw: float) -> Anomaly | None:
    for rule in rules:
        draw -= rule.share
        if draw < 0:
            return rule.kind
    return None


@cache
def _at(index: int) -> frozenset[Anomaly]:
    return frozenset(rule.kind for rules in GROUPS.values() for rule in rules if index in rule.at)
