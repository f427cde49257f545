"""เป้าหมายของโครงการ: what is to be reached, in quantity (ด้านปริมาณ) and quality (ด้านคุณภาพ)."""

from dataclasses import dataclass
from typing import ClassVar

from generator.dump.lines import Cited, Span
from generator.sections.shape import WORDS, SectionType, prose_reader
from generator.thai.text import shape


@dataclass(frozen=True, slots=True)
class Targets:
    """One text, its points numbered inline."""

    kind: ClassVar[str] = "targets"
    text: Cited[str] | None
    """``None`` under an empty heading."""
    heading: Span | None
    """Stripped copies have none."""


HEADING = shape(r"เป้าหมายของโครงการ")

TYPE = SectionType(
    Targets.kind,
    opens=(HEADING,),
    read=prose_reader(Targets, HEADING),
    bare={"bare objectives": WORDS},
)
