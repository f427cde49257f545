"""How heavy a site is, kind by kind, beside what GitHub Pages takes, and which setting would help.

A kind is known by the path alone, so that a list of the files is all it takes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.messages import count, size
from generator.settings.kinds import LOCALE

GITHUB_PAGES = 1_000_000_000
"""Bytes of a site that GitHub Pages publishes."""

PROJECTS, RAW, JSON = "project pages", "raw views", "project JSON"
TRANSLATED = "pages in other languages"
SEARCH, FEEDS, DATA = "search", "feeds", "open data in bulk"
LISTS, TABLES, ASSETS, OTHER = "lists and other pages", "tables of lists", "assets", "other"

KINDS = {
    TRANSLATED: re.compile(rf"{LOCALE}/.+"),
    PROJECTS: re.compile(r"projects/[^/]+/(?:changes/)?index\.html"),
    RAW: re.compile(r"raw/.+"),
    JSON: re.compile(r"projects/[^/]+/index\.json"),
    SEARCH: re.compile(r"search/.+|projects/[^/]+/text\.bin"),
    FEEDS: re.compile(r"(?:.+/)?[^/]+\.atom"),
    DATA: re.compile(r"data/.+"),
    ASSETS: re.compile(r"assets/.+"),
    LISTS: re.compile(r"(?:.+/)?index\.html"),
    TABLES: re.compile(r"(?!data/|search/)(?:[^./][^/]*/)+(?!index\.)[^/]+\.(?:csv|json)"),
    OTHER: re.compile(r".+"),
}
"""The first that fits; bulk data are as they are published, compressed where they are large."""

SETTINGS = {
    TRANSLATED: 'languages = ["th"]',
    RAW: "raw = false",
    SEARCH: "search = false",
    JSON: "json = false",
    TABLES: "tables = false",
    DATA: "data = false",
}
"""What leaves a whole kind out."""

FIXED = (ASSETS, OTHER)
"""Kinds that do not grow with the projects."""


class Kind(NamedTuple):
    """All files of a kind."""

    name: str
    files: int
    bytes: int


class Saving(NamedTuple):
    """What a setting would take off the site."""

    setting: str
    """As it stands in ``site.toml``."""
    bytes: int


class Weights(NamedTuple):
    """What a site weighs, and what would make it lighter."""

    kinds: tuple[Kind, ...] = ()
    """Those there are, in the order of ``KINDS``."""
    savings: tuple[Saving, ...] = ()
    """The heaviest first."""

    @property
    def bytes(self) -> int:
        """Of the whole site."""
        return sum(one.bytes for one in self.kinds)


def weights(
    files: Iterable[tuple[str, int]], years: Mapping[int | None, int], most: int
) -> Weights:
    """Of files by path and size; ``years`` tells how many projects each has."""
    found = kinds(files)
    whole = [Saving(SETTINGS[one.name], one.bytes) for one in found if one.name in SETTINGS]
    every = [*whole, *fewer_years(found, years, most)]
    return Weights(found, tuple(sorted(every, key=lambda one: -one.bytes)))


def kinds(files: Iterable[tuple[str, int]]) -> tuple[Kind, ...]:
    """The kinds of files of a site."""
    found = {name: Kind(name, 0, 0) for name in KINDS}
    for path, weight in files:
        name = next(name for name, paths in KINDS.items() if paths.fullmatch(path))
        found[name] = Kind(name, found[name].files + 1, found[name].bytes + weight)
    return tuple(one for one in found.values() if one.files)


def fewer_years(
    found: tuple[Kind, ...], years: Mapping[int | None, int], most: int
) -> Iterator[Saving]:
    """As many of the newest years as do not pass ``most``, at least one and not all of them.

    A project counts as the mean of all.
    """
    newest = sorted((year for year in years if year is not None), reverse=True)
    projects = sum(years.values())
    if not newest or len(years) == 1:
        return
    total = sum(one.bytes for one in found)
    mean = sum(one.bytes for one in found if one.name not in FIXED) / projects
    left_out = [projects - kept for kept in accumulate(years[year] for year in newest)]
    fitting = (place for place, gone in enumerate(left_out) if gone and total - gone * mean <= most)
    last = max(fitting, default=0)
    kept = ", ".join(map(str, sorted(newest[: last + 1])))
    yield Saving(f"years = [{kept}]", round(left_out[last] * mean))


def report(found: Weights, projects: int) -> Iterator[str]:
    """A line for each kind, one for the whole, one for each setting that would help."""
    for one in found.kinds:
        files, each = count(one.files, "file"), size(one.bytes // max(projects, 1))
        yield f"{one.name:<24}{size(one.bytes):>12}   in {files}, {each} a project"
    share = found.bytes / GITHUB_PAGES
    yield f"{'all files':<24}{size(found.bytes):>12}   {share:.1%} of what GitHub Pages takes"
    yield from (f"{one.setting} would save {size(one.bytes)}" for one in found.savings)


def heavy(found: Weights, most: int) -> Iterator[Diagnostic]:
    """That a site weighs more than ``most`` bytes, and what would help."""
    if found.bytes > most:
        told = (f"{one.setting} would save {size(one.bytes)}" for one in found.savings)
        yield Diagnostic("site-heavy", detail="; ".join([size(found.bytes), *told]))
