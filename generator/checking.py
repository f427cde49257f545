"""The recipe of a check: every file of a site is read once, then what only all together tell."""

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.checks import whole
from generator.checks.pages import base_url, missing_anchors
from generator.checks.reading import read
from generator.checks.site import Read, Site
from generator.diagnostics import Diagnostic, Severity
from generator.messages import KINDS, Found, count, severities, size
from generator.store import site as disk
from generator.store.parallel import in_parallel
from generator.weights import GITHUB_PAGES, Weights, heavy, kinds

DATA = "data/"
SCHEMAS = f"{DATA}schema/"


class Checked(NamedTuple):
    """What a check found."""

    root: Path
    found: tuple[Found, ...]
    """By file and line."""
    files: int
    pages: int
    size: int
    """Bytes of all files."""

    def fails(self, *, strict: bool) -> bool:
        """Whether the site is not to be published."""
        wrong = {KINDS[one.one.code].severity for one in self.found}
        return Severity.ERROR in wrong or (strict and bool(wrong))

    def summary(self, seconds: float) -> str:
        """One line: what was checked, how long it took, what was found."""
        told = [count(self.files, "file"), size(self.size)]
        wrong = severities(self.found) or "nothing is wrong"
        did = f"checked {count(self.pages, 'page')} in {seconds:.1f} s ({', '.join(told)})"
        return f"{did} in {self.root}: {wrong}"


class Place(NamedTuple):
    """What reading a file of the site needs beside its path."""

    root: Path
    site: Site


def check(root: Path, jobs: int | None) -> Checked:
    """Check the site in a folder, by itself: nothing of how it was made is known."""
    files = disk.files_of(root)
    place = Place(root, known(root, files))
    reads = tuple(in_parallel(read_one, largest_first(files), jobs, shared=place))
    found = [(one.path, said) for one in reads for said in one.found]
    found += whole.together(place.site, reads)
    found += anchors(place, reads)
    found += (("", one) for one in heavy(Weights(kinds(files.items())), GITHUB_PAGES))
    return Checked(
        root=root,
        found=tuple(sorted(Found(f"{root / path}", said) for path, said in found)),
        files=len(files),
        pages=sum(path.endswith(".html") for path in files),
        size=sum(files.values()),
    )


def known(root: Path, files: dict[str, int]) -> Site:
    """What every page is held against."""
    sheets = (path for path in files if path.endswith(".css"))
    schemas = (path for path in files if path.startswith(SCHEMAS) and path.endswith(".json"))
    return Site(
        files,
        base_url(disk.text_of(root, disk.HOME)),
        {path: len(zlib.compress(disk.text_of(root, path).encode())) for path in sheets},
        {
            path.removeprefix(SCHEMAS).removesuffix(".json"): disk.text_of(root, path)
            for path in schemas
        },
    )


def largest_first(files: dict[str, int]) -> Iterable[str]:
    """So that no worker is left with the largest at the end."""
    return sorted(files, key=lambda path: (-files[path], path))


def read_one(place: Place, path: str) -> Read:
    """One file, in whichever process."""
    with disk.opened(place.root, path) as file:
        told = read(place.site, path, file)
    if path.startswith(DATA):
        return told._replace(sha256=disk.digest(place.root, path))
    return told


def anchors(place: Place, reads: Iterable[Read]) -> Iterator[tuple[str, Diagnostic]]:
    """Links to ids that other pages lack. Where they stand is looked up again: they are few."""
    for path, lost in whole.missing(reads).items():
        text = disk.text_of(place.root, path)
        for one in missing_anchors(place.site, path, text, lost):
            yield path, one
