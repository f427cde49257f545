"""Copies of one project come together: identical ones fold, differing ones become snapshots."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited
from generator.dump.received import Source
from generator.inference import Facts, facts, folded, key_without_code, stated_code
from generator.project import Copy
from generator.sections.objectives import Objectives
from generator.sections.rationale import Rationale
from generator.sections.units import Units


class File(NamedTuple):
    """One dump file a snapshot was read from."""

    name: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One distinct text of a project's page."""

    copy: Copy
    files: tuple[File, ...]
    """Every file that holds this very text, by name."""
    facts: Facts
    """What this copy alone tells."""
    key_without_code: str
    """``x-…``: where the project stands while no code is known; ``""`` of a whole copy that tells
    its code, for it never stands there."""
    short_digest: str
    """Part of the address of its raw view: 8 hex digits of the copy's digest, or all 64 in a
    project of which two snapshots share the first 8."""
    retrieved: date | None
    """The last day this text was seen on the city's page, if any file tells."""
    as_of: date | None
    """The record's own day: its retrieval, else its newest report."""
    is_matched: bool = False
    """True when the copy has no code and was joined to its project by what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """โครงการ/กิจกรรม: one project, known by its code or, without one, by what it says."""

    key: str
    """Part of its address: the code, else ``x-`` and 12 hex digits."""
    facts: Facts
    """Of the newest snapshot; what it lacks is taken from the next, marked inferred, uncited."""
    snapshots: tuple[Snapshot, ...]
    """Newest first, never empty."""

    @property
    def newest(self) -> Copy:
        """The copy that is shown."""
        return self.snapshots[0].copy

    @property
    def code(self) -> str | None:
        """The project code, when any copy or table tells it."""
        return self.facts.code.value if self.facts.code else None

    @property
    def former_keys(self) -> tuple[str, ...]:
        """Addresses it had, or would have had, before its code was known."""
        keys = {
            one.key_without_code
            for one in self.snapshots
            if one.key_without_code not in ("", self.key) and one.copy.is_stripped
        }
        return tuple(sorted(keys))


Found = tuple[str, Diagnostic]
"""A file's name and what is said of it."""


def collate(copies: Iterable[Copy]) -> tuple[tuple[Project, ...], tuple[Found, ...]]:
    """Projects by key, and copies that fit several projects.

    The order of the copies does not matter.
    """
    snapshots = fold_identical(copies)
    groups: dict[str, list[Snapshot]] = defaultdict(list)
    headless: list[Snapshot] = []
    for snapshot in snapshots:
        if snapshot.facts.code:
            groups[snapshot.facts.code.value].append(snapshot)
        else:
            headless.append(snapshot)
    by_words = codes_by_words(groups) if headless else {}
    found: list[Found] = []
    for snapshot in headless:
        codes = fitting(snapshot, by_words)
        if len(codes) == 1:
            groups[codes[0]].append(replace(snapshot, is_matched=True))
            continue
        if codes:
            odd = Diagnostic("copy-ambiguous", detail=", ".join(codes))
            found.append((snapshot.files[0].name, odd))
        groups[snapshot.key_without_code].append(snapshot)
    projects = (project(key, group) for key, group in sorted(groups.items()))
    return tuple(projects), tuple(found)


def fold_identical(copies: Iterable[Copy]) -> tuple[Snapshot, ...]:
    """Copies of the same text, under the same code, are one snapshot of several files.

    A copy whose code nobody tells goes with the others of its text, if these agree on one.
    """
    alike: dict[str, list[Copy]] = defaultdict(list)
    for copy in sorted(copies, key=lambda copy: (copy.file, copy.part)):
        alike[copy.digest].append(copy)
    return tuple(
        snapshot(group) for _, same in sorted(alike.items()) for group in without_doubt(same)
    )


def without_doubt(same: list[Copy]) -> Iterator[list[Copy]]:
    """The copies of one text by code; those without a code last, or with the only code's."""
    if len(same) == 1:  # as nearly always
        yield same
        return
    codes: dict[str, list[Copy]] = defaultdict(list)
    for copy in same:
        code = stated_code(copy)
        codes[code.value if code else ""].append(copy)
    told = [group for code, group in sorted(codes.items()) if code]
    untold = codes.get("", [])
    if len(told) == 1:
        yield [*told[0], *untold]
        return
    yield from told
    if untold:
        yield untold


