"""หลักการและเหตุผล: why the project exists."""

from dataclasses import dataclass
from typing import ClassVar

from generator.dump.lines import Cited, Span
from generator.sections.shape import LONG, WORDS, SectionType, prose_reader
from generator.thai.text import shape


@dataclass(frozen=True, slots=True)
class Rationale:
    """One text, usually of 1,000 characters or more; it often names the project."""

    kind: ClassVar[str] = "rationale"
    text: Cited[str] | None
    """``None`` under an empty heading."""
    heading: Span | None
    """Stripped copies have none."""


HEADING = shape(r"หลักการและเหตุผล")

TYPE = SectionType(
    Rationale.kind,
    opens=(HEADING,),
    read=prose_reader(Rationale, HEADING),
    bare={"evaluation": WORDS, "identity": LONG},
)
