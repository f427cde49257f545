"""The head of the page: title, code, agency, fiscal year, overall percent, contact."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Line, on
from generator.sections.shape import (
    NUMBER,
    Figure,
    Reading,
    SectionType,
    cite,
    figure,
    percent,
)
from generator.thai.numerals import arabic
from generator.thai.text import shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Each field is ``None`` where the copy lacks its line; stripped copies hold only a percent."""

    kind: ClassVar[str] = "identity"
    title: Cited[str] | None = None
    code: Cited[str] | None = None
    """รหัสโครงการ in Arabic digits, ``50050000-3410``: agency code and number."""
    sub_unit: Cited[str] | None = None
    """A hospital or office named before its agency, in some years."""
    agency: Cited[str] | None = None
    """หน่วยงาน as written, ``สำนักงานเขตปทุมวัน``."""
    fiscal_year: Cited[int] | None = None
    """Buddhist Era."""
    gauge: Cited[Figure] | None = None
    """The number beside the gauge; it repeats the percent."""
    percent: Cited[Figure] | None = None
    """ความคืบหน้า ร้อยละ, 0 to 100 when all is well."""
    contact: tuple[Cited[str], ...] = ()
    """A unit, or marks in the place of what is withheld."""


# "ปรับปรุงทางเท้า (ระยะที่ 2) : 50050000-3410": the title may hold colons, the code never.
# A look at a line's end spares most lines the search for where its title ends.
TITLE = shape(
    r"(?=.*-[0-9๐-๙]{4}\s*$)(?P<title>\S.{0,400}?)? ?: ?(?P<code>[0-9๐-๙]{8}-[0-9๐-๙]{4})"
)
# "** โรงพยาบาลตัวอย่าง สำนักการแพทย์ : (2564)", or without the stars and the sub-unit
AGENCY = shape(
    r"(?=.*\)\s*$)(?:\*\* ?(?P<sub>.{0,200}) )?(?P<agency>\S.{0,200}?) ?: ?"
    r"\((?P<year>2[45]\d\d|๒[๔๕][๐-๙]{2})\)"
)
PERCENT = shape(r"ความคืบหน้าโครงการ ร้อยละ(?: (?P<percent>\S{1,40}))?")
CONTACT_LINES = 3
"""Two people and their unit is the most that was seen."""


def read(lines: tuple[Line, ...]) -> Reading:
    """Each line is one field; what is left after the percent is the contact."""
    fields: dict[str, Cited[str] | Cited[int] | Cited[Figure]] = {}
    contact: list[Cited[str]] = []
    unclaimed: list[Line] = []
    diagnostics: list[Diagnostic] = []
    for line in lines:
        text = line.text.strip()
        if "code" not in fields and (found := TITLE.fullmatch(text)):
            fields["code"] = cite(arabic(found["code"]), line)
            if found["title"]:
                fields["title"] = cite(found["title"], line)
        elif "agency" not in fields and (found := AGENCY.fullmatch(text)):
            fields["agency"] = cite(found["agency"], line)
            fields["fiscal_year"] = Cited(int(arabic(found["year"])), on(line))
            if found["sub"]:
                fields["sub_unit"] = cite(found["sub"].strip(), line)
        elif "percent" not in fields and (found := PERCENT.fullmatch(text)):
            read_percent, odd = percent(found["percent"] or "", line)
            fields["percent"] = Cited(read_percent, on(line))
            diagnostics += odd
        elif "gauge" not in fields and "percent" not in fields and NUMBER.fullmatch(text):
            fields["gauge"] = Cited(figure(text), on(line))
        elif "percent" in fields and len(contact) < CONTACT_LINES:
            contact.append(cite(text, line))
        else:
            unclaimed.append(line)
    section = Identity(contact=tuple(contact), **fields)  # type: ignore[arg-type]
    return Reading(section, tuple(unclaimed), (*diagnostics, *_repeat_differs(section)))


def _repeat_differs(section: Identity) -> tuple[Diagnostic, ...]:
    if section.gauge is None or section.percent is None or section.gauge.lines is None:
        return ()
    gauge, header = section.gauge.value, section.percent.value
    if (gauge.value or Decimal(0)) == (header.value or Decimal(0)):
        return ()
    detail = f"{gauge.written} / {header.written}"
    return (Diagnostic("number-differs", section.gauge.lines.first, detail=detail),)


TYPE = SectionType(Identity.kind, opens=(TITLE, AGENCY, PERCENT), read=read)
