"""Commands: options in, one call, exit code out. Each imports its work only when asked for."""

import json
import os
import sys
import time
from pathlib import Path
from typing import NoReturn

import click

from generator import __version__

FINE, EXPECTATIONS_MISSED, OUR_BUG, INTERRUPTED = 0, 1, 70, 130

FOLDER = FILE = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen", message="%(prog)s %(version)s")
@click.pass_context
def sitegen(context: click.Context) -> None:
    """Turn text dumps of project-progress pages into a public website."""
    if os.environ.get("NO_COLOR"):
        context.color = False


@sitegen.command(
    epilog="Every setting may stand in the environment too, as SITEGEN_OUTPUT or SITEGEN_BASE_URL."
)
@click.option("--content", type=FOLDER, help="Folder of site.toml, dumps/, lookups/, pages/.")
@click.option("--dumps", type=FOLDER, help="Dumps from elsewhere, with their own tables.")
@click.option("-o", "--output", type=FOLDER, help="Where the site goes.  [default: output]")
@click.option("--templates", type=FOLDER, help="Templates that go before ours, file by file.")
@click.option("-b", "--base-url", help="Where the site will stand, as https://example.org/repo/.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes.  [default: one a processor]")
@click.option(
    "--strict", is_flag=True, default=None, help="Fail on warnings and missed expectations."
)
@click.option(
    "--style-page", is_flag=True, default=None, help="Also /style/, which shows every component."
)
@click.option("--anew", is_flag=True, default=None, help="Build even if nothing has changed.")
@click.option("--record", type=FILE, help="Record what this build knows, for a later --since.")
@click.option("--since", type=FILE, help="Tell what is new and what is gone since that record.")
@click.option("-q", "--quiet", is_flag=True, help="Only faults and the last line.")
@click.option("-v", "--verbose", is_flag=True, help="Every diagnostic.")
def build(*, quiet: bool, verbose: bool, **options: object) -> None:
    """Build the site from its dumps.

    \b
    sitegen build
    sitegen build --dumps ~/dumps --output public
    """  # noqa: D301  \b keeps click from joining the examples
    from generator.build import build as build_site
    from generator.messages import fault_message, messages

    start = time.perf_counter()
    outcome = build_site(os.environ, options, (lambda _: None) if quiet else say)
    for fault in outcome.faults:
        say(fault_message(fault))
    if not quiet:
        for line in messages(outcome.found, every=verbose):
            say(line)
    for line in outcome.missed:
        say(f"expectation missed: {line}")
    if outcome.missed and outcome.config.strict:
        say("nothing was written: --strict, and dumps.toml expects otherwise")
        raise SystemExit(EXPECTATIONS_MISSED)
    say(outcome.summary(time.perf_counter() - start))


@sitegen.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
def inspect(file: Path, *, as_json: bool) -> None:
    """Show what is read from one dump: its fields, their lines, and what could not be read.

    What a site would withhold is withheld here too.

    \b
    sitegen inspect content/dumps/sample-0001.txt
    """  # noqa: D301
    from generator.inspection import laid_open, table
    from generator.making import read_file
    from generator.messages import message

    parsed = read_file(file)
    if as_json:
        click.echo(json.dumps(laid_open(parsed), ensure_ascii=False, indent=2))
        return
    for line in table(parsed):
        click.echo(line)
    for diagnostic in parsed.diagnostics:
        say(message(parsed.file, diagnostic))


def say(line: str) -> None:
    """A line for people, beside the data."""
    click.echo(line, err=True)


def main() -> NoReturn:
    """Run a command; every way it can end has its exit code."""
    from generator.errors import ConfigError, SitegenError
    from generator.messages import fault_message

    try:
        sitegen.main(standalone_mode=False)
    except click.exceptions.Abort:
        say("interrupted; the old site stands as it was")
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader, such as `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ConfigError as error:
        for fault in error.faults:
            say(fault_message(fault))
        sys.exit(error.exit_code)
    except SitegenError as error:
        say(f"error: {error}")
        sys.exit(error.exit_code)
    except Exception:  # noqa: BLE001  the last line of defence: not foreseen is our bug
        import traceback

        traceback.print_exc()
        say("this is a bug in sitegen; please report it with the lines above")
        sys.exit(OUR_BUG)
    sys.exit(FINE)
