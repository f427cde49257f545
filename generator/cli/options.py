"""Options that several commands take."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from generator.choices import Parts
from generator.cli.saying import voice
from generator.settings.kinds import LANGUAGES, YEARS
from generator.settings.setting import Kind

FOLDER = FILE = click.Path(path_type=Path)
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
COLOURS = {"always": True, "never": False}


def manner() -> Decorator:
    """``--log-format`` and ``--color``: how everything is said."""

    def choose_format(_context: click.Context, _option: click.Parameter, chosen: str) -> None:
        voice().as_json = chosen == "json"

    def choose_colour(context: click.Context, _option: click.Parameter, chosen: str) -> None:
        if chosen in COLOURS:
            context.color = voice().color = COLOURS[chosen]

    log_format = click.option(
        "--log-format",
        metavar="FORMAT",
        type=click.Choice(("text", "json")),
        default="text",
        expose_value=False,
        is_eager=True,
        callback=choose_format,
        help="Messages as text (usual), or as json, one a line.",
    )
    color = click.option(
        "--color",
        metavar="WHEN",
        type=click.Choice(("auto", *COLOURS)),
        default="auto",
        expose_value=False,
        is_eager=True,
        callback=choose_colour,
        help="Colours: auto (on a terminal, unless NO_COLOR is set), always or never.",
    )
    return lambda command: log_format(color(command))


def listed(kind: Kind[object]) -> Callable[..., object]:
    """Words with commas between, as a setting of that kind has them."""
    return lambda _context, _option, words: None if words is None else kind.from_words(words)


def parts(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...] | None:
    """``raw,json`` → the names of parts of a site."""
    names = tuple(one.strip() for words in given for one in words.split(","))
    for name in names:
        if name not in Parts._fields:
            hint = suggested(name, Parts._fields, 0.6) or f"Parts: {', '.join(Parts._fields)}."
            message = f"there is no part '{name}'. {hint}"
            raise click.BadParameter(message)
    return names or None


def suggested(word: str, known: Sequence[str], cutoff: float) -> str:
    """``Did you mean 'raw'?``, or nothing when no known word is near."""
    near = get_close_matches(word, known, n=1, cutoff=cutoff)
    return f"Did you mean '{near[0]}'?" if near else ""


def flag(name: str, words: str) -> Decorator:
    """An option that is given or not."""
    return click.option(name, is_flag=True, default=None, help=words)


LIMITS: Mapping[str, Decorator] = {
    "years": click.option(
        "--years",
        metavar="YEARS",
        callback=listed(YEARS),
        help="Only these fiscal years, as 2566,2567.",
    ),
    "languages": click.option(
        "--languages",
        metavar="CODES",
        callback=listed(LANGUAGES),
        help="Of the pages: th,en, or th alone.",
    ),
    "without": click.option(
        "--without",
        metavar="PARTS",
        multiple=True,
        callback=parts,
        help="Leave out parts, as raw,json. There are raw (each dump's lines), json (of each"
        " project), tables (of each list), data (in bulk), search.",
    ),
    "with": click.option(
        "--with",
        metavar="PARTS",
        multiple=True,
        callback=parts,
        help="Publish these parts even if site.toml leaves them out.",
    ),
}
"""What a site may be limited to, when it nears the limit of its host."""


CHOICES: Mapping[str, Decorator] = {
    "content": click.option(
        "-c",
        "--content",
        metavar="DIR",
        type=FOLDER,
        help="Folder of site.toml, dumps/, lookups/, pages/.  [default: content]",
    ),
    "dumps": click.option(
        "--dumps", metavar="DIR", type=FOLDER, help="Dumps from elsewhere, with their own tables."
    ),
    "output": click.option(
        "-o",
        "--output",
        metavar="DIR",
        type=FOLDER,
        help="Where the site goes.  [default: output]",
    ),
    "templates": click.option(
        "--templates",
        metavar="DIR",
        type=FOLDER,
        help="Templates that go before ours, file by file.",
    ),
    "base_url": click.option(
        "-b",
        "--base-url",
        metavar="URL",
        help="Where the site will stand, as https://example.org/repo/.",
    ),
    "jobs": click.option(
        "-j",
        "--jobs",
        metavar="N",
        type=click.IntRange(1),
        help="Processes.  [default: one a processor]",
    ),
    "strict": flag("--strict", "Fail on warnings and missed expectations."),
    "style_page": flag("--style-page", "Also /style/, which shows every component."),
    "offline": flag("--offline", "A site to read from a disk: links name files."),
    **LIMITS,
    "scheduler": click.option(
        "--scheduler", metavar="URL", help="Work on a Dask cluster, as tcp://host:8786."
    ),
    "anew": flag("--anew", "Build even if nothing has changed."),
    "explain": flag("--explain", "Say why each file was made."),
    "record": click.option(
        "--record",
        metavar="FILE",
        type=FILE,
        help="Record what this build knows, for a later --since.",
    ),
    "since": click.option(
        "--since",
        metavar="FILE",
        type=FILE,
        help="Tell what is new and what is gone since that record.",
    ),
}
"""Every option that gives a setting of the same name; ``with`` and ``without`` give several."""


def choosing(*keys: str) -> Decorator:
    """The options of these names."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for key in reversed(keys):
            command = CHOICES[key](command)
        return command

    return decorate
