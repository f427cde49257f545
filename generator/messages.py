"""What a build has to say, as lines for a terminal: where, how bad, what, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diagnostics import KINDS, Diagnostic, Severity
from generator.errors import Fault

Found = tuple[str, Diagnostic]
"""A file's name and what is said of it."""

SHOWN_PER_KIND = 3
"""How many of one kind are shown when not all are asked for."""


def message(file: str, one: Diagnostic) -> str:
    """``a.txt:12:5: warning: no part of … [unclaimed-line]: "the words"``."""
    kind = KINDS[one.code]
    place = ":".join([file, *(str(number) for number in (one.line, one.column) if number)])
    run = f" (to line {one.last})" if one.last > one.line else ""
    detail = f": {one.detail}" if one.detail else ""
    return f"{place}: {kind.severity}: {kind.says}{run} [{one.code}]{detail}"


def messages(found: Iterable[Found], *, every: bool) -> Iterator[str]:
    """A line for each diagnostic, notes left out, and an advice for each kind.

    Unless ``every`` is asked for, a kind shows its first three and counts the others.
    """
    counts: Counter[str] = Counter()
    for file, one in found:
        if KINDS[one.code].severity is Severity.NOTE and not every:
            continue
        counts[one.code] += 1
        if every or counts[one.code] <= SHOWN_PER_KIND:
            yield message(file, one)
    for code, count in sorted(counts.items()):
        more = count - SHOWN_PER_KIND
        if more > 0 and not every:
            yield f"… and {more:,} more [{code}]; all of them with -v"
        yield f"help [{code}]: {KINDS[code].help}"


def fault_message(fault: Fault) -> str:
    """``content/site.toml:3: warning: no setting …: did you mean …?``."""
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    return f"{place}: {fault.severity}: {fault.message}{f'; {fault.hint}' if fault.hint else ''}"


def count(number: int, noun: str) -> str:
    """``1 page``, ``2,000 pages``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def size(number: int) -> str:
    """Bytes as ``812 kB`` or ``4.2 MB``."""
    megabytes = number / 1_000_000
    return f"{megabytes:,.1f} MB" if megabytes >= 1 else f"{number / 1_000:,.0f} kB"


def severities(found: Iterable[Found]) -> str:
    """``3 warnings, 1 error``; empty when there is neither."""
    counts = Counter(KINDS[one.code].severity for _, one in found)
    told = ((counts[kind], kind.value) for kind in (Severity.ERROR, Severity.WARNING))
    return ", ".join(count(number, noun) for number, noun in told if number)
