"""A site in memory: dumps are read again when they change, a page is printed when it is asked for.

What needs all other files, such as the index of the search, is as the last whole build left it.
"""

import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.gathering import Given, gather
from generator.making import site_of, together
from generator.project import Parsed
from generator.publish.artifacts import Artifact, Page
from generator.publish.publishers import everything
from generator.reading import Reading, read_one, reading
from generator.render.assets import assets
from generator.render.page import Printer, prepared
from generator.render.places import folders
from generator.serving.watching import Sign, signs
from generator.store.dumps import DumpFile
from generator.store.parallel import in_parallel


class Held(NamedTuple):
    """A site as it was at one moment."""

    artifacts: Mapping[str, Artifact]
    assets: Mapping[str, bytes]
    static: Mapping[str, str]
    printer: Printer
    output: Path


class Known(NamedTuple):
    """What a dump was read from; when any of it differs, it is read again."""

    sign: Sign | None
    file: DumpFile
    reading: Reading


class Live:
    """The site of one call's settings."""

    def __init__(self, environ: Mapping[str, str], options: Mapping[str, object]) -> None:
        self.environ = environ
        self.options = options
        self.parsed: dict[Known, Parsed] = {}
        self.given: Given | None = None
        self.held: Held | None = None
        self.lock = threading.Lock()

    def refresh(self) -> None:
        """Look at everything again. Raises ``SitegenError``: the old site is still held then."""
        given = gather(self.environ, self.options)
        parsed = dict(self.read(given))
        files = dict(assets(folders(given.config.templates), given.config.accent).files)
        with self.lock:
            prepared.cache_clear()  # templates may have changed
            if self.held and (given, parsed.keys()) == (self.given, self.parsed.keys()):
                self.held = self.held._replace(assets=files)
            else:
                self.held = held(given, parsed.values(), files)
            self.given, self.parsed = given, parsed

    def read(self, given: Given) -> list[tuple[Known, Parsed]]:
        """Every dump; one that is as it was is not read again."""
        how, at = reading(given.config), signs(one.path for one in given.dumps)
        known = [Known(at.get(one.path), one, how) for one in given.dumps]
        new = [one for one in known if one not in self.parsed]
        read = in_parallel(read_one, (one.file for one in new), given.config.jobs, shared=how)
        found = self.parsed | dict(zip(new, read, strict=True))
        return [(one, found[one]) for one in known]

    def body(self, path: str) -> bytes | None:
        """A file of the site; ``None`` when it has none of that path."""
        with self.lock:
            if self.held is None:
                return None
            return next(filter(None, (one() for one in ways(self.held, path))), None)


def held(given: Given, parsed: Iterable[Parsed], files: Mapping[str, bytes]) -> Held:
    """The site of dumps that were read; no page of it is printed yet."""
    whole, _ = together(given, parsed)
    site = site_of(given)
    return Held(
        artifacts={one.path: one for one in everything(whole, site) if not one.is_late},
        assets=files,
        static={one.path: one.source for one in given.static},
        printer=Printer(site, given.config.templates),
        output=given.config.output,
    )


def ways(site: Held, path: str) -> tuple[Callable[[], bytes | None], ...]:
    """Where a file may come from: memory first, then what the last whole build wrote."""
    return (
        partial(site.assets.get, path),
        partial(printed, site, path),
        partial(on_disk, site.static.get(path)),
        partial(on_disk, str(site.output / path)),
    )


def printed(site: Held, path: str) -> bytes | None:
    """One artifact, now."""
    artifact = site.artifacts.get(path)
    if artifact is None:
        return None
    return site.printer.render(artifact) if isinstance(artifact, Page) else artifact.body()


def on_disk(path: str | None) -> bytes | None:
    """A file's bytes, if it is there."""
    place = Path(path) if path else None
    return place.read_bytes() if place and place.is_file() else None
