"""Projects as the search knows them: what of a page is found, and which columns it is sorted by."""

from collections.abc import Iterator
from functools import partial

from generator.assess.status import STATUSES
from generator.corpus import Corpus, Entry
from generator.publish import urls
from generator.publish.artifacts import Document
from generator.publish.project.log import anchors, in_order
from generator.publish.rows import header_percent
from generator.search.cards import Card, Passage, text_file
from generator.search.names import Agency, Names, Root
from generator.sections.identity import Identity
from generator.sections.indicators import Indicators
from generator.sections.objectives import Objectives
from generator.sections.progress import Progress, Report
from generator.sections.rationale import Rationale
from generator.sections.steps import Plan
from generator.sections.strategy import Strategy
from generator.sections.targets import Targets
from generator.sections.units import Units

Labels = tuple[str | None, ...]


def names(corpus: Corpus) -> Names:
    """Agencies, statuses, years and roots of the strategy plans, as the site lists them."""
    roots = [key for key in corpus.nodes if key.parent is None]
    return Names(
        agencies=tuple(
            Agency(one.code, one.name, one.english, one.is_district, urls.agency(one))
            for one in corpus.agencies
        ),
        statuses=tuple(one.code for one in STATUSES),
        strategies=tuple(
            Root(
                one.plan,
                one.number,
                corpus.nodes[one].label,
                corpus.nodes[one].english,
                urls.node(one),
            )
            for one in roots
        ),
        years=tuple(year or 0 for year in corpus.years),
    )


def texts(corpus: Corpus) -> Iterator[Document]:
    """A file of each project's texts, beside its page."""
    for one in corpus.entries:
        made = partial(text, one, labels(corpus, one))
        yield Document(urls.path(urls.searched(one.project.key)), made)


def text(entry: Entry, labels: Labels) -> bytes:
    """The file of one project."""
    return text_file(card(entry, labels))


def labels(corpus: Corpus, entry: Entry) -> Labels:
    """What the nodes of a project's strategy path are called."""
    return tuple(corpus.nodes[node].label for node in entry.nodes)


def card(entry: Entry, labels: Labels) -> Card:
    """One project; ``labels`` are those of its strategy path."""
    title = entry.project.facts.title
    return Card(
        key=entry.project.key,
        title=entry.title or "",
        is_inferred=title is not None and title.inferred,
        agency=entry.agency.code,
        agency_name=entry.agency.name or "",
        agency_url=urls.agency(entry.agency),
        year=entry.year or 0,
        status=entry.assessment.verdict.status,
        percent=header_percent(entry),
        reported=entry.last_report,
        strategy=root(entry),
        passages=tuple(one for one in passages(entry, labels) if one.text.strip()),
    )


def root(entry: Entry) -> tuple[str, str] | None:
    """Plan version and number of the side that the project stands under."""
    if not entry.nodes:
        return None
    key = entry.nodes[0]
    return key.plan, key.number.partition(".")[0]


def passages(entry: Entry, labels: Labels) -> Iterator[Passage]:
    """Every text of the page, in its order; what an officer left blank is blank here too."""
    copy = entry.project.newest
    yield Passage("identity", " ".join(identity(entry)))
    for prose in (copy.section(Rationale), copy.section(Objectives), copy.section(Targets)):
        if prose and prose.text:
            yield Passage(prose.kind, prose.text.value)
    strategy = copy.section(Strategy)
    for label, node in zip(labels, strategy.nodes if strategy else (), strict=True):
        said = dict.fromkeys((label or "", node.label, node.english or ""))
        yield Passage(Strategy.kind, " ".join(filter(None, said)))
    if log := copy.section(Progress):
        ordered = in_order(log.reports)
        for report, anchor in zip(ordered, anchors(ordered), strict=True):
            yield Passage(Progress.kind, said_in(report), anchor, report.day.value.value)
    plan, measures = copy.section(Plan), copy.section(Indicators)
    for step in plan.steps if plan else ():
        yield Passage(Plan.kind, step.name.value if step.name else "")
    for one in measures.indicators if measures else ():
        told = (one.code, one.name, one.unit)
        yield Passage(Indicators.kind, " ".join(each.value for each in told if each))


def identity(entry: Entry) -> Iterator[str]:
    """Code, agency, unit, year: what a page tells in its head."""
    head, units = entry.project.newest.section(Identity), entry.project.newest.section(Units)
    if entry.project.code:
        yield entry.project.code
    yield from filter(None, (entry.agency.name, entry.agency.english))
    if head and head.sub_unit:
        yield head.sub_unit.value
    if entry.section:
        yield entry.section.value
    if units:
        yield units.code.value
    if entry.year:
        yield str(entry.year)


def said_in(report: Report) -> str:
    """Text, problem and obstacle of a report."""
    told = (report.text, report.problem, report.obstacle)
    return " ".join(each.value for each in told if each)
