"""What a build remembers of its inputs: nothing that changed goes unseen."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.store.memory import (
    SETTLED,
    Memory,
    Seen,
    files_below,
    forget,
    is_same,
    look,
    recall,
    remember,
)

LATER = 9_000_000_000_000_000_000
"""Nanoseconds since 1970: all files are older."""


def file(path: Path, words: str) -> str:
    path.write_text(words, encoding="utf-8")
    return str(path)


def now(path: str) -> int:
    return os.stat(path).st_ctime_ns  # noqa: PTH116


def memory(inputs: tuple[Seen, ...], looked: int = LATER) -> Memory:
    return Memory("key", looked, inputs, "manifest", {"pages": 3})


def test_untouched_files_are_the_same_and_not_read_again(tmp_path: Path) -> None:
    path = file(tmp_path / "one.txt", "หนึ่ง")
    first = look([path], None)
    held = tuple(one._replace(digest="not asked for again") for one in first)
    assert look([path], memory(held)) == held


@pytest.mark.parametrize("words", ["สอง", "หนึ่งกว่า", "หนึ่ก", ""])
def test_other_bytes_are_seen_though_the_day_was_set_back(tmp_path: Path, words: str) -> None:
    path = file(tmp_path / "one.txt", "หนึ่ง")
    first, day = look([path], None), os.stat(path).st_mtime_ns  # noqa: PTH116
    file(tmp_path / "one.txt", words)
    os.utime(path, ns=(day, day))
    assert not is_same(look([path], memory(first)), first)


def test_a_file_written_while_the_build_began_is_read_again(tmp_path: Path) -> None:
    path = file(tmp_path / "one.txt", "หนึ่ง")
    (first,) = look([path], None)
    lie = first._replace(digest="of other bytes of the same size and moment")
    assert look([path], memory((lie,), looked=now(path) + SETTLED)) == (first,)
    assert look([path], memory((lie,), looked=now(path) + SETTLED + 1)) == (lie,)


def test_a_fresh_checkout_is_the_same_by_its_bytes(tmp_path: Path) -> None:
    path = file(tmp_path / "one.txt", "หนึ่ง")
    first = look([path], None)
    os.utime(path)
    assert is_same(look([path], memory(first)), first)


def test_files_that_come_and_go_are_seen(tmp_path: Path) -> None:
    one, two = file(tmp_path / "one.txt", "1"), str(tmp_path / "two.txt")
    first = look([one, two], None)
    assert is_same(look([two, one], memory(first)), first)
    file(tmp_path / "two.txt", "")
    assert not is_same(look([one, two], memory(first)), first)
    assert not is_same(look([one], memory(first)), first)


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = look([str(tmp_path / "pipe")], None)
    assert found.digest == ""


def test_files_are_found_below_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "__pycache__").mkdir()
    paths = {file(tmp_path / "a" / "b" / "one", "1"), file(tmp_path / "two", "2")}
    file(tmp_path / "__pycache__" / "three", "3")
    assert set(files_below(tmp_path)) == paths
    assert not list(files_below(tmp_path / "nowhere"))


def test_it_is_recalled_as_it_was_and_forgotten(tmp_path: Path) -> None:
    place = tmp_path / "memory"
    whole = memory((Seen("a/\udcff.txt", 3, 5, "ab"),))
    assert recall(place) is None
    remember(place, whole)
    assert recall(place) == whole
    assert [path.name for path in tmp_path.iterdir()] == ["memory"]
    forget(place)
    forget(place)
    assert recall(place) is None


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    remember(tmp_path / "nowhere" / "memory", memory(()))
    (tmp_path / "place").mkdir()
    remember(tmp_path / "place", memory(()))
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


@given(some.binary(max_size=200))
def test_no_bytes_are_trusted_that_we_did_not_write(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    place = tmp_path_factory.mktemp("memory") / "memory"
    place.write_bytes(body)
    assert recall(place) is None


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_cut_or_older_memory_is_none(tmp_path: Path, cut: int) -> None:
    place = tmp_path / "memory"
    remember(place, memory((Seen("one.txt", 3, 5, "ab"),)))
    body = place.read_bytes()
    place.write_bytes(body[:-cut])
    assert recall(place) is None
    place.write_bytes(body.replace(b'"format": 1', b'"format": 0'))
    assert recall(place) is None
