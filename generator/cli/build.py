"""``sitegen build``."""

import os
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import FILE, limited, log_format, where
from generator.cli.progress import Counting, Stage
from generator.cli.saying import Voice, voice
from generator.messages import by_kind, count
from generator.weights import report

if TYPE_CHECKING:
    from generator.outcome import Outcome

EXPECTATIONS_MISSED = 1


@click.command(
    epilog="Every setting may stand in the environment too, as SITEGEN_OUTPUT or SITEGEN_BASE_URL."
)
@where("content", "dumps", "output", "templates", "base_url", "jobs")
@click.option(
    "--strict", is_flag=True, default=None, help="Fail on warnings and missed expectations."
)
@click.option(
    "--style-page", is_flag=True, default=None, help="Also /style/, which shows every component."
)
@click.option(
    "--offline", is_flag=True, default=None, help="A site to read from a disk: links name files."
)
@limited()
@click.option("--scheduler", metavar="URL", help="Work on a Dask cluster, as tcp://host:8786.")
@click.option("--anew", is_flag=True, default=None, help="Build even if nothing has changed.")
@click.option("--explain", is_flag=True, default=None, help="Say why each file was made.")
@click.option("--record", type=FILE, help="Record what this build knows, for a later --since.")
@click.option("--since", type=FILE, help="Tell what is new and what is gone since that record.")
@click.option("--watch", is_flag=True, help="Build again after every change, until Ctrl-C.")
@click.option("-q", "--quiet", is_flag=True, help="Only faults and the last line.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Every diagnostic, and a table of what was done."
)
@log_format()
def command(*, watch: bool, quiet: bool, verbose: bool, **options: object) -> None:
    """Build the site from its dumps.

    \b
    Examples:
      sitegen build
      sitegen build --dumps ~/dumps --output public
      sitegen build --watch
    """  # noqa: D301  \b keeps click from joining the examples
    how = Saying(voice(), quiet=quiet, verbose=verbose)
    if watch:
        from generator.cli.watching import build_again

        build_again(options, how.build, how.voice)
    elif not how.build(options):
        raise SystemExit(EXPECTATIONS_MISSED)


class Saying:
    """One build, and all that is said of it."""

    def __init__(self, voice: Voice, *, quiet: bool = False, verbose: bool = False) -> None:
        self.voice = voice
        self.quiet = quiet
        self.verbose = verbose

    def build(self, options: Mapping[str, object]) -> bool:
        """Build; False when nothing was written for the sake of ``--strict``."""
        from generator.build import build

        start = time.perf_counter()
        counting = Counting(self.voice, quiet=self.quiet)
        outcome = build(os.environ, options, counting)
        self.voice.faults(outcome.faults)
        if not self.quiet:
            self.voice.found(outcome.found, outcome.config.dumps, every=self.verbose)
        for line in outcome.missed:
            self.voice.say(f"expectation missed: {line}", event="expectation")
        if outcome.missed and outcome.config.strict:
            self.voice.say("nothing was written: --strict, and dumps.toml expects otherwise")
            return False
        seconds = time.perf_counter() - start
        for path, why in outcome.reasons:
            self.voice.say(f"{path}: {why}", event="made", path=path, why=why)
        if self.verbose and not self.voice.as_json:
            for line in table(outcome, counting.stages, seconds):
                self.voice.say(line)
        self.voice.say(outcome.summary(seconds), **facts(outcome, seconds))
        return True


def facts(outcome: "Outcome", seconds: float) -> dict[str, Any]:
    """The last line, for a machine."""
    counted = {
        name: getattr(outcome, name) for name in ("dumps", "projects", "pages", "rendered", "size")
    }
    new = {"is_new": outcome.is_new, "seconds": round(seconds, 3)}
    return {"event": "built", **counted, **new, "output": str(outcome.config.output)}


def table(outcome: "Outcome", stages: list[Stage], seconds: float) -> Iterator[str]:
    """What was done and how long it took; what was said, by kind."""
    yield ""
    for stage in stages:
        yield f"  {stage.name:<24}{stage.done:>12,}{stage.seconds:>10.1f} s"
    rest = seconds - sum(stage.seconds for stage in stages)
    yield f"  {'everything else':<36}{rest:>10.1f} s"
    yield f"  {'projects':<24}{outcome.projects:>12,}"
    yield f"  {'HTML pages':<24}{outcome.pages:>12,}"
    yield f"  {'of them lists':<24}{outcome.lists:>12,}"
    yield from (f"  {line}" for line in report(outcome.weights, outcome.projects))
    for code, group in by_kind(outcome.found, every=True):
        files = len({one.file for one in group})
        yield f"  {code:<24}{len(group):>12,}   in {count(files, 'file')}"
    yield ""
