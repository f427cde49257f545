"""``sitegen redact``."""

import os
from pathlib import Path

import click

from generator.cli.options import FOLDER, choosing, manner
from generator.cli.progress import Counting
from generator.cli.saying import voice


@click.command()
@click.argument("dumps", metavar="DIR", type=FOLDER)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=FOLDER,
    required=True,
    help="Where the redacted dumps go.",
)
@choosing("content", "jobs")
@click.option("-q", "--quiet", is_flag=True, help="Only faults and the last line.")
@manner()
def command(*, quiet: bool, **options: object) -> None:
    """Write dumps with the same things withheld as from a site.

    To keep in a public place. Names, telephone numbers and what content/withheld.toml lists are
    gone from them; a site of them is the same. A file of which no line is understood is left out.

    \b
    Examples:
      sitegen redact ~/dumps --output content/dumps
    """  # noqa: D301
    from generator.messages import Found, count
    from generator.redacting import redact

    heard = voice()
    done = redact(os.environ, options, Counting(heard, quiet=quiet))
    heard.faults(done.faults)
    heard.found((Found(*one) for one in done.unmatched), Path(), every=True)
    without = [Found(one.file, said) for one in done.left_out for said in one.diagnostics]
    heard.found(without, done.config.dumps, every=True)
    out = f", {len(done.left_out):,} left out" if done.left_out else ""
    heard.say(f"redacted {count(done.dumps, 'dump')}{out} in {done.config.output}")
