"""Which file is read how."""

import csv
import json
import re
import sqlite3
import zlib
from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from generator.checks import assets, catalogues, feeds, pages, tables
from generator.checks.site import Read, Site
from generator.diagnostics import Diagnostic

Reader = Callable[[Site, str, IO[bytes]], Read]
"""Takes the site, the file's path, and the file as it is once decompressed."""

READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r".*\.html", pages.read_page),
        (r"projects/[^/]+/index\.json", tables.read_record),
        (r"data/schema/.*\.json", tables.read_schema),
        (r"data/[^/]*\.jsonl(?:\.gz)?", tables.read_lines),
        (r"data/[^/]*\.csv(?:\.gz)?", tables.read_table),
        (r"data/[^/]*\.sqlite(?:\.gz)?", tables.read_base),
        (r"data/oc4ids\.json(?:\.gz)?", tables.read_projects),
        (r"data/SHA256SUMS", catalogues.read_sums),
        (r"data/datapackage\.json", catalogues.read_package),
        (r"data/catalog\.jsonld", catalogues.read_catalogue),
        (r".*\.(?:csv|json)", tables.read_list),
        (r".*\.atom", feeds.read_feed),
        (r"sitemap[^/]*\.xml", feeds.read_sitemap),
        (r".*\.css", assets.read_sheet),
        (r".*\.js", assets.read_script),
        (r".*\.webmanifest", assets.read_manifest),
        (r"robots\.txt", assets.read_robots),
    )
)
"""The first that fits counts. What none fits is only there to be found."""

UNREADABLE = (
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    RecursionError,
    csv.Error,
    expat.ExpatError,
    sqlite3.Error,
    zlib.error,
)
"""What reading raises when a file is not what its name says."""


def read(site: Site, path: str, file: IO[bytes]) -> Read:
    """Read one file of the site."""
    for pattern, reader in READERS:
        if pattern.fullmatch(path):
            try:
                return reader(site, path, file)
            except UNREADABLE as error:
                if isinstance(error, OSError) and error.errno:
                    raise  # the disk's fault, not the file's
                return Read(path, (unreadable(error),))
    return Read(path)


def unreadable(error: Exception) -> Diagnostic:
    """What could not be read, and where, if the reader told."""
    line, column = 0, 0
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
    elif isinstance(error, json.JSONDecodeError):
        line, column = error.lineno, error.colno
    elif isinstance(error, expat.ExpatError):
        line, column = error.lineno, error.offset + 1
    return Diagnostic("file-unreadable", line, column, detail=f"{type(error).__name__}: {error}")
