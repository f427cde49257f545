"""Gathering what a build is given: settings, files, tables; everything but what dumps say."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.about_dumps import AboutDumps
from generator.config import Config
from generator.errors import Fault, refuse
from generator.lookups import Lookups
from generator.publish.artifacts import Text
from generator.render.places import catalogues, folders
from generator.store.dumps import DumpFile, find_dumps
from generator.store.lookups import read_lookups
from generator.store.settings import read_settings
from generator.store.static import StaticFile, find_static
from generator.store.takedowns import find_takedowns
from generator.store.texts import read_texts
from generator.takedown.listing import Takedowns

if TYPE_CHECKING:
    from generator.state import State


class Given(NamedTuple):
    """All that a build is given."""

    config: Config
    dumps: tuple[DumpFile, ...]
    about: AboutDumps
    lookups: Lookups
    texts: tuple[Text, ...]
    static: tuple[StaticFile, ...]
    earlier: "State | None"
    """What ``--since`` names."""
    faults: tuple[Fault, ...]
    """Warnings about all of it."""
    takedowns: Takedowns

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where it lies: none may hold the site, or lie in it."""
        own = self.config.templates
        return (self.config.content, self.config.dumps, *([own] if own else []))


def gather(environ: Mapping[str, str], options: Mapping[str, object]) -> Given:
    """Look at everything, and refuse what cannot be built, with all its faults at once."""
    config, faults = read_settings(environ, options)
    dumps, about, wrong_dumps = find_dumps(config.dumps)
    lookups, wrong_lookups = read_lookups(config.content)
    texts, wrong_texts = read_texts(config.content, config.languages)
    static, wrong_static = find_static(config.content / "static")
    takedowns, wrong_list = find_takedowns(config.content)
    earlier, wrong_state = earlier_state(config)
    every = (*faults, *wrong_dumps, *wrong_lookups, *wrong_texts, *wrong_static)
    every += (*wrong_list, *wrong_state)
    refuse(every, strict=config.strict)
    refuse_wishes(config)
    return Given(config, dumps, about, lookups, texts, static, earlier, every, takedowns)


# What follows is loaded only where it is asked for: most builds have nothing to do, and are to
# find that out at once.


def earlier_state(config: Config) -> tuple["State | None", tuple[Fault, ...]]:
    """The state of the build that this one is compared with."""
    if config.since is None:
        return None, ()
    from generator.dump.privacy import Policy  # noqa: PLC0415
    from generator.store.states import read_state  # noqa: PLC0415

    return read_state(config.since, Policy(**config.privacy._asdict()))


def refuse_wishes(config: Config) -> None:
    """Refuse what cannot be written."""
    for locale in config.languages[1:]:
        catalogues(locale, folders(config.templates))
    if config.record:
        from generator.store.states import refuse_state  # noqa: PLC0415

        refuse_state(config.record, config.output)
    if config.parquet:
        from generator.store.parquet import refuse_parquet  # noqa: PLC0415

        refuse_parquet(is_asked=True)
