"""The file that settings stand in, with the environment and the options → settings."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.choices import CONTENT, LOGO
from generator.config import Config, content_folder, layers, read_config
from generator.errors import Fault, attempting
from generator.settings.setting import Layer
from generator.settings.toml import from_toml

SITE = "site.toml"
STATIC = "static"


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
    if config.logo and not (config.content / STATIC / config.logo).is_file():
        site, _ = from_toml(words, path.as_posix())
        faults = (*faults, missing_logo(config, layers(site, environ, options)))
    told = sorted(faults, key=lambda one: (one.file, one.line))
    return Settled(config, (*missing_folders(config), *unreadable, *told))


def missing_folders(config: Config) -> tuple[Fault, ...]:
    """Folders that someone named and that are not there. Without ``content/`` much still works."""
    content = None if config.content == CONTENT.default else config.content
    return tuple(
        Fault("folder-missing", folder.as_posix(), 0, "there is no such folder")
        for folder in (content, config.templates)
        if folder and not folder.is_dir()
    )


def missing_logo(config: Config, given: tuple[Layer, ...]) -> Fault:
    """A logo that someone named and that is not there."""
    at = next(layer[LOGO.key] for layer in reversed(given) if LOGO.key in layer)
    message = f"there is no {config.logo} in {(config.content / STATIC).as_posix()}"
    return Fault("setting-wrong", at.file, at.line, message, "put the logo there")


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
