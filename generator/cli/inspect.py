"""``sitegen inspect``."""

import json
from pathlib import Path

import click

from generator.cli.options import manner
from generator.cli.saying import say, voice


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@manner()
def command(file: Path, *, as_json: bool) -> None:
    """Show what is read from one dump.

    Its fields, their lines, and what could not be read. What a site would withhold is
    withheld here too.

    \b
    Examples:
      sitegen inspect content/dumps/sample-0001.txt
      sitegen inspect --json content/dumps/sample-0001.txt | jq .copies
    """  # noqa: D301
    from generator.excerpts import of_copies
    from generator.inspection import laid_open, table
    from generator.reading import read_file

    parsed = read_file(file)
    if as_json:
        click.echo(json.dumps(laid_open(parsed), ensure_ascii=False, indent=2))
        return
    for line in table(parsed):
        click.echo(line)
    if parsed.diagnostics:
        say("")
    voice().found(of_copies(parsed), Path(), every=True)
