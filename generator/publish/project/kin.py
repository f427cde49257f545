"""โครงการที่เกี่ยวข้อง: the same project in other years, its namesakes elsewhere, its section's others.

The index is made once for a corpus, in linear time; then no project costs more than a few rows,
however many others have its name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from generator.corpus import Corpus, Entry
from generator.publish.lists.facets import by_section
from generator.publish.rows import ProjectRow, project_row
from generator.thai.text import fold

MOST = 8
"""Years and agencies shown; the count is of all."""

MOST_OTHERS = 6
"""Others of the section shown; its own list has them all."""

Title = str
"""Folded, so that one title in many spellings is one."""
Code = str
"""Of an agency that is known."""
Year = int
"""Fiscal year, Buddhist Era."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindred:
    """All projects, by what makes them related. Agencies are in the order of their list."""

    rows: Mapping[str, ProjectRow]
    """By the project's key."""
    own: Mapping[tuple[Code, Title], Mapping[Year, tuple[ProjectRow, ...]]]
    """One agency's projects of one title, newest year first."""
    agencies: Mapping[Title, Mapping[Code, ProjectRow]]
    """Of each agency with a project of this title the newest."""
    in_year: Mapping[tuple[Title, Year | None], Mapping[Code, ProjectRow]]
    """Of each agency with a project of this title in this year the first."""
    sections: Mapping[tuple[Code, str, Year], tuple[ProjectRow, ...]]
    """The projects of one section (ฝ่าย) in one year, by title."""
    section_lists: Mapping[str, str]
    """The address of the list of a project's section, by the project's key, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What is related to one project; a kind is empty where its record does not tell enough."""

    this: ProjectRow
    years: tuple[ProjectRow, ...]
    """The agency's projects of this title, newest year first, this one among them; empty when
    there is no other year."""
    years_count: int
    """Those of other years, shown or not."""
    agencies: tuple[ProjectRow, ...]
    """One project of the same title for each other agency: those of the same year, then the newest
    of the rest."""
    agencies_count: int
    """Other agencies with this title, shown or not."""
    section: str | None
    section_url: str | None
    """Of all its projects; ``None`` where there is no such list."""
    others: tuple[ProjectRow, ...]
    """The section's other projects of the year, by title."""
    others_count: int

    @property
    def is_empty(self) -> bool:
        """Nothing is related."""
        return not (self.years or self.agencies or self.others)


def kindred(corpus: Corpus) -> Kindred:
    """The index of a corpus."""
    rows = {entry.project.key: project_row(entry) for entry in corpus.entries}
    own: dict[tuple[Code, Title], list[Entry]] = defaultdict(list)
    agencies: dict[Title, dict[Code, ProjectRow]] = defaultdict(dict)
    in_year: dict[tuple[Title, Year | None], dict[Code, ProjectRow]] = defaultdict(dict)
    sections: dict[tuple[Code, str, Year], list[ProjectRow]] = defaultdict(list)
    for agency, entries in corpus.agencies.items():
        if not agency.known_code:
            continue
        for entry in sorted(entries, key=newest_first):
            title, row = folded(entry.title), rows[entry.project.key]
            if title:
                own[agency.code, title].append(entry)
                agencies[title].setdefault(agency.code, row)
                in_year[title, entry.year].setdefault(agency.code, row)
        for entry in entries:
            if entry.section and entry.year:
                place = agency.code, fold(entry.section.value), entry.year
                sections[place].append(rows[entry.project.key])
    return Kindred(
        rows=rows,
        own={place: by_year(found, rows) for place, found in own.items()},
        agencies=agencies,
        in_year=in_year,
        sections={place: tuple(found) for place, found in sections.items()},
        section_lists={
            entry.project.key: one.url
            for agency, entries in corpus.agencies.items()
            for one in by_section(agency, entries)
            if one.url and one.is_list
            for entry in one.entries
        },
    )


def newest_first(entry: Entry) -> int:
    """The unknown year is the oldest."""
    return -(entry.year or 0)


def folded(title: str | None) -> Title:
    """The title as a key; empty where there is none."""
    return fold(title) if title else ""


def by_year(
    entries: Iterable[Entry], rows: Mapping[str, ProjectRow]
) -> Mapping[Year, tuple[ProjectRow, ...]]:
    """The rows of each known year, in the order of the entries."""
    years: dict[Year, list[ProjectRow]] = defaultdict(list)
    for entry in entries:
        if entry.year:
            years[entry.year].append(rows[entry.project.key])
    return {year: tuple(found) for year, found in years.items()}


def related(index: Kindred, entry: Entry) -> Related:
    """What is related to one project of the index's corpus."""
    this, title = index.rows[entry.project.key], folded(entry.title)
    mine: Mapping[Year, tuple[ProjectRow, ...]] = {}
    elsewhere: Mapping[Code, ProjectRow] = {}
    if title and entry.agency.known_code:
        mine = index.own[entry.agency.code, title] if entry.year else {}
        elsewhere = index.agencies[title]
    colleagues = section_rows(index, entry)
    other_years = sum(map(len, mine.values())) - len(mine.get(this.year or 0, ()))
    return Related(
        this=this,
        years=tuple(years(mine, this)) if other_years else (),
        years_count=other_years,
        agencies=tuple(islice(namesakes(index, entry, elsewhere), MOST)),
        agencies_count=max(len(elsewhere) - 1, 0),
        section=entry.section.value if entry.section else None,
        section_url=index.section_lists.get(this.key),
        others=tuple(islice((row for row in colleagues if row.key != this.key), MOST_OTHERS)),
        others_count=max(len(colleagues) - 1, 0),
    )


def years(mine: Mapping[Year, tuple[ProjectRow, ...]], this: ProjectRow) -> Iterator[ProjectRow]:
    """The newest of the other years, and this project where its year stands."""
    found = chain.from_iterable(rows for year, rows in mine.items() if year != this.year)
    shown = [this, *islice(found, MOST)]
    yield from sorted(shown, key=lambda row: -(row.year or 0))


def namesakes(
    index: Kindred, entry: Entry, elsewhere: Mapping[Code, ProjectRow]
) -> Iterator[ProjectRow]:
    """Each other agency's project of this title: of this year, else its newest."""
    own = entry.agency.code
    same: Mapping[Code, ProjectRow] = {}
    if elsewhere and entry.year:
        same = index.in_year[folded(entry.title), entry.year]
    yield from (row for code, row in same.items() if code != own)
    yield from (row for code, row in elsewhere.items() if code != own and code not in same)


def section_rows(index: Kindred, entry: Entry) -> tuple[ProjectRow, ...]:
    """The projects of its section and year, itself among them."""
    if entry.section is None or entry.year is None:
        return ()
    return index.sections.get((entry.agency.code, fold(entry.section.value), entry.year), ())
