"""One dump becomes the copies of project pages it holds, every line of them accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby, islice
from typing import NamedTuple, TypeVar

from generator.diagnostics import Diagnostic
from generator.dump import lines as cutting
from generator.dump.lines import Line
from generator.dump.noise import is_closing, is_furniture
from generator.dump.pages import pages
from generator.dump.privacy import Mark, Policy, withhold
from generator.dump.received import Dump, Source
from generator.sections import SECTIONS
from generator.sections.identity import Identity
from generator.sections.progress import Progress
from generator.sections.repeats import Repeats
from generator.sections.shape import Section, SectionType
from generator.thai.text import any_of

S = TypeVar("S", bound=Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One project page as one dump holds it: its text as published, and what it says."""

    file: str
    """The dump's name, relative to the dumps' folder."""
    part: int
    """From 1; above 1 when a file holds several pages."""
    source: Source
    lines: tuple[Line, ...]
    """All lines, blank ones too, as published."""
    digest: str
    """SHA-256 of the text as published, 64 hex digits, so that it betrays nothing withheld."""
    sections: tuple[Section, ...]
    """In page order, each kind at most once."""
    diagnostics: tuple[Diagnostic, ...]

    def section(self, kind: type[S]) -> S | None:
        """The section of that type; ``None`` when this copy does not hold it."""
        for section in self.sections:
            if type(section) is kind:
                return section
        return None

    @property
    def is_stripped(self) -> bool:
        """The extractor left out title and headings: what is absent was perhaps never missing."""
        head = self.section(Identity)
        return head is None or (head.code is None and head.title is None)

    @property
    def newest_report(self) -> date | None:
        """The latest day of its log."""
        log = self.section(Progress)
        days = [report.day.value.value for report in log.reports] if log else []
        return max((day for day in days if day), default=None)


class Parsed(NamedTuple):
    """What became of one dump."""

    file: str
    copies: tuple[Copy, ...]
    diagnostics: tuple[Diagnostic, ...]
    """Of the file and of its copies, by line."""
    dump: Dump
    """As received, but for its text; with what was said before its pages were looked at."""
    lines: tuple[Line, ...] = ()
    """All of the file, as published; none when there is nothing in it to read."""


class Block(NamedTuple):
    """Lines that one section type is to read."""

    type: SectionType
    mark: str
    """The kind; ``bare`` and the kind when its heading was missing."""
    lines: list[Line]


# The head's shapes are the loosest, so they are tried last.
OPENS = any_of({row.kind: row.opens for row in reversed(SECTIONS)})
# Behind the head, words in its shape are somebody's text.
BEHIND_HEAD = any_of({row.kind: row.opens for row in reversed(SECTIONS[1:])})
BY_KIND = {row.kind: row for row in SECTIONS}
BARE = {mark: (row, first) for row in SECTIONS for mark, first in row.bare.items()}
HEAD = SECTIONS[0].kind


def parse(dump: Dump, policy: Policy, longest: int) -> Parsed:
    """Read a dump. Never raises for bad text: what cannot be read is a diagnostic.

    ``longest`` is the number of characters from which a line is refused.
    """
    if dump.diagnostics and not dump.text:
        return Parsed(dump.name, (), dump.diagnostics, dump)
    written, odd = cutting.split(dump.text, longest)
    about = dump._replace(text="", diagnostics=(*dump.diagnostics, *odd))
    if not any(line.text for line in written):
        said = (*dump.diagnostics, *(odd or (Diagnostic("dump-empty"),)))
        return Parsed(dump.name, (), said, about)
    return read_lines(about, withhold(written, policy))


def read_lines(dump: Dump, published: tuple[Line, ...]) -> Parsed:
    """Read a dump whose text is cut into lines already, as they may be published."""
    copies: list[Copy] = []
    found = [*dump.diagnostics]
    is_withdrawn = False
    for part, lines in enumerate(holding_sections(pages(published)), start=1):
        if part > 1:
            found.append(Diagnostic("two-dumps-in-one-file", lines[0].number))
        if is_withdrawn_page(lines):
            is_withdrawn = True
            continue
        copy = read_page(dump, part, lines)
        found += copy.diagnostics
        if copy.sections:
            copies.append(copy)
    if not copies and not is_withdrawn:
        found = [Diagnostic("not-a-dump", last=published[-1].number)]  # whatever else it is
    in_order = tuple(sorted(found, key=lambda one: one.line))
    return Parsed(dump.name, tuple(copies), in_order, dump, published)


def is_withdrawn_page(lines: tuple[Line, ...]) -> bool:
    """Tell whether nothing is left of a page but that it was taken down."""
    return [*islice((line.text for line in lines if line.text), 2)] == [Mark.PROJECT.value]


