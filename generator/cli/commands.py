"""Every command and the module that has it as ``command``, which is loaded when it is called."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import cast

import click

COMMANDS: Mapping[str, str] = {
    "new": "generator.cli.new",
    "build": "generator.cli.build",
    "serve": "generator.cli.serve",
    "check": "generator.cli.check",
    "inspect": "generator.cli.inspect",
    "list": "generator.cli.list",
    "explain": "generator.cli.explain",
    "config": "generator.cli.config",
    "redact": "generator.cli.redact",
    "clean": "generator.cli.clean",
    "completion": "generator.cli.completion",
}
"""In the order in which people need them."""


class Commands(Mapping[str, click.Command]):
    """The table with its modules loaded one by one."""

    def __getitem__(self, name: str) -> click.Command:
        """Load a command."""
        return cast("click.Command", import_module(COMMANDS[name]).command)

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(COMMANDS)

    def __len__(self) -> int:
        """How many there are."""
        return len(COMMANDS)


class Sitegen(click.Group):
    """The commands in the table's order."""

    commands: MutableMapping[str, click.Command]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own name
        """Not by letter: the first one is what a newcomer needs first."""
        return list(self.commands)
