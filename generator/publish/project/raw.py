"""ต้นฉบับ: each dump as published, line by line, at an address where a cited line never moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from generator.collate import Snapshot
from generator.corpus import Corpus, Entry
from generator.dump.lines import Span
from generator.dump.noise import is_furniture
from generator.project import Copy
from generator.publish import urls
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.project import copies
from generator.publish.project.passages import edges, passages
from generator.publish.rows import Crumb

WITHHELD = "[ปกปิด"
"""How each mark of what is withheld begins."""


class RawLine(NamedTuple):
    """One line of a dump."""

    number: int
    text: str
    mark: str
    """``noise`` for furniture of the source page, ``odd`` for what no section claims, or ``""``."""
    begin: tuple[Span, ...] = ()
    """Passages that begin with it, the outer before the inner."""
    end: tuple[Span, ...] = ()
    """Passages that end with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawView:
    """One dump."""

    nav: str = ""
    crumbs: tuple[Crumb, ...]
    title: str | None
    project_url: str
    fixed_url: str
    """Where these very lines stand for ever."""
    is_fixed: bool
    """The page stands there; else where they stood before the project's code was known."""
    others: int
    """Snapshots of the project beside this one."""
    origin: copies.Origin
    lines: tuple[RawLine, ...]
    has_withheld: bool
    has_noise: bool
    has_odd: bool


def pages(corpus: Corpus, site: Site) -> Iterator[Artifact]:
    """Each snapshot of each project.

    A snapshot that was cited under a former key of its project goes on standing there too.
    """
    formers = copies.former_keys(corpus)
    for entry in corpus.entries if site.parts.raw else ():
        project = entry.project
        for one in project.snapshots:
            yield page(urls.raw_snapshot(project, one), entry, one)
            if one.copy.is_stripped and one.key_without_code in formers[project.key]:
                former = f"{urls.raw(one.key_without_code)}{one.short_digest}/"
                yield page(former, entry, one)


def page(url: str, entry: Entry, snapshot: Snapshot) -> Page:
    """One dump at one address."""
    is_own = url == urls.raw_snapshot(entry.project, snapshot)
    made = partial(view, url, entry, snapshot)
    return Page(urls.path(url), "pages/raw.html", made, is_own=is_own, day=snapshot.as_of)


def view(url: str, entry: Entry, snapshot: Snapshot) -> RawView:
    """One dump's lines and where they come from."""
    project = entry.project
    lines = numbered(snapshot.copy)
    marks = {line.mark for line in lines}
    fixed = urls.raw_snapshot(project, snapshot)
    here = Crumb("" if project.code else "projects", project.code, urls.project(project.key))
    return RawView(
        crumbs=(*copies.crumbs(entry), here, Crumb("", snapshot.short_digest)),
        title=entry.title,
        project_url=urls.project(project.key),
        fixed_url=fixed,
        is_fixed=url == fixed,
        others=len(project.snapshots) - 1,
        origin=copies.origin(snapshot),
        lines=lines,
        has_withheld=any(WITHHELD in line.text for line in lines),
        has_noise="noise" in marks,
        has_odd="odd" in marks,
    )


def numbered(copy: Copy) -> tuple[RawLine, ...]:
    """The lines in their passages, those that tell nothing of the project marked."""
    odd = {
        number
        for one in copy.diagnostics
        if one.code == "unclaimed-line"
        for number in range(one.line, (one.last or one.line) + 1)
    }
    begin, end = edges(passages(copy))
    return tuple(
        [
            RawLine(number, text, mark, begin.get(number, ()), end.get(number, ()))
            for number, text in copy.lines
            for mark in (marked(text, is_odd=number in odd) if text else "",)
        ]
    )


def marked(text: str, *, is_odd: bool) -> str:
    """What a line is besides its words."""
    return "noise" if is_furniture(text) else "odd" if is_odd else ""
