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
ABOUT = "/about/"
NOT_FOUND = "/404.html"
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


def raw(key: str) -> str:
    """The newest dump of a project, its lines numbered."""
    return f"/raw/{key}/"


def raw_snapshot(project: Project, snapshot: Snapshot) -> str:
    """One dump of a project, at an address where its lines never move."""
    return f"/raw/{project.key}/{snapshot.short_digest}/"


def line(raw_url: str, lines: Span) -> str:
    """The first of the lines in a raw view."""
    return f"{raw_url}#L{lines.first}"


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
