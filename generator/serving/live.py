"""A site in memory: dumps are read again when they change, a page is printed when it is asked for.

What needs all other files, such as the index of the search, is as the last whole build left it.
"""

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.gathering import Given, gather
from generator.making import site_of, together
from generator.project import Parsed
from generator.publish.artifacts import Page
from generator.reading import Reading, read_one, reading
from generator.render.assets import assets
from generator.render.page import Printer, prepared
from generator.render.places import folders
from generator.serving.published import Published
from generator.serving.watching import Sign, signs
from generator.store.dumps import DumpFile
from generator.store.memory import files_below
from generator.store.parallel import in_parallel


class Held(NamedTuple):
    """A site as it was at one moment."""

    published: Published
    assets: Mapping[str, bytes]
    static: Mapping[str, str]
    printer: Printer
    output: Path


class Known(NamedTuple):
    """What a dump was read from; when any of it differs, it is read again."""

    sign: Sign | None
    file: DumpFile
    reading: Reading


class Look(NamedTuple):
    """What pages are printed with; as long as it is the same, it need not be set up again."""

    printer: Printer
    templates: Mapping[str, Sign]


class Live:
    """The site of one call's settings."""

    def __init__(self, environ: Mapping[str, str], options: Mapping[str, object]) -> None:
        self.environ = environ
        self.options = options
        self.parsed: dict[Known, Parsed] = {}
        self.given: Given | None = None
        self.held: Held | None = None
        self.look: Look | None = None
        self.lock = threading.Lock()

    def refresh(self) -> None:
        """Look at everything again. Raises ``SitegenError``: the old site is still held then."""
        with uncollected():
            given = gather(self.environ, self.options)
            parsed = dict(self.read(given))
            look = looked(given)
            files = self.held.assets if self.held and look == self.look else pictured(given)
            if self.held and (given, parsed.keys()) == (self.given, self.parsed.keys()):
                now = self.held._replace(assets=files)
            else:
                whole, _ = together(given, parsed.values())
                before = self.held.published.publishers if self.held else {}
                now = Held(
                    published=Published(whole, look.printer.site, before),
                    assets=files,
                    static={one.path: one.source for one in given.static},
                    printer=look.printer,
                    output=given.config.output,
                )
        with self.lock:
            if look != self.look:
                prepared.cache_clear()
            self.given, self.parsed, self.look, self.held = given, parsed, look, now

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


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of garbage waits: it would go through all records, and somebody waits too."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def looked(given: Given) -> Look:
    """What pages would be printed with now."""
    config = given.config
    files = chain.from_iterable(map(files_below, folders(config.templates)))
    return Look(Printer(site_of(given), config.templates), signs(files))


def pictured(given: Given) -> Mapping[str, bytes]:
    """Style sheets, scripts, fonts and pictures."""
    return dict(assets(folders(given.config.templates), given.config.accent).files)


def ways(site: Held, path: str) -> tuple[Callable[[], bytes | None], ...]:
    """Where a file may come from: memory first, then what the last whole build wrote."""
    return (
        partial(site.assets.get, path),
        partial(on_disk, site.static.get(path)),
        partial(printed, site, path),
        partial(on_disk, str(site.output / path)),
    )


def printed(site: Held, path: str) -> bytes | None:
    """One artifact, now."""
    artifact = site.published.get(path)
    if artifact is None:
        return None
    return site.printer.render(artifact) if isinstance(artifact, Page) else artifact.body()


def on_disk(path: str | None) -> bytes | None:
    """A file's bytes, if it is there."""
    place = Path(path) if path else None
    return place.read_bytes() if place and place.is_file() else None
