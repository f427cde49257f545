"""แบบของเว็บไซต์: every colour, letter and component on one page, for who designs and who tests.

Built only on request (``--style-page``): a citizen has no use for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.assess.plan import WHOLE
from generator.assess.status import STATUSES
from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.lists.leaves import Turn, linked
from generator.publish.project.charts.bar import Bar, bar
from generator.publish.rows import Crumb, Listing, ProjectRow, page


class Ground(NamedTuple):
    """A ground, and the colours that letters on it have: names of tokens."""

    colour: str
    letters: tuple[str, ...]


MEANINGS = ("ink", "ink-2", "accent", "on", "behind", "stop")
GROUNDS = (
    Ground("paper", MEANINGS),
    Ground("band", MEANINGS),
    Ground("accent-soft", ("accent",)),
    Ground("on-soft", ("on",)),
    Ground("behind-soft", ("behind",)),
    Ground("stop-soft", ("stop",)),
    Ground("mark", ("ink",)),
)

PERCENTS = (Decimal(0), Decimal("33.5"), Decimal(100), Decimal(105), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """What the links below a list need."""

    turns: tuple[Turn, ...] = tuple(Turn(one, urls.STYLE) for one in linked(7, 40))
    number: int = 7
    contents: tuple[Turn, ...] = ()
    previous: str = urls.STYLE
    next: str = urls.STYLE


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleView:
    """Examples, invented all of them."""

    nav: str = ""
    crumbs: tuple[Crumb, ...] = (Crumb("style"),)
    grounds: tuple[Ground, ...] = GROUNDS
    bars: tuple[Bar, ...] = tuple(bar(one, WHOLE, is_stopped=not one) for one in PERCENTS)
    statuses: tuple[tuple[str, str], ...]
    """Code and shape."""
    day: date = date(2023, 9, 7)
    projects: Listing
    paged: Paged = Paged()


def pages(_corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """The one page, where it was asked for."""
    if site.style_page:
        yield page(urls.STYLE, "style", view())._replace(is_own=False)


def view() -> StyleView:
    """One of each."""
    return StyleView(
        statuses=tuple((one.code, one.meaning) for one in STATUSES),
        projects=Listing(tuple(map(row, PERCENTS)), 1),
    )


def row(percent: Decimal | None) -> ProjectRow:
    """An invented project that stands so far."""
    is_whole = percent is not None and percent >= WHOLE
    return ProjectRow(
        key="x-000000000000",
        url=urls.STYLE,
        title="ปลูกต้นไม้ริมคลองร่วมกับโรงเรียนและชุมชน ญี่ปุ่น ฟ้ำ กี้ ฎุ" if percent else None,
        is_inferred=percent == 0,
        agency="สำนักงานเขตป้อมปราบศัตรูพ่าย",
        agency_url=urls.AGENCIES,
        year=2566,
        percent=percent,
        holds_log=percent is not None,
        last_report=date(2023, 9, 7) if percent else None,
        status="completed" if is_whole else "behind" if percent else "unknown",
        meaning="on" if is_whole else "behind" if percent else "none",
        difference=percent - WHOLE if percent else None,
    )
