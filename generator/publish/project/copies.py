"""What a project's page, its JSON and its raw views tell alike of the project and its copies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator.collate import Snapshot
from generator.corpus import Corpus, Entry
from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited
from generator.project import Copy
from generator.publish import trail
from generator.publish.rows import Crumb


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a snapshot comes from."""

    file: str
    others: tuple[str, ...]
    """Files that hold the very same text."""
    url: str | None
    retrieved: date | None
    digest: str
    """SHA-256 of the text as published."""


def origin(snapshot: Snapshot) -> Origin:
    """Of the files with this text, the one retrieved last, by name."""
    first = min(
        snapshot.files, key=lambda one: (-(one.source.retrieved or date.min).toordinal(), one.name)
    )
    return Origin(
        file=first.name,
        others=tuple(one.name for one in snapshot.files if one.name != first.name),
        url=first.source.url,
        retrieved=first.source.retrieved,
        digest=snapshot.copy.digest,
    )


def agency(entry: Entry) -> Cited[str] | None:
    """The agency's name in full, else its code, with the lines that tell it."""
    facts = entry.project.facts
    told = facts.agency_name or facts.agency_code
    if told is None:
        return None
    return Cited(entry.agency.name or entry.agency.code, told.lines, told.inferred)


INFERRED = ("code", "title", "agency", "section", "fiscal_year")
"""Facts that may be derived."""


def inferred(entry: Entry) -> Mapping[str, Cited[str] | Cited[int]]:
    """The facts we derived, of those."""
    facts = entry.project.facts
    known: tuple[Cited[str] | Cited[int] | None, ...] = (
        facts.code,
        facts.title,
        agency(entry),
        entry.section,
        facts.fiscal_year,
    )
    told = zip(INFERRED, known, strict=True)
    return {name: fact for name, fact in told if fact and fact.inferred}


def crumbs(entry: Entry) -> tuple[Crumb, ...]:
    """The way to a project's page: agency, fiscal year; a bucket where one is not known."""
    return trail.agency(entry.agency), trail.year(entry.year)


def diagnostics(corpus: Corpus) -> Mapping[str, tuple[Diagnostic, ...]]:
    """What is said of the newest copy of each project, by the project's key."""
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for file, one in corpus.diagnostics:
        by_file[file].append(one)
    return {
        entry.project.key: tuple(about(entry.project.newest, by_file[entry.project.newest.file]))
        for entry in corpus.entries
    }


def about(copy: Copy, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of what is said of a file, what concerns this copy."""
    return (one for one in found if not one.line or copy.first <= one.line <= copy.last)


def former_keys(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The keys a project had while its code was not known, by its key.

    Without those that are another project's too: they would lead half of their readers astray.
    """
    formers = {entry.project.key: entry.project.former_keys for entry in corpus.entries}
    claims = Counter(chain(formers, *formers.values()))
    return {key: tuple(one for one in own if claims[one] == 1) for key, own in formers.items()}
