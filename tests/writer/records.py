"""What the writer knows of a dump: the text it wrote and every fact it put there.

Days are Common Era, years Buddhist Era, numbers and percents strings as the page has them.
``None`` means that this copy has no such line, ``""`` that the line stands there and is empty.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from tests.writer.anomalies import Anomaly, Kinship

Flavour = Literal["headed", "stripped"]
PlanVersion = Literal["before-2566", "from-2566"]


class Report(NamedTuple):
    """ผลการดำเนินงาน: one entry of the log."""

    number: int
    """From 1, the newest."""
    percent: str
    """With two decimals."""
    day: date
    """Of the entry's heading."""
    stated: str | None
    """The date in the text as written, ``29/09/2564`` or ``วันที่ 5``."""
    stated_day: date | None
    """The day that ``stated`` means; ``None`` when it means none."""
    text: str | None
    """What follows the date; lines parted by ``\\n``; ``""`` behind a date and nothing else."""
    problem: str | None
    obstacle: str | None

    @property
    def body(self) -> tuple[str, ...]:
        """The lines between the heading (and its repeated number) and the problem."""
        lines = self.text.split("\n") if self.text else []
        if self.stated is None:
            return tuple(lines)
        first = f"{self.stated} : {lines[0] if lines else ''}".rstrip()
        return (first, *lines[1:])


class Step(NamedTuple):
    """ขั้นตอน of the work plan."""

    number: int
    name: str
    weight: str
    """With two decimals, without the percent sign."""
    start: date | None
    end: date | None
    start_written: str
    """``2022-10-01 00:00:00``, ``0000-00-00 00:00:00`` or nothing."""
    end_written: str


class Quarter(NamedTuple):
    """One row of an indicator's table."""

    number: int
    result: str
    score: str
    """``""`` where none was given: the line is blank."""
    pair: str
    """``0 / 0``, whose meaning nobody documented."""


class Indicator(NamedTuple):
    """ตัวชี้วัด; a stripped copy has neither its code nor its quarters."""

    code: str | None
    name: str
    unit: str
    """As typed: officers put targets there too (``ร้อยละ85``)."""
    target: str
    result: str
    kind: str
    level: str
    level_on_next_line: bool
    quarters: tuple[Quarter, ...]


class Node(NamedTuple):
    """One line of the strategy tree."""

    plan: PlanVersion
    number: str
    """In Arabic digits."""
    label: str
    """In full, however the page cuts it."""
    written: str
    """The line without its `` |``."""
    cut: bool


class Person(NamedTuple):
    """Nobody: invented."""

    prefix: str
    """``""`` for a person who is named without one."""
    first: str
    last: str

    @property
    def written(self) -> str:
        return f"{self.prefix}{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Private:
    """What must not be published, as it stands in the dump."""

    people: tuple[Person, ...] = ()
    numbers: tuple[str, ...] = ()
    """Telephone numbers, extensions, e-mail addresses and identity numbers."""

    def __add__(self, other: "Private") -> "Private":
        return Private(self.people + other.people, self.numbers + other.numbers)


class Contact(NamedTuple):
    """The line after the percent."""

    text: str
    unit: str | None
    """The part of it that names a unit or a hospital."""
    private: Private


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Every fact of one dump.

    The project's own facts (code, title, agency, year) are always here, for comparison; a stripped
    copy does not say them. ``gauge``, ``score``, ``steps``, ``Indicator.code`` and
    ``Indicator.quarters`` are as in this copy, so a stripped one has none of them.
    """

    flavour: Flavour
    code: str
    title: str
    named: str | None
    """The project as its rationale names it, without ``โครงการ``; ``None`` where it does not."""
    agency_code: str
    agency: str
    """In full, ordinary spelling."""
    agency_written: str
    """As the header spells it."""
    sub_unit: str | None
    area: str
    fiscal_year: int
    gauge: str | None
    percent: str
    contact: Contact | None
    quarter: int
    score: str | None
    retrieved: date
    """When the page was fetched; the page itself says only the quarter of it."""
    rationale: str
    unit_code: str
    unit: str
    """The section's name; in a district office digits 5 and 6 of ``unit_code`` say it."""
    objectives: str
    targets: str
    strategies: tuple[Node, ...]
    reports: tuple[Report, ...]
    """In the order of the page."""
    steps: tuple[Step, ...]
    indicators: tuple[Indicator, ...]
    planted: Private
    """In the free text."""
    kinship: Kinship | None
    """How it stands to the dump before it."""
    anomalies: tuple[Anomaly, ...]

    @property
    def private(self) -> Private:
        """Whatever must not be published, wherever it stands in this copy."""
        return self.planted if self.contact is None else self.contact.private + self.planted


class Source(NamedTuple):
    """One row of ``sources.csv``."""

    code: str | None
    url: str
    retrieved: date


@dataclass(frozen=True, slots=True)
class Dump:
    """One file of the corpus."""

    name: str
    text: str
    """With ``\\n`` line ends and no byte order mark; U+FFFD stands for a stray byte."""
    truth: Truth
    source: Source | None
    """``None`` when ``sources.csv`` has no row for it."""

    @property
    def data(self) -> bytes:
        """The bytes on disk."""
        text = self.text
        if Anomaly.CRLF in self.truth.anomalies:
            text = text.replace("\n", "\r\n")
        if Anomaly.WINDOWS_874 in self.truth.anomalies:
            return text.encode("cp874")
        if Anomaly.BYTE_ORDER_MARK in self.truth.anomalies:
            text = "\ufeff" + text
        return text.encode().replace("\ufffd".encode(), b"\xff")
