"""``.site.sitegen-prints`` beside the output: the fingerprint of each file the last build made.

What a build would make again with the same fingerprint is taken over from the old site. Safe to
delete; any doubt makes everything anew.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.store import memory
from generator.store.manifest import MANIFEST, Written, from_json

FORMAT = 1


class Prints(NamedTuple):
    """Of one build."""

    key: str
    """Digest of all that is the same for every file: code, templates, settings, libraries."""
    manifest: str
    """SHA-256 of the manifest of the site it published."""
    pages: Mapping[str, str]
    """Fingerprints by path."""


class Standing(NamedTuple):
    """A site as the last build left it, as far as its files may stand again."""

    root: str
    files: Mapping[str, Written]
    """By path."""
    prints: Mapping[str, str]
    """Fingerprints by path."""
    is_whole: bool = True
    """False when there is no such site, or nothing of it may be taken over."""


def place(output: Path) -> Path:
    """Where they are kept."""
    return memory.place(output, "prints")


def standing(output: Path, key: str) -> Standing:
    """What of the site in ``output`` a build of the same key may take over."""
    root = output.resolve()
    prints, listing = recall(place(output)), root / MANIFEST
    if prints and prints.key == key and prints.manifest == memory.digest(str(listing)):
        files = from_json(listing.read_bytes()) or ()
        return Standing(str(root), {file.path: file for file in files}, prints.pages)
    return Standing(str(root), {}, {}, is_whole=False)


def recall(path: Path) -> Prints | None:
    """Those of the last build; ``None`` when there are none, or none that can be trusted."""
    try:
        held = json.loads(path.read_bytes())
        if held["format"] != FORMAT:
            return None
        pages = {str(path): str(told) for path, told in held["pages"].items()}
        return Prints(str(held["key"]), str(held["manifest"]), pages)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def remember(output: Path, prints: Prints) -> None:
    """Keep them for the next build."""
    memory.put(place(output), {"format": FORMAT, **prints._asdict()})
