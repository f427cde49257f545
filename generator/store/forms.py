"""Records as JSON and back, by the annotations of their types.

A record is the list of its fields, since its type tells their names. What JSON has is itself; a
day is its number, a figure its digits. Each type is looked at once.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.dump.lines import Line
from generator.project import Parsed
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.indicators import Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress
from generator.sections.rationale import Rationale
from generator.sections.repeats import Repeats
from generator.sections.shape import Section
from generator.sections.steps import Plan
from generator.sections.strategy import Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units

Change = Callable[[Any], Any]
"""From a value to what stands for it, or back."""


def same(value: Any) -> Any:  # noqa: ANN401
    """Of what JSON has itself."""
    return value


class Form(NamedTuple):
    """How a type is written, and how it is read; ``None`` stands for itself, where it may stand."""

    write: Change = same
    read: Change = same


LEAVES: dict[object, Form] = {
    str: Form(),
    int: Form(),
    bool: Form(),
    date: Form(date.toordinal, date.fromordinal),
    Decimal: Form(str, Decimal),
}
SECTIONS: dict[str, type[Section]] = {
    one.kind: one
    for one in (
        Identity,
        Evaluation,
        Rationale,
        Units,
        Objectives,
        Targets,
        Strategy,
        Progress,
        Plan,
        Repeats,
        Indicators,
    )
}
SAME = 1 << 14
"""How many small records are remembered: most stand in many dumps, and need to be there once."""


@cache
def form(hint: object) -> Form:
    """Of a type as it is annotated."""
    if hint in LEAVES:
        return LEAVES[hint]
    if hint is Section:
        return Form(write_section, read_section)
    if get_origin(hint) in {Union, UnionType}:
        (one,) = set(get_args(hint)) - {NoneType}
        return form(one)
    if get_origin(hint) is tuple:
        return several(form(get_args(hint)[0]))
    return record(hint)


def several(inner: Form) -> Form:
    """A tuple of any length."""
    write, read = inner
    return Form(
        list if write is same else lambda values: [*map(write, values)],
        tuple if read is same else lambda values: tuple(map(read, values)),
    )


def record(hint: object) -> Form:
    """A frozen dataclass or a named tuple."""
    kind, hints = kind_of(hint), typed(hint)
    forms = [form(one) for one in hints.values()]
    write, read = each([one.write for one in forms]), each([one.read for one in forms])
    names = tuple(hints)
    if not hasattr(kind, "_fields"):
        return Form(
            lambda one: write([getattr(one, name) for name in names]),
            lambda values: kind(**dict(zip(names, read(values), strict=True))),
        )
    make = partial(tuple.__new__, kind)
    if all(is_small(one) for one in hints.values()):
        alike = lru_cache(SAME)(lambda *values: make(read([*values])))
        return Form(lambda one: write([*one]), lambda values: alike(*values))
    return Form(lambda one: write([*one]), lambda values: make(read(values)))


def kind_of(hint: object) -> Any:  # noqa: ANN401  a class of either kind
    """The class of a record, whatever the types that it leaves open."""
    return get_origin(hint) or hint


def typed(hint: object) -> dict[str, Any]:
    """The fields of a record with their types, those that it leaves open filled in."""
    kind = kind_of(hint)
    names = getattr(kind, "_fields", None) or [one.name for one in fields(kind)]
    hints = get_type_hints(kind)
    filled = dict(zip(getattr(kind, "__parameters__", ()), get_args(hint), strict=True))
    return {name: filled.get(hints[name], hints[name]) for name in names}


def is_small(hint: object) -> bool:
    """Whether a field holds no other record."""
    return set(get_args(hint) or (hint,)) <= LEAVES.keys() | {NoneType}


def each(changes: list[Change]) -> Callable[[list[Any]], list[Any]]:
    """The change of a list, value by value, in its place."""
    places = [(place, change) for place, change in enumerate(changes) if change is not same]

    def changed(values: list[Any]) -> list[Any]:
        for place, change in places:
            if values[place] is not None:
                values[place] = change(values[place])
        return values

    return changed


def write_section(one: Section) -> list[Any]:
    """The kind of a section, and its fields."""
    return [one.kind, form(SECTIONS[one.kind]).write(one)]


def read_section(values: list[Any]) -> Section:
    """The section again."""
    kind, held = values
    section: Section = form(SECTIONS[kind]).read(held)
    return section


# --- all of a dump: its lines stand once, the copies tell from which to which they are theirs


def write_lines(lines: tuple[Line, ...]) -> str:
    """Their text: they are numbered from 1, and none holds a line end."""
    return "\n".join([line.text for line in lines])


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines again; the last one of a dump is never empty."""
    texts = text.split("\n") if text else ()
    return tuple(map(tuple.__new__, repeat(Line), enumerate(texts, start=1)))


LEAVES[tuple[Line, ...]] = Form(write_lines, read_lines)


def write(one: Parsed) -> list[Any]:
    """What JSON can hold of it, and nothing is lost."""
    spans = [[copy.lines[0].number, copy.lines[-1].number] for copy in one.copies]
    bare = one._replace(copies=tuple(replace(copy, lines=()) for copy in one.copies))
    return [spans, form(Parsed).write(bare)]


def read(held: list[Any]) -> Parsed:
    """What was read from a dump."""
    spans, values = held
    bare: Parsed = form(Parsed).read(values)
    copies = zip(bare.copies, spans, strict=True)
    return bare._replace(
        copies=tuple(
            replace(copy, lines=bare.lines[first - 1 : last]) for copy, (first, last) in copies
        )
    )
