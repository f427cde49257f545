"""``sitegen check``."""

import time
from pathlib import Path

import click

from generator.cli.options import FOLDER, choosing, manner
from generator.cli.saying import say, voice

FAILED = 1


@click.command()
@click.argument("output", type=FOLDER, default=Path("output"), envvar="SITEGEN_OUTPUT")
@choosing("jobs")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("-q", "--quiet", is_flag=True, help="Only the last line.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Everything that is wrong, not three of a kind."
)
@manner()
def command(output: Path, *, jobs: int | None, strict: bool, **how: bool) -> None:
    """Look for what is wrong in a site that was built.

    Addresses, policies, weights, sitemap, feeds, open data. OUTPUT is its folder, `output` unless
    you say otherwise. Nothing is asked of the network, and nothing is written.

    \b
    Examples:
      sitegen check
      sitegen check --strict public
    """  # noqa: D301
    from generator.checking import check

    start = time.perf_counter()
    checked = check(output, jobs)
    if not how["quiet"]:
        voice().found(checked.found, Path(), every=how["verbose"])
    say(checked.summary(time.perf_counter() - start))
    if checked.fails(strict=strict):
        raise SystemExit(FAILED)
