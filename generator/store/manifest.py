"""``.sitegen/manifest.json`` of a published site: which files in the output folder are ours.

    {"format": 1, "sitegen": "0.1.0", "files": [
    ["index.html", "9f86d081…", 15872],
    …
    ]}

Files are sorted by path; the digest is SHA-256 in hex, the size is in bytes. Pure.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator import __version__
from generator.store.paths import LONGEST, wrong_with

FORMAT = 1
FOLDER = ".sitegen"
MANIFEST = f"{FOLDER}/manifest.json"
encode = json.JSONEncoder(ensure_ascii=False).encode


class Written(NamedTuple):
    """A file of the site as it was written."""

    path: str
    """Below the site's root, with ``/``."""
    sha256: str
    size: int
    """In bytes."""


def to_json(files: Iterable[Written]) -> bytes:
    """The manifest's bytes: one file a line, so that it can be compared."""
    lines = ",\n".join(map(encode, sorted(files)))
    head = f'{{"format": {FORMAT}, "sitegen": "{__version__}", "files": ['
    return f"{head}\n{lines}\n]}}\n".encode()


@lru_cache(1)
def from_json(body: bytes) -> tuple[Written, ...] | None:
    """The files of a manifest; ``None`` when it is not one that we wrote in this format.

    A build asks four times for those of the site that stands.
    """
    try:
        manifest = json.loads(body)
        if manifest["format"] != FORMAT:
            return None
        files = tuple(Written(path, sha256, size) for path, sha256, size in manifest["files"])
        sound = are_sound([file.path for file in files])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return files if sound else None


def are_sound(paths: Sequence[str]) -> bool:
    """Whether nothing is wrong with any path. Many share their names, each asked about once."""
    names = {name for path in paths for name in path.split("/") if name.casefold() != FOLDER}
    ours = (path for path in paths if len(path) > LONGEST or path.casefold().startswith(FOLDER))
    return not any(map(wrong_with, names)) and not any(map(wrong_with, ours))
