"""แถบสถานะ: any projects by status, as the table and the bar above it show them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from generator.assess.status import STATUSES
from generator.corpus import Entry
from generator.publish.groups import per_cent
from generator.publish.lists.facets import Facet

SHAPES = ("on", "behind", "stop", "none")
"""From the left: as planned, behind the plan, stopped, nothing to hold it against."""
LABELLED = Decimal(7)
"""Per cent of the bar from which on a count has room above its part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCount:
    """How many of the projects have a status."""

    status: str
    meaning: str
    url: str | None
    """Of a list of them, or of the only one; ``None`` without a page that holds just these."""
    count: int
    share: Decimal
    """Per cent of all, to one place."""
    without_plan: int
    """Of how many, under way, no plan tells what was due."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bar: projects of one status and one meaning."""

    status: str
    meaning: str
    start: Decimal
    width: Decimal
    """Both in per cent of the bar."""
    count: int

    @property
    def is_labelled(self) -> bool:
        """Wide enough for its count."""
        return self.width >= LABELLED


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusBar:
    """Projects by status."""

    count: int
    comparable: int
    """Whose newest report can be held against a plan."""
    completed: int
    behind: int
    stopped: int
    """Cancelled, paused."""
    rows: tuple[StatusCount, ...]
    """Statuses that occur, by meaning as in ``SHAPES``, then by precedence."""
    parts: tuple[Part, ...]
    """By meaning as in ``SHAPES``, then by precedence; none where there is but one."""


def status_bar(entries: tuple[Entry, ...], lists: Iterable[Facet] = ()) -> StatusBar:
    """Count the projects; ``lists`` are those of each status, where they have pages."""
    addresses = {one.crumb.label: one.url for one in lists}
    verdicts = [entry.assessment.verdict for entry in entries]
    found = Counter(one.status for one in verdicts)
    bare = Counter(one.status for one in verdicts if one.meaning == "none")
    ordered = sorted(STATUSES, key=lambda one: SHAPES.index(one.meaning))
    return StatusBar(
        count=len(entries),
        comparable=sum(one.difference is not None for one in verdicts),
        completed=found["completed"],
        behind=found["behind"],
        stopped=found["cancelled"] + found["paused"],
        rows=tuple(
            StatusCount(
                status=one.code,
                meaning=one.meaning,
                url=addresses.get(one.code),
                count=found[one.code],
                share=per_cent(found[one.code], len(entries)),
                without_plan=bare[one.code] if one.meaning == "on" else 0,
            )
            for one in ordered
            if found[one.code]
        ),
        parts=parts(Counter((one.meaning, one.status) for one in verdicts)),
    )


def parts(found: Counter[tuple[str, str]]) -> tuple[Part, ...]:
    """The bar from left to right, by meaning and status."""
    of, before, drawn = found.total(), 0, []
    for meaning, status in product(SHAPES, (one.code for one in STATUSES)):
        count = found[meaning, status]
        if count:
            start, end = place(before, of), place(before + count, of)
            drawn.append(Part(status, meaning, start, end - start, count))
            before += count
    return tuple(drawn) if len(drawn) > 1 else ()


def place(count: int, of: int) -> Decimal:
    """Where a part begins or ends, in per cent, fine enough that parts meet."""
    return round(Decimal(100 * count) / of, 2)
