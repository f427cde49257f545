"""Reading dumps: from the disk to records, or from what an earlier build kept of them."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.choices import Limits
from generator.config import Config
from generator.diagnostics import Diagnostic
from generator.dump.privacy import Policy
from generator.dump.received import Dump
from generator.project import Parsed, parse
from generator.store.crew import Crew, Work
from generator.store.dumps import DumpFile, contents, one_dump, origin, read_dump, received
from generator.store.records import Kept, packed, unpacked


class Reading(NamedTuple):
    """What reading a dump needs beside the dump."""

    policy: Policy
    limits: Limits


def reading(config: Config) -> Reading:
    """What the settings say of it."""
    return Reading(Policy(**config.privacy._asdict()), config.limits)


class Fetched(NamedTuple):
    """A dump from the disk."""

    file: DumpFile
    body: bytes | Diagnostic
    """Its bytes, or why there are none."""
    origin: str
    """SHA-256 of its file."""


def read_one(reading: Reading, file: DumpFile) -> Parsed:
    """One dump from the disk to its copies, in whichever process."""
    return understood(reading, read_dump(file, reading.limits))


def fetched(limits: Limits, file: DumpFile) -> Fetched:
    """A dump from the disk."""
    body = contents(file, limits.dump_bytes)
    return Fetched(file, body, origin(file, body))


def understood(reading: Reading, dump: Dump) -> Parsed:
    """And from there to its copies."""
    return parse(dump, reading.policy, reading.limits.line_characters)


def read_file(path: Path) -> Parsed:
    """One dump by itself, read and withheld as a site without settings would."""
    return read_one(Reading(Policy(), Limits()), one_dump(path))


Task = tuple[Reading, Kept]
Packed = tuple[DumpFile, str, bytes]
"""A dump, the digest of its file, and what was read of it."""


def read_all(
    reading: Reading, files: Sequence[DumpFile], crew: Crew, kept: Kept
) -> Iterator[Parsed]:
    """Every dump in its order; those that are kept are not read again."""
    shared = (reading, kept)
    work = Work(read_packed, partial(put, kept), partial(fetched, reading.limits))
    new = (one for one in files if not kept.holds(one))
    read = (
        (read_and_keep(shared, one) for one in new)
        if crew.is_alone
        else map(unpacked, crew.each(work, new, shared=reading))
    )
    for one in files:
        known = kept.recall(one) if kept.holds(one) else next(read)
        yield known or read_and_keep(shared, one)


def read_and_keep(shared: Task, file: DumpFile) -> Parsed:
    """One dump, for this build and the next."""
    reading, kept = shared
    one = fetched(reading.limits, file)
    parsed = understood(reading, received(file, one.body))
    if file.name in kept.names:
        kept.keep(file, one.origin, packed(parsed))
    return parsed


def read_packed(reading: Reading, one: Fetched) -> Packed:
    """The same in another process: packed it travels faster, and it is packed to be kept."""
    return one.file, one.origin, packed(understood(reading, received(one.file, one.body)))


def put(kept: Kept, read: Packed) -> bytes:
    """Keep what was read of a dump."""
    kept.keep(*read)
    return read[2]
