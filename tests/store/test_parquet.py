"""Parquet: the rows of the JSON Lines, typed."""

import gzip
import tomllib
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from generator.errors import MachineError
from generator.publish.machines.bulk.shape import Kind
from generator.publish.machines.bulk.tables import TABLES
from generator.store import parquet
from generator.store.parquet import refuse_parquet, write_parquet
from tests.conftest import ROOT
from tests.publish.bulk import lines, made
from tests.publish.invented import Invented, corpus_of
from tests.publish.sample import sample


def laid(files: dict[str, bytes], folder: Path) -> Path:
    """The JSON Lines as a build has written them."""
    (folder / "data").mkdir(parents=True)
    for name, body in files.items():
        if name.endswith((".jsonl", ".gz")):
            (folder / "data" / name).write_bytes(body)
    return folder


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(sample())


@pytest.fixture
def tree(files: dict[str, bytes], tmp_path: Path) -> Path:
    return laid(files, tmp_path / "new")


def rows(path: Path) -> list[dict[str, object]]:
    with duckdb.connect(":memory:") as base:
        found = base.execute("SELECT * FROM read_parquet($1)", [str(path)])
        names = [one[0] for one in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_every_table_has_the_rows_of_its_json_lines(files: dict[str, bytes], tree: Path) -> None:
    written = list(write_parquet(str(tree), is_asked=True))
    assert [one.path for one in written] == [f"data/{table.name}.parquet" for table in TABLES]
    for table, one in zip(TABLES, written, strict=True):
        body = (tree / one.path).read_bytes()
        assert (one.sha256, one.size) == (sha256(body).hexdigest(), len(body))
        days = {field.name for field in table.fields if field.kind is Kind.DAY}
        told = lines(files, table.name)
        for row in told:
            row |= {n: date.fromisoformat(row[n]) for n in days if row[n]}
        assert rows(tree / one.path) == told


def test_the_same_rows_make_the_same_bytes(
    files: dict[str, bytes], tree: Path, tmp_path: Path
) -> None:
    packed = {f"{n}.gz": gzip.compress(b) for n, b in files.items() if n.endswith(".jsonl")}
    other = laid(packed, tmp_path / "other")
    first = list(write_parquet(str(tree), is_asked=True))
    assert list(write_parquet(str(other), is_asked=True)) == first


def test_a_table_without_rows_is_written(tmp_path: Path) -> None:
    tree = laid(made(corpus_of(Invented())), tmp_path / "new")
    list(write_parquet(str(tree), is_asked=True))
    assert rows(tree / "data" / "reports.parquet") == []
    (one,) = rows(tree / "data" / "projects.parquet")
    assert one["title"] == "ปรับปรุงทางเท้า"


def test_nothing_is_written_unasked(tree: Path) -> None:
    assert list(write_parquet(str(tree), is_asked=False)) == []


def test_without_duckdb_it_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_parquet(is_asked=True)
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    refuse_parquet(is_asked=False)
    with pytest.raises(MachineError, match=r"pip install sitegen\[parquet\]"):
        refuse_parquet(is_asked=True)


def test_the_extra_is_declared() -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (needed,) = about["project"]["optional-dependencies"]["parquet"]
    assert needed.startswith("duckdb>=")


def test_the_types_are_those_of_the_dictionary() -> None:
    assert set(parquet.TYPES) == set(Kind)
