"""``.site.sitegen-prints`` beside the output: the fingerprint of each file the last build made.

What a build would make again with the same fingerprint is taken over from the old site. Safe to
delete; any doubt makes everything anew.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.store import memory
from generator.store.gzipped import Piece
from generator.store.manifest import MANIFEST, Written, from_json
from generator.store.parts import Leaves

FORMAT = 2


class Told(NamedTuple):
    """What the files of a build are known by."""

    prints: Mapping[str, str] = {}
    """Fingerprints by path."""
    pieces: Mapping[str, tuple[Piece, ...]] = {}
    """Of compressed files, by path."""
    leaves: Mapping[str, Leaves] = {}
    """By path."""


class Prints(NamedTuple):
    """Of one build."""

    key: str
    """Digest of all that is the same for every file: code, templates, settings, libraries."""
    manifest: str
    """SHA-256 of the manifest of the site it published."""
    told: Told


class Standing(NamedTuple):
    """A site as the last build left it, as far as its files may stand again."""

    root: str
    files: Mapping[str, Written]
    """By path."""
    told: Told
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
        known = {file.path: file for file in files}
        return Standing(str(root), known, prints.told)
    return Standing(str(root), {}, Told(), is_whole=False)


def recall(path: Path) -> Prints | None:
    """Those of the last build; ``None`` when there are none, or none that can be trusted."""
    try:
        held = json.loads(path.read_bytes())
        if held["format"] != FORMAT:
            return None
        prints = {str(path): str(told) for path, told in held["prints"].items()}
        pieces = {
            str(path): tuple(Piece(str(digest), int(size)) for digest, size in several)
            for path, several in held["pieces"].items()
        }
        leaves = {
            str(path): leaves_of(str(names), int(start), tuple(map(int, sizes)))
            for path, (names, start, sizes) in held["leaves"].items()
        }
        return Prints(str(held["key"]), str(held["manifest"]), Told(prints, pieces, leaves))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def leaves_of(names: str, start: int, sizes: tuple[int, ...]) -> Leaves:
    """The leaves, if there is a size for each."""
    if len(names.split()) != len(sizes):
        raise ValueError
    return Leaves(names, start, sizes)


def remember(output: Path, prints: Prints) -> None:
    """Keep them for the next build."""
    key, published, told = prints
    held = {"format": FORMAT, "key": key, "manifest": published, **told._asdict()}
    memory.put(place(output), held)
