"""``sitegen new``."""

from pathlib import Path

import click

from generator.cli.options import FOLDER, manner
from generator.cli.saying import say


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@manner()
def command(folder: Path) -> None:
    """Make a project that can be published, in a new folder.

    Settings, two invented dumps, pages, a workflow for GitHub, a README.

    \b
    Examples:
      sitegen new demo
      cd demo
      sitegen serve
    """  # noqa: D301
    from generator.render.places import folders
    from generator.store.starter import start

    made = start(folder, folders()[-1] / "starter")
    say(f"made {len(made)} files in {folder}; begin with README.md")
    say("")
    say(f"  cd {folder}")
    say("  sitegen serve    # look at the site, and see every change as you save it")
    say("  sitegen build    # write it into output/, to be copied to any static host")
