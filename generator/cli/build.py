"""``sitegen build``."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import CHOICES, choosing, manner
from generator.cli.progress import Counting, Spent, timings
from generator.cli.saying import Voice, voice
from generator.messages import by_kind, count
from generator.weights import report

if TYPE_CHECKING:
    from generator.outcome import Outcome

EXPECTATIONS_MISSED = 1


@click.command(
    epilog="Every setting may stand in the environment too, as SITEGEN_OUTPUT or SITEGEN_BASE_URL."
)
@choosing(*CHOICES)
@click.option("--timings", "is_timed", is_flag=True, help="Say how long each stage took.")
@click.option("--watch", is_flag=True, help="Build again after every change, until Ctrl-C.")
@click.option("-q", "--quiet", is_flag=True, help="Only faults and the last line.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Every diagnostic, and a table of what was done."
)
@manner()
def command(*, watch: bool, quiet: bool, verbose: bool, is_timed: bool, **options: object) -> None:
    """Build the site from its dumps.

    \b
    Examples:
      sitegen build
      sitegen build --dumps ~/dumps --output public
      sitegen build --watch
      sitegen build --anew --timings
    """  # noqa: D301  \b keeps click from joining the examples
    how = Saying(voice(), quiet=quiet, verbose=verbose, is_timed=is_timed)
    if watch:
        from generator.cli.watching import build_again

        build_again(options, how.build, how.voice)
    elif not how.build(options):
        raise SystemExit(EXPECTATIONS_MISSED)


class Saying:
    """One build, and all that is said of it."""

    def __init__(
        self, voice: Voice, *, quiet: bool = False, verbose: bool = False, is_timed: bool = False
    ) -> None:
        self.voice = voice
        self.quiet = quiet
        self.verbose = verbose
        self.is_timed = is_timed or verbose

    def build(self, options: Mapping[str, object]) -> bool:
        """Build; False when nothing was written for the sake of ``--strict``."""
        from generator.build import build

        begun = Spent.so_far()
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
        spent = Spent.so_far().since(begun)
        for path, why in outcome.reasons:
            self.voice.say(f"{path}: {why}", event="made", path=path, why=why)
        if not self.voice.as_json:  # where each of the lines is a thing by itself
            for line in (
                *(timings(counting.stages, spent) if self.is_timed else ()),
                *(table(outcome) if self.verbose else ()),
            ):
                self.voice.say(line)
        self.voice.say(outcome.summary(spent.wall), **facts(outcome, spent))
        return True


def facts(outcome: "Outcome", spent: Spent) -> dict[str, Any]:
    """The last line, for a machine."""
    counted = {
        name: getattr(outcome, name) for name in ("dumps", "projects", "pages", "rendered", "size")
    }
    new = {"is_new": outcome.is_new, "seconds": round(spent.wall, 3)}
    return {"event": "built", **counted, **new, "output": str(outcome.config.output)}


def table(outcome: "Outcome") -> Iterator[str]:
    """What was done; what was said, by kind."""
    yield ""
    yield f"  {'projects':<24}{outcome.projects:>12,}"
    yield f"  {'HTML pages':<24}{outcome.pages:>12,}"
    yield f"  {'of them lists':<24}{outcome.lists:>12,}"
    yield from (f"  {line}" for line in report(outcome.weights, outcome.projects))
    for code, group in by_kind(outcome.found, every=True):
        files = len({one.file for one in group})
        yield f"  {code:<24}{len(group):>12,}   in {count(files, 'file')}"
    yield ""
