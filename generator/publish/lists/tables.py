"""A list's projects as data: the rows that its pages show, as CSV and as JSON."""

from generator.corpus import Entry
from generator.publish.memo import once
from generator.publish.project import copies
from generator.publish.project.fields import Json, iso, number

NAMED = ("key", "title", "agency_code", "agency", "fiscal_year")


def named(entry: Entry) -> dict[str, Json]:
    """What every row of a project begins with."""
    return {
        "key": entry.project.key,
        "title": entry.title,
        "agency_code": entry.agency.known_code,
        "agency": entry.agency.name,
        "fiscal_year": entry.year,
    }


COLUMNS = (*NAMED, "status", "last_report", "reported", "difference", "inferred")


@once
def project(entry: Entry) -> dict[str, Json]:
    """The columns of one project.

    ``reported`` and ``difference`` are of the newest report, computed as on its page. A value
    nobody tells is ``null``, in CSV an empty cell.
    """
    verdict = entry.assessment.verdict
    return {
        **named(entry),
        "status": verdict.status,
        "last_report": iso(entry.last_report),
        "reported": number(verdict.reported),
        "difference": number(verdict.difference),
        "inferred": " ".join(copies.inferred(entry)),
    }
