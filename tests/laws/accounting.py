"""Where every line of a dump went: to one section, to the furniture, or to a diagnostic."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.dump.lines import Cited, Line
from generator.dump.noise import is_furniture
from generator.project import Copy, Parsed, cut
from generator.sections.shape import Day, Figure, Section
from tests.sections.rebuild import alike, bare


def readings(copy: Copy) -> Iterator[tuple[Section, tuple[Line, ...]]]:
    """Each section with the lines it claims, read again from the copy's lines."""
    blocks, _, _ = cut(copy.lines)
    for block in blocks:
        reading = block.type.read(tuple(block.lines))
        left = set(reading.unclaimed)
        yield reading.section, tuple(line for line in sorted(block.lines) if line not in left)


def account(parsed: Parsed) -> None:
    """Assert that no line is lost, and that none is told twice."""
    for copy in parsed.copies:
        claims = [line.number for _, claimed in readings(copy) for line in claimed]
        noise = [line.number for line in copy.lines if line.text and is_furniture(line.text)]
        strange = [
            line.number
            for line in copy.lines
            for one in copy.diagnostics
            if one.code == "unclaimed-line"
            and one.line <= line.number <= (one.last or one.line)
            and line.text
        ]
        assert sorted(claims + noise + strange) == [one.number for one in copy.lines if one.text]
        assert tuple(section for section, _ in readings(copy)) == copy.sections


def rebuild(copy: Copy) -> None:
    """Assert that each section's lines are said by its fields, and that citations lead there."""
    for section, claimed in readings(copy):
        from_fields, from_lines = alike(section, claimed)
        assert from_fields == from_lines
        for cited in citations(section):
            says(cited, copy)


def citations(value: object) -> Iterator[Cited[Any]]:
    """Every cited value in a record."""
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations(item)
    elif is_dataclass(value):
        for one in fields(value):
            yield from citations(getattr(value, one.name))


def says(cited: Cited[Any], copy: Copy) -> None:
    """Assert that the cited lines hold the value as it was typed."""
    assert cited.lines is not None
    start = copy.lines[0].number
    lines = copy.lines[cited.lines.first - start : cited.lines.last - start + 1]
    value = cited.value
    written = value.written if isinstance(value, Figure | Day) else str(value)
    for part in written.split("\n"):
        assert bare("", part) in bare("", "".join(line.text for line in lines))
