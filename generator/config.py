"""``site.toml``, ``dumps.toml``, the environment and the options, as frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from generator.assess.thresholds import THRESHOLDS, Thresholds
from generator.diagnostics import Severity
from generator.errors import Fault
from generator.licence import SETTINGS as LICENCE
from generator.licence import Licence, read_licence
from generator.settings import kinds
from generator.settings.setting import (
    Given,
    Layer,
    Setting,
    Taking,
    from_environment,
    from_options,
    unknown,
    unknown_variables,
)
from generator.settings.toml import from_toml

SOURCE = "th"
"""The locale that templates are written in."""


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
    data_bytes: int = 20_000_000
    """Of one file under ``/data/``: from there on it is published as ``….gz``."""
    site_bytes: int = 800_000_000
    """Of all files: from there on a build says what would make the site lighter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One build's settings."""

    name: str
    description: str
    """``""`` when the owner gives none."""
    base_url: str | None
    """http(s), ends in ``/``; ``None`` when no one said where the site will stand."""
    published_on: date | None
    """Printed, and nothing is measured against it."""
    report_to: str | None
    """Where readers report an error: an http(s) or mailto address."""
    licence: Licence | None
    """``None``: nothing is said of terms."""
    noindex: bool
    """Search engines are asked to leave the site out."""
    parquet: bool
    """Publish the tables of ``/data/`` as Parquet too."""
    years: tuple[int, ...]
    """Fiscal years, Buddhist Era, that the site is limited to, oldest first; none means all."""
    parts: Parts
    privacy: Privacy
    limits: Limits
    thresholds: Thresholds
    content: Path
    dumps: Path
    output: Path
    templates: Path | None
    """``None`` means those that come with sitegen."""
    jobs: int | None
    """Processes; ``None`` means as many as there are processors for us."""
    scheduler: str | None
    """Of Dask: its workers read and print. ``None``: this machine does."""
    strict: bool
    offline: bool
    """Links name files, so that the site can be read from a disk."""
    style_page: bool
    """Publish ``/style/`` too."""
    anew: bool
    """Build even if nothing has changed."""
    explain: bool
    """Tell of each file why it was made."""
    since: Path | None
    """State of an earlier build; the pages then tell what is new since."""
    record: Path | None
    """Where this build's own state goes."""

    @property
    def prefix(self) -> str:
        """The path the site stands under: ``/`` or ``/repo/``."""
        return "/" + self.base_url.split("/", 3)[3] if self.base_url else "/"


NAME = Setting("name", kinds.TITLE, "สมุดโครงการกรุงเทพฯ")
DESCRIPTION = Setting("description", kinds.LINE, "")
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


def content_folder(environ: Mapping[str, str], options: Mapping[str, object]) -> Path:
    """Where ``site.toml`` lies, which must be known before it is read."""
    return Taking(from_environment((CONTENT,), environ), from_options(options))(CONTENT)


def read_config(
    text: str, file: str, environ: Mapping[str, str], options: Mapping[str, object]
) -> tuple[Config, tuple[Fault, ...]]:
    """The settings of a build: default < ``site.toml`` < environment < option.

    ``text`` is that of ``site.toml``, ``file`` its name in faults. A faulty value counts as not
    given, so that there is a ``Config`` to go on with and all faults come at once.
    """
    site, faults = from_toml(text, file)
    take = Taking(*layers(site, environ, options))
    content = take(CONTENT)
    config = Config(
        name=take(NAME),
        description=take(DESCRIPTION),
        base_url=take(BASE_URL),
        published_on=take(PUBLISHED_ON),
        report_to=take(REPORT_TO),
        licence=read_licence(take),
        noindex=take(NOINDEX),
        parquet=take(PARQUET),
        years=take(YEARS),
        parts=Parts(*map(take, PARTS)),
        privacy=Privacy(*map(take, PRIVACY)),
        limits=Limits(*map(take, LIMITS)),
        thresholds=read_thresholds(take),
        content=content,
        dumps=take(DUMPS) or content / "dumps",
        output=take(OUTPUT),
        templates=take(TEMPLATES),
        jobs=take(JOBS),
        scheduler=take(SCHEDULER),
        strict=take(STRICT),
        offline=take(OFFLINE),
        style_page=take(STYLE_PAGE),
        anew=take(ANEW),
        explain=take(EXPLAIN),
        since=take(SINCE),
        record=take(RECORD),
    )
    known = [one.key for one in SITE]
    call = [one.key for one in CALL]
    strange = (*unknown(site, known, call), *unknown_variables(environ, (*known, *call)))
    found = (*faults, *take.faults, *strange, *incomplete(config, file))
    return config, tuple(sorted(found, key=lambda one: (one.file, one.line)))


def layers(
    site: Layer, environ: Mapping[str, str], options: Mapping[str, object]
) -> tuple[Layer, ...]:
    """What gives settings, lowest first; ``site`` is what ``site.toml`` holds."""
    return (
        from_source_date(environ),
        {one.key: site[one.key] for one in SITE if one.key in site},
        from_environment((*SITE, *CALL), environ),
        from_options(options),
    )


def read_thresholds(take: Taking) -> Thresholds:
    """เกณฑ์: from where on a difference is worth telling."""
    return Thresholds(
        silent_days=take(SILENT_DAYS),
        behind_points=take(BEHIND_POINTS),
        repeated_run=take(REPEATED_RUN),
        strategy_cut=take(STRATEGY_CUT),
        weights_tolerance=take(WEIGHTS_TOLERANCE),
    )


def from_source_date(environ: Mapping[str, str]) -> Layer:
    """``SOURCE_DATE_EPOCH`` in seconds → the day it names in UTC, wherever the build runs."""
    name = "SOURCE_DATE_EPOCH"
    words = environ.get(name)
    if not words:
        return {}
    value: object = words
    if words.isascii() and words.isdecimal() and len(words) <= len("9999999999"):
        value = datetime.fromtimestamp(int(words), UTC).date()
    return {PUBLISHED_ON.key: Given(value, name)}


def incomplete(config: Config, file: str) -> tuple[Fault, ...]:
    """What a site can do without, but should not."""
    if config.base_url:
        return ()
    message = "no base_url: feeds and sitemap cannot say where the site stands"
    hint = 'write base_url = "https://…/", or give --base-url'
    return (Fault("base-url-missing", file, 0, message, hint, Severity.WARNING),)
