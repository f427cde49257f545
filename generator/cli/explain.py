"""``sitegen explain``."""

import json
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from generator.cli.options import manner, suggested

if TYPE_CHECKING:
    from generator.explanations import Explanation

COLUMNS = 80


@click.command()
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON; without a code, all of them.")
@manner()
def command(code: str | None, *, as_json: bool) -> None:
    """Explain the code of a message or of a finding.

    Its cause, an example, what to do. Without a code it lists them all.

    \b
    Examples:
      sitegen explain day-unreadable
      sitegen explain
    """  # noqa: D301
    from generator.explanations import EXPLANATIONS

    found = [worded(one) for one in EXPLANATIONS if code in {None, one.code}]
    if not found:
        hint = suggested(code or "", [one.code for one in EXPLANATIONS], 0.5)
        message = f"No such code '{code}'. {hint or '`sitegen explain` lists them all.'}"
        raise click.UsageError(message)
    if as_json:
        told = [one._asdict() for one in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for line in every(found) if code is None else explained(found):
            click.echo(line)


def worded(one: "Explanation") -> "Explanation":
    """A finding's words are the templates'."""
    if one.family != "finding":
        return one
    from generator.render.rules import english

    title, text = english(one.code)
    return one._replace(says=title, cause=text)


def every(found: list["Explanation"]) -> Iterator[str]:
    """A line a code, by family."""
    family = ""
    for one in found:
        if one.family != family:
            yield from ([""] if family else [])
            family = one.family
            yield click.style(f"{family}s", bold=True)
        head = f"  {one.code:<24} "
        rest = wrap(one.says, COLUMNS - len(head))
        yield f"{head}{rest[0]}"
        yield from (f"{'':<{len(head)}}{line}" for line in rest[1:])


def explained(found: list["Explanation"]) -> Iterator[str]:
    """Everything about a code; it may be of two families."""
    for number, one in enumerate(found):
        if number:
            yield ""
        yield click.style(f"{one.code} ({one.family}, {one.severity})", bold=True)
        yield from wrap(one.says[:1].upper() + one.says[1:], COLUMNS)
        for title, text in (("Cause", one.cause), ("What to do", one.help)):
            if title == "What to do" and one.example:
                yield from ("", click.style("Example", bold=True))
                yield from (f"    {line}" for line in one.example.split("\n"))
            yield from ("", click.style(title, bold=True))
            yield from (f"  {line}" for line in wrap(text, COLUMNS - 2))
