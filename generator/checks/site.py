"""What is known of a site before its files are read, and what each of them tells."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.diagnostics import Diagnostic


class Site(NamedTuple):
    """Known before any file is read."""

    files: Mapping[str, int]
    """Every path with its bytes."""
    base_url: str | None
    """Where the site says that it stands; ends in ``/``."""
    sheets: Mapping[str, int]
    """Compressed sizes of the style sheets."""
    schemas: Mapping[str, str]
    """Published JSON Schemas by what they are of."""


class Told(NamedTuple):
    """What a file says of another one."""

    path: str
    line: int = 0
    size: int | None = None
    sha256: str | None = None


class Read(NamedTuple):
    """What one file told."""

    path: str
    found: tuple[Diagnostic, ...] = ()
    ids: str = ""
    """Of a page, with spaces between them."""
    wanted: tuple[tuple[str, str], ...] = ()
    """Other pages, and the ids that links ask of them, with spaces between."""
    is_own: bool = False
    """A page that search engines may keep at its own address."""
    named: tuple[Told, ...] = ()
    """Pages that it tells search engines of."""
    told: tuple[Told, ...] = ()
    """Files of the open data that it describes."""
    rows: tuple[tuple[str, int], ...] = ()
    """Tables, and how many rows of each."""
    sha256: str = ""
    """Of a file of the open data."""
