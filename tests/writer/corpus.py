"""Dumps by index, and whole folders of them with the tables that stand beside."""

import csv
from collections.abc import Iterator
from pathlib import Path

from tests.writer.anomalies import Kinship, kinship
from tests.writer.dice import dice
from tests.writer.page import text
from tests.writer.project import truth
from tests.writer.records import Dump, Source, Truth

SEED = 2569
HOSTS = ("one.dumps.example", "two.dumps.example", "three.dumps.example")
"""The pages moved from host to host and kept their paths."""
HEADED_ROW_SHARE, STRIPPED_ROW_SHARE, STRIPPED_CODE_SHARE = 0.7, 0.65, 0.3


def dump(index: int, seed: int = SEED) -> Dump:
    """One dump; its index says all about it, whatever else is written."""
    facts = truth(index, seed)
    return Dump(f"sample-{index + 1:04}.txt", text(facts), facts, _source(index, seed, facts))


def dump_text(index: int, seed: int = SEED) -> str:
    """Its text, every line end a line feed."""
    return dump(index, seed).text


def write_corpus(folder: Path, count: int, seed: int = SEED) -> None:
    """Write that many dumps, ``sources.csv`` and ``dumps.toml``, one dump in memory at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("file", "code", "url", "retrieved"))
        for each in _dumps(count, seed):
            (folder / each.name).write_bytes(each.data)
            if each.source is not None:
                code, url, retrieved = each.source
                rows.writerow((each.name, code or "", url, retrieved))
    (folder / "dumps.toml").write_text(expectations(count), encoding="utf-8")


def expectations(count: int) -> str:
    """``dumps.toml``: what is true of so many dumps, and of these alone."""
    return (
        "# Written by tests.writer together with the dumps beside it.\n"
        "sample = true\n\n"
        "[expectations]\n"
        f"minimum_projects = {count * 3 // 4}\n"
        "share_with_agency = 0.9\n"
        "share_with_year = 0.9\n"
        "share_with_reports = 0.9\n"
        "share_with_warnings = 0.5\n\n"
        "# Sections of the newest copy: of how many projects it has one, at least.\n"
        "[expectations.sections]\n"
        "identity = 0.9\n"
        "strategy = 0.9\n"
        "progress = 0.9\n"
        "steps = 0.4\n"
        "indicators = 0.9\n"
    )


def _dumps(count: int, seed: int) -> Iterator[Dump]:
    return (dump(index, seed) for index in range(count))


def _source(index: int, seed: int, facts: Truth) -> Source | None:
    """Copies that differ always have a row, for only that tells which is the later one."""
    chance = dice(seed, "source", index)
    row, code, host = chance.random(), chance.random(), chance.choice(HOSTS)
    paired = Kinship.LATER_COPY in (kinship(index, seed), kinship(index + 1, seed))
    headed = facts.flavour == "headed"
    if not paired and row >= (HEADED_ROW_SHARE if headed else STRIPPED_ROW_SHARE):
        return None
    known = headed or paired or code < STRIPPED_CODE_SHARE
    if kinship(index, seed) is Kinship.STRIPPED_COPY:
        known = False
    path = f"project/{facts.code}" if known else f"page/{index + 1:04}"
    return Source(facts.code if known else None, f"https://{host}/{path}", facts.retrieved)
