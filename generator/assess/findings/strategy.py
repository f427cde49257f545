"""ยุทธศาสตร์: the path of a project in the city's strategy plan."""

from collections.abc import Iterator

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Reading
from generator.sections.strategy import Node, Strategy


def strategy_missing(reading: Reading) -> Iterator[Evidence]:
    """ไม่มียุทธศาสตร์: the strategy heading stands there and nothing under it.

    No figures. Silent where the copy does not hold the heading.
    """
    strategy = reading.copy.section(Strategy)
    if strategy and strategy.heading and not strategy.nodes:
        yield Evidence(cited(strategy.heading))


def strategy_cut(reading: Reading) -> Iterator[Evidence]:
    """ชื่อยุทธศาสตร์ถูกตัด: a strategy title was perhaps cut off by the source.

    It ends in ``%`` and number and text without it reach ``strategy_cut`` characters; or, however
    long, it ends inside a word (in เ แ โ ใ ไ, ั or ื) or inside an open bracket. One evidence a
    title: ``number`` in Arabic digits, and ``characters`` of number and text.
    """
    strategy = reading.copy.section(Strategy)
    for node in strategy.nodes if strategy else ():
        length = len(f"{node.numeral} {node.label}")
        is_long = node.ends_in_percent and length >= reading.thresholds.strategy_cut
        if is_long or ends_inside(node):
            yield Evidence(cited(node.lines), (("number", node.number), ("characters", length)))


INSIDE = ("เ", "แ", "โ", "ใ", "ไ", "\u0e31", "\u0e37")
"""No Thai word ends in one of these."""


def ends_inside(node: Node) -> bool:
    """The label ends where no word and no bracket can."""
    return node.label.endswith(INSIDE) or node.label.count("(") > node.label.count(")")
