"""Documents that many records give something to, bound from what each gives.

What records that are as they were gave is cut out of the file that stands. Where all of it is
new, it is made by *runs*, some records at a time for all documents, and lies aside until it is
bound: whoever looks at a record in another process has a copy of it from then on, so nobody
should look at all of them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

from generator.fingerprints import Fingerprints
from generator.publish.artifacts import Artifact, Document
from generator.publish.sheaves import Part, Sheaf, Stock
from generator.store import aside
from generator.store.crew import Crew, Work, as_it_is
from generator.store.manifest import Written
from generator.store.parallel import chunked
from generator.store.parts import ENDING, UNTOLD, Leaves, apart, plain
from generator.store.prints import Standing

MANY = 500
"""From so many records on, it pays to tell what each gives from what others do."""
RUN = 250
"""Records whose parts are made one after the other."""
FRESH = 160
"""Runs until others go on with them, who have no copy of a record yet."""


class Run(NamedTuple):
    """Some of the records of a document."""

    number: int
    """The document's place in the list of artifacts."""
    first: int
    stop: int


class Laid(NamedTuple):
    """What they gave lies aside."""

    number: int
    name: str
    sizes: tuple[int, ...]
    """Of what each gave."""


Laying = Mapping[int, Sequence[Laid]]
"""What lies aside, by the places of the documents."""


Several = dict[int, Sheaf | Stock]
"""What makes documents, by their places."""


def lay(artifacts: Sequence[Artifact], new: Iterable[int], tree: str, crew: Crew) -> Laying:
    """Make and lay aside what the records of these new documents give, when it is worth it."""
    several: Several = {one: body for one in new if (body := many(artifacts[one]))}
    work = Work(make_run, partial(put_run, tree), as_it_is)
    laid: dict[int, list[Laid]] = {}
    every = () if crew.is_alone else runs(several)
    for some in chunked(every, FRESH):
        with closing(crew.each(work, some, shared=several)) as found:
            for one in found:
                laid.setdefault(one.number, []).append(one)
    return laid


def runs(several: Several) -> Iterator[Run]:
    """All the runs, those of the same records behind each other."""
    sizes = {number: len(body.records) for number, body in several.items()}
    for first in range(0, max(sizes.values(), default=0), RUN):
        for number, size in sizes.items():
            if first < size:
                yield Run(number, first, min(first + RUN, size))


def many(artifact: Artifact) -> Sheaf | Stock | None:
    """What makes a document of so many records."""
    body = artifact.body if isinstance(artifact, Document) else None
    return body if isinstance(body, Sheaf | Stock) and len(body.records) >= MANY else None


def make_run(several: Several, run: Run) -> tuple[Run, Part]:
    """What they give, in whichever process."""
    body = several[run.number]
    return run, body.part(body.records[run.first : run.stop])


def put_run(tree: str, made: tuple[Run, Part]) -> Laid:
    """To this machine's disk."""
    (number, first, _), (body, sizes) = made
    name = f"{number}-{first}"
    aside.put(tree, name, body)
    return Laid(number, name, sizes)


def fetched(tree: str, laid: Laying, number: int) -> tuple[Part, ...]:
    """What lies aside for a document."""
    return tuple(Part(aside.taken(tree, one.name), one.sizes) for one in laid.get(number, ()))


def bound(
    document: Document, parts: tuple[Part, ...], prints: Fingerprints, before: Standing
) -> tuple[bytes, Leaves | None]:
    """A document's bytes, and what they are put together from where many records give it."""
    body = many(document)
    if body is None:
        return document.body(), None
    names = [prints.name(one) or UNTOLD for one in body.records]
    head = len(body.head) if isinstance(body, Sheaf) else 0
    if parts:
        sizes = tuple(size for part in parts for size in part.sizes)
        return body.of(parts), Leaves(" ".join(names), head, sizes)
    told, old = stood(before, document.path)
    if isinstance(body, Stock):
        there = {*told.names.split()} - {UNTOLD}
        kept = frozenset(place for place, name in enumerate(names) if name in there)
        return body.made([old], kept), Leaves(" ".join(names), head, (0,) * len(names))
    known = leaves_before(told, old, len(body.between))
    leaves = [*leaves_of(body, names, known)]
    return body.bound(leaves), Leaves(" ".join(names), head, tuple(map(len, leaves)))


def leaves_of(
    sheaf: Sheaf, names: Collection[str], old: Mapping[str, memoryview]
) -> Iterator[bytes | memoryview]:
    """The leaves, those there were and new ones."""
    for name, record in zip(names, sheaf.records, strict=True):
        yield old[name] if name in old else sheaf.leaf(record)


def stood(before: Standing, path: str) -> tuple[Leaves, bytes]:
    """What the file that stands consists of, and its bytes; nothing of a file that has changed."""
    told, old = before.told.leaves.get(path), standing(before, path)
    body = plain(before.root, old) if told and old else b""
    return (told, body) if told and body else (Leaves("", 0, ()), b"")


def leaves_before(told: Leaves, body: bytes, between: int) -> Mapping[str, memoryview]:
    """The leaves of that file, by the names of their records."""
    parts = zip(told.names.split(), told.sizes, strict=True)
    found = apart(body, parts, told.start, between)
    return {name: leaf for name, leaf in found.items() if name != UNTOLD}


def standing(before: Standing, path: str) -> Written | None:
    """The file that an artifact became, compressed or not."""
    return before.files.get(path) or before.files.get(path + ENDING)
