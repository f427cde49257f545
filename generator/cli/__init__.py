"""The command line: a module a command, loaded when it is asked for; every ending an exit code."""

import os
import sys
from typing import NoReturn

import click

from generator import __version__
from generator.cli.commands import Commands, Sitegen
from generator.cli.saying import Voice
from generator.errors import SitegenError

FINE, OUR_BUG, INTERRUPTED = 0, 70, 130


@click.group(
    cls=Sitegen,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with `sitegen new demo`. Each command has examples: sitegen build --help.",
)
@click.version_option(__version__, prog_name="sitegen", message="%(prog)s %(version)s")
@click.pass_context
def sitegen(context: click.Context) -> None:
    """Turn text dumps of project-progress pages into a public website."""
    context.color = context.ensure_object(Voice).color


def main() -> NoReturn:
    """Run a command; every way it can end has its exit code."""
    voice = Voice()
    try:
        sitegen.main(prog_name="sitegen", standalone_mode=False, obj=voice)
    except click.exceptions.Abort:
        voice.say("interrupted; the site stands whole, as it was or already as it was to be")
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        voice.usage(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader, such as `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except SitegenError as error:
        voice.error(error)
        sys.exit(error.exit_code)
    except Exception:  # noqa: BLE001  the last line of defence: not foreseen is our bug
        import traceback

        traceback.print_exc()
        voice.say("this is a bug in sitegen; please report it with the lines above")
        sys.exit(OUR_BUG)
    sys.exit(FINE)