def snapshot(group: list[Copy]) -> Snapshot:
    """One snapshot of copies that say the same; the first knows as much as any."""
    copy = group[0]
    known = facts(copy)
    files = {one.file: File(one.file, one.source) for one in reversed(group)}
    days = (one.source.retrieved for one in files.values())
    retrieved = max(filter(None, days), default=None)
    is_told = known.code is not None and not copy.is_stripped
    return Snapshot(
        copy=copy,
        files=tuple(files[name] for name in sorted(files)),
        facts=known,
        key_without_code="" if is_told else key_without_code(copy, known),
        short_digest=copy.digest[:8],
        retrieved=retrieved,
        as_of=retrieved or copy.newest_report,
    )


Words = tuple[str, str, str]
"""Unit code, folded rationale and folded objectives: enough to know a copy by."""


def words(copy: Copy) -> Words | None:
    """``None`` when the copy lacks one of the three."""
    units = copy.section(Units)
    rationale, objectives = folded(copy, Rationale), folded(copy, Objectives)
    if units is None or not rationale or not objectives:
        return None
    return units.code.value, rationale, objectives


def codes_by_words(
    groups: Mapping[str, Iterable[Snapshot]],
) -> Mapping[Words, Mapping[str, frozenset[int]]]:
    """For the words of each headed copy, the codes that have them and in which fiscal years."""
    index: dict[Words, dict[str, frozenset[int]]] = defaultdict(dict)
    for code, group in groups.items():
        for one in group:
            known = words(one.copy)
            if known and not one.copy.is_stripped:
                year = one.facts.fiscal_year
                years = frozenset({year.value} if year else ())
                index[known][code] = index[known].get(code, frozenset()) | years
    return index


def fitting(
    snapshot: Snapshot, index: Mapping[Words, Mapping[str, frozenset[int]]]
) -> tuple[str, ...]:
    """Codes of the headed copies with the same words.

    Offices copy their texts from year to year, so a year that both tell must agree.
    """
    known = words(snapshot.copy)
    year = snapshot.facts.fiscal_year
    codes = index.get(known, {}) if known else {}
    return tuple(
        sorted(code for code, years in codes.items() if not (year and years) or year.value in years)
    )


def project(key: str, group: list[Snapshot]) -> Project:
    """Order the snapshots and fill what the newest does not tell from the others."""
    if len(group) == 1:  # as nearly always
        return Project(key=key, facts=group[0].facts, snapshots=(group[0],))
    short = Counter(one.short_digest for one in group)
    distinct = (
        one if short[one.short_digest] == 1 else replace(one, short_digest=one.copy.digest)
        for one in group
    )
    ordered = tuple(sorted(distinct, key=recency, reverse=True))
    return Project(key=key, facts=filled(tuple(one.facts for one in ordered)), snapshots=ordered)


def recency(one: Snapshot) -> tuple[date, date, bool, int, str]:
    """Later is newer; of the same days, the copy that holds more, then the digest decides."""
    return (
        one.as_of or date.min,
        one.copy.newest_report or date.min,
        not one.copy.is_stripped,
        len(one.copy.sections),
        one.copy.digest,
    )


def filled(told: tuple[Facts, ...]) -> Facts:
    """Newest first: a fact that is stated goes before one that is inferred."""
    return Facts(
        **{one.name: first(tuple(getattr(t, one.name) for t in told)) for one in fields(Facts)}
    )


def first(values: tuple[Cited[Any] | None, ...]) -> Cited[Any] | None:
    """The newest copy's own stated value, else another's, else what the newest lets be inferred."""
    for i, value in enumerate(values):
        if value and not value.inferred:
            return value if i == 0 else Cited(value.value, None, inferred=True)
    return next(
        (
            value if i == 0 else Cited(value.value, None, inferred=True)
            for i, value in enumerate(values)
            if value
        ),
        None,
    )
