"""What a command costs: seconds, processor seconds and memory, of all its processes together."""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from tests.conftest import ROOT

PAUSE = 0.02
"""Seconds between two looks at the memory."""
PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


class Cost(NamedTuple):
    """One run of a command."""

    wall: float
    cpu: float
    """Of the command and of every process it waited for, in their own code and in the system."""
    memory: int | None
    """Bytes at the worst moment that was sampled; ``None``: nobody looked."""
    said: str
    """All that it said on stderr."""


class FailedError(Exception):
    """A command that was to be measured did not do its work."""

    def __init__(self, command: Sequence[str], code: int, said: str) -> None:
        super().__init__(f"{' '.join(command)}: exit code {code}\n{said}")


def cost(command: Sequence[str | Path], *, is_sampled: bool) -> Cost:
    """Run a command from the repository's folder. Looking at the memory takes time of its own."""
    words = list(map(str, command))
    memory = 0
    with TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            words,
            cwd=ROOT,
            env=environment(os.environ),
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG if is_sampled else 0)
            if ended:
                break
            memory = max(memory, sum(map(share, tree(process.pid))))
            time.sleep(PAUSE)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode().strip()
    if process.returncode:
        raise FailedError(words, process.returncode, said)
    return Cost(wall, used.ru_utime + used.ru_stime, memory if is_sampled else None, said)


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Our own, without settings of sitegen."""
    kept = {name: value for name, value in ours.items() if not name.startswith("SITEGEN_")}
    return {**kept, "PYTHONPATH": str(ROOT)}


def tree(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    with suppress(OSError):  # it may have ended
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text(encoding="ascii").split():
                yield from tree(int(child))


def share(process: int) -> int:
    """Its memory in bytes; what several processes share is divided among them."""
    try:
        found = PSS.search(Path(f"/proc/{process}/smaps_rollup").read_bytes())
    except OSError:  # it has ended
        return 0
    return int(found[1]) * 1024 if found else 0
