"""``sitegen list``."""

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from generator.cli.options import choosing, manner
from generator.cli.progress import Counting
from generator.cli.saying import voice

if TYPE_CHECKING:
    from generator.corpus import Entry

TITLE = 38
"""What the other columns leave of a terminal's 80."""


@click.command()
@choosing("content", "dumps", "jobs")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with whole titles.")
@manner()
def command(*, as_json: bool, **options: object) -> None:
    """List the projects of the dumps.

    In the order of their titles; nothing is written.

    \b
    Examples:
      sitegen list
      sitegen list --json | jq '.[] | select(.status == "silent")'
    """  # noqa: D301
    from generator.gathering import gather
    from generator.making import read

    given = gather(os.environ, options)
    whole, _ = read(given, Counting(voice(), quiet=not voice().is_live))
    if as_json:
        rows = [project(one) for one in whole.entries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for line in table(whole.entries):
        click.echo(line)


def project(one: "Entry") -> dict[str, object]:
    """What a project is and how it stands, by fields."""
    verdict = one.assessment.verdict
    return {
        "key": one.project.key,
        "title": one.title,
        "agency": one.agency.name,
        "year": one.year,
        "status": verdict.status,
        "percent": None if verdict.reported is None else float(verdict.reported),
    }


def table(entries: "tuple[Entry, ...]") -> Iterator[str]:
    """A row a project."""
    for one in entries:
        told = project(one)
        percent = "" if told["percent"] is None else f"{told['percent']:.0f} %"
        key, year, status = (str(told[name] or "–") for name in ("key", "year", "status"))
        title = fitting(one.title or "–", TITLE)
        yield f"{key:<14} {year:>4} {percent:>6}  {status:<13} {title}"


def fitting(text: str, columns: int) -> str:
    """As much of a text as fits; marks above and below its letters take no room."""
    from generator.thai.text import display_width, excerpt

    length = len(text)
    while display_width(shown := excerpt(text, length)) > columns:
        length -= 1
    return shown
