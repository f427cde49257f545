"""Whether anything that goes into a site has changed since it was built."""

import platform
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.config import Config
from generator.render.places import folders
from generator.store import memory
from generator.store.dumps import DumpFile
from generator.store.lookups import CHECKOUT as LOOKUPS
from generator.store.manifest import MANIFEST
from generator.store.memory import Memory, Seen

OURS = Path(__file__).parent
LIBRARIES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "numpy", "segno")
"""Whatever else works on a site; another version may make other bytes."""


class Inputs(NamedTuple):
    """All that goes into a site, as it was when the build began."""

    place: Path
    """Of the memory."""
    key: str
    looked: int
    seen: tuple[Seen, ...]


def inputs(config: Config, dumps: Iterable[DumpFile], before: Memory | None) -> Inputs:
    """Look at everything, before any of it is read: what changes meanwhile is seen next time."""
    place = memory.place(config.output)
    looked = memory.moment(place)
    known = tuple(dumps)
    files = {*chain((one.path for one in known), other_files(config))}
    return Inputs(place, key(config, known), looked, memory.look(files, before))


def other_files(config: Config) -> Iterator[str]:
    """Every file but the dumps, whether it is there or not."""
    content = config.content
    owners = (content / "lookups", content / "pages", content / "static")
    for folder in (*owners, *folders(config.templates), LOOKUPS, OURS):
        yield from memory.files_below(folder)
    tables = (config.dumps / "dumps.toml", config.dumps / "sources.csv", content / "site.toml")
    yield from map(str, (*tables, *([config.since] if config.since else [])))


def key(config: Config, dumps: Iterable[DumpFile]) -> str:
    """What no file tells: the settings, the names dumps go by, the versions of all libraries."""
    lasting = replace(config, jobs=None, strict=False, record=None, anew=False)
    versions = [__version__, platform.python_version(), *map(version, LIBRARIES)]
    names = [(one.name, one.path, one.refused) for one in dumps]
    return sha256(repr((lasting, versions, names)).encode("utf-8", "surrogateescape")).hexdigest()


def recalled(config: Config, dumps: Iterable[DumpFile]) -> tuple[Inputs, object | None]:
    """The inputs, and what the last build said if it would say the same now."""
    before = memory.recall(memory.place(config.output)) if not config.anew else None
    now = inputs(config, dumps, before)
    stands = before is not None and before.manifest == manifest(config.output)
    if before and stands and before.key == now.key and memory.is_same(before.inputs, now.seen):
        return now, before.said
    return now, None


def keep(config: Config, now: Inputs, said: object) -> None:
    """Remember a build whose site stands."""
    found = manifest(config.output)
    if found:
        memory.remember(now.place, Memory(now.key, now.looked, now.seen, found, said))


def manifest(output: Path) -> str:
    """Digest of the list of the files that were published there; empty when there is none."""
    return memory.digest(str(output / MANIFEST))
