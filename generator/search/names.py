"""What the columns of the index point to, as it is called and where it stands."""

from typing import NamedTuple


class Agency(NamedTuple):
    """An agency as it is suggested."""

    code: str
    name: str | None
    english: str
    is_district: bool
    url: str


class Root(NamedTuple):
    """A root of the strategy plan."""

    plan: str
    number: str
    label: str | None
    english: str | None
    url: str


class Names(NamedTuple):
    """What columns point to, each in the order of the site's lists."""

    agencies: tuple[Agency, ...]
    statuses: tuple[str, ...]
    strategies: tuple[Root, ...]
    years: tuple[int, ...]
    """0 is the unknown."""
