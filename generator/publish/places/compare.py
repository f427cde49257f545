"""เทียบเขต: every district beside the others, by what their records say and by how they are kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.assess.thresholds import Thresholds
from generator.corpus import Corpus, Entry
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import FEW, without_office
from generator.publish.lists import sheets
from generator.publish.lists.sheets import Files
from generator.publish.places.behaviour import behaviour
from generator.publish.places.tilemap import below_plan
from generator.publish.project.fields import Json, number
from generator.publish.rows import Crumb, page
from generator.publish.shares import Share

MEASURES = ("behind", "complete", "silent", "months", "empty", "repeated", "findings")
"""Columns, in their order: three on the projects, four on how they are reported."""
DATA = sheets.files(urls.COMPARE, "districts")


class Measured(NamedTuple):
    """One figure of one district."""

    value: Decimal | None
    """Per cent, but ``findings``: rules that hold, on average of the projects."""
    n: int
    """Of how many projects, months or reports."""
    projects: int
    """Behind that: fewer than ``FEW`` are not ranked."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of one district among all districts."""

    value: Decimal | None
    n: int
    rank: int | None
    """1 for the largest; equal values share it. ``None`` for too few projects."""


@dataclass(frozen=True, slots=True)
class Column:
    """One measure."""

    code: str
    ranked: int
    """Districts that have a rank in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One district."""

    code: str
    name: str | None
    """Without the words "district office"."""
    url: str
    projects: int
    values: tuple[Value, ...]
    """In the order of the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """All districts, for two to four of them to be put side by side."""

    nav: str = "districts"
    crumbs: tuple[Crumb, ...] = (trail.AGENCIES, Crumb("compare"))
    thresholds: Thresholds
    few: int = FEW
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """By name, those nobody names last."""
    files: Files = DATA


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The page, and its table as data."""
    made = view(corpus)
    yield page(urls.COMPARE, "compare", made)
    yield from sheets.documents(DATA, COLUMNS, record, made.rows)


def view(corpus: Corpus) -> CompareView:
    """Measure every district, then rank them."""
    districts = [one for one in corpus.agencies if one.is_district]
    measured = [measure(corpus, corpus.agencies[one]) for one in districts]
    columns = [ranked([row[code] for row in measured]) for code in MEASURES]
    return CompareView(
        thresholds=corpus.thresholds,
        columns=tuple(
            Column(code, sum(one.rank is not None for one in column))
            for code, column in zip(MEASURES, columns, strict=True)
        ),
        rows=tuple(
            Row(
                code=one.code,
                name=without_office(one.name) if one.name else None,
                url=urls.agency(one),
                projects=len(corpus.agencies[one]),
                values=tuple(column[place] for column in columns),
            )
            for place, one in enumerate(districts)
        ),
    )


def measure(corpus: Corpus, entries: tuple[Entry, ...]) -> dict[str, Measured]:
    """All figures of one district; the last four leave out stripped copies."""
    verdicts = [one.assessment.verdict for one in entries]
    statuses = [one.status for one in verdicts]
    told = behaviour(entries)
    reported = sum(one.reported is not None for one in verdicts)
    dated = sum(one.silent_days is not None for one in verdicts)
    return {
        "behind": of_projects(below_plan(corpus, entries)),
        "complete": of_projects(Share(statuses.count("completed"), reported)),
        "silent": of_projects(Share(statuses.count("silent"), dated)),
        "months": Measured(told.months.share, told.months.n, told.dated),
        "empty": Measured(told.empty.share, told.empty.n, told.projects),
        "repeated": Measured(told.repeated.share, told.repeated.n, told.projects),
        "findings": Measured(told.findings, told.projects, told.projects),
    }


def of_projects(share: Share) -> Measured:
    """A share of projects."""
    return Measured(share.share, share.n, share.n)


def ranked(column: Iterable[Measured]) -> list[Value]:
    """The figures of one measure, from the largest to the smallest."""
    every = list(column)
    enough = [one.value for one in every if one.value is not None and one.projects >= FEW]
    return [Value(one.value, one.n, rank(one, enough)) for one in every]


def rank(one: Measured, enough: list[Decimal]) -> int | None:
    """Its place among those of enough projects, where there are several."""
    if one.value is None or one.projects < FEW or len(enough) == 1:
        return None
    return 1 + sum(other > one.value for other in enough)


def record(row: Row) -> dict[str, Json]:
    """One district as data: every measure with its n and its rank."""
    told: dict[str, Json] = {"agency_code": row.code, "district": row.name}
    told["projects"] = row.projects
    for code, one in zip(MEASURES, row.values, strict=True):
        told |= {code: number(one.value), f"{code}_n": one.n, f"{code}_rank": one.rank}
    return told


COLUMNS = (
    *("agency_code", "district", "projects"),
    *(f"{code}{part}" for code in MEASURES for part in ("", "_n", "_rank")),
)
