"""What a build has to say, as lines for a terminal: where, how bad, what, and what to do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.checks.kinds import KINDS as OF_SITES
from generator.diagnostics import KINDS as OF_DUMPS
from generator.diagnostics import Diagnostic, Kind, Severity
from generator.errors import Fault
from generator.thai.text import display_width

KINDS: dict[str, Kind] = {**OF_DUMPS, **OF_SITES}
"""Everything that can be said of a file, one that a build reads or one that it wrote."""


class Excerpt(NamedTuple):
    """A line of a dump as published, or a part of it that fits a terminal."""

    text: str
    start: int
    """In characters of the text: where the words begin that something is said of."""
    length: int


class Found(NamedTuple):
    """Something said of a file."""

    file: str
    one: Diagnostic
    excerpt: Excerpt | None = None


SHOWN_PER_KIND = 3
"""How many of one kind are shown when not all are asked for."""
WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def message(found: Found) -> Iterator[str]:
    """``a.txt:12:5: warning: no calendar day [day-unreadable]``, and the line it is about."""
    file, one, excerpt = found
    kind = KINDS[one.code]
    place = ":".join([file, *(str(number) for number in (one.line, one.column) if number)])
    run = f" (to line {one.last})" if one.last > one.line > 0 else ""
    is_shown = excerpt and one.detail in excerpt.text
    detail = f": {one.detail}" if one.detail and not is_shown else ""
    yield f"{place}: {kind.severity}: {kind.says}{run} [{one.code}]{detail}"
    if excerpt:
        yield from pointed(one.line, excerpt)


def pointed(number: int, excerpt: Excerpt) -> Iterator[str]:
    """The line with its number, and carets right under the words; marks above have no width."""
    text, start, length = excerpt
    before = " " * display_width(text[:start])
    carets = "^" * max(display_width(text[start : start + length]), 1)
    yield f"{number:>6} | {text}"
    yield f"{'':>6} | {before}{carets}"


def messages(found: Iterable[Found], *, every: bool) -> Iterator[str]:
    """Kind by kind, the worst first: what is said, and one advice for all of the kind.

    Unless ``every`` is asked for, notes are left out and a kind shows its first three.
    """
    for code, group in by_kind(found, every=every):
        shown = group if every else group[:SHOWN_PER_KIND]
        for one in shown:
            yield from message(one)
        if len(group) > len(shown):
            yield f"… and {len(group) - len(shown):,} more [{code}]; all of them with -v"
        yield f"help [{code}]: {KINDS[code].help}"


def by_kind(found: Iterable[Found], *, every: bool) -> Iterator[tuple[str, list[Found]]]:
    """What is said, by code; notes only when every one is asked for."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        groups[one.one.code].append(one)
    for code in sorted(groups, key=lambda code: (WORST_FIRST.index(KINDS[code].severity), code)):
        if every or KINDS[code].severity is not Severity.NOTE:
            yield code, groups[code]


def fault_message(fault: Fault) -> str:
    """``content/site.toml:3: error: no setting …; did you mean …? [setting-unknown]``."""
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    hint = f"; {fault.hint}" if fault.hint else ""
    return f"{place}: {fault.severity}: {fault.message}{hint} [{fault.code}]"


def count(number: int, noun: str) -> str:
    """``1 page``, ``2,000 pages``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def size(number: int) -> str:
    """Bytes as ``812 kB`` or ``4.2 MB``."""
    megabytes = number / 1_000_000
    return f"{megabytes:,.1f} MB" if megabytes >= 1 else f"{number / 1_000:,.0f} kB"


def severities(found: Iterable[Found]) -> str:
    """``3 warnings, 1 error``; empty when there is neither."""
    every = [KINDS[one.one.code].severity for one in found]
    told = ((every.count(kind), kind.value) for kind in (Severity.ERROR, Severity.WARNING))
    return ", ".join(count(number, noun) for number, noun in told if number)
