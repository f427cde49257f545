"""A command that goes on until it is interrupted, and what it says meanwhile."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import ROOT

SECONDS = 120


class Running:
    """A command that goes on, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self.reader = Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self) -> None:
        assert self.process.stderr
        with self.process.stderr as stderr:
            for line in stderr:
                self.lines.append(line.rstrip("\n"))

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join()

    def says(self, pattern: str) -> str:
        """The first line like this from now on, or what was said already; waits for it."""
        return self.says_up_to(pattern)[-1]

    def says_up_to(self, pattern: str) -> list[str]:
        """That line with those before it."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            for number, line in enumerate(self.lines):
                if re.search(pattern, line):
                    said = self.lines[: number + 1]
                    del self.lines[: number + 1]
                    return said
            time.sleep(0.02)
        pytest.fail(f"{pattern!r} was never said, but {self.lines}")


@contextmanager
def running(*words: str, cwd: Path) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    told = Running(process)
    try:
        yield told
        process.send_signal(signal.SIGINT)
        told.says("^stopped$")
        assert process.wait(SECONDS) == 0
    finally:
        told.end()
