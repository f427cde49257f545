"""ตัวชี้วัด: every indicator with the projects that are measured by it, as each copy writes it.

An indicator is known by its name: its code is another in every project. Whether more is better is
not told, so nothing is summed, ranked or called achieved.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from generator.corpus import Corpus, Entry
from generator.lookups import UNKNOWN
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.lists import (
    sheets,
    tables,
)
from generator.publish.lists.leaves import Leaf, leaves
from generator.publish.lists.sheets import Files
from generator.publish.project.fields import Json, figure, text
from generator.publish.rows import Crumb, ProjectRow, Years, fiscal_years, page, project_row
from generator.sections.indicators import Indicator, Indicators
from generator.thai.order import sort_key
from generator.thai.text import fold

DIGEST = 12
"""Hexadecimal digits of an address: enough for a city's indicators."""


class Use(NamedTuple):
    """An indicator of one project."""

    entry: Entry
    number: int
    """Its place in the newest copy, from 0."""

    @property
    def indicator(self) -> Indicator:
        """As that copy has it."""
        return measures(self.entry)[self.number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One indicator and its projects."""

    url: str
    name: str | None
    """In the spelling that most copies have; ``None`` for those nobody names."""
    uses: tuple[Use, ...]
    """By title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """An indicator in the list of all."""

    url: str
    """Of its list, or of the only project that has it."""
    name: str | None
    projects: int
    agencies: int
    years: Years | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsView:
    """A page of the list of all indicators."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    rows: tuple[IndicatorRow, ...]
    leaf: Leaf
    projects: int
    """Projects whose copy has any."""
    left_out: int
    """Projects whose copy does not hold the section."""
    files: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """What one project says of the indicator."""

    project: ProjectRow
    raw: str
    indicator: Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """A page of the projects of one indicator."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    name: str | None
    about: IndicatorRow
    rows: tuple[UseRow, ...]
    leaf: Leaf
    files: Files


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, then each indicator of more than one project."""
    found = measured(corpus)
    rows = tuple(map(row, found))
    holders = [one for one in corpus.entries if one.project.newest.section(Indicators)]
    measuring = {use.entry.project.key for one in found for use in one.uses}
    files = sheets.files(urls.INDICATORS, "indicators")
    for leaf, shown in leaves(urls.INDICATORS, rows, tells_count=False):
        view = IndicatorsView(
            crumbs=trail.here((trail.INDICATORS,)) if leaf.number == 1 else (trail.INDICATORS,),
            rows=tuple(shown),
            leaf=leaf,
            projects=len(measuring),
            left_out=len(corpus.entries) - len(holders),
            files=files,
        )
        yield page(leaf.url, "indicators", view)
    yield from sheets.documents(files, COLUMNS, record, rows)
    for one, about in zip(found, rows, strict=True):
        if about.projects > 1:
            yield from of_one(one, about)


def measured(corpus: Corpus) -> tuple[Measured, ...]:
    """Every indicator, in the order of names, those nobody names last."""
    found: dict[str, list[Use]] = defaultdict(list)
    for entry in corpus.entries:
        for number, one in enumerate(measures(entry)):
            found[known_by(one)].append(Use(entry, number))
    ordered = sorted(found, key=lambda known: (not known, sort_key(known)))
    return tuple(
        Measured(url=address(known), name=spelling(found[known]), uses=tuple(found[known]))
        for known in ordered
    )


def measures(entry: Entry) -> tuple[Indicator, ...]:
    """The indicators of the newest copy."""
    section = entry.project.newest.section(Indicators)
    return section.indicators if section else ()


def known_by(one: Indicator) -> str:
    """Its name, else its code; ``""`` when the copy has neither."""
    told = fold(one.name.value) if one.name else ""
    return told or (fold(one.code.value) if one.code else "")


def spelling(uses: Sequence[Use]) -> str | None:
    """The name, or the code, as most copies write it."""
    names = Counter(
        cited.value
        for one in (use.indicator for use in uses)
        for cited in [one.name if one.name and one.name.value.strip() else one.code]
        if cited and cited.value.strip()
    )
    return min(names, key=lambda name: (-names[name], name), default=None)


def address(known: str) -> str:
    """Of its list: a digest of the name, so that it moves only when the name does."""
    digest = sha256(known.encode()).hexdigest()[:DIGEST] if known else UNKNOWN
    return urls.indicator(digest)


def row(one: Measured) -> IndicatorRow:
    """The indicator, counted; a list of one project would say nothing that its page does not."""
    entries = {use.entry.project.key: use.entry for use in one.uses}
    only = next(iter(entries))
    return IndicatorRow(
        url=one.url if len(entries) > 1 else f"{urls.project(only)}#indicators",
        name=one.name,
        projects=len(entries),
        agencies=len({entry.agency for entry in entries.values()}),
        years=fiscal_years(entries.values()),
    )


def of_one(one: Measured, about: IndicatorRow) -> Iterator[Artifact]:
    """The pages of one indicator, and its data."""
    for leaf, shown in leaves(one.url, one.uses, tells_count=False):
        made = partial(view, about, leaf, tuple(shown))
        yield Page(urls.path(leaf.url), "pages/indicator.html", made)
    yield from sheets.documents(files_of(one.url), USE_COLUMNS, use_record, one.uses)


def view(about: IndicatorRow, leaf: Leaf, uses: tuple[Use, ...]) -> IndicatorView:
    """A page of them."""
    own = Crumb("" if about.name else "unnamed_indicator", about.name)
    return IndicatorView(
        crumbs=(trail.INDICATORS, own),
        name=about.name,
        about=about,
        rows=tuple(map(use_row, uses)),
        leaf=leaf,
        files=files_of(leaf.list_url),
    )


def files_of(url: str) -> Files:
    """The data of one indicator."""
    return sheets.files(url, "indicator")


def use_row(use: Use) -> UseRow:
    """One project."""
    project = use.entry.project
    raw = urls.raw_snapshot(project, project.snapshots[0])
    return UseRow(project=project_row(use.entry), raw=raw, indicator=use.indicator)


# --- data -------------------------------------------------------------------------------------

COLUMNS = ("name", "projects", "agencies", "first_year", "last_year")

USE_COLUMNS = (
    *tables.NAMED,
    "code",
    "name",
    "unit",
    "target",
    "target_written",
    "result",
    "result_written",
)


def record(one: IndicatorRow) -> dict[str, Json]:
    """An indicator of the list of all."""
    return {
        "name": one.name,
        "projects": one.projects,
        "agencies": one.agencies,
        "first_year": one.years.first if one.years else None,
        "last_year": one.years.last if one.years else None,
    }


def use_record(use: Use) -> dict[str, Json]:
    """``…_written``: what was typed, where that is no plain number."""
    entry, one = use.entry, use.indicator
    fields = {
        **tables.named(entry),
        "code": text(one.code),
        "name": text(one.name),
        "unit": text(one.unit),
        **figure("target", one.target),
        **figure("result", one.result),
    }
    return {name: fields.get(name) for name in USE_COLUMNS}
