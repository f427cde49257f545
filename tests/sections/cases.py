r"""Reads ``tests/cases/<kind>.txt``: lines of a dump, ``---``, and what its record must hold.

    === percent may fall
    (2) ความคืบหน้าโครงการฯ ร้อยละ 10.00 (2021-08-30)
    ---
    reports[0].percent = 10.00

What is expected is ``none``, ``true``, a number, a day, a ``"text"``, or ``2-3``: the lines of a
value. A tuple is compared with its length. A figure or a day that is quoted means what was typed.
``\u00a0`` stands for the character, on both sides. Where ``unclaimed`` and ``diagnostics`` are not
named, there must be none; ``details`` are the words that each diagnostic is about.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Span
from generator.sections.shape import Day, Figure

FOLDER = Path(__file__).parent.parent / "cases"

Expected = None | bool | Decimal | date | str | Span | tuple[str, ...]


class Case(NamedTuple):
    """One case of a file."""

    name: str
    text: str
    expected: Mapping[str, Expected]
    """By path, ``reports[0].percent``."""


HEAD = re.compile(r"=== (?P<name>.+)")
RULE = "---"
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def cases(kind: str) -> Iterator[Case]:
    """The cases of one file, in order."""
    part: list[str] = []
    for line in (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if HEAD.fullmatch(line) and part:
            yield case(part)
            part = []
        part.append(line)
    yield case(part)


def case(lines: list[str]) -> Case:
    """One case; a line that is out of place is an error of the file."""
    head = HEAD.fullmatch(lines[0])
    assert head, f"not the head of a case: {lines[0]}"
    at = lines.index(RULE)
    expected = dict(expectation(line) for line in lines[at + 1 :] if line)
    return Case(head["name"], unescaped("\n".join(lines[1:at])), expected)


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def expectation(line: str) -> tuple[str, Expected]:
    path, equals, written = line.partition(" = ")
    assert equals, f"no expectation: {line}"
    return path, meant(written)


FIXED: Mapping[str, Expected] = {"none": None, "true": True, "false": False, "[]": ()}


def meant(written: str) -> Expected:
    """The value that is written; what is none is an error of the file."""
    if written in FIXED:
        return FIXED[written]
    if written.startswith("["):
        return tuple(written[1:-1].split(", "))
    if written.startswith('"'):
        assert written.endswith('"'), f"no closing quote: {written}"
        return unescaped(written[1:-1]).replace("\\n", "\n")
    if span := re.fullmatch(r"(\d+)-(\d+)", written):
        return Span(int(span[1]), int(span[2]))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return date.fromisoformat(written)
    return Decimal(written)


STEP = re.compile(r"\.?(?P<name>\w+)|\[(?P<index>\d+)\]")


def at(path: str, root: object) -> object:
    """What a path leads to; it sees through a citation, but for its ``lines`` and ``inferred``."""
    value = root
    for step in STEP.finditer(path):
        seen = value.value if isinstance(value, Cited) else value
        if step["index"]:
            assert isinstance(seen, tuple), path
            value = seen[int(step["index"])]
        elif isinstance(seen, Mapping):
            value = seen[step["name"]]
        else:
            own = isinstance(value, Cited) and step["name"] in {"lines", "inferred"}
            value = getattr(value if own else seen, step["name"])
    return value


def comparable(value: object, expected: Expected) -> object:
    """The value in the form in which the case writes it."""
    if isinstance(value, Cited):
        value = value.value
    if isinstance(value, Figure | Day):
        return value.written if isinstance(expected, str) else value.value
    if isinstance(value, tuple) and isinstance(expected, Decimal):
        return len(value)
    return value


def told(diagnostics: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """``day-unreadable 3``, ``unclaimed-line 4-5``: code and place."""
    return tuple(
        f"{one.code} {one.line}" + (f"-{one.last}" if one.last else "") for one in diagnostics
    )
