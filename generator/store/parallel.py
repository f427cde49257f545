"""The same work on many items, over the machine's processors, with results in the items' order."""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from ctypes import c_bool
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import wait
from threading import Thread, active_count
from typing import Any, TypeVar

from generator.errors import MachineError, attempting
from generator.store.processors import default_jobs

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

CHUNK = 16
"""Small items that travel together: one message each would cost as much as the work. Processes for
fewer would cost more than they bring."""
LASTS = 1024
"""Chunks until processes start afresh. One that was forked has the records of its parent until it
looks at them: from then on they are its own as well, since looking at them counts who looks."""
AHEAD = 3
"""Chunks for each process under way at once: all are busy, and results never pile up."""

Task = Callable[[tuple[Any, ...]], list[Any]]
"""What a worker process does with a chunk."""
tasks: list[Task] = []
"""In a worker process: what it was started for."""


def in_parallel(
    work: Callable[[S, T], R], items: Iterable[T], jobs: int | None, *, shared: S
) -> Generator[R, None, None]:
    """``work(shared, item)`` for each item, in order; ``work`` is a top-level function.

    ``shared`` travels to each process once. Use the iterator up where you call this, or close it:
    until then workers are at work.
    """
    return in_chunks(work, chunked(items), jobs, shared=shared)


def chunked(items: Iterable[T], size: int = CHUNK) -> Iterator[tuple[T, ...]]:
    """So many at a time."""
    rest = iter(items)
    return iter(lambda: tuple(islice(rest, size)), ())


def in_chunks(
    work: Callable[[S, T], R], chunks: Iterator[tuple[T, ...]], jobs: int | None, *, shared: S
) -> Generator[R, None, None]:
    """The same with items that travel together. For a single chunk no process is started."""
    first = tuple(islice(chunks, 2))
    every = chain(first, chunks)
    jobs = jobs or default_jobs()
    if jobs == 1 or len(first) == 1:
        return (work(shared, item) for chunk in every for item in chunk)
    return over_processes(partial(each, work, shared), every, jobs)


def over_processes(
    apply: Callable[[c_bool, tuple[T, ...]], list[R]], chunks: Iterator[tuple[T, ...]], jobs: int
) -> Generator[R, None, None]:
    """The results of ``apply`` on chunks of items, one after the other."""
    # Forking hands ``shared`` over for nothing, and is sound while there is one thread; otherwise
    # it is pickled, once for each process.
    forks = sys.platform == "linux" and active_count() == 1
    for first in chunks:
        rest = islice(chunks, LASTS - 1) if forks else chunks
        yield from over_pool(apply, chain((first,), rest), jobs, "fork" if forks else "spawn")


def over_pool(
    apply: Callable[[c_bool, tuple[T, ...]], list[R]],
    chunks: Iterable[tuple[T, ...]],
    jobs: int,
    method: str,
) -> Generator[R, None, None]:
    """The same with processes that start now and end then."""
    context = multiprocessing.get_context(method)
    stop = context.RawValue(c_bool)
    with attempting("start worker processes"):
        pool = ProcessPoolExecutor(jobs, context, begin, (partial(apply, stop),))
    waiting: deque[Future[list[R]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(send(pool, chunk))
            if len(waiting) > jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        message = "a worker process was killed, perhaps for want of memory; try --jobs 1"
        raise MachineError(message, "worker-killed") from None
    finally:
        stop.value = True
        pool.shutdown(cancel_futures=True)


def send(pool: ProcessPoolExecutor, chunk: tuple[T, ...]) -> Future[list[R]]:
    """Hand a chunk to the pool, which starts its processes with the first."""
    before = set(multiprocessing.active_children())
    try:
        with interrupts_held(), attempting("start worker processes"):
            return pool.submit(run, chunk)
    except MachineError:
        for child in set(multiprocessing.active_children()) - before:
            child.kill()
        raise


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back. Processes started meanwhile never see it: ending them is our part."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in a worker process ----------------------------------------------------------------------


def begin(task: Task) -> None:
    """Remember the task, and end when the parent does, however it ends."""
    tasks.append(task)
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent's death. The pool's own pipes do not tell of it."""
    parent: Any = multiprocessing.parent_process()  # None only in a process no one started
    wait([parent.sentinel])
    os._exit(1)  # pragma: no cover  # who would count it is dead


def run(chunk: tuple[Any, ...]) -> list[Any]:
    """Do the task for a chunk."""
    return tasks[-1](chunk)


def each(work: Callable[[S, T], R], shared: S, stop: c_bool, chunk: tuple[T, ...]) -> list[R]:
    """Work on the items, unless no one waits for the rest of them."""
    results: list[R] = []
    for item in chunk:
        if stop.value:
            break
        results.append(work(shared, item))
    return results
