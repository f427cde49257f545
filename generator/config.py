"""``site.toml``, the environment and the options, as one frozen record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator import choices
from generator.accent import read_accent
from generator.assess.thresholds import Thresholds
from generator.choices import Limits, Name, Parts, Privacy
from generator.diagnostics import Severity
from generator.errors import Fault
from generator.licence import Licence, read_licence
from generator.settings.setting import (
    Given,
    Layer,
    Taking,
    from_environment,
    from_options,
    unknown,
    unknown_variables,
)
from generator.settings.toml import from_toml

CHOSEN = {"with": True, "without": False}
"""Options that name parts; ``without`` has the last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One build's settings."""

    name: str
    description: str
    """``""`` when the owner gives none."""
    languages: tuple[str, ...]
    """Those of the interface, the source language first."""
    names: tuple[Name, ...]
    logo: str | None
    """Its path below ``content/static/``."""
    accent: str | None
    """``#1f5e3a``; ``None`` means our own."""
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


def from_call(options: Mapping[str, object]) -> Layer:
    """What the command line gives; ``--without raw`` gives ``raw``, as ``raw = false`` does."""
    given = from_options({key: value for key, value in options.items() if key not in CHOSEN})
    chosen = {
        part: Given(is_published, f"--{word} {part}")
        for word, is_published in CHOSEN.items()
        for part in Parts._fields
        if isinstance(named := options.get(word), tuple) and part in named
    }
    return {**given, **chosen}


def content_folder(environ: Mapping[str, str], options: Mapping[str, object]) -> Path:
    """Where ``site.toml`` lies, which must be known before it is read."""
    return Taking(from_environment((choices.CONTENT,), environ), from_options(options))(
        choices.CONTENT
    )


def read_config(
    text: str, file: str, environ: Mapping[str, str], options: Mapping[str, object]
) -> tuple[Config, tuple[Fault, ...]]:
    """The settings of a build: default < ``site.toml`` < environment < option.

    ``text`` is that of ``site.toml``, ``file`` its name in faults. A faulty value counts as not
    given, so that there is a ``Config`` to go on with and all faults come at once.
    """
    site, faults = from_toml(text, file)
    take = Taking(*layers(site, environ, options))
    content = take(choices.CONTENT)
    named = choices.locales(site)
    config = Config(
        name=take(choices.NAME),
        description=take(choices.DESCRIPTION),
        languages=take(choices.LANGUAGES),
        names=tuple(Name(one, *map(take, choices.spoken(one))) for one in named),
        logo=take(choices.LOGO),
        accent=read_accent(take),
        base_url=take(choices.BASE_URL),
        published_on=take(choices.PUBLISHED_ON),
        report_to=take(choices.REPORT_TO),
        licence=read_licence(take),
        noindex=take(choices.NOINDEX),
        parquet=take(choices.PARQUET),
        years=take(choices.YEARS),
        parts=Parts(*map(take, choices.PARTS)),
        privacy=Privacy(*map(take, choices.PRIVACY)),
        limits=Limits(*map(take, choices.LIMITS)),
        thresholds=read_thresholds(take),
        content=content,
        dumps=take(choices.DUMPS) or content / "dumps",
        output=take(choices.OUTPUT),
        templates=take(choices.TEMPLATES),
        jobs=take(choices.JOBS),
        scheduler=take(choices.SCHEDULER),
        strict=take(choices.STRICT),
        offline=take(choices.OFFLINE),
        style_page=take(choices.STYLE_PAGE),
        anew=take(choices.ANEW),
        explain=take(choices.EXPLAIN),
        since=take(choices.SINCE),
        record=take(choices.RECORD),
    )
    known = [one.key for one in choices.settings(site)]
    call = [one.key for one in choices.CALL]
    strange = (*unknown(site, known, call), *unknown_variables(environ, (*known, *call)))
    found = (*faults, *take.faults, *strange, *incomplete(config, file))
    return config, tuple(sorted(found, key=lambda one: (one.file, one.line)))


def layers(
    site: Layer, environ: Mapping[str, str], options: Mapping[str, object]
) -> tuple[Layer, ...]:
    """What gives settings, lowest first; ``site`` is what ``site.toml`` holds."""
    return (
        from_source_date(environ),
        {one.key: site[one.key] for one in choices.settings(site) if one.key in site},
        from_environment((*choices.settings(site), *choices.CALL), environ),
        from_call(options),
    )


def read_thresholds(take: Taking) -> Thresholds:
    """เกณฑ์: from where on a difference is worth telling."""
    return Thresholds(
        silent_days=take(choices.SILENT_DAYS),
        behind_points=take(choices.BEHIND_POINTS),
        repeated_run=take(choices.REPEATED_RUN),
        strategy_cut=take(choices.STRATEGY_CUT),
        weights_tolerance=take(choices.WEIGHTS_TOLERANCE),
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
    return {choices.PUBLISHED_ON.key: Given(value, name)}


def incomplete(config: Config, file: str) -> tuple[Fault, ...]:
    """What a site can do without, but should not."""
    if config.base_url:
        return ()
    message = "no base_url, and so no sitemap"
    hint = 'write base_url = "https://…/", or give --base-url'
    return (Fault("base-url-missing", file, 0, message, hint, Severity.WARNING),)
