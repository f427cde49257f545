"""Whether a regular expression can take exponential time: whether its automaton is ambiguous.

A pattern becomes the automaton of its positions (Glushkov), one for each character it can read. It
backtracks without end when one of them can be reached from itself by the same text in two ways.
Lookarounds and back references count as nothing, long bounded repetitions as unbounded ones: an
alarm may be false.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from importlib import import_module
from typing import Any

PARSER: Any = import_module("re._parser")  # what `sre_parse` was called before it became private
MANY = 8
"""A repetition of more than that counts as one without end."""
USUAL = "aZ09_-./:#@() \t\n\r\u00a0๑กำ่ฯๆé—“ｱ😀⟨\u200b"
"""One of each kind of character that categories tell apart."""

Positions = tuple[int, ...]


@dataclass
class Automaton:
    """Positions, the characters each reads, and which may follow which, in how many ways."""

    alphabet: str
    reads: list[frozenset[str]] = field(default_factory=list)
    follow: Counter[tuple[int, int]] = field(default_factory=Counter)

    def position(self, characters: Iterable[str]) -> "Part":
        self.reads.append(frozenset(characters))
        here = (len(self.reads) - 1,)
        return Part(here, here, is_empty=False)

    def join(self, last: Positions, first: Positions) -> None:
        self.follow.update((one, other) for one in last for other in first)


@dataclass(frozen=True)
class Part:
    """A part of a pattern: where it can begin, where it can end, whether it can read nothing."""

    first: Positions = ()
    last: Positions = ()
    is_empty: bool = True


def then(to: Automaton, one: Part, other: Part) -> Part:
    to.join(one.last, other.first)
    return Part(
        one.first + (other.first if one.is_empty else ()),
        other.last + (one.last if other.is_empty else ()),
        one.is_empty and other.is_empty,
    )


def either(one: Part, other: Part) -> Part:
    return Part(one.first + other.first, one.last + other.last, one.is_empty or other.is_empty)


def built(to: Automaton, nodes: Iterable[Any], flags: int) -> Part:
    """The part that a list of parsed nodes is."""
    return reduce(lambda done, node: then(to, done, part(to, node, flags)), nodes, Part())


def part(to: Automaton, node: Any, flags: int) -> Part:
    name, value = str(node[0]), node[1]
    if name in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
        return to.position(one for one in to.alphabet if matches(node, one, flags))
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        return repeated(to, value, flags)
    if name == "SUBPATTERN":
        return built(to, value[3], (flags | value[1]) & ~value[2])
    if name == "ATOMIC_GROUP":
        return built(to, value, flags)
    if name == "BRANCH":
        return reduce(either, (built(to, branch, flags) for branch in value[1]))
    if name in {"AT", "ASSERT", "ASSERT_NOT", "GROUPREF"}:
        return Part()
    message = f"{name} is in no pattern of ours"
    raise NotImplementedError(message)


def repeated(to: Automaton, value: Any, flags: int) -> Part:
    least, most, inner = value
    if most <= MANY:
        copies = [built(to, inner, flags) for _ in range(most)]
        # a{1,3} is a(a(a)?)?, which reads a text in one way; aa?a? would not.
        rest = Part()
        for place in reversed(range(most)):
            whole = then(to, copies[place], rest)
            rest = Part(whole.first, whole.last, is_empty=whole.is_empty or place >= least)
        return rest
    once = built(to, inner, flags)
    to.join(once.last, once.first)
    return Part(once.first, once.last, once.is_empty or not least)


def matches(node: Any, character: str, flags: int) -> bool:
    """Whether one character is read by a literal, a set or the dot."""
    name, value = str(node[0]), node[1]
    cases = (
        {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
    )
    if name == "ANY":
        return bool(flags & re.DOTALL) or character != "\n"
    if name in {"LITERAL", "NOT_LITERAL"}:
        return (chr(value) in cases) == (name == "LITERAL")
    is_in = any(holds(item, one, flags) for item in value for one in cases)
    return is_in != (str(value[0][0]) == "NEGATE")


def holds(item: Any, character: str, flags: int) -> bool:
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return chr(value) == character
    if name == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    if name == "CATEGORY":
        letter = str(value).rpartition("_")[2][0].lower()
        letter = letter.upper() if "NOT" in str(value) else letter
        return re.fullmatch(f"\\{letter}", character, flags & re.ASCII) is not None
    return False  # NEGATE, which stands first


def literals(nodes: Any) -> Iterator[str]:
    """The characters that a pattern names, and the neighbours of its ranges."""
    for node in nodes:
        name, value = str(node[0]), node[1]
        if name in {"LITERAL", "NOT_LITERAL"}:
            yield chr(value)
        elif name == "RANGE":
            yield from (chr(one) for one in value)
            yield from (
                chr(one) for one in (value[0] - 1, value[1] + 1) if 0 < one < sys.maxunicode
            )
        elif isinstance(value, list):
            yield from literals(value)
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            yield from literals(value[2])
        elif name == "SUBPATTERN":
            yield from literals(value[3])
        elif name == "ATOMIC_GROUP":
            yield from literals(value)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from literals(branch)


def explodes(pattern: str, flags: int = 0) -> bool:
    """Whether some text makes it try exponentially many ways."""
    nodes = PARSER.parse(pattern, flags)
    flags |= nodes.state.flags
    automaton = Automaton("".join(sorted({*USUAL, *literals(nodes)})))
    built(automaton, nodes, flags)
    return is_ambiguous(automaton)


def is_ambiguous(of: Automaton) -> bool:
    """Two ways on one circle: an edge twice, or two different paths that read the same."""
    edges: dict[int, list[int]] = defaultdict(list)
    for one, other in of.follow:
        edges[one].append(other)
    circles = {one: number for number, circle in enumerate(components(edges)) for one in circle}
    on = [
        (one, other) for one, other in of.follow if circles.get(one, -1) == circles.get(other, -2)
    ]
    if any(of.follow[edge] > 1 and of.reads[edge[1]] for edge in on):
        return True
    inside: dict[int, list[int]] = defaultdict(list)
    for one, other in on:
        inside[one].append(other)
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    waiting = [(one, one) for one in inside]
    while waiting:
        pair = waiting.pop()
        if pair in pairs:
            continue
        pairs[pair] = [
            (left, right)
            for left in inside[pair[0]]
            for right in inside[pair[1]]
            if of.reads[left] & of.reads[right]
        ]
        waiting += pairs[pair]
    return any(
        any(one == other for one, other in circle) and any(one != other for one, other in circle)
        for circle in components(pairs)
    )


def components(edges: dict[Any, list[Any]]) -> Iterator[list[Any]]:
    """The circles of a graph: its strongly connected components that have an edge (Tarjan)."""
    index: dict[Any, int] = {}
    low: dict[Any, int] = {}
    stack: list[Any] = []
    on_stack: set[Any] = set()
    for start in list(edges):
        work = [(start, iter(edges[start]))] if start not in index else []
        while work:
            node, rest = work[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            after = next(rest, None)
            if after is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    circle = stack[stack.index(node) :]
                    del stack[-len(circle) :]
                    on_stack -= set(circle)
                    if len(circle) > 1 or node in edges.get(node, ()):
                        yield circle
            elif after not in index:
                work.append((after, iter(edges.get(after, ()))))
            elif after in on_stack:
                low[node] = min(low[node], index[after])
