"""Whether anything that goes into a site has changed since it was built."""

import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from generator.config import Config
from generator.render.places import folders
from generator.store import memory, prints
from generator.store.dumps import SOURCES, DumpFile
from generator.store.lookups import CHECKOUT as LOOKUPS
from generator.store.manifest import MANIFEST
from generator.store.memory import Memory, Seen
from generator.store.prints import Prints, Standing, Told, standing
from generator.store.takedowns import WITHHELD
from generator.store.versions import versions

OURS = Path(__file__).parent


class Inputs(NamedTuple):
    """All that goes into a site, as it was when the build began."""

    place: Path
    """Of the memory."""
    key: str
    """As in the memory."""
    around: str
    """Digest of all of it but the dumps and what is told of each: when that has changed, every
    file of the site may have."""
    looked: int
    seen: tuple[Seen, ...]
    origins: Mapping[str, str]
    """SHA-256 of each dump file, by the dump's name; ``""`` of one that cannot be read."""


def inputs(config: Config, dumps: Iterable[DumpFile], before: Memory | None) -> Inputs:
    """Look at everything, before any of it is read: what changes meanwhile is seen next time."""
    place = memory.place(config.output)
    looked = memory.moment(place)
    known = tuple(dumps)
    apart = {*(one.path for one in known), str(config.dumps / SOURCES)}
    seen = memory.look({*apart, *other_files(config)}, before)
    digests = {one.path: one.digest for one in seen}
    around = [(one.path, one.digest) for one in seen if one.path not in apart]
    names = [(one.name, one.path, one.refused) for one in known]
    return Inputs(
        place=place,
        key=key(config, names),
        around=key(config, around),
        looked=looked,
        seen=seen,
        origins={one.name: digests[one.path] for one in known},
    )


def other_files(config: Config) -> Iterator[str]:
    """Every file but the dumps, whether it is there or not."""
    content = config.content
    owners = (content / "lookups", content / "pages", content / "static")
    for folder in (*owners, *folders(config.templates), LOOKUPS, OURS):
        yield from memory.files_below(folder)
    own = (config.dumps / "dumps.toml", content / "site.toml", content / WITHHELD)
    yield from map(str, (*own, *([config.since] if config.since else [])))


def key(config: Config, beside: object) -> str:
    """Digest of what no file tells: the settings, the versions of all libraries, and ``beside``."""
    lasting = replace(config, jobs=None, scheduler=None, strict=False, record=None)
    lasting = replace(lasting, anew=False, explain=False)
    duckdb = version("duckdb") if config.parquet else None
    words = repr((lasting, versions(), duckdb, beside))
    return sha256(words.encode("utf-8", "surrogateescape")).hexdigest()


def program(now: Inputs) -> str:
    """Digest of sitegen itself, and of the Python that runs it."""
    ours = [(one.path, one.digest) for one in now.seen if Path(one.path).is_relative_to(OURS)]
    return sha256(repr((platform.python_version(), ours)).encode("ascii")).hexdigest()


def recalled(config: Config, dumps: Iterable[DumpFile]) -> tuple[Inputs, object | None]:
    """The inputs, and what the last build said if it would say the same now."""
    before = memory.recall(memory.place(config.output)) if not config.anew else None
    now = inputs(config, dumps, before)
    stands = before is not None and before.manifest == manifest(config.output)
    if before and stands and before.key == now.key and memory.is_same(before.inputs, now.seen):
        return now, before.said
    return now, None


def taken_over(config: Config, now: Inputs) -> Standing:
    """What of the old site may stand again, file by file, where its fingerprint is the same."""
    return standing(config.output, "" if config.anew else now.around)


def keep(config: Config, now: Inputs, said: object, told: Told) -> None:
    """Remember a build whose site stands. ``told``: of its files."""
    found = manifest(config.output)
    if found:
        prints.remember(config.output, Prints(now.around, found, told))
        memory.remember(now.place, Memory(now.key, now.looked, now.seen, found, said))


def manifest(output: Path) -> str:
    """Digest of the list of the files that were published there; empty when there is none."""
    return memory.digest(str(output / MANIFEST))
