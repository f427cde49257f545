"""How far a build is: one line a stage, written over on a terminal, said now and then elsewhere."""

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import click

from generator.cli.saying import Voice

T = TypeVar("T")

LIVE, PLAIN = 0.1, 10.0
"""Seconds between two looks of the same stage, on a terminal and in a log."""
SURE = 1.0
"""Seconds after which the rest of a stage can be guessed."""
CLEAR = "\r\x1b[K"


class Stage(NamedTuple):
    """One part of a build that has ended."""

    name: str
    done: int
    seconds: float


class Counting:
    """Counts what passes, and says so; a ``generator.progress.Progress``."""

    def __init__(self, voice: Voice, *, quiet: bool = False) -> None:
        self.voice = voice
        self.quiet = quiet
        self.stages: list[Stage] = []

    def __call__(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items, each counted as it passes."""
        start = last = time.perf_counter()
        done = 0
        pause = LIVE if self.voice.is_live else PLAIN
        try:
            for item in items:
                yield item
                done += 1
                now = time.perf_counter()
                if now - last >= pause:
                    last = now
                    self.show(stage, done, total, now - start)
        finally:
            self.end(Stage(stage, done, time.perf_counter() - start))

    def show(self, stage: str, done: int, total: int, seconds: float) -> None:
        """Where a stage stands."""
        if self.quiet:
            return
        of = f" of {total:,}" if total else ""
        left = rest(done, total, seconds)
        line = f"{stage:<7}{done:,}{of}{f', {left} s left' if left is not None else ''}"
        if self.voice.is_live:
            click.echo(f"{CLEAR}{line}", err=True, nl=False)
        else:
            self.voice.say(line, event="stage", stage=stage, done=done, total=total)

    def end(self, stage: Stage) -> None:
        """A stage has ended, one way or the other."""
        self.stages.append(stage)
        if self.quiet:
            return
        if self.voice.is_live:
            click.echo(CLEAR, err=True, nl=False)
        line = f"{stage.name:<7}{stage.done:,} in {stage.seconds:.1f} s"
        facts = {"stage": stage.name, "done": stage.done, "seconds": round(stage.seconds, 3)}
        self.voice.say(line, event="stage", **facts)


def rest(done: int, total: int, seconds: float) -> int | None:
    """Whole seconds left, if the rest is like what is done."""
    if not total or seconds < SURE:
        return None
    return round(seconds / done * (total - done))
