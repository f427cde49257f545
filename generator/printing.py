"""Printing a site: every artifact to its file, or the file of the last build in its place."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

from generator.binding import Laying, bound, fetched, lay, many, standing
from generator.choices import Limits
from generator.fingerprints import Fingerprints
from generator.publish.artifacts import Artifact, Document, File, Page
from generator.publish.sheaves import Part
from generator.render.page import Printer
from generator.store import aside
from generator.store.crew import Crew, Work
from generator.store.gzipped import Gzipped, Piece, gzipped, known
from generator.store.manifest import Written
from generator.store.output import write
from generator.store.parts import ENDING, Leaves
from generator.store.prints import Standing, Told
from generator.store.spare import take_over


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


class Task(NamedTuple):
    """An artifact that is to be made."""

    number: int
    """Its place in the list."""
    parts: tuple[Part, ...]
    """What lies aside for it."""


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
    new = [one for one in numbers if one not in known]
    known |= {one.number: one for one in print_large(press, new, crew)}
    work = Work(make_one, partial(put, press), partial(Task, parts=()))
    with closing(crew.each(work, (one for one in new if one not in known), shared=press)) as rest:
        for number in numbers:
            yield known.get(number) or next(rest)


def print_large(press: Press, new: Iterable[int], crew: Crew) -> list[Printed]:
    """Those that many records give something to."""
    large = [one for one in new if many(press.artifacts[one])]
    laid = lay(press.artifacts, filter(partial(is_unheard_of, press), large), press.tree, crew)
    work = Work(make_one, partial(put, press), partial(task, press.tree, laid), together=1)
    with closing(crew.each(work, large, shared=press)) as printed:
        done = [*printed]
    aside.clear(press.tree)
    return done


def is_unheard_of(press: Press, number: int) -> bool:
    """Open data of which the last build left nothing: it asks every record for all it holds."""
    one = press.artifacts[number]
    return isinstance(one, Document) and one.may_shrink and one.path not in press.before.told.leaves


def early(artifacts: Iterable[Artifact]) -> tuple[int, ...]:
    """Its places in the list."""
    return tuple(number for number, one in enumerate(artifacts) if not one.is_late)


def kept(press: Press) -> Iterator[Printed]:
    """Artifacts whose files of the last build stand again."""
    before, old = press.before, dict[int, Written]()
    for number, (artifact, told) in enumerate(zip(press.artifacts, press.told, strict=True)):
        if told is not None and before.told.prints.get(artifact.path) == told:
            file = standing(before, artifact.path)
            if file:
                old[number] = file
    stand = take_over(before.root, press.tree, tuple(old.values()))
    for number, file in old.items():
        if file.path in stand:
            leaves = before.told.leaves.get(press.artifacts[number].path)
            pieces = before.told.pieces.get(file.path, ())
            yield Printed(number, file, leaves, pieces, is_kept=True)


def task(tree: str, laid: Laying, number: int) -> Task:
    """What it takes to make one artifact, from this machine's disk."""
    return Task(number, fetched(tree, laid, number))


def make_one(press: Press, task: Task) -> Made:
    """The bytes of one artifact, in whichever process."""
    return Made(task.number, made(press, press.artifacts[task.number], task.parts))


def made(press: Press, artifact: Artifact, parts: tuple[Part, ...] = ()) -> Body:
    """The file that an artifact becomes."""
    if isinstance(artifact, Page):
        return Body(artifact.path, press.printer.render(artifact))
    body, leaves = bound(artifact, parts, press.fingerprints, press.before)
    if artifact.may_shrink and len(body) >= press.limits.data_bytes:
        path = artifact.path + ENDING
        return Body(path, leaves=leaves, **compressed(press.before, path, body)._asdict())
    return Body(artifact.path, body, leaves)


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
