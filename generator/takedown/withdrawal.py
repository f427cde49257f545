"""Takes projects and passages out of the dumps that were read, and has what is left read again.

Nothing after this sees them. The line that a page of a withheld project leaves in its place, and
the marks of passages, may stand in a dump as well (``sitegen redact`` writes them): reading such a
dump gives the same projects.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.collate import codes_by_words, collate, fitting
from generator.diagnostics import Diagnostic
from generator.dump.lines import Line
from generator.dump.privacy import Policy, withhold
from generator.dump.privacy.marks import Mark
from generator.project import Copy, Parsed, read_published
from generator.state import Recorded, State
from generator.takedown.listing import Takedowns, TakenPassage
from generator.takedown.passages import without

Where = tuple[str, str]
"""A dump's name and the digest of one of its copies."""


class Withdrawn(NamedTuple):
    """The dumps without what was taken down."""

    parsed: tuple[Parsed, ...]
    found: tuple[tuple[str, Diagnostic], ...]
    """Rows of the list that name nothing in these dumps."""


def withdraw(parsed: Iterable[Parsed], takedowns: Takedowns, policy: Policy) -> Withdrawn:
    """Take everything out that the list names."""
    every = tuple(parsed)
    if not (takedowns.projects or takedowns.passages):
        return Withdrawn(every, ())
    keys = keys_of(copy for one in every for copy in one.copies)
    taking = Taking(takedowns, policy, keys)
    return Withdrawn(tuple(taking.left(one) for one in every), tuple(taking.nothing()))


class Taking:
    """Goes through the dumps and notes which rows of the list it met."""

    def __init__(
        self, takedowns: Takedowns, policy: Policy, keys: Mapping[Where, frozenset[str]]
    ) -> None:
        self.takedowns = takedowns
        self.policy = policy
        self.keys = keys
        self.projects = frozenset(one.key for one in takedowns.projects)
        self.met: set[str | TakenPassage] = set()

    def left(self, one: Parsed) -> Parsed:
        """What is left of a dump, read again if anything was taken."""
        lines = {line.number: line for copy in one.copies for line in self.lines(copy)}
        left = "\n".join([lines.get(line.number, line).text for line in one.lines])
        if left == one.stored.text:
            return one
        return read_published(one.dump, withhold(left, self.policy))

    def lines(self, copy: Copy) -> Iterable[Line]:
        """What is left of a copy: of one of a withheld project a line that says so."""
        keys = self.keys[copy.file, copy.digest]
        if keys & self.projects:
            self.met |= keys & self.projects
            first, *rest = copy.lines
            return (
                first._replace(text=Mark.PROJECT.value),
                *(one._replace(text="") for one in rest),
            )
        passages = [one for one in self.takedowns.passages if one.project in keys]
        if not passages:
            return copy.lines
        left = without(copy.lines, passages, self.policy)
        self.met |= left.met
        return left.lines

    def nothing(self) -> Iterator[tuple[str, Diagnostic]]:
        """A diagnostic for each row that was not met."""
        file = self.takedowns.file
        for one in self.takedowns.projects:
            if one.key not in self.met:
                yield file, Diagnostic("withheld-unmatched", one.line, detail=one.key)
        for passage in self.takedowns.passages:
            if passage not in self.met and passage.project not in self.projects:
                yield file, Diagnostic("withheld-unmatched", passage.line, detail=passage.project)


def keys_of(copies: Iterable[Copy]) -> Mapping[Where, frozenset[str]]:
    """Everything each copy's project is, was or may be known by.

    A copy without a code that fits several projects may be of any of them.
    """
    projects, _ = collate(copies)
    words = codes_by_words({one.key: one.snapshots for one in projects if one.code})
    keys: dict[Where, set[str]] = defaultdict(set)
    for project in projects:
        for one in project.snapshots:
            known = {project.key, *project.former_keys}
            known |= set() if project.code else set(fitting(one, words))
            for file in one.files:
                keys[file.name, one.copy.digest] |= known
    return {where: frozenset(known) for where, known in keys.items()}


def recalled(earlier: State, takedowns: Takedowns, policy: Policy) -> State:
    """What an earlier build recorded, without what has been taken down since."""
    taken = {one.key for one in takedowns.projects}
    left = (one for one in earlier.projects if one.key not in taken)
    return replace(
        earlier, projects=tuple(without_passages(one, takedowns, policy) for one in left)
    )


def without_passages(one: Recorded, takedowns: Takedowns, policy: Policy) -> Recorded:
    """One project of an earlier build."""
    passages = [passage for passage in takedowns.passages if passage.project == one.key]

    def left(text: str | None) -> str | None:
        return text and without((Line(1, text),), passages, policy).lines[0].text

    return replace(one, title=left(one.title), agency=left(one.agency))
