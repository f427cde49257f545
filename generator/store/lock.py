"""One build at a time for one output folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from generator.errors import MachineError, attempting

TRIES = 20
PAUSE = 0.05
"""Seconds; a build that was killed leaves workers for an instant, and they hold its lock."""


@contextmanager
def held(path: Path, output: Path) -> Iterator[None]:
    """Hold the lock. The system frees it when its holder dies, so the file says nothing."""
    for _ in range(TRIES):
        with attempting(f"write beside {output}"):
            lock = acquired(path)
        if lock is not None:
            break
        sleep(PAUSE)
    else:
        message = f"another build is writing {output}; wait until it has ended"
        raise MachineError(message, "output-busy")
    try:
        yield
    finally:
        # While it is still held: who opened the file before sees that it is gone, and tries again.
        path.unlink(missing_ok=True)
        os.close(lock)


def acquired(path: Path) -> int | None:
    """A descriptor that holds the lock; ``None`` when another one does."""
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    lock = os.open(path, flags, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.exists() and os.path.samestat(os.fstat(lock), path.stat()):
            return lock
    except BlockingIOError:
        pass
    os.close(lock)
    return None
