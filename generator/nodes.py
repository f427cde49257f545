"""ยุทธศาสตร์: the nodes of the plan versions, each under its fullest spelling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.lookups import Lookups, Plan
from generator.sections.strategy import Node


class NodeKey(NamedTuple):
    """Numbers mean other things in other plan versions."""

    plan: str
    number: str
    """Arabic digits, ``1.1.1``; its depth is its level."""

    @property
    def parent(self) -> "NodeKey | None":
        """The node above; ``None`` at the root."""
        head, dot, _ = self.number.rpartition(".")
        return NodeKey(self.plan, head) if dot else None

    @property
    def level(self) -> int:
        """From 1: side (ด้าน), dimension (มิติ), goal (เป้าหมาย), aim (เป้าประสงค์)."""
        return self.number.count(".") + 1


@lru_cache(4096)
def path(plan: str, numbers: tuple[str, ...]) -> tuple[NodeKey, ...]:
    """Nodes by their numbers; most projects stand on one of a few hundred paths."""
    return tuple([NodeKey(plan, number) for number in numbers])


@dataclass(frozen=True, slots=True)
class StrategyNode:
    """A node of a plan version, and the label to show for it."""

    key: NodeKey
    label: str | None
    """The fullest uncut spelling; ``None`` when no dump and no lookup has one."""
    english: str | None
    may_be_cut: bool
    """True when every spelling seen reaches the length at which the source cuts."""


def name_nodes(
    mentions: Iterable[tuple[NodeKey, Node]], lookups: Lookups
) -> Mapping[NodeKey, StrategyNode]:
    """Every node mentioned by a project or a lookup, ancestors included, by plan and number."""
    seen: dict[NodeKey, list[Node]] = defaultdict(list)
    for key, node in mentions:
        seen[key].append(node)
    plans = {plan.id: plan for plan in lookups.plans}
    listed = {NodeKey(plan.id, number) for plan in lookups.plans for number in plan.labels}
    every = {above for key in seen.keys() | listed for above in upwards(key)}
    return {
        key: strategy_node(key, seen.get(key, []), plans.get(key.plan))
        for key in sorted(every, key=lambda one: (one.plan, by_number(one.number)))
    }


@lru_cache(1024)
def upwards(key: NodeKey) -> tuple[NodeKey, ...]:
    """The node and every node above it."""
    above = key.parent
    return (key, *(upwards(above) if above else ()))


def strategy_node(key: NodeKey, seen: Iterable[Node], plan: Plan | None) -> StrategyNode:
    """The longest uncut label seen, else the lookup's, else the longest cut one."""
    whole = sorted({one.label for one in seen if one.label and not one.may_be_cut}, key=by_length)
    cut = sorted({one.label for one in seen if one.label and one.may_be_cut}, key=by_length)
    english = sorted({one.english for one in seen if one.english}, key=by_length)
    known = plan.labels.get(key.number) if plan else None
    return StrategyNode(
        key,
        label=next(iter([*whole, *([known] if known else []), *cut]), None),
        english=english[0] if english else plan.english.get(key.number) if plan else None,
        may_be_cut=bool(cut) and not whole and not known,
    )


def by_number(number: str) -> tuple[int, ...]:
    """``1.2`` before ``1.10``."""
    return tuple(int(part) for part in number.split("."))


def by_length(label: str) -> tuple[int, str]:
    """Longest first."""
    return -len(label), label
