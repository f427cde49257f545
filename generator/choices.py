"""What the owner of a site may choose: every setting, its kind, and what it is by default."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.accent import ACCENT
from generator.assess.thresholds import THRESHOLDS
from generator.licence import SETTINGS as LICENCE
from generator.settings import kinds
from generator.settings.setting import Layer, Setting

SOURCE = "th"
"""The locale that templates are written in."""


class Name(NamedTuple):
    """What the site is called in another language, where its owner says; ``""`` where not."""

    locale: str
    name: str
    description: str


class Privacy(NamedTuple):
    """What the site's owner chose to publish; private by default."""

    names: bool = False
    telephones: bool = False
    emails: bool = False
    ids: bool = False


class Parts(NamedTuple):
    """What a site can do without; all of it is published unless the owner chooses otherwise."""

    raw: bool = True
    """``/raw/``: every dump with its lines numbered."""
    json: bool = True
    """``index.json`` beside each project's page."""
    tables: bool = True
    """Each list once more as CSV and JSON."""
    data: bool = True
    """``/data/``: all projects in bulk."""
    search: bool = True
    """``/search/`` and all that it reads."""


ALL_PARTS = Parts()


class Limits(NamedTuple):
    """From where on input is refused, and output compressed."""

    dump_bytes: int = 5_000_000
    """Of one dump, decompressed."""
    line_characters: int = 100_000
    data_bytes: int = 4_000_000
    """Of one file under ``/data/``: from there on it is published as ``….gz``."""
    site_bytes: int = 800_000_000
    """Of all files: from there on a build says what would make the site lighter."""


NAME = Setting("name", kinds.TITLE, "สมุดโครงการกรุงเทพฯ")
DESCRIPTION = Setting("description", kinds.LINE, "")
LANGUAGES = Setting[tuple[str, ...]]("languages", kinds.LANGUAGES, (SOURCE, "en"))
LOGO = Setting[str | None]("logo", kinds.PICTURE, None)
BASE_URL = Setting[str | None]("base_url", kinds.SITE_ADDRESS, None)
PUBLISHED_ON = Setting[date | None]("published_on", kinds.DAY, None)
REPORT_TO = Setting[str | None]("report_to", kinds.REPORT_ADDRESS, None)
NOINDEX = Setting("noindex", kinds.FLAG, default=False)
PARQUET = Setting("parquet", kinds.FLAG, default=False)
YEARS = Setting[tuple[int, ...]]("years", kinds.YEARS, ())
PARTS = tuple(Setting(what, kinds.FLAG, default=True) for what in Parts._fields)
PRIVACY = tuple(Setting(f"privacy.{what}", kinds.FLAG, default=False) for what in Privacy._fields)
LIMITS = tuple(
    Setting(f"limits.{what}", kinds.COUNT, most) for what, most in Limits()._asdict().items()
)
SILENT_DAYS = Setting("thresholds.silent_days", kinds.COUNT, THRESHOLDS.silent_days)
BEHIND_POINTS = Setting("thresholds.behind_points", kinds.SOME_POINTS, THRESHOLDS.behind_points)
REPEATED_RUN = Setting("thresholds.repeated_run", kinds.SEVERAL, THRESHOLDS.repeated_run)
STRATEGY_CUT = Setting("thresholds.strategy_cut", kinds.COUNT, THRESHOLDS.strategy_cut)
WEIGHTS_TOLERANCE = Setting(
    "thresholds.weights_tolerance", kinds.POINTS, THRESHOLDS.weights_tolerance
)
SITE: tuple[Setting[object], ...] = (
    NAME,
    DESCRIPTION,
    LANGUAGES,
    LOGO,
    ACCENT,
    BASE_URL,
    PUBLISHED_ON,
    REPORT_TO,
    NOINDEX,
    PARQUET,
    YEARS,
    *PARTS,
    *LICENCE,
    *PRIVACY,
    *LIMITS,
    SILENT_DAYS,
    BEHIND_POINTS,
    REPEATED_RUN,
    STRATEGY_CUT,
    WEIGHTS_TOLERANCE,
)
"""What ``site.toml`` may set."""

TRANSLATED = re.compile(rf"(?P<locale>{kinds.LOCALE})\..+")
"""Keys of a language's own table."""

CONTENT = Setting("content", kinds.FOLDER, Path("content"))
DUMPS = Setting[Path | None]("dumps", kinds.FOLDER, None)
OUTPUT = Setting("output", kinds.FOLDER, Path("output"))
TEMPLATES = Setting[Path | None]("templates", kinds.FOLDER, None)
JOBS = Setting[int | None]("jobs", kinds.COUNT, None)
SCHEDULER = Setting[str | None]("scheduler", kinds.SCHEDULER, None)
STRICT = Setting("strict", kinds.FLAG, default=False)
ANEW = Setting("anew", kinds.FLAG, default=False)
EXPLAIN = Setting("explain", kinds.FLAG, default=False)
OFFLINE = Setting("offline", kinds.FLAG, default=False)
STYLE_PAGE = Setting("style_page", kinds.FLAG, default=False)
SINCE = Setting[Path | None]("since", kinds.FILE, None)
RECORD = Setting[Path | None]("record", kinds.FILE, None)
CALL: tuple[Setting[object], ...] = (
    CONTENT,
    DUMPS,
    OUTPUT,
    TEMPLATES,
    JOBS,
    SCHEDULER,
    STRICT,
    OFFLINE,
    STYLE_PAGE,
    ANEW,
    EXPLAIN,
    SINCE,
    RECORD,
)
"""What only options and the environment may set."""


def locales(site: Layer) -> tuple[str, ...]:
    """The languages that have a table of their own."""
    found = (TRANSLATED.fullmatch(key) for key in site)
    return tuple(sorted({one["locale"] for one in found if one}))


def spoken(locale: str) -> tuple[Setting[str], Setting[str]]:
    """What the table of a language may set."""
    name = Setting(f"{locale}.name", kinds.LINE, "")
    return name, Setting(f"{locale}.description", kinds.LINE, "")


def settings(site: Layer) -> tuple[Setting[object], ...]:
    """What this ``site.toml`` may set."""
    return (*SITE, *(one for locale in locales(site) for one in spoken(locale)))
