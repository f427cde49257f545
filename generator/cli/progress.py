"""How far a build is: one line a stage, written over on a terminal, said now and then elsewhere."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

import click

from generator.cli.saying import Voice

T = TypeVar("T")

LIVE, PLAIN = 0.1, 10.0
"""Seconds between two looks of the same stage, on a terminal and in a log."""
SURE = 1.0
"""Seconds after which the rest of a stage can be guessed."""
CLEAR = "\r\x1b[K"


class Spent(NamedTuple):
    """Seconds."""

    wall: float
    cpu: float
    """Of processors, in this process and in those that it has started and that have ended."""

    @staticmethod
    def so_far() -> "Spent":
        """Since some moment."""
        return Spent(time.perf_counter(), sum(os.times()[:4]))

    def since(self, begun: "Spent") -> "Spent":
        """What was spent since another moment."""
        return Spent(self.wall - begun.wall, self.cpu - begun.cpu)


class Stage(NamedTuple):
    """One part of a build that has ended."""

    name: str
    spent: Spent
    done: int | None = None
    """Items, where it has any."""


class Counting:
    """Counts what passes, and says so; a ``generator.progress.Progress``."""

    def __init__(self, voice: Voice, *, quiet: bool = False) -> None:
        self.voice = voice
        self.quiet = quiet
        self.stages: list[Stage] = []

    def __call__(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items, each counted as it passes."""
        begun = Spent.so_far()
        last = begun.wall
        done = 0
        pause = LIVE if self.voice.is_live else PLAIN
        try:
            for item in items:
                yield item
                done += 1
                now = time.perf_counter()
                if now - last >= pause:
                    last = now
                    self.show(stage, done, total, now - begun.wall)
        finally:
            self.end(Stage(stage, Spent.so_far().since(begun), done))

    @contextmanager
    def doing(self, stage: str) -> Iterator[None]:
        """Something without items; nobody waits long for it."""
        begun = Spent.so_far()
        try:
            yield
        finally:
            self.end(Stage(stage, Spent.so_far().since(begun)))

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
        """A stage has ended, one way or the other. Of one without items only machines hear."""
        self.stages.append(stage)
        if self.quiet or (stage.done is None and not self.voice.as_json):
            return
        if self.voice.is_live:
            click.echo(CLEAR, err=True, nl=False)
        done = "" if stage.done is None else f"{stage.done:,} in "
        line = f"{stage.name:<7}{done}{stage.spent.wall:.1f} s"
        self.voice.say(line, event="stage", **facts(stage))


def facts(stage: Stage) -> dict[str, object]:
    """A stage, for a machine."""
    seconds = {"seconds": round(stage.spent.wall, 3), "cpu_seconds": round(stage.spent.cpu, 3)}
    return {"stage": stage.name, "done": stage.done, **seconds}


def timings(stages: Iterable[Stage], whole: Spent) -> Iterator[str]:
    """Where the time went: a line a stage, then what is left, then all of it."""
    yield f"  {'stage':<12}{'done':>12}{'seconds':>10}{'of processors':>16}"
    rest = whole
    for one in stages:
        rest = rest.since(one.spent)
        yield timed(one)
    yield timed(Stage("the rest", rest))
    yield timed(Stage("all", whole))


def timed(stage: Stage) -> str:
    """A line of that table."""
    done = "" if stage.done is None else f"{stage.done:,}"
    return f"  {stage.name:<12}{done:>12}{stage.spent.wall:>10.2f}{stage.spent.cpu:>16.2f}"


def rest(done: int, total: int, seconds: float) -> int | None:
    """Whole seconds left, if the rest is like what is done."""
    if not total or seconds < SURE:
        return None
    return round(seconds / done * (total - done))
