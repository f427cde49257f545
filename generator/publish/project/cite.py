"""การอ้างอิง: what a citation of a project's record says, and where that record stands for good."""

from dataclasses import dataclass
from datetime import date

from generator.corpus import Entry
from generator.lookups import in_full
from generator.publish import urls
from generator.thai.calendar import common


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The parts of a citation, whose words are the template's."""

    title: str | None
    code: str | None
    key: str
    """The code, else ``x-…``."""
    agency: str | None
    agency_english: str
    """``Pathum Wan District Office``, ``Health Department``; ``""`` when not known."""
    year: int | None
    """Fiscal year, Buddhist Era."""
    year_common: int | None
    """The same, Common Era."""
    as_of: date | None
    """The snapshot's own day."""
    page_url: str
    """The project's page, which shows the newest snapshot."""
    snapshot_url: str
    """The snapshot that is shown now; its text never changes."""


def citation(entry: Entry) -> Citation:
    """How to cite the newest snapshot of a project."""
    project, agency = entry.project, entry.agency
    return Citation(
        title=entry.title,
        code=project.code,
        key=project.key,
        agency=agency.name,
        agency_english=in_full(agency.english, is_district=agency.is_district),
        year=entry.year,
        year_common=common(entry.year) if entry.year else None,
        as_of=project.snapshots[0].as_of,
        page_url=urls.project(project.key),
        snapshot_url=urls.raw_snapshot(project, project.snapshots[0]),
    )
