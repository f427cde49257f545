"""รหัส: the codes by which a page is known."""

from collections.abc import Iterator

from generator.assess.findings.rule import Evidence, cited
from generator.assess.reading import Reading
from generator.dump.lines import Cited
from generator.sections.identity import Identity
from generator.sections.repeats import Repeats
from generator.sections.units import Units


def codes_disagree(reading: Reading) -> Iterator[Evidence]:
    """รหัสไม่ตรงกัน: the page, or the table beside the dumps, gives codes that exclude each other.

    The project code is that of the title line, else of the first link that repeats it, else of the
    table. It is compared with every other of these, and its first four digits, the agency's, with
    those of the unit code; and the unit code with its second half. One evidence for each other
    code: ``code``, ``other``, and ``where`` the other stands: ``link``, ``table``, ``unit`` or
    ``second`` (the second half of the unit code; then ``code`` is its first half). Silent where
    only one of the two is told.
    """
    told = tuple(project_codes(reading))
    units = reading.copy.section(Units)
    code = told[0][1] if told else None
    seen = {code.value} if code else set()
    for where, other in told[1:]:
        if code and other.value not in seen:
            seen.add(other.value)
            yield disagreeing(where, code, other)
    if code and units and code.value[:4] != units.code.value[:4]:
        yield disagreeing("unit", code, units.code)
    if units and units.code.value != units.second.value:
        yield disagreeing("second", units.code, units.second)


def project_codes(reading: Reading) -> Iterator[tuple[str, Cited[str]]]:
    """Every project code told, and where: the one that counts first."""
    head, repeats = reading.copy.section(Identity), reading.copy.section(Repeats)
    if head and head.code:
        yield "title", head.code
    for link in repeats.links if repeats else ():
        yield "link", link.code
    for file in reading.project.snapshots[0].files:
        if file.source.code:
            yield "table", Cited(file.source.code, None)


def disagreeing(where: str, code: Cited[str], other: Cited[str]) -> Evidence:
    """The evidence for one pair of codes."""
    figures = (("code", code.value), ("other", other.value), ("where", where))
    return Evidence(cited(code.lines, other.lines), figures)
