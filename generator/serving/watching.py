"""Which files of a site's owner have changed since they were last looked at."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

from generator.config import Config
from generator.store.memory import files_below
from generator.unchanged import other_files

PAUSE = 0.1
"""Seconds between two looks; where a look takes long, ten times as long as it takes."""

CODE = ".py"

Sign = tuple[int, int, int]
"""Size, nanoseconds of the last change, number of the file: an editor may put a new one there."""


def inputs(config: Config) -> Iterator[str]:
    """Every file that goes into the site, whether it is there or not.

    Code is left out, which is loaded once; and so is the state of an earlier build, since a build
    may write its own to the same file.
    """
    yield from files_below(config.dumps)
    every = other_files(replace(config, since=None))
    yield from (path for path in every if not path.endswith(CODE))


def signs(paths: Iterable[str]) -> dict[str, Sign]:
    """The files that are there, as they are."""
    found: dict[str, Sign] = {}
    for path in paths:
        try:
            about = os.stat(path)  # noqa: PTH116  a Path would cost more than the call
        except OSError:
            continue
        found[path] = about.st_size, about.st_mtime_ns, about.st_ino
    return found


def differing(one: dict[str, Sign], other: dict[str, Sign]) -> tuple[str, ...]:
    """Files that were changed, added or removed."""
    every = one.keys() | other.keys()
    return tuple(sorted(path for path in every if one.get(path) != other.get(path)))


class Watch:
    """Looks again and again."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.seen = signs(inputs(config))

    def changed(self) -> tuple[str, ...]:
        """What is not as it was at the last look."""
        now = signs(inputs(self.config))
        found = differing(self.seen, now)
        self.seen = now
        return found

    def wait(self, seconds: float = inf) -> tuple[str, ...]:
        """Wait for a change; ``()`` when there was none for so long."""
        end = time.monotonic() + seconds
        while (start := time.monotonic()) < end:
            if found := self.changed():
                return found
            time.sleep(max(PAUSE, 10 * (time.monotonic() - start)))
        return ()
