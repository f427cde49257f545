"""Fingerprints tell files apart before they are made."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from itertools import combinations
from typing import NamedTuple

import pytest

from generator.collate import Project
from generator.corpus import Corpus, corpus
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.fingerprints import Fingerprints
from generator.project import parse
from generator.publish.artifacts import Artifact, Page
from generator.publish.publishers import everything
from generator.render.page import Printer
from tests.publish.invented import LOOKUPS, site
from tests.publish.sample import DUMPS

TEXTS = {
    file.name: file.read_bytes().decode(errors="replace")
    for file in sorted(DUMPS.glob("*.txt"))[:16]
}
PRINTER = Printer(replace(site(), base_url="https://example.org/repo/"))


class Pair(NamedTuple):
    one: object
    other: object


class Other(NamedTuple):
    one: object
    other: object


@dataclass(frozen=True)
class Record:
    one: object


def function(*_: object, one: object = None) -> object:
    """Something to make."""
    return one


UNLIKE: tuple[object, ...] = (
    "1",
    1,
    True,
    None,
    Decimal(1),
    Decimal("1.0"),
    date(2026, 1, 1),
    (),
    ("1",),
    ("1", "1"),
    (("1",), "1"),
    ("1", ("1",)),
    ["1"],
    Pair("1", "1"),
    Other("1", "1"),
    Record("1"),
    Record(Record("1")),
    {"1": "1"},
    {"1": "2"},
    partial(function),
    partial(function, "1"),
    partial(function, one="1"),
    function,
    "('1',)",
    "1\n)",
)


def test_what_differs_is_told_apart() -> None:
    of = Fingerprints({}).of
    for one, other in combinations(UNLIKE, 2):
        assert of(one) != of(other), (one, other)


def test_what_is_equal_is_the_same() -> None:
    for one in UNLIKE:
        assert Fingerprints({}).of(one) == Fingerprints({}).of(one)
    assert Fingerprints({}).of(Pair("1", "2")) == Fingerprints({}).of(Pair("1", "".join("2")))


@pytest.mark.parametrize("value", [object(), iter(()), {1, 2}, lambda: None])
def test_what_cannot_be_told_is_always_made(value: object) -> None:
    told = Fingerprints({}).of((partial(function, value),))
    assert told is None or callable(value)


def origins(texts: dict[str, str]) -> dict[str, str]:
    return {name: sha256(text.encode()).hexdigest() for name, text in texts.items()}


def together(texts: dict[str, str], source: Source | None = None) -> Corpus:
    parsed = [
        parse(Dump(name, text, source or Source(), ()), Policy(), 9999)
        for name, text in texts.items()
    ]
    return replace(corpus(parsed, LOOKUPS), sample=True)


def files(whole: Corpus, texts: dict[str, str]) -> Iterator[tuple[Artifact, str | None]]:
    prints = Fingerprints(origins(texts))
    for one in everything(whole, PRINTER.site):
        if not one.is_late:
            yield one, prints.of(one.recipe)


def body(one: Artifact) -> bytes:
    return PRINTER.render(one) if isinstance(one, Page) else one.body()


def edited() -> dict[str, str]:
    name = sorted(TEXTS)[3]
    return {**TEXTS, name: TEXTS[name].replace("ร้อยละ", "ร้อยละ ประมาณ", 1)}


@pytest.mark.parametrize(
    "texts",
    [edited(), dict([*TEXTS.items()][1:]), dict([*TEXTS.items()][::-1])],
    ids=["one edited", "one removed", "another order"],
)
def test_files_of_one_fingerprint_are_of_the_same_bytes(texts: dict[str, str]) -> None:
    before = {one.path: (one, told) for one, told in files(together(TEXTS), TEXTS)}
    kept = made = 0
    for one, told in files(together(texts), texts):
        old, known = before.get(one.path, (None, None))
        if old is not None and told is not None and told == known:
            kept += 1
            assert body(one) == body(old), one.path
        else:
            made += 1
    assert kept > made, "a small change leaves most of a site as it is"


def test_all_but_what_holds_everything_stays_when_nothing_has_changed() -> None:
    first, second = (dict(files(together(TEXTS), TEXTS)) for _ in range(2))
    told = {one.path: print_ for one, print_ in first.items()}
    anew = {one.path for one, print_ in second.items() if told[one.path] != print_ or not print_}
    assert {path.split("/")[0] for path in anew} == {"data"}


def test_another_process_begins_with_nothing_known() -> None:
    prints = Fingerprints({"a.txt": "0f"})
    record = tuple(range(99))
    assert prints.name(record)
    there = pickle.loads(pickle.dumps(prints))  # noqa: S301  our own
    assert id(record) in prints.known
    assert not there.known
    assert there.origins == prints.origins


def test_where_a_dump_came_from_counts() -> None:
    source = Source(url="https://example.org/dump", retrieved=date(2026, 1, 2))
    corpora = together(TEXTS), together(TEXTS, source)
    before, after = (dict(files(whole, TEXTS)) for whole in corpora)
    pages = {one.path: told for one, told in before.items()}
    assert all(
        pages.get(one.path) != told for one, told in after.items() if "projects/index" in one.path
    )


def test_a_project_without_an_origin_cannot_be_told() -> None:
    project: Project = together(TEXTS).entries[0].project
    assert Fingerprints({}).of(project) is None
    assert Fingerprints({}).name(project) == ""
    assert Fingerprints(origins(TEXTS)).name(project)
    others = Fingerprints(dict.fromkeys(TEXTS, "another"))
    assert Fingerprints(origins(TEXTS)).of(project) != others.of(replace(project))
