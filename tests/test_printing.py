"""What may stand again stands, down to the rows of tables, and is what it would be."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from generator.build import build
from generator.cli.progress import Counting
from generator.cli.saying import Voice
from generator.corpus import Entry
from generator.outcome import Outcome
from generator.publish.lists import sheets
from generator.publish.machines.bulk import files, oc4ids, tables
from generator.publish.machines.bulk.shape import Row, Table
from tests.conftest import ROOT
from tests.store.torn import REMEMBERED
from tests.test_build import tree

T = TypeVar("T")

SAMPLES = sorted((ROOT / "content" / "dumps").glob("sample-*.txt"))[:12]


@pytest.fixture(params=[3_000, 4_000_000], ids=["compressed", "plain"])
def content(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A few dumps, of a site that tells the rows of every table from each other."""
    monkeypatch.setattr("generator.binding.MANY", 1)
    folder = tmp_path / "content"
    (folder / "dumps").mkdir(parents=True)
    for path in SAMPLES:
        shutil.copy(path, folder / "dumps")
    settings = f'base_url = "https://example.org/"\n[limits]\ndata_bytes = {request.param}\n'
    (folder / "site.toml").write_text(settings, encoding="utf-8")
    return folder


def built(content: Path, output: Path, jobs: int = 1) -> Outcome:
    options = {"content": content, "output": output, "jobs": jobs}
    return build(os.environ, options, Counting(Voice(), quiet=True))


@pytest.fixture
def leaves(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The records of which leaves were made."""
    made = list[object]()
    for module, name in (
        (files, "csv_rows"),
        (files, "lines"),
        (sheets, "csv_row"),
        (sheets, "json_row"),
        (oc4ids, "line"),
    ):
        real = getattr(module, name)

        def noted(*told: object, real: object = real) -> object:
            made.append(told[-1])
            assert callable(real)
            return real(*told)

        noted.__module__, noted.__qualname__ = real.__module__, real.__qualname__
        monkeypatch.setattr(module, name, noted)
    return made


def edit(content: Path) -> None:
    path = content / "dumps" / SAMPLES[3].name
    words = path.read_text(encoding="utf-8").replace("ร้อยละ", "ร้อยละ ประมาณ", 1)
    path.write_text(words, encoding="utf-8")


def remove(content: Path) -> None:
    (content / "dumps" / SAMPLES[5].name).unlink()


@pytest.mark.parametrize("change", [edit, remove])
def test_rows_of_what_has_not_changed_stand_again(
    content: Path, tmp_path: Path, leaves: list[object], change: Callable[[Path], None]
) -> None:
    again, clean = tmp_path / "again", tmp_path / "clean"
    built(content, again)
    all_of_them = len(leaves)
    for _ in range(2):  # what was taken over is known in the build after that too
        change(content)
        leaves.clear()
        built(content, again)
        assert len(leaves) < all_of_them / 4
        built(content, clean)
        assert tree(again) == tree(clean)
        change = edit


@pytest.mark.parametrize("change", [edit, remove])
def test_rows_of_the_database_are_made_once(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    made = list[object]()
    real = tables.rows_of

    def noted(table: Table, base_url: str | None, record: object) -> Iterator[Row]:
        made.append(record)
        return real(table, base_url, record)

    monkeypatch.setattr(tables, "rows_of", noted)  # files asks for it by its own name
    built(content, tmp_path / "again")
    all_of_them = sum(isinstance(one, Entry) for one in made)
    made.clear()
    change(content)
    built(content, tmp_path / "again")
    assert sum(isinstance(one, Entry) for one in made) < all_of_them / 4


def test_rows_of_a_file_that_was_changed_are_made(content: Path, tmp_path: Path) -> None:
    again, clean = tmp_path / "again", tmp_path / "clean"
    built(content, again)
    for path in (again / "data").glob("reports.*"):
        path.write_bytes(path.read_bytes()[::-1])
    edit(content)
    built(content, again)
    built(content, clean)
    for name in ("reports.csv", "reports.jsonl"):
        for path in (clean / "data").glob(f"{name}*"):
            assert (again / "data" / path.name).read_bytes() == path.read_bytes()


def test_what_lay_aside_is_bound_to_the_same_bytes(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several processes make parts of a document; one alone makes it as a whole."""
    monkeypatch.setattr("generator.binding.RUN", 5)
    monkeypatch.setattr("generator.binding.FRESH", 7)
    built(content, tmp_path / "parts", jobs=3)
    built(content, tmp_path / "whole")
    assert tree(tmp_path / "parts") == tree(tmp_path / "whole")
    edit(content)
    built(content, tmp_path / "parts", jobs=3)  # and is known as well by the next build
    built(content, tmp_path / "whole")
    assert tree(tmp_path / "parts") == tree(tmp_path / "whole")


class Impatient(Counting):
    """Interrupts a build between two pages, while workers make others."""

    def __call__(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        for number, one in enumerate(super().__call__(stage, items, total)):
            if (stage, number) == ("pages", 40):
                raise KeyboardInterrupt
            yield one


def test_workers_have_ended_before_what_they_wrote_is_removed(
    content: Path, tmp_path: Path
) -> None:
    options = {"content": content, "output": tmp_path / "site", "jobs": 4}
    with pytest.raises(KeyboardInterrupt):
        build(os.environ, options, Impatient(Voice(), quiet=True))
    left = {path.name for path in tmp_path.iterdir()} - {"content"}
    assert left <= {f".site.sitegen-{what}" for what in REMEMBERED}
