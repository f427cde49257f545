"""A dump as it was received: its text, and what the table beside the dumps says of it."""

from datetime import date
from typing import NamedTuple

from generator.diagnostics import Diagnostic


class Source(NamedTuple):
    """Where a dump came from: its row of ``sources.csv``."""

    code: str | None = None
    """``50050000-3410``; ``None`` when the row leaves it out, or there is no row."""
    url: str | None = None
    """http(s)."""
    retrieved: date | None = None


class Dump(NamedTuple):
    """One file of the dumps' folder."""

    name: str
    """Path relative to the dumps' folder, with ``/``; in the site it stands for the file."""
    text: str
    """Decoded; empty when the file could not be read, which a diagnostic then says."""
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    """What reading the bytes met; the text itself is not looked at yet."""
