"""ตั้งแต่ฉบับก่อน: a build's projects against those an earlier one recorded."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from generator.assess.status import STATUSES
from generator.corpus import Corpus, Entry, as_of
from generator.state import Recorded, State

CODES = {status.code for status in STATUSES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """A project whose newest copy says something else than it did."""

    entry: Entry
    before: Recorded
    new_reports: int
    gone_reports: int
    """Reports of days on which the log now has fewer."""

    @property
    def is_newly_behind(self) -> bool:
        """Behind the plan now, and not then."""
        return self.entry.assessment.verdict.status == "behind" != self.before.status

    @property
    def has_fallen(self) -> bool:
        """It reports less than it did."""
        now, before = self.entry.assessment.verdict.reported, self.before.percent
        return now is not None and before is not None and now < before


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What an earlier build knew otherwise."""

    as_of: date | None
    """The newest day that build's records told."""
    new: tuple[Entry, ...]
    """In the order of names."""
    updated: tuple[Updated, ...]
    """Likewise."""
    vanished: tuple[Recorded, ...]
    """By key."""
    unchanged: int


def record(corpus: Corpus) -> State:
    """What a later build needs to know of this one."""
    rows = sorted((recorded(entry) for entry in corpus.entries), key=lambda one: one.key)
    return State(as_of(corpus.entries), tuple(rows))


def recorded(entry: Entry) -> Recorded:
    """One project as it stands."""
    verdict = entry.assessment.verdict
    return Recorded(
        key=entry.project.key,
        title=entry.title,
        agency=entry.agency.name,
        year=entry.year,
        status=verdict.status,
        percent=verdict.reported,
        digest=entry.project.newest.digest,
        reports=days(entry),
    )


def days(entry: Entry) -> tuple[date, ...]:
    """The days of the log that can be read, oldest first."""
    found = (one.day.value.value for one in entry.reports)
    return tuple(sorted(day for day in found if day))


def since(corpus: Corpus, earlier: State) -> Since:
    """Compare the two. A project that got its code since is the same under its former key."""
    known = {one.key: with_known_status(one) for one in earlier.projects}
    new: list[Entry] = []
    updated: list[Updated] = []
    met: set[str] = set()
    for entry in corpus.entries:
        keys = (entry.project.key, *entry.project.former_keys)
        before = next((known[key] for key in keys if key in known), None)
        met.update(keys)
        if before is None:
            new.append(entry)
        elif before.digest != entry.project.newest.digest:
            updated.append(update(entry, before))
    return Since(
        as_of=earlier.as_of,
        new=tuple(new),
        updated=tuple(updated),
        vanished=tuple(one for key, one in known.items() if key not in met),
        unchanged=len(corpus.entries) - len(new) - len(updated),
    )


def with_known_status(one: Recorded) -> Recorded:
    """The project, its status unknown where this sitegen has none of that code."""
    return one if one.status in CODES else replace(one, status="unknown")


def update(entry: Entry, before: Recorded) -> Updated:
    """What became of one project."""
    now, then = Counter(days(entry)), Counter(before.reports)
    return Updated(
        entry=entry,
        before=before,
        new_reports=(now - then).total(),
        gone_reports=(then - now).total(),
    )
