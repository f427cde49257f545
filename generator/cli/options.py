"""Options that several commands take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.cli.saying import voice
from generator.settings.kinds import LANGUAGES, YEARS
from generator.settings.setting import Kind

FOLDER = FILE = click.Path(path_type=Path)
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def log_format() -> Decorator:
    """``--log-format``: how everything on stderr is written."""

    def choose(_context: click.Context, _option: click.Parameter, chosen: str) -> None:
        voice().as_json = chosen == "json"

    return click.option(
        "--log-format",
        type=click.Choice(("text", "json")),
        default="text",
        expose_value=False,
        is_eager=True,
        callback=choose,
        help="Messages as text (usual), or as JSON, one a line.",
    )


def where(*keys: str) -> Decorator:
    """The options that say what is built from what, by name."""
    every = {
        "content": click.option(
            "--content", type=FOLDER, help="Folder of site.toml, dumps/, lookups/, pages/."
        ),
        "dumps": click.option(
            "--dumps", type=FOLDER, help="Dumps from elsewhere, with their own tables."
        ),
        "output": click.option(
            "-o", "--output", type=FOLDER, help="Where the site goes.  [default: output]"
        ),
        "templates": click.option(
            "--templates", type=FOLDER, help="Templates that go before ours, file by file."
        ),
        "base_url": click.option(
            "-b", "--base-url", help="Where the site will stand, as https://example.org/repo/."
        ),
        "jobs": click.option(
            "-j",
            "--jobs",
            metavar="N",
            type=click.IntRange(1),
            help="Processes.  [default: one a processor]",
        ),
    }

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for key in reversed(keys):
            command = every[key](command)
        return command

    return decorate


def limited() -> Decorator:
    """What a site may be limited to, when it nears the limit of its host."""

    def list_of(kind: Kind[object]) -> Callable[..., object]:
        return lambda _context, _option, words: None if words is None else kind.from_words(words)

    every = (
        click.option(
            "--years", callback=list_of(YEARS), help="Only these fiscal years, as 2566,2567."
        ),
        click.option(
            "--languages", callback=list_of(LANGUAGES), help="Of the pages, as th,en, or th alone."
        ),
        click.option("--raw/--no-raw", default=None, help="Raw views of the dumps under /raw/."),
        click.option("--json/--no-json", default=None, help="JSON beside each project's page."),
        click.option("--data/--no-data", default=None, help="Open data in bulk under /data/."),
        click.option("--search/--no-search", default=None, help="The search under /search/."),
    )

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(every):
            command = option(command)
        return command

    return decorate
