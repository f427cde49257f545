"""The same work on many items over a Dask scheduler, with results in the items' order.

Its workers share no disk with the build. What all items share goes to each worker once; if the last
worker that holds it is lost, it is sent again. Whatever travels travels as bytes, and only between
processes whose code and libraries are the same.
"""

import copyreg
import pickle
import platform
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import cache, lru_cache
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, TypeVar

import dask

# We say ourselves what went wrong.
dask.config.set({"logging": {"distributed": "critical", "distributed.client": "critical"}})

from distributed import Client, Future, KilledWorker  # noqa: E402  # it sets up logging

from generator import __version__  # noqa: E402
from generator.errors import MachineError, attempting  # noqa: E402
from generator.store.parallel import AHEAD, CHUNK  # noqa: E402
from generator.store.versions import versions  # noqa: E402

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 30
"""Seconds for a scheduler to answer, or for a worker to be there."""
TRIES = 5
"""How often what all share is sent before nobody is thought to keep it."""


def over_cluster(
    address: str, work: Callable[[S, T], R], items: Iterator[T], shared: S
) -> Generator[R, None, None]:
    """``work(shared, item)`` for each item; ``work`` is a top-level function."""
    with connected(address) as client:
        errand = Errand(client, packed((ours(), packed((work, shared)))))
        for chunk in iter(lambda: tuple(islice(items, CHUNK)), ()):
            errand.send(chunk)
            if errand.is_enough:
                yield from errand.take()
        while errand.sent:
            yield from errand.take()


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of a scheduler that has workers, all of them such as we are."""
    with attempting(f"work with the scheduler {address}"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions: those that matter are refused below
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        with client, refused_strangers():
            wait_for_workers(client)
            client.run_on_scheduler(agree, ours())
            client.run(agree, ours())
            yield client


def wait_for_workers(client: Client) -> None:
    """Until there is one; those that were killed are often started again."""
    try:
        client.wait_for_workers(1, PATIENCE)
    except TimeoutError:
        message = f"the scheduler has had no worker for {PATIENCE} s; start some: dask worker …"
        raise MachineError(message, "cluster-empty") from None


@contextmanager
def refused_strangers() -> Iterator[None]:
    """Refuse a cluster of which a part does not know what it is asked."""
    try:
        yield
    except ImportError as error:
        message = f"the cluster runs another sitegen, or none: {error}"
        raise MachineError(message, "cluster-differs") from error


class Errand:
    """Chunks of items that are with the workers, the oldest first."""

    def __init__(self, client: Client, shared: bytes) -> None:
        """Hand to every worker what all chunks share."""
        self.client = client
        self.shared = shared
        self.sent: deque[tuple[bytes, Future[bytes]]] = deque()
        self.most: int = AHEAD * sum(client.nthreads().values())
        self.there = self.hand_out()

    def hand_out(self) -> Future[bytes]:
        """To all workers there are; who comes later gets it from them."""
        there: Future[bytes] = self.client.scatter(self.shared, broadcast=True, hash=False)
        return there

    @property
    def is_enough(self) -> bool:
        """All workers are busy, and results must not pile up."""
        return len(self.sent) > self.most

    def send(self, chunk: tuple[Any, ...]) -> None:
        """Have a chunk worked on."""
        self.submit(packed(chunk))

    def submit(self, chunk: bytes) -> None:
        """As bytes."""
        future = self.client.submit(run, self.there, chunk, pure=False)
        self.sent.append((chunk, future))

    def take(self) -> list[Any]:
        """The results of the oldest chunk. What a killed worker was at is done by another."""
        for _ in range(TRIES):
            try:
                done = self.sent[0][1].result()
            except CancelledError:
                self.begin_again()
            except KilledWorker:
                break
            else:
                self.sent.popleft()
                return [*unpacked(done)]
        message = "workers were killed again and again, perhaps for want of memory"
        raise MachineError(message, "worker-killed")

    def begin_again(self) -> None:
        """Nobody holds any more what all share: send it, and every chunk, once more."""
        chunks = [chunk for chunk, _ in self.sent]
        wait_for_workers(self.client)
        self.there = self.hand_out()
        self.sent.clear()
        for chunk in chunks:
            self.submit(chunk)


# --- what travels -----------------------------------------------------------------------------


def packed(value: object) -> bytes:
    """A value with the folders it names."""
    held = BytesIO()
    pickler = pickle.Pickler(held, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, type(Path()): folder}
    pickler.dump(value)
    return held.getvalue()


def unpacked(body: bytes) -> Any:  # noqa: ANN401  # whatever was packed
    """The value again, from a process that is as trusted as this one."""
    return pickle.loads(body)  # noqa: S301


def folder(path: Path) -> tuple[Callable[..., Path], tuple[tuple[tuple[str, bytes], ...]]]:
    """A folder on this machine, such as that of the site's own templates, with all its files."""
    files = sorted(one for one in path.rglob("*") if one.is_file())
    return laid_out, (tuple((str(one.relative_to(path)), one.read_bytes()) for one in files),)


# --- at a worker ------------------------------------------------------------------------------

one_at_a_time = Lock()
folders: list[TemporaryDirectory[str]] = []
"""They last as long as the process."""


def run(shared: bytes, chunk: bytes) -> bytes:
    """Do the work on a chunk."""
    with one_at_a_time:
        work, known = opened(shared)
    return packed([work(known, item) for item in unpacked(chunk)])


@lru_cache(1)
def opened(shared: bytes) -> Any:  # noqa: ANN401  # the work, and what all share
    """What was handed out, once it is known that we may work with it."""
    theirs, rest = unpacked(shared)
    agree(theirs)
    return unpacked(rest)


def agree(theirs: dict[str, str]) -> None:
    """Refuse the work of a build that would make other bytes than we would."""
    here = ours()
    odd = [f"{name} {here[name]}, not {one}" for name, one in theirs.items() if one != here[name]]
    if odd:
        message = f"{platform.node()}, of the cluster, has {'; '.join(odd)}"
        raise MachineError(message, "cluster-differs")


@cache
def ours() -> dict[str, str]:
    """What must be the same at both ends."""
    package, digest = Path(__file__).parents[1], sha256()
    inside, beside = package / "_templates", package.parent / "templates"
    templates = inside if inside.is_dir() else beside
    for place, kind in ((package, "*.py"), (templates, "*")):
        for path in sorted(one for one in place.rglob(kind) if one.is_file()):
            digest.update(
                b"%b\0%b\0" % (path.relative_to(place).as_posix().encode(), path.read_bytes())
            )
    return {**versions(), "sitegen": f"{__version__} ({digest.hexdigest()[:8]})"}


def laid_out(files: tuple[tuple[str, bytes], ...]) -> Path:
    """The folder with its files, on this machine."""
    folders.append(TemporaryDirectory(prefix="sitegen-"))
    root = Path(folders[-1].name)
    for name, body in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return root
