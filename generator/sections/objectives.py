"""วัตถุประสงค์ของโครงการ: what the project is for."""

from dataclasses import dataclass
from typing import ClassVar

from generator.dump.lines import Cited, Span
from generator.sections.shape import WORDS, SectionType, prose_reader
from generator.thai.text import shape


@dataclass(frozen=True, slots=True)
class Objectives:
    """One text, its points numbered inline."""

    kind: ClassVar[str] = "objectives"
    text: Cited[str] | None
    """``None`` under an empty heading."""
    heading: Span | None
    """Stripped copies have none."""


HEADING = shape(r"วัตถุประสงค์ของโครงการ")

TYPE = SectionType(
    Objectives.kind,
    opens=(HEADING,),
    read=prose_reader(Objectives, HEADING),
    bare={"units": WORDS},
)
