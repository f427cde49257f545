"""A list's projects as data: the rows that its pages show, as CSV and as JSON."""

from collections.abc import Iterable

from generator.corpus import Entry
from generator.lookups import UNKNOWN
from generator.publish.lists import sheets
from generator.publish.project import copies
from generator.publish.project.fields import Json, iso, number


def project(entry: Entry) -> dict[str, Json]:
    """The columns of one project.

    ``reported`` and ``difference`` are of the newest report, computed as on its page. A value
    nobody tells is ``null``, in CSV an empty cell.
    """
    verdict = entry.assessment.verdict
    return {
        "key": entry.project.key,
        "title": entry.title,
        "agency_code": None if entry.agency.code == UNKNOWN else entry.agency.code,
        "agency": entry.agency.name,
        "fiscal_year": entry.year,
        "status": verdict.status,
        "last_report": iso(entry.project.newest.newest_report),
        "reported": number(verdict.reported),
        "difference": number(verdict.difference),
        "inferred": " ".join(copies.inferred(entry)),
    }


COLUMNS = (
    "key",
    "title",
    "agency_code",
    "agency",
    "fiscal_year",
    "status",
    "last_report",
    "reported",
    "difference",
    "inferred",
)


def projects_json(entries: Iterable[Entry]) -> bytes:
    """A JSON array, a project a line."""
    return sheets.as_json([project(one) for one in entries])


def projects_csv(entries: Iterable[Entry]) -> bytes:
    """A table with a heading."""
    return sheets.as_csv(COLUMNS, [project(one) for one in entries])
