"""What a table of the open data is: its fields, its key, where its rows come from."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from generator.corpus import Corpus, Entry
from generator.publish.project.fields import Json

Row = Mapping[str, Json]
"""A value for each field of a table."""


class Kind(StrEnum):
    """What a value is."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DAY = "day"
    """``2023-09-07``, Common Era."""
    FLAG = "flag"
    ADDRESS = "address"
    """Whole where the site knows where it stands, else from the site's root."""


class Absent(StrEnum):
    """What a missing value means."""

    NEVER = "never"
    """It is never missing."""
    EMPTY = "empty"
    """It is never missing, and empty where there is nothing."""
    NOT_HELD = "not-held"
    """The copy has no line for it."""
    UNKNOWN = "unknown"
    """No copy and no lookup tells it."""
    NOT_COMPUTED = "not-computed"
    """What it is computed from is not told."""
    PLAIN = "plain"
    """What was typed is the value itself."""
    NONE = "none"
    """There is none."""


class Field(NamedTuple):
    """A column of a table; its name means the same in every format."""

    name: str
    kind: Kind
    says: str
    """What it is, in English, for the schemas; the page has its own words."""
    absent: Absent = Absent.NEVER
    unit: str = ""
    """``percent``, ``points``, ``days``, ``rows``, ``year-be``, ``line``: words are the page's."""
    least: int | None = None
    """The bound that every value keeps."""
    usual: tuple[int, int] | None = None
    """Bounds that a value should keep: officers type others, which are shown as typed."""
    codes: tuple[str, ...] = ()
    """All the values there are."""

    @property
    def may_be_missing(self) -> bool:
        """It may be ``null``."""
        return self.absent not in {Absent.NEVER, Absent.EMPTY}


class Link(NamedTuple):
    """Fields that name a row of another table."""

    fields: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Table(NamedTuple):
    """One table, in every format."""

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    """Fields that no two rows share."""
    links: tuple[Link, ...]
    sought: tuple[str, ...]
    """Fields by which rows are looked up; they get an index."""
    records: Callable[[Corpus], tuple[object, ...]]
    """What the rows are of, in their order: projects, mostly."""
    items: Callable[[Any], Iterable[tuple[object, ...]]]
    """What the rows of one record are made of; cheap, so that it may be counted."""
    row: Callable[..., Row]


def projects(corpus: Corpus) -> tuple[Entry, ...]:
    """By title."""
    return corpus.entries


def key_of_project(says: str = "Key of the project, a row of projects") -> Field:
    """The field by which a table's rows belong to projects."""
    return Field("project", Kind.TEXT, says)


OF_PROJECT = Link(("project",), "projects", ("key",))

LINES = (
    Field(
        "line_first", Kind.INTEGER, "First line of the dump that says this", unit="line", least=1
    ),
    Field("line_last", Kind.INTEGER, "Last line of the dump that says this", unit="line", least=1),
)


def figure(
    name: str, says: str, unit: str = "", usual: tuple[int, int] | None = None
) -> tuple[Field, Field]:
    """A number, and what was typed where that is no plain number."""
    return (
        Field(name, Kind.NUMBER, says, Absent.NOT_HELD, unit, usual=usual),
        written(name),
    )


def day(name: str, says: str) -> tuple[Field, Field]:
    """A day, and what was typed where that is something else."""
    return Field(name, Kind.DAY, says, Absent.NOT_HELD), written(name)


def written(name: str) -> Field:
    """What was typed."""
    says = f"What was typed for {name}, where that is not the value itself"
    return Field(f"{name}_written", Kind.TEXT, says, Absent.PLAIN)


def told(fields: tuple[Field, ...], values: Mapping[str, Json]) -> Row:
    """The values in the order of the fields; what is not among them is missing."""
    return {one.name: values.get(one.name) for one in fields}
