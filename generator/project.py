"""One dump becomes the copies of project pages it holds, every line of them accounted for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple, TypeVar

from generator.diagnostics import Diagnostic
from generator.dump.lines import Line, Stored, lines_of, shown, stored, worded
from generator.dump.noise import FURNITURE, is_closing
from generator.dump.pages import Page, pages
from generator.dump.privacy import Mark, Policy, withhold
from generator.dump.received import Dump, Source
from generator.sections import SECTIONS
from generator.sections.identity import Identity
from generator.sections.progress import Progress
from generator.sections.repeats import Repeats
from generator.sections.shape import Section, SectionType
from generator.thai.text import any_of

S = TypeVar("S", bound=Section)
NOTHING = stored("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One project page as one dump holds it: its text as published, and what it says."""

    file: str
    """The dump's name, relative to the dumps' folder."""
    part: int
    """From 1; above 1 when a file holds several pages."""
    source: Source
    first: int
    """The number of its first line in the dump, from 1."""
    stored: Stored
    """Its text as published, blank lines too."""
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
    def last(self) -> int:
        """The number of its last line."""
        return self.first + self.stored.body.count(b"\n")

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of its text, made when they are asked for: few are."""
        return lines_of(self.stored, self.first)

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
    stored: Stored = NOTHING
    """All of the file, as published; nothing when there is nothing in it to read."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Of the text."""
        return lines_of(self.stored)


class Block(NamedTuple):
    """Lines that one section type is to read."""

    type: SectionType
    lines: list[Line]


NOISE = "furniture"
SHAPES = {NOISE: [shape for _, shape in FURNITURE]}
# The head's shapes are the loosest, so they are tried last.
OPENS = any_of({row.kind: row.opens for row in reversed(SECTIONS)})
FIRST = any_of(SHAPES | {row.kind: row.opens for row in reversed(SECTIONS)})
# Behind the head, words in its shape are somebody's text.
BEHIND_HEAD = any_of(SHAPES | {row.kind: row.opens for row in reversed(SECTIONS[1:])})
# A block is marked by its kind; by ``bare`` and its kind when its heading was missing.
BY_MARK = {mark: row for row in SECTIONS for mark in (row.kind, f"bare {row.kind}")}
Behind = tuple[SectionType, re.Pattern[str]]
"""What may follow a block without a heading, and how it begins."""
BARE: dict[str, Behind] = {
    mark: (row, first) for row in SECTIONS for mark, first in row.bare.items()
}
HEAD = SECTIONS[0].kind
TELLING = re.compile(r"(?<![\[ก-๛])[ก-ฮเ-ไ]|[0-9๐-๙]{8} ?[/-]")
"""Thai but for our marks, or a code. A line with neither, as ``5|``, may stand in any file."""


def parse(dump: Dump, policy: Policy, longest: int) -> Parsed:
    """Read a dump. Never raises for bad text: what cannot be read is a diagnostic.

    ``longest`` is the number of characters from which a line is refused.
    """
    if dump.diagnostics and not dump.text:
        return Parsed(dump.name, (), dump.diagnostics, dump)
    published, odd = shown(dump.text, longest)
    about = dump._replace(text="", diagnostics=(*dump.diagnostics, *odd))
    if not published:
        said = (*dump.diagnostics, *(odd or (Diagnostic("dump-empty"),)))
        return Parsed(dump.name, (), said, about)
    return read_published(about, withhold(published, policy))


def read_published(dump: Dump, published: str) -> Parsed:
    """Read a dump's text as it may be published."""
    copies: list[Copy] = []
    found = [*dump.diagnostics]
    is_withdrawn = False
    for part, page in enumerate(holding_sections(pages(published)), start=1):
        if part > 1:
            found.append(Diagnostic("two-dumps-in-one-file", page.first))
        if is_withdrawn_page(page):
            is_withdrawn = True
            continue
        lines = worded(*page)
        if is_page(lines):
            copies.append(read_page(dump, part, page, lines))
            found += copies[-1].diagnostics
    if not copies and not is_withdrawn:
        last = published.count("\n") + 1
        found = [Diagnostic("not-a-dump", last=last)]  # whatever else it is
    in_order = tuple(sorted(found, key=lambda one: one.line))
    return Parsed(dump.name, tuple(copies), in_order, dump, stored(published))


def is_withdrawn_page(page: Page) -> bool:
    """Tell whether nothing is left of a page but that it was taken down."""
    return page.text.strip("\n") == Mark.PROJECT


def is_page(lines: Iterable[Line]) -> bool:
    """Tell whether a line opens a section as only project pages do."""
    return any(OPENS.fullmatch(line.text) and TELLING.search(line.text) for line in lines)


def holding_sections(parts: tuple[Page, ...]) -> Iterator[Page]:
    """The pages; lines of no section, as before the first, are part of the page they precede."""
    if len(parts) == 1:
        yield from parts  # as nearly always
        return
    page: list[Page] = []
    waiting: list[Page] = []
    for part in parts:
        waiting.append(part)
        if is_withdrawn_page(part) or is_page(worded(*part)):
            if page:
                yield joined(page)
            page, waiting = waiting, []
    yield joined([*page, *waiting])


def joined(parts: list[Page]) -> Page:
    """Neighbours as one."""
    return Page(parts[0].first, "\n".join([one.text for one in parts]))


def read_page(dump: Dump, part: int, page: Page, lines: tuple[Line, ...]) -> Copy:
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
        diagnostics.append(Diagnostic("dump-cut-short", lines[-1].number))
    return Copy(
        file=dump.name,
        part=part,
        source=dump.source if part == 1 else Source(None, None, None),
        first=page.first,
        stored=stored(page.text),
        digest=sha256(page.text.rstrip("\n").encode()).hexdigest(),
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
    here, shapes, behind = stray, FIRST, None
    for line in lines:
        found = shapes.fullmatch(line.text)
        mark = found.lastgroup if found else behind and bare(behind, line.text)
        if mark is None:
            if line.text:
                here.append(line)
            continue
        if mark == NOISE:
            continue
        row = BY_MARK[mark]
        known = blocks.get(row.kind)
        if known and current and current.type is not row:
            odd.append(Diagnostic("section-again", line.number, detail=line.text.strip()))
        current = blocks[row.kind] = Block(row, known.lines if known else [])
        here, shapes = current.lines, FIRST if row.kind == HEAD else BEHIND_HEAD
        behind = BARE.get(mark)
        here.append(line)
    in_order = tuple(blocks[row.kind] for row in SECTIONS if row.kind in blocks)
    return in_order, tuple(stray), tuple(odd)


def bare(behind: Behind, text: str) -> str | None:
    """The mark of the block that this line opens without its heading, if it does."""
    row, first = behind
    return f"bare {row.kind}" if first.fullmatch(text) else None


def runs(unclaimed: list[Line], lines: tuple[Line, ...]) -> Iterator[Diagnostic]:
    """One diagnostic for each run of unclaimed lines, where ``lines`` are all but blank ones."""
    if not unclaimed:
        return
    place = {line.number: i for i, line in enumerate(lines)}
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
