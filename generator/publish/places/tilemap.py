"""แผนที่กระเบื้อง: the districts as equal tiles, each with its share of projects below the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.agencies import Agency
from generator.corpus import Corpus, Entry
from generator.lookups import KnownAgency, Tile
from generator.publish import urls
from generator.publish.groups import without_office
from generator.publish.rules.scopes import scopes
from generator.publish.shares import Share
from generator.thai.order import sort_key

RULE = "behind-plan"
"""What the map shows: the rule of this code and the projects it can be asked of."""
ENOUGH = 10
"""Projects to ask; a tile of fewer has no colour and no value."""
STEPS = (Decimal(15), Decimal(25), Decimal(35))
"""Shares in per cent where a darker colour begins. Fixed, so that maps of two days compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district on the map and in its table."""

    tile: Tile | None
    """``None``: in the table alone."""
    code: str
    name: str | None
    """Without the words "district office"."""
    short: str
    """On a phone; the whole name where the lookups have no other."""
    url: str | None
    """``None`` without a project."""
    projects: int
    count: Share
    """Projects with a report below the plan of its day, of those that can be held against one."""
    step: int | None
    """Its colour, 1 the palest to 4; ``None`` for too few projects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """The map and the same as a table."""

    tiles: tuple[District, ...]
    """Row by row."""
    rows: tuple[District, ...]
    """By name."""
    projects: int
    """Of all districts."""
    enough: int = ENOUGH
    steps: tuple[Decimal, ...] = STEPS
    rule: str = urls.finding(RULE)

    @property
    def is_shaded(self) -> bool:
        """A tile has a colour and a value."""
        return any(one.step for one in self.tiles)


def tile_map(corpus: Corpus) -> TileMap:
    """All districts with a project or a place on the map."""
    districts = {one.code: one for one in corpus.agencies if one.is_district}
    tiles = tuple(district(corpus, one, districts.pop(one.code, None)) for one in corpus.tiles)
    others = (district(corpus, unplaced(one), one) for one in districts.values())
    rows = sorted((*tiles, *others), key=by_name)
    return TileMap(tiles=tiles, rows=tuple(rows), projects=sum(one.projects for one in rows))


def unplaced(agency: Agency) -> KnownAgency:
    """A district that no lookup places: a code nobody knows, or a site with tables of its own."""
    return KnownAgency(agency.code, agency.name or "", "", "", is_district=True)


def by_name(one: District) -> tuple[bool, str, str]:
    """Thai dictionary order, districts without a name last."""
    return one.name is None, sort_key(one.name or ""), one.code


def district(corpus: Corpus, known: KnownAgency, agency: Agency | None) -> District:
    """A district with its projects; ``agency`` is ``None`` when it has none."""
    entries = corpus.agencies[agency] if agency else ()
    name = without_office(agency.name if agency and agency.name else known.name)
    behind = below_plan(corpus, entries)
    return District(
        tile=known.tile,
        code=known.code,
        name=name or None,
        short=known.short or name,
        url=urls.agency(agency) if agency else None,
        projects=len(entries),
        count=behind,
        step=step(behind),
    )


def below_plan(corpus: Corpus, entries: Iterable[Entry]) -> Share:
    """Projects with a report below the plan of its day, of those that can be held against one."""
    can_be_asked = scopes(corpus.thresholds)[RULE]
    asked = [one for one in entries if can_be_asked(one)]
    holds = [any(found.rule == RULE for found in one.assessment.findings) for one in asked]
    return Share(sum(holds), len(asked))


def step(behind: Share) -> int | None:
    """The colour of a tile."""
    if behind.share is None or behind.n < ENOUGH:
        return None
    return 1 + sum(behind.share >= begin for begin in STEPS)
