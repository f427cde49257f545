"""สนับสนุนยุทธศาสตร์: the path from a side (ด้าน) down to an aim (เป้าประสงค์)."""

from random import Random

from tests.writer.anomalies import Anomaly
from tests.writer.programme import Work
from tests.writer.records import Node, PlanVersion
from tests.writer.vocabulary import STRATEGY

SECOND_PLAN = 2566
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
CUT_AT = (86, 87, 88)
"""Characters of number and text that the page keeps of a goal."""
GOAL = 3


def path(work: Work, odd: frozenset[Anomaly], chance: Random) -> tuple[Node, ...]:
    """Root first; empty when the page has only the heading."""
    if Anomaly.NO_STRATEGY in odd:
        return ()
    plan: PlanVersion = "before-2566" if work.year < SECOND_PLAN else "from-2566"
    dimension = work.topic.before if work.year < SECOND_PLAN else work.topic.since
    labels = STRATEGY[plan]
    goals = _below(dimension, labels)
    whole = [goal for goal in goals if not _is_cut(goal, labels[goal])]
    cut = [goal for goal in labels if _is_cut(goal, labels[goal])]
    if Anomaly.CUT_STRATEGY in odd:
        # the nearest there is: in the dimension, in its side, anywhere
        near = [goal for goal in cut if goal.startswith(dimension[:2])]
        goal = chance.choice([goal for goal in cut if goal in goals] or near or cut)
    else:
        goal = chance.choice(whole or goals)
    aim = chance.choice(_below(goal, labels))
    length = chance.choice(CUT_AT)
    return tuple(_node(plan, number, labels[number], length) for number in _upwards(aim))


def _below(number: str, labels: dict[str, str]) -> list[str]:
    depth = number.count(".") + 1
    return [each for each in labels if each.startswith(f"{number}.") and each.count(".") == depth]


def _upwards(number: str) -> list[str]:
    parts = number.split(".")
    return [".".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _is_cut(number: str, label: str) -> bool:
    return number.count(".") == GOAL - 1 and len(f"{number} {label}") > max(CUT_AT)


def _node(plan: PlanVersion, number: str, label: str, length: int) -> Node:
    thai, depth = number.translate(THAI_DIGITS), number.count(".") + 1
    if depth == 1:
        return Node(plan, number, label, f"ด้านที่ {thai} – {label}", cut=False)
    if depth < GOAL:
        return Node(plan, number, label, f"{thai} - {label}", cut=False)
    line = f"{thai} {label}"
    if depth > GOAL:
        return Node(plan, number, label, line, cut=False)
    # the page puts a "%" behind every goal, cut or not
    return Node(plan, number, label, f"{line[:length]}%", cut=len(line) > length)
