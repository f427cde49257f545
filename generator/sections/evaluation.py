"""*** สยป. ประเมินโครงการ: the evaluation that was open when the page was fetched."""

from dataclasses import dataclass
from typing import ClassVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line, on
from generator.sections.shape import NUMBER, Figure, Reading, SectionType, figure
from generator.thai.text import shape


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The Strategy and Evaluation Department's (สยป.) quarter and score."""

    kind: ClassVar[str] = "evaluation"
    quarter: Cited[Figure] | None
    """1 to 4, of the day the page was fetched: not a fact about the project."""
    score: Cited[Figure] | None
    """``None`` where none was given yet."""


QUARTER = shape(r"\*{3} ?สยป\. ?ประเมินโครงการ ?: ?ไตรมาสที่ ?(?P<quarter>\S{0,20})")


def read(lines: tuple[Line, ...]) -> Reading:
    """The quarter's line, and a bare number that is the score."""
    quarter: Cited[Figure] | None = None
    score: Cited[Figure] | None = None
    unclaimed: list[Line] = []
    odd: list[Diagnostic] = []
    for line in lines:
        text, at = line.text.strip(), on(line)
        if quarter is None and (found := QUARTER.fullmatch(text)):
            quarter = Cited(figure(found["quarter"]), at)
            if quarter.value.value not in {1, 2, 3, 4}:
                odd.append(Diagnostic("value-unknown", line.number, detail=found["quarter"]))
        elif score is None and NUMBER.fullmatch(text):
            score = Cited(figure(text), at)
        else:
            unclaimed.append(line)
    return Reading(Evaluation(quarter, score), tuple(unclaimed), tuple(odd))


TYPE = SectionType(Evaluation.kind, opens=(QUARTER,), read=read)
