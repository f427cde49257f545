"""Remove a site: what its manifest lists and what sitegen keeps beside it, and nothing else."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from generator.errors import attempting
from generator.store import manifest, records, seen
from generator.store.lock import held
from generator.store.output import refuse_place, unlisted
from generator.store.switch import Place, place_of, published, remove, repair


class Cleaned(NamedTuple):
    """What there was to remove."""

    files: int
    """Of the site."""
    beside: tuple[Path, ...]
    """What a build remembers."""
    left: tuple[str, ...]
    """What lies in the folder and is not from sitegen."""


def clean(output: Path, *, only_look: bool = False) -> Cleaned:
    """Remove the site of an output folder; the folder itself too, when nothing else is in it."""
    place = place_of(output)
    beside = tuple(kept(place))
    if not place.root.is_dir():
        if not only_look:
            forget(beside)
        return Cleaned(0, beside, ())
    refuse_place(place.root)
    ours = published(place.root) or ()
    left = tuple(sorted(unlisted(place.root, seen.listed(ours), {})))
    if not only_look:
        with held(place.lock, output), attempting(f"clean {output}"):
            repair(place)
            forget(beside)
            remove(place.root, (*ours, manifest.Written(manifest.MANIFEST, "", 0)))
            with suppress(OSError):  # holds something that is not ours
                place.root.rmdir()
    return Cleaned(len(ours), beside, left)


def kept(place: Place) -> Iterator[Path]:
    """The files that builds remember beside the site, whatever they are."""
    for path in sorted(place.root.parent.glob(f".{place.root.name}.sitegen-*")):
        is_ours = path.is_file() or path in {records.place(place.root), place.spare}
        if is_ours and path != place.lock:
            yield path


def forget(beside: tuple[Path, ...]) -> None:
    """Remove it."""
    for path in beside:
        with attempting(f"remove {path}"):
            if path.is_dir():
                rmtree(path)
            else:
                path.unlink(missing_ok=True)
