"""The open data of a corpus, made as a build makes it, and read back by other people's tools."""

import csv
import io
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any

from generator.corpus import Corpus
from generator.publish.artifacts import Document, File, Page, Site
from generator.publish.machines import data
from tests.publish.invented import html, site

BASE = "https://data.example/repo/"


def located(base_url: str | None = BASE) -> Site:
    """A site that knows where it stands."""
    return replace(site(), base_url=base_url)


def made(corpus: Corpus, of: Site | None = None) -> dict[str, bytes]:
    """Every file under ``/data/`` by name; the page is ``index.html``."""
    known, found = of or located(), dict[str, bytes]()
    for artifact in data.pages(corpus, known):
        files = tuple(
            File(f"data/{name}", sha256(body).hexdigest(), len(body))
            for name, body in found.items()
        )
        if isinstance(artifact, Page):
            whole = artifact._replace(view=partial(artifact.view, files))
            found["index.html"] = html(whole, known).encode()
            continue
        assert isinstance(artifact, Document)
        body = artifact.body(files) if artifact.is_late else artifact.body()
        found[artifact.path.removeprefix("data/")] = body
    return found


def lines(files: Mapping[str, bytes], table: str) -> list[dict[str, Any]]:
    """The rows of a table from its JSON Lines."""
    return [json.loads(line) for line in files[f"{table}.jsonl"].decode().splitlines()]


def sheet(files: Mapping[str, bytes], table: str) -> list[dict[str, str]]:
    """The rows of a table from its CSV."""
    text = io.StringIO(files[f"{table}.csv"].decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text))


def opened(body: bytes) -> sqlite3.Connection:
    """The SQLite file."""
    base = sqlite3.connect(":memory:")
    base.deserialize(body)
    base.row_factory = sqlite3.Row
    return base
