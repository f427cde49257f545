"""What tells of other files of the open data: checksums, the data package, the DCAT catalogue."""

import json
from collections.abc import Iterator
from typing import IO, Any

from generator.checks.addresses import target
from generator.checks.site import Read, Site, Told


def folder(path: str) -> str:
    """``data/SHA256SUMS`` → ``data/``."""
    return path[: path.rfind("/") + 1]


def read_sums(_: Site, path: str, file: IO[bytes]) -> Read:
    """The digests of files, a line each."""
    lines = file.read().decode().splitlines()
    parts = ((number, *line.partition("  ")) for number, line in enumerate(lines, start=1))
    here = folder(path)
    told = tuple(Told(here + name, line, sha256=digest) for line, digest, _, name in parts)
    return Read(path, told=told)


def read_package(_: Site, path: str, file: IO[bytes]) -> Read:
    """The tables of a Frictionless data package."""
    here = folder(path)
    resources = json.loads(file.read())["resources"]
    told = (Told(here + one["path"], 0, one["bytes"], digest(one["hash"])) for one in resources)
    return Read(path, told=tuple(told))


def digest(words: str) -> str:
    """``sha256:9f86…`` → ``9f86…``."""
    return words.rpartition(":")[2]


def read_catalogue(site: Site, path: str, file: IO[bytes]) -> Read:
    """The distributions of a DCAT catalogue."""
    whole = json.loads(file.read())
    files = (one for data_set in whole["dcat:dataset"] for one in data_set["dcat:distribution"])
    return Read(path, told=tuple(distributions(files, site, path)))


def distributions(files: Iterator[Any], site: Site, path: str) -> Iterator[Told]:
    """The files behind them."""
    for one in files:
        where = target(path, one["dcat:downloadURL"]["@id"], site.base_url)
        checksum = one["spdx:checksum"]["spdx:checksumValue"]["@value"]
        yield Told(where.path, 0, int(one["dcat:byteSize"]["@value"]), checksum)
