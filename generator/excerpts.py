"""The line that a diagnostic is about, as published, with the words that it means."""

from collections.abc import Iterable, Iterator

from generator.corpus import Corpus
from generator.diagnostics import Diagnostic
from generator.dump.lines import Line
from generator.messages import Excerpt, Found
from generator.project import Parsed
from generator.thai.text import display_width, is_mark

COLUMNS = 70
"""What is left of a terminal's 80 beside the number of the line."""
BEFORE = 20
"""Characters shown before the words in the middle of a long line."""


def quoted(whole: Corpus, said: Iterable[tuple[str, Diagnostic]]) -> tuple[Found, ...]:
    """What is said of files, each with its line; the raw text of a dump is never read here."""
    every = tuple(said)
    wanted = {(file, one.line) for file, one in every if one.line}
    lines = dict(published(whole, wanted))
    return tuple(
        Found(file, one, excerpt(lines.get((file, one.line), ""), one)) for file, one in every
    )


def of_copies(parsed: Parsed) -> tuple[Found, ...]:
    """What is said of one dump by itself."""
    lines = {line.number: line.text for copy in parsed.copies for line in copy.lines}
    return tuple(
        Found(parsed.file, one, excerpt(lines.get(one.line, ""), one)) for one in parsed.diagnostics
    )


def published(whole: Corpus, wanted: set[tuple[str, int]]) -> Iterator[tuple[tuple[str, int], str]]:
    """The lines of all copies that somebody asks for."""
    files = {file for file, _ in wanted}
    for entry in whole.entries:
        for snapshot in entry.project.snapshots:
            for file in {one.name for one in snapshot.files} & files:
                yield from asked_for(file, snapshot.copy.lines, wanted)


def asked_for(
    file: str, lines: Iterable[Line], wanted: set[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], str]]:
    """Of one file."""
    for line in lines:
        if (file, line.number) in wanted:
            yield (file, line.number), line.text


def excerpt(text: str, one: Diagnostic) -> Excerpt | None:
    """A part of the line that fits a terminal, and where in it the words stand."""
    if not text:
        return None
    start, length = marked(text, one)
    first = 0 if display_width(text[: start + length]) <= COLUMNS else max(start - BEFORE, 0)
    while first and is_mark(text[first]):
        first -= 1
    last = first
    columns = 0
    while last < len(text) and columns <= COLUMNS:
        columns += display_width(text[last])
        last += 1
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    shown = text[first : last - 1 if tail else last].replace("\t", " ")
    start = start - first + len(head)
    return Excerpt(f"{head}{shown}{tail}", start, min(length, len(head) + len(shown) - start))


def marked(text: str, one: Diagnostic) -> tuple[int, int]:
    """Where the words begin that a diagnostic is about, and how many characters they have."""
    if one.column:
        start = min(one.column - 1, len(text) - 1)
        return start, len(one.detail) if text.startswith(one.detail, start) else 1
    for words in (one.detail, *one.detail.split(" / ")):
        if words and words in text:
            return text.index(words), len(words)
    bare = text.strip()
    return text.index(bare), len(bare)
