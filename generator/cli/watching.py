"""Build again after every change."""

import os
from collections.abc import Callable, Mapping

from generator.cli.saying import Voice, say
from generator.errors import SitegenError
from generator.render.page import prepared
from generator.serving.watching import Watch
from generator.store.settings import read_settings


def build_again(
    options: Mapping[str, object], build: Callable[[Mapping[str, object]], bool], voice: Voice
) -> None:
    """Build, wait for a change, and so on until Ctrl-C. A build that fails ends nothing."""
    try:
        while True:
            # Looked at before the build: what changes meanwhile is not missed.
            watch = Watch(read_settings(os.environ, options).config)
            prepared.cache_clear()
            try:
                build(options)
            except SitegenError as error:
                voice.error(error)
            say("watching for changes; Ctrl-C stops")
            say(changed_files(watch.wait()))
    except KeyboardInterrupt:
        say("stopped")


def changed_files(paths: tuple[str, ...]) -> str:
    """``content/site.toml has changed``, or how many have."""
    first = os.path.relpath(paths[0])
    return (
        f"{first} has changed"
        if len(paths) == 1
        else f"{first} and {len(paths) - 1:,} more have changed"
    )
