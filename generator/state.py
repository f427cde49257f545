"""บันทึกของฉบับก่อน: what an earlier build recorded of each project, to tell what is new since.

    {"format": 1, "sitegen": "0.1.0", "as_of": "2026-02-01", "projects": [
    {"key": "50050000-3410", "title": "…", "agency": "…", "year": 2566, "status": "behind",
     "percent": "60.00", "digest": "9f86d081…", "reports": ["2023-05-22", "2023-08-21"]},
    …
    ]}

Projects are sorted by key, a project a line, so that two states can be compared. Pure.
"""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from generator import __version__
from generator.dump.lines import shown
from generator.dump.privacy import Policy, withhold
from generator.errors import Fault

FORMAT = 1
KEY = re.compile(r"[0-9]{8}-[0-9]{3,5}|x-[0-9a-f]{12}")
WORD = re.compile(r"[a-z][a-z-]{0,39}")
DIGEST = re.compile(r"[0-9a-f]{64}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST = 10_000
"""Characters of a title or a name."""
YEARS = range(2400, 3000)
"""Buddhist Era."""
AGAIN = "write it anew: sitegen build --record STATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One project as it stood."""

    key: str
    title: str | None
    agency: str | None
    """By name; ``None`` when nobody named it."""
    year: int | None
    """Fiscal year, Buddhist Era."""
    status: str
    percent: Decimal | None
    digest: str
    """SHA-256 of the newest copy as published."""
    reports: tuple[date, ...]
    """Days of its log, oldest first; one that cannot be read is left out."""


@dataclass(frozen=True, slots=True)
class State:
    """All projects of an earlier build."""

    as_of: date | None
    """The newest day its records told."""
    projects: tuple[Recorded, ...]
    """By key."""


def of_years(state: State, years: Collection[int]) -> State:
    """The projects of some fiscal years; of all, when none is given."""
    kept = (one for one in state.projects if not years or one.year in years)
    return replace(state, projects=tuple(kept))


def to_json(state: State) -> bytes:
    """The state's bytes."""
    lines = ",\n".join(json.dumps(plain(one), ensure_ascii=False) for one in state.projects)
    told = json.dumps(state.as_of.isoformat() if state.as_of else None)
    head = f'{{"format": {FORMAT}, "sitegen": "{__version__}", "as_of": {told}, "projects": ['
    return f"{head}\n{lines}\n]}}\n".encode()


def plain(one: Recorded) -> dict[str, object]:
    """A project as JSON has it: percents keep their zeros as text."""
    percent = None if one.percent is None else str(one.percent)
    return {**asdict(one), "percent": percent, "reports": [day.isoformat() for day in one.reports]}


def from_json(body: bytes, file: str, policy: Policy) -> tuple[State | None, tuple[Fault, ...]]:
    """A state, or what is wrong with it. Its texts are withheld as those of dumps are."""
    try:
        held = json.loads(body)
    except (ValueError, RecursionError):
        return None, (
            Fault("state-unreadable", file, 0, "this is no state that sitegen recorded", AGAIN),
        )
    if not isinstance(held, dict) or "format" not in held:
        return None, (
            Fault("state-unreadable", file, 0, "this is no state that sitegen recorded", AGAIN),
        )
    if held["format"] != FORMAT:
        message = f"this state has format {held['format']!a}, this sitegen reads {FORMAT}"
        return None, (Fault("state-unreadable", file, 0, message, AGAIN),)
    try:
        return State(day(held["as_of"]), tuple(recorded(held["projects"], policy))), ()
    except KeyError as error:
        return None, (
            Fault("state-unreadable", file, 0, f"this state is damaged: {error} is missing", AGAIN),
        )
    except (ValueError, TypeError, InvalidOperation) as error:
        return None, (Fault("state-unreadable", file, 0, f"this state is damaged: {error}", AGAIN),)


def recorded(rows: object, policy: Policy) -> Iterable[Recorded]:
    """The projects by key; raises for what no build records."""
    if not isinstance(rows, list):
        message = "projects must be a list"
        raise TypeError(message)
    found = {one.key: one for one in (project(row, policy) for row in rows)}
    if len(found) < len(rows):
        message = "a project stands there twice"
        raise ValueError(message)
    return (found[key] for key in sorted(found))


def project(row: dict[str, object], policy: Policy) -> Recorded:
    """One project, every field of the kind it was recorded as."""
    reports = row["reports"]
    if not isinstance(reports, list):
        message = "reports must be a list"
        raise TypeError(message)
    return Recorded(
        key=matching(KEY, row["key"]),
        title=text(row["title"], policy),
        agency=text(row["agency"], policy),
        year=year(row["year"]),
        status=matching(WORD, row["status"]),
        percent=None if row["percent"] is None else percent(row["percent"]),
        digest=matching(DIGEST, row["digest"]),
        reports=tuple(sorted(one for one in map(day, reports) if one)),
    )


def matching(pattern: re.Pattern[str], value: object) -> str:
    """A text of that shape."""
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    message = f"{value!a:.60} cannot stand there"
    raise ValueError(message)


def text(value: object, policy: Policy) -> str | None:
    """A line that may be published: the owner may have chosen otherwise since."""
    if value is None:
        return None
    if not isinstance(value, str):
        message = f"{value!a:.60} is no text"
        raise TypeError(message)
    line, _ = shown(value, LONGEST)
    return withhold(line, policy).replace("\n", " ") or None


def year(value: object) -> int | None:
    """A fiscal year."""
    if value is None or (type(value) is int and value in YEARS):
        return value
    message = f"{value!a:.60} is no fiscal year"
    raise ValueError(message)


def percent(value: object) -> Decimal:
    """A figure."""
    number = Decimal(value) if isinstance(value, str) else None
    if number is None or not number.is_finite():
        message = f"{value!a:.60} is no figure"
        raise ValueError(message)
    return number


def day(value: object) -> date | None:
    """``2023-09-07``; ``None`` as such."""
    return None if value is None else date.fromisoformat(matching(DAY, value))
