"""Passages: lines of a dump cited as one. They nest, so that the raw view can mark each whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import NamedTuple

from generator.dump.lines import Cited, Span
from generator.project import Copy
from generator.sections.indicators import Indicators
from generator.sections.steps import Plan


class Edges(NamedTuple):
    """Where passages begin and end, by line."""

    begin: Mapping[int, tuple[Span, ...]]
    """The outer before the inner."""
    end: Mapping[int, tuple[Span, ...]]


def passages(copy: Copy) -> tuple[Span, ...]:
    """All of several lines, each once, the outer before the inner.

    They follow from the copy alone, so that an address of one leads there as long as the copy does.
    """
    found = {one for section in copy.sections for one in cited(section)}
    found.update(joined(copy))
    found.update(Span(one.line, one.last) for one in copy.diagnostics)
    return tuple(
        sorted(
            (one for one in found if one.last > one.first), key=lambda one: (one.first, -one.last)
        )
    )


def cited(value: object) -> Iterator[Span]:
    """Every span in a record; what is cited itself holds none."""
    waiting = [value]
    for one in waiting:
        if isinstance(one, Span):
            yield one
        elif isinstance(one, Cited):
            if one.lines:
                yield one.lines
        elif isinstance(one, tuple):
            waiting += one
        else:
            kind: type = type(one)
            waiting += [getattr(one, name) for name in names(kind)]


@cache
def names(kind: type) -> tuple[str, ...]:
    """The fields of a type of record; of any other none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def joined(copy: Copy) -> Iterator[Span]:
    """What pages cite as one though the copy has it in parts: rows of a table, all steps."""
    measures, plan = copy.section(Indicators), copy.section(Plan)
    rows = (row for one in (measures.indicators if measures else ()) for row in one.quarters)
    for parts in (*rows, *([plan.steps] if plan and plan.steps else [])):
        spans = tuple(cited(parts))
        yield Span(min(one.first for one in spans), max(one.last for one in spans))


def edges(passages: Iterable[Span]) -> Edges:
    """Around which lines each stands; of two that cross, the later is cut where the first ends."""
    begin: dict[int, list[Span]] = defaultdict(list)
    end: dict[int, list[Span]] = defaultdict(list)
    around: list[int] = []
    for one in passages:
        while around and around[-1] < one.first:
            around.pop()
        around.append(min((one.last, *around[-1:])))
        begin[one.first].append(one)
        end[around[-1]].append(one)
    return Edges(
        {line: tuple(found) for line, found in begin.items()},
        {line: tuple(found) for line, found in end.items()},
    )
