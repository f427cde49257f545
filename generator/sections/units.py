"""50280700/50280700: the codes of the unit that runs the project."""

from dataclasses import dataclass
from typing import ClassVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line
from generator.sections.shape import Reading, SectionType, cite
from generator.thai.numerals import arabic
from generator.thai.text import shape


@dataclass(frozen=True, slots=True)
class Units:
    """Arabic digits: 1–4 of a unit code name the agency, 5–6 the section (ฝ่าย)."""

    kind: ClassVar[str] = "units"
    code: Cited[str]
    second: Cited[str]
    """The same code again, in every dump seen."""


CODES = shape(r"(?P<code>[0-9๐-๙]{8}) ?/ ?(?P<second>[0-9๐-๙]{8})")


def read(lines: tuple[Line, ...]) -> Reading:
    """The first line is the codes: it opened the block."""
    first, *rest = lines
    found = CODES.fullmatch(first.text.strip())
    assert found is not None  # noqa: S101  the opener is this very pattern
    code, second = arabic(found["code"]), arabic(found["second"])
    section = Units(cite(code, first), cite(second, first))
    odd: tuple[Diagnostic, ...] = ()
    if code != second:
        odd = (Diagnostic("number-differs", first.number, detail=first.text.strip()),)
    return Reading(section, tuple(rest), odd)


TYPE = SectionType(Units.kind, opens=(CODES,), read=read)
