"""``sitegen clean``."""

import os
from pathlib import Path

import click

from generator.cli.options import choosing, manner
from generator.cli.saying import voice

NAMED = 5
"""How many files that stay are named."""


@click.command()
@choosing("content", "output")
@click.option("-n", "--dry-run", is_flag=True, help="Only say what would be removed.")
@manner()
def command(*, dry_run: bool, **options: object) -> None:
    """Remove the site, and what sitegen remembers of it.

    Files of others stay.

    \b
    Examples:
      sitegen clean --dry-run
      sitegen clean --output public
    """  # noqa: D301
    from generator.messages import count
    from generator.store.cleaning import clean
    from generator.store.settings import read_settings

    output = read_settings(os.environ, options).config.output
    done = clean(output, only_look=dry_run)
    did = "would remove" if dry_run else "removed"
    words = f"{did} {count(done.files, 'file')} from {output}"
    beside = [shown(path) for path in done.beside]
    more = f", and {', '.join(beside)}" if beside else ""
    voice().say(f"{words}{more}", event="cleaned")
    if done.left:
        names = ", ".join(done.left[:NAMED]) + (" and more" if len(done.left) > NAMED else "")
        voice().say(f"left alone, since it is not from sitegen: {names}")


def shown(path: Path) -> str:
    """A path from where we are."""
    return os.path.relpath(path)
