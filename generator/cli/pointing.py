"""The line of a file of the owner's that a fault is about."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Fault
from generator.messages import pointed

PRIVATE = ("takedown-wrong",)
"""Faults of files whose lines hold what nobody is to read, not even in a log."""
QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")
KEY = re.compile(r"^(?:\w+\.)*(\w+)() must be")
"""What a message may say of the line, the more telling first."""


def excerpt(fault: Fault) -> Iterator[str]:
    """The line with carets under what is wrong with it; nothing where there is no such line."""
    if not fault.line or fault.code in PRIVATE:
        return
    try:
        lines = Path(fault.file).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    if fault.line > len(lines):
        return
    # All that is loaded with it is only waited for when something is wrong.
    from generator.diagnostics import Diagnostic
    from generator.excerpts import excerpt as cut

    text = lines[fault.line - 1]
    told = ("".join(one) for words in (QUOTED, KEY) for one in words.findall(fault.message))
    word = next((one for one in told if one in text), "")
    shown = cut(text, Diagnostic(fault.code, fault.line, detail=word))
    if shown:
        yield from pointed(fault.line, shown)
