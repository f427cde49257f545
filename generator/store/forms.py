"""Records as JSON and back, by the annotations of their types.

A record is the list of its fields, since its type tells their names. What JSON has is itself; a
day is its number, a figure what is written, and one line its number. Each type is looked at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial
from operator import attrgetter, itemgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.dump.lines import Cited, Span, Stored, between, stored
from generator.project import NOTHING, Parsed
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.indicators import Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress
from generator.sections.rationale import Rationale
from generator.sections.repeats import Repeats
from generator.sections.shape import Figure, Section, figure
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


SAME = 1 << 14
"""How many small records are remembered: most stand in many dumps, and need to be there once."""


def write_span(one: Span) -> int | list[int]:
    """One line as its number."""
    return one.first if one.first == one.last else [*one]


def read_span(held: int | list[int]) -> Span:
    """The lines again."""
    return between(*held) if isinstance(held, list) else between(held, held)


LEAVES: dict[object, Form] = {
    str: Form(),
    int: Form(),
    bool: Form(),
    date: Form(date.toordinal, lru_cache(SAME)(date.fromordinal)),
    Decimal: Form(str, Decimal),
    Figure: Form(itemgetter(0), figure),
    Span: Form(write_span, read_span),
    Stored: Form(attrgetter("text"), stored),
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


SHORT = {int, Figure}
"""Of these few values, few lines state most."""
CITED = ("value", "first", "last", "inferred")
"""All that may be told of a cited value."""


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
    return cited(get_args(hint)[0]) if get_origin(hint) is Cited else record(hint)


def several(inner: Form) -> Form:
    """A tuple of any length."""
    write, read = inner
    return Form(
        list if write is same else lambda values: [*map(write, values)],
        tuple if read is same else lambda values: tuple(map(read, values)),
    )


def cited(kind: object) -> Form:
    """A value and its first and last line, where the lines state it: nearly always."""
    write_value, read_value = form(kind)
    make = partial(tuple.__new__, Cited)

    def write(one: Cited[Any]) -> list[Any]:
        value, lines, inferred = one
        told = value if write_value is same else write_value(value)
        if lines is None or inferred:
            return [told, *(lines or (None, None)), inferred]
        first, last = lines
        return [told, first] if first == last else [told, first, last]

    def stated(told: Any, first: int, last: int | None = None) -> Any:  # noqa: ANN401
        value = told if read_value is same else read_value(told)
        return make((value, between(first, first if last is None else last), False))

    often = lru_cache(SAME)(stated) if kind in SHORT else stated

    def read(held: list[Any]) -> Cited[Any]:
        if len(held) < len(CITED):
            return often(*held)  # type: ignore[no-any-return]
        value, first, last, inferred = held
        return Cited(read_value(value), None if first is None else Span(first, last), inferred)

    return Form(write, read)


def record(hint: object) -> Form:
    """A frozen dataclass or a named tuple."""
    kind, hints = kind_of(hint), typed(hint)
    forms = [form(one) for one in hints.values()]
    write, read = each([one.write for one in forms]), each([one.read for one in forms])
    if not hasattr(kind, "_fields"):
        names = tuple(hints)
        return Form(
            lambda one: write([getattr(one, name) for name in names]),
            maker(kind, {name: one.read for name, one in zip(names, forms, strict=True)}),
        )
    make = partial(tuple.__new__, kind)
    if all(is_small(one) for one in hints.values()):
        alike = lru_cache(SAME)(lambda *values: make(read([*values])))
        return Form(lambda one: write([*one]), lambda values: alike(*values))
    return Form(lambda one: write([*one]), lambda values: make(read(values)))


def maker(kind: Any, reads: Mapping[str, Change]) -> Change:  # noqa: ANN401  a dataclass
    """What makes a frozen one of its values, in half the time that it takes itself."""
    places = [(getattr(kind, name).__set__, read) for name, read in reads.items()]
    new = partial(object.__new__, kind)

    def made(values: list[Any]) -> Any:  # noqa: ANN401
        one = new()
        for (put, read), value in zip(places, values, strict=True):
            put(one, value if value is None or read is same else read(value))
        return one

    return made


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


# --- all of a dump: where it holds one page, as nearly always, its text stands once


def write(one: Parsed) -> tuple[list[Any], bytes]:
    """What JSON can hold of it, and its text; nothing is lost."""
    bare = (
        replace(copy, stored=NOTHING) if copy.stored == one.stored else copy for copy in one.copies
    )
    told = form(Parsed).write(one._replace(copies=tuple(bare), stored=NOTHING))
    return [one.stored.code, told], one.stored.body


def read(held: list[Any], body: bytes) -> Parsed:
    """What was read from a dump."""
    code, told = held
    one: Parsed = form(Parsed).read(told)
    text = Stored(body, code)
    whole = (replace(copy, stored=text) if copy.stored == NOTHING else copy for copy in one.copies)
    return one._replace(copies=tuple(whole), stored=text)
