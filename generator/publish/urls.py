"""Every address of the site, from its root: the contract that links rest on.

A page's address ends in ``/``; ``path`` names the file behind it.
"""

from generator.agencies import Agency
from generator.collate import Project, Snapshot
from generator.dump.lines import Span
from generator.lookups import UNKNOWN
from generator.nodes import NodeKey

HOME = "/"
PROJECTS = "/projects/"
AGENCIES = "/districts/"
STRATEGIES = "/strategies/"
YEARS = "/years/"
SEARCH = "/search/"
STATUSES = "/statuses/"
FINDINGS = "/findings/"
INDICATORS = "/indicators/"
PROBLEMS = "/problems/"
CHANGES = "/changes/"
COMPARE = "/compare/"
DATA = "/data/"
ABOUT = "/about/"
MESSAGES = "/about/messages/"
STYLE = "/style/"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
MANIFEST = "/manifest.webmanifest"
WITHOUT_STRATEGY = "/strategies/none/"


def path(url: str) -> str:
    """The file of an address: ``/years/2566/`` is ``years/2566/index.html``."""
    return url[1:] + "index.html" if url.endswith("/") else url[1:]


def project(key: str) -> str:
    """A project's page."""
    return f"/projects/{key}/"


def record(key: str) -> str:
    """A project's page as data."""
    return f"/projects/{key}/index.json"


def searched(key: str) -> str:
    """What the search shows of a project, and its texts."""
    return f"/projects/{key}/text.bin"


def raw(key: str) -> str:
    """The newest dump of a project, its lines numbered."""
    return f"/raw/{key}/"


def raw_snapshot(project: Project, snapshot: Snapshot) -> str:
    """One dump of a project, at an address where its lines never move."""
    return f"/raw/{project.key}/{snapshot.short_digest}/"


def passage(lines: Span) -> str:
    """``38``, or ``38-45`` for all of them as one."""
    return str(lines.first) if lines.first == lines.last else f"{lines.first}-{lines.last}"


def anchor(lines: Span) -> str:
    """Where lines stand in a raw view: ``L38``, ``L38-45``."""
    return f"L{passage(lines)}"


def agency(agency: Agency) -> str:
    """A district's or a department's page; the bucket of the unknown stands with departments."""
    return f"/{'districts' if agency.is_district else 'departments'}/{agency.code}/"


def year(year: int | None) -> str:
    """A fiscal year's page."""
    return f"/years/{year or UNKNOWN}/"


def plan(plan: str) -> str:
    """A plan version's page: its sides."""
    return f"/strategies/{plan}/"


def node(key: NodeKey) -> str:
    """A strategy node's page."""
    return f"/strategies/{key.plan}/{key.number}/"


def text(name: str) -> str:
    """A Markdown page of the site's owner."""
    return f"/{name}/"


def status(code: str) -> str:
    """A status's page: its rule and its projects."""
    return f"{STATUSES}{code}/"


def finding(rule: str) -> str:
    """A rule's page: what it says and what it holds for."""
    return f"{FINDINGS}{rule}/"


def of_year(url: str, year: int | None) -> str:
    """The projects of an agency, or on a strategy node, in one fiscal year."""
    return f"{url}years/{year or UNKNOWN}/"


def of_status(url: str, code: str) -> str:
    """The projects of an agency, or of a year, that have one status."""
    return f"{url}statuses/{code}/"


def section(agency_url: str, digits: str) -> str:
    """The projects of one section of a district."""
    return f"{agency_url}sections/{digits}/"


def problems(agency_url: str) -> str:
    """The problems and obstacles an agency reported."""
    return f"{agency_url}problems/"


def problems_of(month: str) -> str:
    """Those that all agencies reported in one month: ``2023-08``, or ``unknown``."""
    return f"{PROBLEMS}{month}/"


def changes(key: str) -> str:
    """What differs between the snapshots of a project."""
    return f"/projects/{key}/changes/"


def indicator(name: str) -> str:
    """The projects of one indicator, by a digest of its name."""
    return f"{INDICATORS}{name}/"


def data(name: str) -> str:
    """A file of the open data in bulk."""
    return f"{DATA}{name}"


def schema(name: str) -> str:
    """The JSON Schema of a table's rows, or of a project's record."""
    return f"{DATA}schema/{name}.json"


def feed(url: str) -> str:
    """What is new on a page, for programs that follow it."""
    return f"{url}feed.atom"
