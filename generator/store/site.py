"""A published site on the disk, to be read and never written."""

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import IO, cast

from generator.errors import RefusedError, attempting

HOME = "index.html"


def files_of(root: Path) -> dict[str, int]:
    """Every file that hosts publish, with its bytes, in order: not what begins with a dot."""
    with attempting(f"read {root}"):
        if not (root / HOME).is_file():
            message = f"{root} holds no site: there is no {HOME} in it; `sitegen build` makes one"
            raise RefusedError(message, "site-missing")
        return dict(sorted(below(str(root), "")))


def below(root: str, folder: str) -> Iterator[tuple[str, int]]:
    """The files of a folder and of those in it."""
    with os.scandir(f"{root}/{folder}") as entries:
        for entry in entries:
            path = f"{folder}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from below(root, f"{path}/")
            elif entry.is_file():
                yield path, entry.stat().st_size


@contextmanager
def opened(root: Path, path: str) -> Iterator[IO[bytes]]:
    """A file as its readers get it: decompressed."""
    with attempting(f"read {root / path}"):
        if path.endswith(".gz"):
            with gzip.open(root / path) as file:
                yield cast("IO[bytes]", file)
        else:
            with (root / path).open("rb") as file:
                yield file


def text_of(root: Path, path: str) -> str:
    """A text file, whatever is wrong with it."""
    with opened(root, path) as file:
        return file.read().decode(errors="replace")


def digest(root: Path, path: str) -> str:
    """SHA-256 of a file as it lies there."""
    with attempting(f"read {root / path}"), (root / path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
