"""What else works on a site: another version of any of it may make other bytes."""

import platform
from importlib.metadata import version
from sqlite3 import sqlite_version
from zlib import ZLIB_RUNTIME_VERSION

from generator import __version__

LIBRARIES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "numpy", "segno")


def versions() -> dict[str, str]:
    """By name, of this process."""
    return {
        "sitegen": __version__,
        "Python": platform.python_version(),
        "SQLite": sqlite_version,
        "zlib": ZLIB_RUNTIME_VERSION,
        **{name: version(name) for name in LIBRARIES},
    }
