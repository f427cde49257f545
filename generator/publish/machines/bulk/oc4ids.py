"""oc4ids.json: the projects in the Open Contracting for Infrastructure Data Standard, 0.9.5.

Many of them are services and no infrastructure, and the page of the open data says so. What the
dumps do not tell (sector, type, budget, contracts) is left out; nothing is guessed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from generator.choices import Parts
from generator.corpus import Corpus, Entry, as_of
from generator.dump.lines import Cited
from generator.publish import urls
from generator.publish.artifacts import Artifact, Document, Site
from generator.publish.machines.bulk.names import OC4IDS
from generator.publish.project.fields import Json, number, prose, text
from generator.publish.project.record import compact
from generator.publish.sheaves import Sheaf
from generator.sections.indicators import Indicator, Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Report
from generator.sections.rationale import Rationale
from generator.sections.shape import Figure
from generator.sections.steps import Plan, Step
from generator.sections.strategy import Strategy
from generator.thai.calendar import first_day, last_day

VERSION = "0.9"
NOTE = "#oc4ids"
"""Where the page of the open data says what the records are."""
STATUSES = {
    "cancelled": "cancelled",
    "paused": "implementation",
    "completed": "completion",
    "silent": "implementation",
    "behind": "implementation",
    "under-way": "implementation",
    "not-started": "preparation",
}
"""Of ours, the standard's; what is unknown has none."""

Node = dict[str, Json]


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The package, where there is a project, and where its address and its day are known."""
    published = site.published_on or as_of(corpus.entries)
    if corpus.entries and site.base_url and published:
        made = body(corpus, site, published)
        yield Document(urls.path(urls.data(OC4IDS)), made, may_shrink=True)


def body(corpus: Corpus, site: Site, published: date) -> Sheaf:
    """The package, a project a line."""
    base = (site.base_url or "").rstrip("/")
    head: Node = {
        "uri": base + urls.data(OC4IDS),
        "publishedDate": moment(published),
        "version": VERSION,
        "publisher": {"name": site.name, "uri": f"{base}/"},
        "publicationPolicy": f"{base}{urls.DATA}{NOTE}",
    }
    if site.licence:
        head["license"] = site.licence.url
    opening = compact(head).removesuffix("}")
    return Sheaf(
        leaf=partial(line, base, site.parts),
        records=corpus.entries,
        head=f'{opening}, "projects": [\n'.encode(),
        between=b",\n",
        tail=b"\n]}\n",
    )


def line(base: str, there: Parts, entry: Entry) -> bytes:
    """One project."""
    return compact(project(entry, base, there)).encode()


def project(entry: Entry, base: str, there: Parts) -> Node:
    """One project: only fields that the dump fills."""
    copy, known = entry.project.newest, entry.project.facts
    plan, measures = copy.section(Plan), copy.section(Indicators)
    steps = plan.steps if plan else ()
    indicators = measures.indicators if measures else ()
    stands = entry.assessment.verdict
    code: Node = {"id": text(known.code), "scheme": "bangkok-project-code"}
    every: Node = {
        "id": entry.project.key,
        "updated": moment(stands.as_of) if stands.as_of else None,
        "language": "th",
        "identifiers": [code] if known.code else None,
        "publicAuthority": authority(entry),
        "title": text(known.title),
        "description": prose(copy.section(Objectives)),
        "purpose": prose(copy.section(Rationale)),
        "period": period(entry, steps),
        "status": STATUSES.get(stands.status),
        "additionalClassifications": strategies(entry),
        "parties": parties(entry),
        "forecasts": [*measured(indicators, "target")],
        "metrics": [*progress(entry.reports), *measured(indicators, "result")],
        "milestones": [milestone(i, one) for i, one in enumerate(steps, start=1)],
        "documents": documents(entry, base, there),
    }
    return filled(every)


def filled(node: Node) -> Node:
    """Without what is not told."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def moment(day: date) -> str:
    """A day, as the moment it begins in Bangkok."""
    return f"{day.isoformat()}T00:00:00+07:00"


def authority(entry: Entry) -> Json:
    """The agency by name and code."""
    return filled({"name": entry.agency.name, "id": entry.agency.known_code})


def parties(entry: Entry) -> Json:
    """The same, in its role."""
    one = authority(entry)
    is_told = isinstance(one, dict) and "id" in one
    return [{**one, "roles": ["publicAuthority"]}] if is_told and isinstance(one, dict) else []


def period(entry: Entry, steps: Iterable[Step]) -> Json:
    """From the first day of the steps to their last, else the fiscal year."""
    days = [
        cited.value.value
        for one in steps
        for cited in (one.start, one.end)
        if cited and cited.value.value
    ]
    if not days and entry.year:
        days = [first_day(entry.year), last_day(entry.year)]
    return {"startDate": moment(min(days)), "endDate": moment(max(days))} if days else None


def strategies(entry: Entry) -> Json:
    """The nodes of its path, in the plan of its year."""
    section = entry.project.newest.section(Strategy)
    return [
        filled({"scheme": f"bangkok-plan-{key.plan}", "id": key.number, "description": node.label})
        for key, node in zip(entry.nodes, section.nodes if section else (), strict=True)
    ]


def documents(entry: Entry, base: str, there: Parts) -> Json:
    """Its page here, and its record."""
    key = entry.project.key
    page: Node = {"id": "page", "url": base + urls.project(key), "format": "text/html"}
    data: Node = {"id": "record", "url": base + urls.record(key), "format": "application/json"}
    return [{**one, "language": "th"} for one in (page, data)[: 1 + there.json]]


def milestone(number: int, one: Step) -> Json:
    """A step of the plan, due on its last day."""
    due = one.end.value.value if one.end else None
    return filled(
        {
            "id": f"step-{number}",
            "title": text(one.name),
            "type": "delivery",
            "dueDate": moment(due) if due else None,
        }
    )


def progress(log: Iterable[Report]) -> Iterator[Json]:
    """The percent of every report, as one measure."""
    observed = (seen(f"report-{i}", one) for i, one in enumerate(log, start=1))
    found: list[Json] = [one for one in observed if one]
    if found:
        yield {"id": "progress", "observations": found}


def seen(name: str, one: Report) -> Node | None:
    """What a report says was done by its day."""
    day, done = one.day.value.value, one.percent.value.value
    if day is None or done is None:
        return None
    at: Node = {"endDate": moment(day)}
    return {"id": name, "period": at, "measure": number(done), "unit": {"name": "percent"}}


def measured(indicators: Iterable[Indicator], what: str) -> Iterator[Json]:
    """Each indicator with what was aimed at, or reached."""
    for i, one in enumerate(indicators, start=1):
        found = quantity(one.target if what == "target" else one.result)
        if found is not None:
            unit = filled({"name": text(one.unit)})
            observed = filled({"id": what, "measure": found, "unit": unit})
            name = {"id": f"indicator-{i}", "title": text(one.name)}
            yield filled({**name, "observations": [observed]})


def quantity(cited: Cited[Figure] | None) -> Json:
    """The number, or ``None`` where what is written is none."""
    return number(cited.value.value) if cited else None