def holding_sections(parts: tuple[tuple[Line, ...], ...]) -> Iterator[tuple[Line, ...]]:
    """The pages; lines of no section, as before the first, are part of the page they precede."""
    page: tuple[Line, ...] = ()
    waiting: tuple[Line, ...] = ()
    if len(parts) == 1:
        yield from parts  # as nearly always
        return
    for part in parts:
        waiting += part
        if is_withdrawn_page(part) or any(OPENS.fullmatch(line.text) for line in part if line.text):
            if page:
                yield page
            page, waiting = waiting, ()
    yield page + waiting


def read_page(dump: Dump, part: int, lines: tuple[Line, ...]) -> Copy:
    """One page's lines to its sections."""
    blocks, stray, odd = cut(lines)
    sections: list[Section] = []
    unclaimed = list(stray)
    diagnostics = list(odd)
    for block in blocks:
        reading = block.type.read(tuple(block.lines))
        sections.append(reading.section)
        unclaimed += reading.unclaimed
        diagnostics += reading.diagnostics
    diagnostics += runs(unclaimed, lines)
    if not any(is_closing(line.text) for line in reversed(lines)):
        last = next(line.number for line in reversed(lines) if line.text)
        diagnostics.append(Diagnostic("dump-cut-short", last))
    text = "\n".join([line.text for line in lines]).rstrip("\n")
    return Copy(
        file=dump.name,
        part=part,
        source=dump.source if part == 1 else Source(None, None, None),
        lines=lines,
        digest=sha256(text.encode()).hexdigest(),
        sections=tuple(sections),
        diagnostics=(*diagnostics, *code_differs(tuple(sections), dump.source.code)),
    )


def cut(
    lines: tuple[Line, ...],
) -> tuple[tuple[Block, ...], tuple[Line, ...], tuple[Diagnostic, ...]]:
    """Blocks in page order, lines before any block, and sections that stand there twice.

    Blank lines and furniture are in no block.
    """
    blocks: dict[str, Block] = {}
    stray: list[Line] = []
    odd: list[Diagnostic] = []
    current: Block | None = None
    for line in lines:
        if not line.text or is_furniture(line.text):
            continue
        row, mark = opened(line.text, current)
        if row is None:
            (stray if current is None else current.lines).append(line)
            continue
        known = blocks.get(row.kind)
        if known and current and current.type is not row:
            odd.append(Diagnostic("section-again", line.number, detail=line.text.strip()))
        current = blocks[row.kind] = Block(row, mark, known.lines if known else [])
        current.lines.append(line)
    in_order = tuple(blocks[row.kind] for row in SECTIONS if row.kind in blocks)
    return in_order, tuple(stray), tuple(odd)


def opened(text: str, current: Block | None) -> tuple[SectionType | None, str]:
    """The section type this line opens after the current block, if any, and the block's mark."""
    is_behind = current is not None and current.type.kind != HEAD
    found = (BEHIND_HEAD if is_behind else OPENS).fullmatch(text)
    if found and found.lastgroup:
        return BY_KIND[found.lastgroup], found.lastgroup
    if current is not None and current.mark in BARE:
        row, first = BARE[current.mark]
        if first.fullmatch(text):
            return row, f"bare {row.kind}"
    return None, ""


def runs(unclaimed: list[Line], lines: tuple[Line, ...]) -> Iterator[Diagnostic]:
    """One diagnostic for each run of unclaimed lines; blank lines between do not part a run."""
    if not unclaimed:
        return
    place = {line.number: i for i, line in enumerate(line for line in lines if line.text)}
    ordered = enumerate(sorted(unclaimed))
    for _, group in groupby(ordered, key=lambda pair: place[pair[1].number] - pair[0]):
        run = [line for _, line in group]
        yield Diagnostic(
            "unclaimed-line",
            run[0].number,
            last=run[-1].number if len(run) > 1 else 0,
            detail=run[0].text.strip()[:200],
        )


def code_differs(sections: tuple[Section, ...], sidecar: str | None) -> Iterator[Diagnostic]:
    """The page's first code, in its head or its links, against the others and the sidecar table."""
    heads = [one.code for one in sections if isinstance(one, Identity) and one.code]
    links = [link.code for one in sections if isinstance(one, Repeats) for link in one.links]
    told = [(code.value, code.lines.first) for code in (*heads, *links) if code.lines]
    for code, line in told:
        if code != told[0][0]:
            yield Diagnostic("code-differs", line, detail=f"{told[0][0]} / {code}")
    if told and sidecar is not None and sidecar != told[0][0]:
        yield Diagnostic("code-differs", told[0][1], detail=f"{told[0][0]} / {sidecar}")
