"""Printing a site: every artifact to its file, or the file of the last build in its place."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

from generator.choices import Limits
from generator.fingerprints import Fingerprints
from generator.publish.artifacts import Artifact, Document, File, Page
from generator.publish.sheaves import Sheaf, Stock
from generator.render.page import Printer
from generator.store.crew import Crew, Work, as_it_is
from generator.store.gzipped import Gzipped, Piece, gzipped, known
from generator.store.manifest import Written
from generator.store.output import take_over, write
from generator.store.parts import ENDING, UNTOLD, Leaves, apart, plain
from generator.store.prints import Standing, Told

MANY = 500
"""From so many records on, it pays to tell the leaves of a document from each other."""


class Press(NamedTuple):
    """What printing an artifact needs beside its place in the list."""

    artifacts: tuple[Artifact, ...]
    printer: Printer
    tree: str
    """Where the new site is written."""
    limits: Limits
    fingerprints: Fingerprints
    told: tuple[str | None, ...]
    """The fingerprint of each artifact; ``None`` of what cannot be told from its like."""
    key: str
    """Digest of all that is the same for every file."""
    before: Standing


class Body(NamedTuple):
    """A file of the site, not written yet."""

    path: str
    body: bytes
    leaves: Leaves | None = None
    """Where it is put together from what many records give."""
    pieces: tuple[Piece, ...] = ()
    """Where it is compressed."""


class Made(NamedTuple):
    """An artifact's bytes."""

    number: int
    """Its place in the list."""
    body: Body


class Printed(NamedTuple):
    """What became of an artifact."""

    number: int
    """Its place in the list."""
    file: Written
    leaves: Leaves | None = None
    pieces: tuple[Piece, ...] = ()
    """As of a body."""
    is_kept: bool = False
    """The file of the last build stands again."""


def print_early(press: Press, crew: Crew) -> Generator[Printed, None, None]:
    """What can be made at once, in the order of the list. Close it: workers write until then."""
    if not press.before.is_whole:  # else few of them are needed
        press.printer.compile()
    known = {one.number: one for one in kept(press)}
    numbers = early(press.artifacts)
    work = Work(make_one, partial(put, press), as_it_is)
    new = (one for one in numbers if one not in known)
    with closing(crew.each(work, new, shared=press)) as rest:
        for number in numbers:
            yield known.get(number) or next(rest)


def early(artifacts: Iterable[Artifact]) -> tuple[int, ...]:
    """Its places in the list."""
    return tuple(number for number, one in enumerate(artifacts) if not one.is_late)


def kept(press: Press) -> Iterator[Printed]:
    """Artifacts whose files of the last build stand again."""
    before = press.before
    for number, (artifact, told) in enumerate(zip(press.artifacts, press.told, strict=True)):
        if told is None or before.told.prints.get(artifact.path) != told:
            continue
        old = standing(before, artifact.path)
        if old and take_over(before.root, press.tree, old):
            leaves = before.told.leaves.get(artifact.path)
            pieces = before.told.pieces.get(old.path, ())
            yield Printed(number, old, leaves, pieces, is_kept=True)


def make_one(press: Press, number: int) -> Made:
    """The bytes of one artifact, in whichever process."""
    return Made(number, made(press, press.artifacts[number]))


def made(press: Press, artifact: Artifact) -> Body:
    """The file that an artifact becomes."""
    if isinstance(artifact, Page):
        return Body(artifact.path, press.printer.render(artifact))
    body, leaves = bound(press, artifact)
    if artifact.may_shrink and len(body) >= press.limits.data_bytes:
        path = artifact.path + ENDING
        return Body(path, leaves=leaves, **compressed(press.before, path, body)._asdict())
    return Body(artifact.path, body, leaves)


def bound(press: Press, document: Document) -> tuple[bytes, Leaves | None]:
    """A document's bytes. What it has of records that are as they were is what it had."""
    body = document.body
    if not isinstance(body, Sheaf | Stock) or len(body.records) < MANY:
        return body(), None
    names = [press.fingerprints.name(one) or UNTOLD for one in body.records]
    told, old = stood(press.before, document.path)
    if isinstance(body, Stock):
        there = {*told.names.split()} - {UNTOLD}
        rows = frozenset(place for place, name in enumerate(names) if name in there)
        return body.made(old, rows), Leaves(" ".join(names), 0, (0,) * len(names))
    leaves = leaves_of(body, names, leaves_before(told, old, len(body.between)))
    return body.bound(leaves), Leaves(" ".join(names), len(body.head), tuple(map(len, leaves)))


def leaves_of(
    sheaf: Sheaf, names: Iterable[str], old: Mapping[str, memoryview]
) -> list[bytes | memoryview]:
    """The leaves, those there were and new ones."""
    both = zip(names, sheaf.records, strict=True)
    return [old[name] if name in old else sheaf.leaf(record) for name, record in both]


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


def compressed(before: Standing, path: str, body: bytes) -> Gzipped:
    """A large file; what of it is as it was need not be compressed again."""
    old = before.files.get(path)
    pieces = known(before.root, old, before.told.pieces.get(path, ())) if old else {}
    return gzipped(body, pieces)


def put(press: Press, one: Made) -> Printed:
    """One artifact to its file."""
    path, body, leaves, pieces = one.body
    return Printed(one.number, write(press.tree, path, body), leaves, pieces)


def print_late(press: Press, written: Iterable[Written]) -> Iterator[Printed]:
    """What tells of the other files, in the order of the list: each knows those before it."""
    files = [File(*one) for one in written]
    for number, one in enumerate(press.artifacts):
        if one.is_late:
            path, body, *_ = made(press, informed(one, tuple(files)))
            done = write(press.tree, path, body)
            files.append(File(*done))
            yield Printed(number, done)


def informed(artifact: Artifact, files: tuple[File, ...]) -> Artifact:
    """The artifact, which now knows the files."""
    if isinstance(artifact, Page):
        return artifact._replace(view=partial(artifact.view, files))
    return artifact._replace(body=partial(artifact.body, files))


def told(press: Press, printed: Sequence[Printed]) -> Told:
    """What the next build knows the files by: fingerprints go by the paths of their artifacts."""
    paths = [one.path for one in press.artifacts]
    both = zip(paths, press.told, strict=True)
    return Told(
        {path: told for path, told in both if told},
        {one.file.path: one.pieces for one in printed if one.pieces},
        {paths[one.number]: one.leaves for one in printed if one.leaves},
    )
