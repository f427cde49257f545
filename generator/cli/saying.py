"""What is said to people and to machines that read along: always on stderr, data on stdout."""

import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.pointing import excerpt
from generator.errors import ConfigError, Fault, SitegenError
from generator.messages import KINDS, SHOWN_PER_KIND, Found, by_kind, fault_message, messages

SEVERITY = re.compile(r"(?P<before>^(?:[^ ].*?: )?)(?P<severity>error|warning|note)(?=: )")
COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls them."""


class Voice:
    """One way of saying things: as text, or as JSON, a thing a line; colours where they show."""

    def __init__(self) -> None:
        self.as_json = False
        self.color = False if os.environ.get("NO_COLOR") else None
        self.annotates = os.environ.get("GITHUB_ACTIONS") == "true"

    @property
    def is_live(self) -> bool:
        """Somebody looks at a terminal, so that a line may be written over."""
        return not self.as_json and sys.stderr.isatty()

    def say(self, line: str, **facts: object) -> None:
        """A line for people; ``facts`` are what a machine wants to know of it."""
        if self.as_json:
            self.write({"level": "info", "message": line, **facts})
        else:
            click.echo(coloured(line), err=True, color=self.color)

    def write(self, told: dict[str, object]) -> None:
        """A JSON object on one line."""
        click.echo(json.dumps(told, ensure_ascii=False), err=True)

    def faults(self, faults: Iterable[Fault]) -> None:
        """What is wrong with what the owner wrote."""
        for one in faults:
            if self.as_json:
                told = one._asdict()
                self.write({"level": told.pop("severity"), **told})
                continue
            self.say(fault_message(one._replace(hint="")))
            for line in excerpt(one):
                self.say(line)
            if one.hint:
                self.say(f"help: {one.hint}")
            place = {"file": one.file, "line": one.line}
            hint = f"; {one.hint}" if one.hint else ""
            self.annotate(one.severity, one.message + hint, title=one.code, **place)

    def found(self, found: Iterable[Found], dumps: Path, *, every: bool) -> None:
        """What is said of the dumps, which lie in a folder."""
        known = tuple(found)
        if not self.as_json:
            for line in messages(known, every=every):
                self.say(line)
        for code, group in by_kind(known, every=every):
            kind = KINDS[code]
            for one in group if every or self.as_json else group[:SHOWN_PER_KIND]:
                told = one.one._asdict()
                if self.as_json:
                    words = {"message": kind.says, "help": kind.help}
                    self.write({"level": kind.severity, "file": one.file, **told, **words})
                    continue
                name = dumps / one.file
                place: dict[str, object] = {"line": one.one.line, "col": one.one.column}
                place["file"] = name.as_posix() if name.exists() else one.file
                text = f"{kind.says}: {one.one.detail}" if one.one.detail else kind.says
                self.annotate(kind.severity, text, title=code, **place)

    def error(self, error: SitegenError) -> None:
        """Why it came to an end."""
        if isinstance(error, ConfigError):
            self.faults(error.faults)
        elif self.as_json:
            self.write({"level": "error", "code": error.code, "message": str(error)})
        else:
            self.say(f"error: {error} [{error.code}]")
            self.annotate("error", str(error), title=error.code)

    def usage(self, error: click.ClickException) -> None:
        """What is wrong with the call."""
        if self.as_json:
            message = error.format_message()
            self.write({"level": "error", "code": "usage", "message": message})
        else:
            error.show()

    def annotate(self, severity: str, message: str, **about: object) -> None:
        """A note beside the line that it is about, where GitHub runs this."""
        if self.annotates and not self.as_json:
            told = ",".join(f"{key}={escaped(value)}" for key, value in about.items() if value)
            words = escaped(message, ends=False)
            click.echo(f"::{COMMANDS[severity]} {told}::{words}", err=True)


def escaped(value: object, *, ends: bool = True) -> str:
    """As GitHub's commands want it; ``ends``: also what would end a property."""
    words = str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return words.replace(":", "%3A").replace(",", "%2C") if ends else words


def coloured(line: str) -> str:
    """A line with its severity in a colour; click takes it out where nobody would see it."""
    if set(line.strip()) <= set("|^ ") and "^" in line:
        return click.style(line, fg="cyan")
    if line.startswith(("help ", "help:")):
        return click.style(line, fg="green")
    found = SEVERITY.match(line)
    if not found:
        return line
    word = click.style(found["severity"], fg=COLOURS[found["severity"]], bold=True)
    return f"{found['before']}{word}{line[found.end() :]}"


def voice() -> Voice:
    """The voice of the command that runs."""
    context = click.get_current_context(silent=True)
    return (context and context.find_object(Voice)) or Voice()


def say(line: str) -> None:
    """A line for people, beside the data."""
    voice().say(line)
