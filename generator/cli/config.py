"""``sitegen config``."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import CHOICES, choosing, manner
from generator.cli.saying import voice

if TYPE_CHECKING:
    from generator.origins import Origin


@click.command()
@choosing(*CHOICES)
@click.option("--json", "as_json", is_flag=True, help="As JSON: value and origin by name.")
@manner()
def command(*, as_json: bool, **options: object) -> None:
    """Show every setting, its value, and where that comes from.

    An option goes before the environment, the environment before content/site.toml. It takes the
    options of `sitegen build`, and shows what they would change.

    \b
    Examples:
      sitegen config
      sitegen config --years 2566 --without raw,search
      SITEGEN_BASE_URL=https://example.org/ sitegen config --json
    """  # noqa: D301
    from generator.config import content_folder
    from generator.diagnostics import Severity
    from generator.errors import ConfigError
    from generator.origins import origins
    from generator.store.settings import SITE, read_settings, read_words

    path = content_folder(os.environ, options) / SITE
    words, _ = read_words(path)
    found = origins(words, path.as_posix(), os.environ, options)
    if as_json:
        told = {one.key: {"value": plain(one.value), "from": one.source} for one in found}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for one in found:
            value = json.dumps(plain(one.value), ensure_ascii=False) if is_set(one) else "–"
            source = "" if one.source == "default" else f"  ({one.source})"
            click.echo(f"{one.key:<28} {value}{source}")
    faults = read_settings(os.environ, options).faults
    voice().faults(faults)
    if any(one.severity is Severity.ERROR for one in faults):
        raise SystemExit(ConfigError.exit_code)


def is_set(one: "Origin") -> bool:
    """Whether it holds anything."""
    return one.value not in {None, "", ()}


def plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, Path | date) else value
