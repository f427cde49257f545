"""The files under ``/data/``, and what became of them."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.publish import urls
from generator.publish.artifacts import File

SQLITE = "sitegen.sqlite"
OC4IDS = "oc4ids.json"
PACKAGE = "datapackage.json"
CATALOGUE = "catalog.jsonld"
SUMS = "SHA256SUMS"
RECORD = "record"
"""The schema of a project's ``index.json``."""

BELOW = urls.DATA.removeprefix("/")

MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
}
"""By ending."""


class Bulk(NamedTuple):
    """A file of the open data as it was written."""

    name: str
    """Below ``/data/``, with ``.gz`` where it was compressed."""
    size: int
    sha256: str

    @property
    def url(self) -> str:
        """Its address."""
        return urls.data(self.name)

    @property
    def is_compressed(self) -> bool:
        """It was large."""
        return self.name.endswith(".gz")

    @property
    def plain(self) -> str:
        """Its name as if it were not compressed."""
        return self.name.removesuffix(".gz")

    @property
    def ending(self) -> str:
        """``csv``."""
        return self.plain.rpartition(".")[2]

    @property
    def kilobytes(self) -> int:
        """At least one."""
        return max(round(self.size / 1000), 1)

    @property
    def media(self) -> str:
        """What it holds, once it is no longer compressed."""
        return MEDIA.get(self.ending, "text/plain")


def written(files: tuple[File, ...]) -> Mapping[str, Bulk]:
    """The files under ``/data/`` by their plain names, in the order of names."""
    below = sorted(file for file in files if file.path.startswith(BELOW))
    found = [
        Bulk(path.removeprefix(BELOW), size, sha256)
        for path, sha256, size in below
        if not path.endswith(".html")
    ]
    return {one.plain: one for one in found}
