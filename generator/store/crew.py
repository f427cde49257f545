"""Who does the work: processes of this machine, or the workers of a Dask scheduler."""

from collections.abc import Callable, Generator, Iterable
from functools import partial
from importlib.util import find_spec
from typing import Generic, NamedTuple, TypeVar

from generator.errors import MachineError
from generator.store.parallel import CHUNK, chunked, in_chunks

S = TypeVar("S")
T = TypeVar("T")
C = TypeVar("C")
D = TypeVar("D")
R = TypeVar("R")


class Work(NamedTuple, Generic[S, T, C, D, R]):
    """What is done with an item; only the middle of it may be done on another machine."""

    work: Callable[[S, C], D]
    """A top-level function of what all share and of what was fetched. It knows no disk."""
    put: Callable[[D], R]
    """To this machine's disk."""
    fetch: Callable[[T], C]
    """From this machine's disk: what the work needs of the item."""
    together: int = CHUNK
    """How many items travel at once."""


class Crew(NamedTuple):
    """Those who work."""

    jobs: int | None = None
    """Processes; ``None`` means as many as there are processors for us."""
    scheduler: str | None = None
    """The address of one: then its workers do what can be done elsewhere."""

    @property
    def is_alone(self) -> bool:
        """Everything stays in this process."""
        return self.jobs == 1 and not self.scheduler

    def each(
        self, work: Work[S, T, C, D, R], items: Iterable[T], *, shared: S
    ) -> Generator[R, None, None]:
        """The work on each item, in order.

        Use the iterator up where you call this, or close it: until then workers are at work.
        """
        if not self.scheduler:
            chunks = chunked(items, work.together)
            yield from in_chunks(partial(whole, work), chunks, self.jobs, shared=shared)
            return
        if find_spec("distributed") is None:
            message = "--scheduler needs Dask, which is not installed: pip install sitegen[cluster]"
            raise MachineError(message, "cluster-missing")
        # An extra; it also takes long to import.
        from generator.store.cluster import over_cluster  # noqa: PLC0415

        done = over_cluster(self.scheduler, work.work, map(work.fetch, items), shared)
        yield from map(work.put, done)


def as_it_is(item: T) -> T:
    """Where there is nothing to fetch."""
    return item


def whole(work: Work[S, T, C, D, R], shared: S, item: T) -> R:
    """All three parts on this machine, in whichever process."""
    return work.put(work.work(shared, work.fetch(item)))
