"""``content/static/`` → the site, byte for byte."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.errors import Fault, attempting
from generator.store.manifest import Written
from generator.store.output import write
from generator.store.paths import shown_name, wrong_with

LITTER = (".DS_Store", ".gitignore", ".gitkeep", "Thumbs.db", "desktop.ini")
"""What tools leave in a folder, and no one means to publish."""


class StaticFile(NamedTuple):
    """A file of the owner's that becomes part of the site."""

    path: str
    """In the site."""
    source: str
    """On the disk."""


def find_static(folder: Path) -> tuple[tuple[StaticFile, ...], tuple[Fault, ...]]:
    """The files by path, hidden ones too; a fault for each that a site cannot hold."""
    if not folder.is_dir():
        return (), ()
    with attempting(f"read {folder}"):
        found = tuple(listed(str(folder)))
    files = (file for file in found if isinstance(file, StaticFile))
    return tuple(sorted(files)), tuple(fault for fault in found if isinstance(fault, Fault))


def listed(folder: str, below: str = "") -> Iterator[StaticFile | Fault]:
    """The files below a folder; no link is followed, since it may lead anywhere."""
    for entry in sorted(os.scandir(folder), key=lambda one: os.fsencode(one.name)):
        if entry.name in LITTER:
            continue
        name = os.fsencode(entry.name).decode("utf-8", "surrogateescape")
        path = below + unicodedata.normalize("NFC", name)
        if entry.is_dir(follow_symlinks=False):
            yield from listed(entry.path, f"{path}/")
        elif entry.is_file(follow_symlinks=False):
            wrong = wrong_with(path)
            if wrong:
                yield Fault("static-name-wrong", shown_name(entry.path), 0, wrong)
            else:
                yield StaticFile(path, entry.path)
        elif entry.is_symlink():
            hint = "put the file itself there"
            yield Fault("static-not-a-file", shown_name(entry.path), 0, "it is a link", hint)
        else:
            message = "it is no regular file"
            yield Fault("static-not-a-file", shown_name(entry.path), 0, message, "remove it")


def copy(tree: str, file: StaticFile) -> Written:
    """Write a file into the new tree, as it is."""
    with (
        attempting(f"read {file.source}"),
        os.fdopen(os.open(file.source, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb") as opened,
    ):
        body = opened.read()
    return write(tree, file.path, body)
