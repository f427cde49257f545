"""The table of projects: what the head of each page says, and what is computed of the whole."""

from generator.assess.status import STATUSES
from generator.corpus import Entry
from generator.lookups import UNKNOWN
from generator.publish import urls
from generator.publish.machines.bulk.shape import (
    Absent,
    Field,
    Kind,
    Link,
    Row,
    Table,
    figure,
    projects,
    told,
)
from generator.publish.project import (
    copies,
    record,
)
from generator.publish.project.fields import Json, iso, number, prose, text
from generator.publish.project.fields import figure as typed
from generator.sections.evaluation import Evaluation
from generator.sections.identity import Identity
from generator.sections.objectives import Objectives
from generator.sections.rationale import Rationale
from generator.sections.targets import Targets
from generator.sections.units import Units

FIELDS = (
    Field("key", Kind.TEXT, "Key of the project: its code, else x- and twelve hexadecimal digits"),
    Field("url", Kind.ADDRESS, "Page of the project"),
    Field("code", Kind.TEXT, "Project code", Absent.UNKNOWN),
    Field("title", Kind.TEXT, "Title as written, or inferred", Absent.UNKNOWN),
    Field("agency_code", Kind.TEXT, "Code of the agency, a row of agencies", Absent.UNKNOWN),
    Field("agency", Kind.TEXT, "Name of the agency in full", Absent.UNKNOWN),
    Field("sub_unit", Kind.TEXT, "Hospital or office named before the agency", Absent.NOT_HELD),
    Field("section", Kind.TEXT, "Section of the agency", Absent.UNKNOWN),
    Field("unit_code", Kind.TEXT, "Code of the unit that runs it", Absent.NOT_HELD),
    Field("contact", Kind.TEXT, "Unit to ask; persons are withheld", Absent.NOT_HELD),
    Field(
        "fiscal_year", Kind.INTEGER, "Fiscal year, Buddhist Era", Absent.UNKNOWN, "year-be", 2400
    ),
    Field("plan", Kind.TEXT, "Version of the city's plan of that year", Absent.UNKNOWN),
    *figure("percent", "Percent done, as the head of the page has it", "percent", (0, 100)),
    Field(
        "status",
        Kind.TEXT,
        "Status, computed: the first rule of the table that holds",
        codes=tuple(one.code for one in STATUSES),
    ),
    Field("as_of", Kind.DAY, "The record's own day", Absent.UNKNOWN),
    Field(
        "reported",
        Kind.NUMBER,
        "Percent of the newest report, else of the head",
        Absent.NOT_COMPUTED,
        "percent",
        usual=(0, 100),
    ),
    Field(
        "difference",
        Kind.NUMBER,
        "Reported less planned on the day of the newest report",
        Absent.NOT_COMPUTED,
        "points",
        usual=(-100, 100),
    ),
    Field(
        "days_late",
        Kind.INTEGER,
        "Days from the plan's end to completion, below 0 early",
        Absent.NOT_COMPUTED,
        "days",
    ),
    Field("last_report", Kind.DAY, "Day of the newest report", Absent.NOT_HELD),
    *figure("evaluation_quarter", "Quarter open for evaluation when fetched", usual=(1, 4)),
    *figure("evaluation_score", "Score of that quarter"),
    Field("rationale", Kind.TEXT, "Rationale", Absent.NOT_HELD),
    Field("objectives", Kind.TEXT, "Objectives", Absent.NOT_HELD),
    Field("targets", Kind.TEXT, "Targets", Absent.NOT_HELD),
    Field("inferred", Kind.TEXT, "Fields that were inferred, parted by spaces", Absent.EMPTY),
    Field("missing", Kind.TEXT, "Parts the copy does not hold, parted by spaces", Absent.EMPTY),
    Field("snapshots", Kind.INTEGER, "Distinct texts of its page", unit="rows", least=1),
    Field("stripped", Kind.FLAG, "The extractor left out title and headings"),
    Field("source_file", Kind.TEXT, "Dump the newest snapshot was read from"),
    Field("source_sha256", Kind.TEXT, "SHA-256 of its text as published"),
    Field("source_url", Kind.TEXT, "Page it was fetched from", Absent.UNKNOWN),
    Field("retrieved", Kind.DAY, "Day it was fetched", Absent.UNKNOWN),
)


def items(entry: Entry) -> tuple[tuple[Entry]]:
    """A row for each project."""
    return ((entry,),)


def row(entry: Entry) -> Row:
    """A project."""
    copy, stands = entry.project.newest, entry.assessment.verdict
    head, units = copy.section(Identity) or Identity(), copy.section(Units)
    values: dict[str, Json] = {
        "key": entry.project.key,
        "url": urls.project(entry.project.key),
        "code": text(entry.project.facts.code),
        "title": text(entry.project.facts.title),
        "agency_code": entry.agency.known_code,
        "agency": entry.agency.name,
        "sub_unit": text(head.sub_unit),
        "section": text(entry.section),
        "unit_code": text(units.code) if units else None,
        "contact": "\n".join(one.value for one in head.contact) or None,
        "fiscal_year": entry.year,
        "plan": None if entry.plan == UNKNOWN else entry.plan,
        **typed("percent", head.percent),
        "status": stands.status,
        "as_of": iso(stands.as_of),
        "reported": number(stands.reported),
        "difference": number(stands.difference),
        "days_late": stands.slip.days if stands.slip else None,
        "last_report": iso(copy.newest_report),
        "rationale": prose(copy.section(Rationale)),
        "objectives": prose(copy.section(Objectives)),
        "targets": prose(copy.section(Targets)),
        "inferred": " ".join(copies.inferred(entry)),
        "missing": " ".join(map(str, record.missing(copy))),
        "stripped": copy.is_stripped,
    }
    return told(FIELDS, {**values, **evaluation(entry), **source(entry)})


def evaluation(entry: Entry) -> dict[str, Json]:
    """The quarter that was open when the page was fetched, and its score."""
    section = entry.project.newest.section(Evaluation)
    if section is None:
        return {}
    return {
        **typed("evaluation_quarter", section.quarter),
        **typed("evaluation_score", section.score),
    }


def source(entry: Entry) -> dict[str, Json]:
    """Where the newest snapshot comes from."""
    origin = copies.origin(entry.project.snapshots[0])
    return {
        "snapshots": len(entry.project.snapshots),
        "source_file": origin.file,
        "source_sha256": origin.digest,
        "source_url": origin.url,
        "retrieved": iso(origin.retrieved),
    }


PROJECTS = Table(
    "projects",
    FIELDS,
    ("key",),
    (Link(("agency_code",), "agencies", ("code",)),),
    ("fiscal_year", "status"),
    projects,
    items,
    row,
)
