"""The file that settings stand in, with the environment and the options → settings."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.config import CONTENT, Config, content_folder, read_config
from generator.errors import Fault, attempting

SITE = "site.toml"


class Settled(NamedTuple):
    """The settings of a call, and what is wrong with them."""

    config: Config
    faults: tuple[Fault, ...]
    """For ``generator.errors.refuse``, together with those of the dumps and the static files."""


def read_settings(environ: Mapping[str, str], options: Mapping[str, object]) -> Settled:
    """The settings of one call. No ``site.toml`` is one that leaves everything as it is."""
    path = content_folder(environ, options) / SITE
    words, unreadable = read_words(path)
    config, faults = read_config(words, path.as_posix(), environ, options)
    return Settled(config, (*missing_folders(config), *unreadable, *faults))


def missing_folders(config: Config) -> tuple[Fault, ...]:
    """Folders that someone named and that are not there. Without ``content/`` much still works."""
    content = None if config.content == CONTENT.default else config.content
    return tuple(
        Fault("folder-missing", folder.as_posix(), 0, "there is no such folder")
        for folder in (content, config.templates)
        if folder and not folder.is_dir()
    )


def read_words(path: Path) -> tuple[str, tuple[Fault, ...]]:
    """A text file of the owner's; ``""`` when there is none, or when it is no UTF-8."""
    with attempting(f"read {path}"):
        try:
            body = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return "", ()
    try:
        return body.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8"
        return "", (Fault("not-utf-8", path.as_posix(), line, "this is no UTF-8", hint),)
