"""Printing a site: every artifact to its file, or the file of the last build in its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.choices import Limits
from generator.fingerprints import Fingerprints
from generator.publish.artifacts import Artifact, Document, File, Page
from generator.publish.sheaves import Sheaf
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
    body: Body | None
    """``None``: they are those of the last build."""
    fingerprint: str | None


class Printed(NamedTuple):
    """What became of an artifact."""

    number: int
    """Its place in the list."""
    file: Written
    fingerprint: str | None = None
    """``None`` of what cannot be told from its like: it is always made."""
    leaves: Leaves | None = None
    pieces: tuple[Piece, ...] = ()
    """As of a body."""
    is_kept: bool = False
    """The file of the last build stands again."""


def print_early(press: Press, crew: Crew) -> Iterator[Printed]:
    """What can be made at once."""
    if not press.before.is_whole:  # else few of them are needed
        press.printer.compile()
    work = Work(make_one, partial(put, press), as_it_is)
    return crew.each(work, early(press.artifacts), shared=press)


def early(artifacts: Iterable[Artifact]) -> tuple[int, ...]:
    """Its places in the list."""
    return tuple(number for number, one in enumerate(artifacts) if not one.is_late)


def make_one(press: Press, number: int) -> Made:
    """The bytes of one artifact, in whichever process."""
    artifact = press.artifacts[number]
    told = press.fingerprints.of(artifact.recipe)
    if told is not None and press.before.told.prints.get(artifact.path) == told:
        return Made(number, None, told)
    return Made(number, made(press, artifact), told)


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
    """A document's bytes. The leaves of records that are as they were are those it had."""
    sheaf = document.body
    if not isinstance(sheaf, Sheaf) or len(sheaf.records) < MANY:
        return document.body(), None
    names = [press.fingerprints.name(one) or UNTOLD for one in sheaf.records]
    old = leaves_before(press.before, document.path, sheaf)
    leaves = [
        old[name] if name in old else sheaf.leaf(record)
        for name, record in zip(names, sheaf.records, strict=True)
    ]
    return sheaf.bound(leaves), Leaves(" ".join(names), len(sheaf.head), tuple(map(len, leaves)))


def leaves_before(before: Standing, path: str, sheaf: Sheaf) -> Mapping[str, memoryview]:
    """The leaves of the file that stands, by the names of their records."""
    told, old = before.told.leaves.get(path), standing(before, path)
    body = plain(before.root, old) if told and old else b""
    if not told or not body:
        return {}
    parts = zip(told.names.split(), told.sizes, strict=True)
    found = apart(body, parts, told.start, len(sheaf.between))
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
    artifact, before = press.artifacts[one.number], press.before
    old = None if one.body else standing(before, artifact.path)
    if old and take_over(before.root, press.tree, old):
        leaves = before.told.leaves.get(artifact.path)
        pieces = before.told.pieces.get(old.path, ())
        return Printed(one.number, old, one.fingerprint, leaves, pieces, is_kept=True)
    path, body, leaves, pieces = one.body or made(press, artifact)
    return Printed(one.number, write(press.tree, path, body), one.fingerprint, leaves, pieces)


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


def told(artifacts: Sequence[Artifact], printed: Sequence[Printed]) -> Told:
    """What the next build knows the files by: fingerprints go by the paths of their artifacts."""
    return Told(
        {artifacts[one.number].path: one.fingerprint for one in printed if one.fingerprint},
        {one.file.path: one.pieces for one in printed if one.pieces},
        {artifacts[one.number].path: one.leaves for one in printed if one.leaves},
    )
