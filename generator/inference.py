"""What identifies a copy: stated by its own lines, told by the sidecar table, or inferred."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from generator.dump.lines import Cited, Span
from generator.project import Copy
from generator.sections.identity import Identity
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress
from generator.sections.rationale import Rationale
from generator.sections.repeats import Repeats
from generator.sections.shape import Day
from generator.sections.steps import Plan
from generator.sections.targets import Targets
from generator.sections.units import Units
from generator.thai.calendar import fiscal_year
from generator.thai.text import fold, shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Each field is ``None`` when this copy neither states it nor lets it be inferred."""

    code: Cited[str] | None
    """Project code; never inferred."""
    title: Cited[str] | None
    agency_code: Cited[str] | None
    """Eight digits, ``50050000``."""
    agency_name: Cited[str] | None
    """As written; never inferred."""
    section_digits: Cited[str] | None
    """Digits 5–6 of the unit code, ``07``; ``00`` is the whole office."""
    fiscal_year: Cited[int] | None
    """Buddhist Era."""


def facts(copy: Copy) -> Facts:
    """What this copy alone tells of the project's identity."""
    head = copy.section(Identity) or Identity()
    units = copy.section(Units)
    code = stated_code(copy)
    return Facts(
        code=code,
        title=head.title or title_in_rationale(copy),
        agency_code=agency_code(code, units, is_named=head.agency is not None),
        agency_name=head.agency,
        section_digits=Cited(units.code.value[4:6], units.code.lines, inferred=True)
        if units
        else None,
        fiscal_year=head.fiscal_year or year_of_days(copy),
    )


def stated_code(copy: Copy) -> Cited[str] | None:
    """From the head, else from the links that repeat it, else from the sidecar table."""
    head = copy.section(Identity)
    if head and head.code:
        return head.code
    repeats = copy.section(Repeats)
    if repeats and repeats.links:
        return repeats.links[0].code
    return Cited(copy.source.code, None) if copy.source.code else None


def agency_code(
    code: Cited[str] | None, units: Units | None, *, is_named: bool
) -> Cited[str] | None:
    """The first eight digits of the project code, else those of the unit code's agency."""
    if code:
        return Cited(code.value[:8], code.lines, inferred=not is_named)
    if units:
        return Cited(units.code.value[:4] + "0000", units.code.lines, inferred=True)
    return None


# Not "จึงได้จัดทำโครงการดังกล่าวขึ้น": that one was named before.
NAMED = shape(
    r"(?:จึง|เห็นควร|ได้)(?:ได้|จัดให้มี|เห็นควร|ขอ|กำหนด|มี|ให้มี){0,3}"
    r"(?:จัดทำ|ดำเนินการ|ดำเนินงาน|จัด|เสนอ|ดำเนิน)โครงการ(?!นี้|ดังกล่าว)"
)
NAME_END = re.compile(
    r"ขึ้น(?=\s|เพื่อ|โดย|ซึ่ง|ใน|$)|\s*(?:ซึ่ง|เพื่อให้|ทั้งนี้)|\s(?:เพื่อ|โดย|อัน|ตาม|ใน|ให้|และ|จึง)|[”\"\n]|\s{2,}|$"
)
LONGEST_TITLE = 200


def title_in_rationale(copy: Copy) -> Cited[str] | None:
    """The project named in ``จึงได้จัดทำโครงการ…ขึ้น``."""
    rationale = copy.section(Rationale)
    if rationale is None or rationale.text is None:
        return None
    text = rationale.text.value
    # "ที่ผ่านมาได้ดำเนินโครงการ…" may name another; "จึง…" concludes, and names this one.
    for found in sorted(NAMED.finditer(text), key=lambda one: not one[0].strip().startswith("จึง")):
        title = NAME_END.split(text[found.end() : found.end() + LONGEST_TITLE + 1], 1)[0]
        title = title.strip(" “”\"'")
        if 4 <= len(title) <= LONGEST_TITLE:  # noqa: PLR2004  shorter is no name
            return Cited(title, rationale.text.lines, inferred=True)
    return None


def year_of_days(copy: Copy) -> Cited[int] | None:
    """The fiscal year most days of the log fall in, else most days of the plan."""
    log, plan = copy.section(Progress), copy.section(Plan)
    reported = (report.day for report in log.reports) if log else ()
    planned = (day for step in plan.steps for day in (step.start, step.end)) if plan else ()
    for days in (reported, planned):
        years = list(dated_years(days))
        if years:
            counts = Counter(year for year, _ in years)
            year = min(counts, key=lambda one: (-counts[one], one))
            lines = next(lines for one, lines in years if one == year)
            return Cited(year, lines, inferred=True)
    return None


def dated_years(days: Iterable[Cited[Day] | None]) -> Iterator[tuple[int, Span | None]]:
    """The fiscal year of each readable day, with its line."""
    for day in days:
        if day and day.value.value:
            yield fiscal_year(day.value.value), day.lines


def folded(copy: Copy, kind: type[Rationale] | type[Objectives] | type[Targets]) -> str:
    """A prose section in key form; ``""`` when the copy does not hold it."""
    section = copy.section(kind)
    return fold(section.text.value) if section and section.text else ""


def key_without_code(copy: Copy, known: Facts) -> str:
    """``x-`` and 12 hex digits from what new reports do not change.

    A copy that holds none of the three texts has nothing else to be known by than all its text.
    """
    units = copy.section(Units)
    prose = [folded(copy, kind) for kind in (Rationale, Objectives, Targets)]
    year = str(known.fiscal_year.value) if known.fiscal_year else ""
    parts = [units.code.value if units else "", year, *(prose if any(prose) else [copy.digest])]
    return "x-" + sha256("\x1f".join(parts).encode()).hexdigest()[:12]
