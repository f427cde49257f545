"""ตำแหน่งในเว็บไซต์: the places of the site as steps of a way, each with its address."""

from collections.abc import Mapping

from generator.agencies import Agency
from generator.nodes import NodeKey, upwards
from generator.publish import urls
from generator.publish.rows import Crumb, Version
from generator.thai.numerals import thai

AGENCIES = Crumb("agencies", url=urls.AGENCIES)
STRATEGIES = Crumb("strategies", url=urls.STRATEGIES)
YEARS = Crumb("years", url=urls.YEARS)
STATUSES = Crumb("statuses", url=urls.STATUSES)
INDICATORS = Crumb("indicators", url=urls.INDICATORS)
PROJECTS = Crumb("projects", url=urls.PROJECTS)
PROBLEMS = Crumb("problems", url=urls.PROBLEMS)
CHANGES = Crumb("changes", url=urls.CHANGES)
DATA = Crumb("data", url=urls.DATA)
ABOUT = Crumb("about", url=urls.ABOUT)

LEVELS = ("side", "dimension", "goal", "aim")
"""ด้าน มิติ เป้าหมาย เป้าประสงค์: the words of levels 1 to 4, for the template; below there are none."""


def agency(agency: Agency) -> Crumb:
    """An agency by its name, else by its code, else the bucket of the unknown."""
    url = urls.agency(agency)
    if agency.name:
        return Crumb("", agency.name, url)
    code = agency.known_code
    return Crumb("agency" if code else "unknown_agency", code, url)


def year(year: int | None) -> Crumb:
    """A fiscal year, or the bucket of the unknown."""
    return Crumb("year" if year else "unknown_year", year, urls.year(year))


def status(code: str) -> Crumb:
    """A status of the table."""
    return Crumb("status", code, urls.status(code))


def section(agency_url: str, digits: str, name: str | None) -> Crumb:
    """A section of a district by its name, else by its digits, else the bucket of the unknown."""
    url = urls.section(agency_url, digits) if digits else None
    if name:
        return Crumb("", name, url)
    return Crumb("section", digits, url) if digits else Crumb("unknown_section")


def node(versions: Mapping[str, Version], key: NodeKey) -> tuple[Crumb, ...]:
    """A strategy node: its plan version, what stands above it, itself."""
    version = versions[key.plan]
    above = reversed(upwards(key))
    return (
        STRATEGIES,
        Crumb("plan", version, version.url),
        *(Crumb(level(one), thai(one.number), urls.node(one)) for one in above),
    )


def level(key: NodeKey) -> str:
    """Which word a node's level has."""
    return LEVELS[key.level - 1] if key.level <= len(LEVELS) else ""


def here(way: tuple[Crumb, ...]) -> tuple[Crumb, ...]:
    """The way as the page at its end shows it: a page does not link to itself."""
    return (*way[:-1], way[-1]._replace(url=None))
