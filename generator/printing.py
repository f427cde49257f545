"""Printing a site: every artifact to its file, or the file of the last build in its place."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.config import Limits
from generator.fingerprints import Fingerprints
from generator.publish.artifacts import Artifact, File, Page
from generator.render.page import Printer
from generator.store.crew import Crew, Work, as_it_is
from generator.store.manifest import Written
from generator.store.output import take_over, write
from generator.store.prints import Standing

GZIP = 31
"""For zlib: a gzip file, which then tells neither a name nor a day."""


class Press(NamedTuple):
    """What printing an artifact needs beside its place in the list."""

    artifacts: tuple[Artifact, ...]
    printer: Printer
    tree: str
    """Where the new site is written."""
    limits: Limits
    fingerprints: Fingerprints
    before: Standing


class Body(NamedTuple):
    """A file of the site, not written yet."""

    path: str
    body: bytes


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
    is_kept: bool = False
    """The file of the last build stands again."""


def print_early(press: Press, crew: Crew) -> Iterator[Printed]:
    """What can be made at once."""
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
    if told is not None and press.before.prints.get(artifact.path) == told:
        return Made(number, None, told)
    return Made(number, made(press, artifact), told)


def made(press: Press, artifact: Artifact) -> Body:
    """The file that an artifact becomes."""
    if isinstance(artifact, Page):
        return Body(artifact.path, press.printer.render(artifact))
    body = artifact.body()
    if artifact.may_shrink and len(body) >= press.limits.data_bytes:
        return Body(f"{artifact.path}.gz", zlib.compress(body, 9, GZIP))
    return Body(artifact.path, body)


def put(press: Press, one: Made) -> Printed:
    """One artifact to its file."""
    artifact, before = press.artifacts[one.number], press.before
    old = None if one.body else before.files.get(artifact.path)
    if old and take_over(before.root, press.tree, old):
        return Printed(one.number, old, one.fingerprint, is_kept=True)
    file = write(press.tree, *(one.body or made(press, artifact)))
    return Printed(one.number, file, one.fingerprint)


def print_late(press: Press, written: Iterable[Written]) -> Iterator[Printed]:
    """What tells of the other files, in the order of the list: each knows those before it."""
    files = [File(*one) for one in written]
    for number, one in enumerate(press.artifacts):
        if one.is_late:
            done = write(press.tree, *made(press, informed(one, tuple(files))))
            files.append(File(*done))
            yield Printed(number, done)


def informed(artifact: Artifact, files: tuple[File, ...]) -> Artifact:
    """The artifact, which now knows the files."""
    if isinstance(artifact, Page):
        return artifact._replace(view=partial(artifact.view, files))
    return artifact._replace(body=partial(artifact.body, files))


def fingerprints(artifacts: Sequence[Artifact], printed: Iterable[Printed]) -> Mapping[str, str]:
    """What the next build knows the files by, by the paths of their artifacts."""
    return {artifacts[one.number].path: one.fingerprint for one in printed if one.fingerprint}
