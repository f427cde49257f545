"""(ทดสอบ) and (คลิก): two links of the page that repeat the project's code."""

from dataclasses import dataclass
from typing import ClassVar

from generator.dump.lines import Cited, Line, on
from generator.sections.shape import Reading, SectionType
from generator.thai.numerals import arabic
from generator.thai.text import shape


@dataclass(frozen=True, slots=True)
class Repeat:
    """One link."""

    label: Cited[str]
    code: Cited[str]
    """Arabic digits."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """The code again, to check the head's; they say nothing else."""

    kind: ClassVar[str] = "repeats"
    links: tuple[Repeat, ...]


LINK = shape(
    r"(?P<label>\((?:ทดสอบ|คลิก)\) ?(?:แสดงขั้นตอนการดำเนินงานโครงการ|ขั้นตอนการปฏิบัติงานของโครงการ))"
    r" ?: ?(?P<code>[0-9๐-๙]{8}-[0-9๐-๙]{4})"
)


def read(lines: tuple[Line, ...]) -> Reading:
    """Each line is a link."""
    links: list[Repeat] = []
    unclaimed: list[Line] = []
    for line in lines:
        found = LINK.fullmatch(line.text.strip())
        if found is None:
            unclaimed.append(line)
            continue
        at = on(line)
        links.append(Repeat(Cited(found["label"], at), Cited(arabic(found["code"]), at)))
    return Reading(Repeats(tuple(links)), tuple(unclaimed))


TYPE = SectionType(Repeats.kind, opens=(LINK,), read=read)
