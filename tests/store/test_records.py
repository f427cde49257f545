"""What was read from dumps is kept for the next build: exactly that, or nothing."""

import gzip
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.choices import Limits
from generator.dump.lines import Cited, Span
from generator.dump.privacy import Policy
from generator.dump.received import Source
from generator.project import Parsed
from generator.reading import Reading, read_all, read_one
from generator.sections import SECTIONS
from generator.sections.shape import Section
from generator.store import forms
from generator.store.crew import Crew
from generator.store.dumps import DumpFile, find_dumps, one_dump
from generator.store.records import (
    NOTHING,
    SIZE,
    Kept,
    entries,
    entry,
    head,
    kept,
    packed,
    place,
    unpacked,
)
from tests.conftest import ROOT
from tests.laws.mutants import mutant
from tests.laws.samples import SAMPLE, read
from tests.writer.corpus import dump_text

READING = Reading(Policy(), Limits())
SAMPLES = find_dumps(ROOT / "content" / "dumps").files


def again(one: Parsed) -> None:
    held = unpacked(packed(one))
    assert held == one
    assert repr(held) == repr(one), "equal is not enough: 1 == Decimal(1)"


@pytest.mark.parametrize("file", SAMPLES, ids=lambda one: one.name)
def test_a_sample_comes_back_as_it_was(file: DumpFile) -> None:
    again(read_one(READING, file))


@pytest.mark.parametrize("number", range(40))
def test_a_dump_of_the_writer_comes_back_as_it_was(number: int) -> None:
    again(read(dump_text(number, seed=3)))


@given(some.integers(0, 10**9), some.integers(0, 10**9))
def test_any_odd_dump_comes_back_as_it_was(number: int, seed: int) -> None:
    again(read(mutant(number, seed).decode("utf-8", "replace")))


@pytest.mark.parametrize(
    "text", ["", "\n", "ไม่ใช่หน้าโครงการ", "[ปกปิดโครงการ]", "a\x0bb\u2028c\ud800"]
)
def test_what_is_no_project_page_comes_back_as_it_was(text: str) -> None:
    again(read(text))


def test_the_text_of_a_page_is_that_of_its_dump() -> None:
    """Once in the file and once in memory."""
    one = read(SAMPLE.headed)
    held = unpacked(packed(one))
    assert held.copies[0].stored is held.stored
    assert one.copies[0].stored is one.stored
    assert packed(one).count(b"FusionCharts") == 1


def test_each_page_of_a_dump_has_its_lines() -> None:
    held = unpacked(packed(read(f"{SAMPLE.headed}\n\n{SAMPLE.headed}")))
    first, second = held.copies
    assert first.lines + second.lines == held.lines


class Pair(NamedTuple):
    day: date | None
    cited: Cited[str] | None
    many: Cited[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    pairs: tuple[Pair, ...]
    source: Source
    lines: Span | None


def cited(value: some.SearchStrategy[Any]) -> some.SearchStrategy[Cited[Any]]:
    return some.builds(
        Cited,
        value,
        some.none() | some.builds(Span, some.integers(), some.integers()),
        some.booleans(),
    )


pairs = some.builds(
    Pair,
    some.none() | some.dates(),
    some.none() | cited(some.text()),
    cited(some.lists(some.integers()).map(tuple)),
)


@given(some.builds(Row, pairs=some.lists(pairs).map(tuple)))
def test_any_record_comes_back_by_its_annotations(row: Row) -> None:
    form = forms.form(Row)
    assert form.read(form.write(row)) == row


def test_every_section_has_its_record() -> None:
    assert list(forms.SECTIONS) == [one.kind for one in SECTIONS]
    assert all(forms.form(one).read is not forms.same for one in forms.SECTIONS.values())
    assert forms.form(Section).write is forms.write_section


# --- on the disk ------------------------------------------------------------------------------


@pytest.fixture
def dumps(tmp_path: Path) -> tuple[DumpFile, ...]:
    """A few, in a folder of their own."""
    folder = tmp_path / "dumps"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(dump_text(number), encoding="utf-8")
    return find_dumps(folder).files


def origins(dumps: tuple[DumpFile, ...]) -> Mapping[str, str]:
    return {one.name: sha256(Path(one.path).read_bytes()).hexdigest() for one in dumps}


def beside(tmp_path: Path, dumps: tuple[DumpFile, ...], key: object = "key") -> Kept:
    return kept(tmp_path / "out", key, dumps, origins(dumps))


def built(tmp_path: Path, dumps: tuple[DumpFile, ...], key: object = "key") -> list[Parsed]:
    found = beside(tmp_path, dumps, key)
    read = list(read_all(READING, dumps, Crew(1), found))
    found.sweep()
    return read


def held(tmp_path: Path) -> dict[str, bytes]:
    """The entries by their names."""
    path = place(tmp_path / "out")
    return {name: entry(str(path), at) for name, at in entries(path)}


def test_what_is_kept_is_not_read_again(tmp_path: Path, dumps: tuple[DumpFile, ...]) -> None:
    first = built(tmp_path, dumps)
    assert first == [read_one(READING, one) for one in dumps]
    found = beside(tmp_path, dumps)
    assert all(map(found.holds, dumps))
    for one in dumps:
        Path(one.path).unlink()
    assert list(read_all(READING, dumps, Crew(1), found)) == first


def test_only_the_owner_may_look(tmp_path: Path, dumps: tuple[DumpFile, ...]) -> None:
    built(tmp_path, dumps)
    assert place(tmp_path / "out").stat().st_mode & 0o777 == 0o600
    built(tmp_path, dumps[1:])
    assert place(tmp_path / "out").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [".out.sitegen-records"]


@pytest.mark.parametrize("key", ["another program", ("key", Policy(names=True))])
def test_another_program_or_policy_reads_all_again(
    key: object, tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    built(tmp_path, dumps)
    before = held(tmp_path)
    assert not any(map(beside(tmp_path, dumps, key).holds, dumps))
    built(tmp_path, dumps, key)
    assert len(held(tmp_path)) == len(dumps)
    assert not held(tmp_path).keys() & before.keys(), "what nobody needs is gone"
    assert place(tmp_path / "out").stat().st_size == sum(map(len, held(tmp_path).values()))


def test_another_source_name_or_text_is_another_dump(
    tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    built(tmp_path, dumps)
    first, second, third, last = dumps
    Path(third.path).write_text(dump_text(9), encoding="utf-8")
    changed = (first._replace(source=Source("50990000-1234")), second._replace(name="b.txt"), third)
    found = beside(tmp_path, (*changed, last))
    assert [found.holds(one) for one in (*changed, last)] == [False, False, False, True]
    every = list(read_all(READING, (*changed, last), Crew(1), found))
    assert every == [read_one(READING, one) for one in (*changed, last)]


HARM = (
    lambda body: body[:-1],
    lambda body: body[:40],
    lambda _: b"",
    lambda body: body.replace(b"1", b"2", 1),
    lambda body: body[:-9] + bytes([body[-9] ^ 1]) + body[-8:],
    lambda body: b"0" + body[1:],
    lambda body: body + b" ",
)


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_damaged_entry_only_costs_time(
    harm: object, jobs: int, tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    first = built(tmp_path, dumps)
    before = held(tmp_path)
    assert callable(harm)
    one, two, *rest = before.values()
    place(tmp_path / "out").write_bytes(b"".join((one, harm(two), *rest)))
    found = beside(tmp_path, dumps)
    known = [found.recall(one) if found.holds(one) else None for one in dumps]
    assert known[0] == first[0]
    assert None in known
    assert all(told in {None, right} for told, right in zip(known, first, strict=True))
    assert list(read_all(READING, dumps, Crew(jobs), found)) == first
    found.sweep()
    assert held(tmp_path) == before, "and is whole again"
    assert place(tmp_path / "out").stat().st_size == sum(map(len, before.values()))


def test_an_entry_in_the_place_of_another_is_not_believed(
    tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    built(tmp_path, dumps)
    found = beside(tmp_path, dumps)
    one, two, *_ = (found.names[dump.name] for dump in dumps)
    swapped = found._replace(there={**found.there, one: found.there[two]})
    assert swapped.recall(dumps[0]) is None
    assert swapped.recall(dumps[1]) is not None
    body = held(tmp_path)[two][SIZE:]
    other = head(two, body).replace(two.encode(), one.encode())
    place(tmp_path / "out").write_bytes(other + body)
    found = beside(tmp_path, dumps)
    assert found.holds(dumps[0])
    assert found.recall(dumps[0]) is None, "the seal is that of another"


def test_it_may_vanish_meanwhile(tmp_path: Path, dumps: tuple[DumpFile, ...]) -> None:
    first = built(tmp_path, dumps)
    found = beside(tmp_path, dumps)
    place(tmp_path / "out").unlink()
    assert found.recall(dumps[0]) is None
    found.sweep()
    assert list(read_all(READING, dumps, Crew(1), found)) == first


def test_what_a_killed_build_left_half_written_is_cut_off(
    tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    built(tmp_path, dumps[:2])
    path, whole = place(tmp_path / "out"), held(tmp_path)
    path.write_bytes(b"".join((*whole.values(), next(iter(whole.values()))[:-1])))
    built(tmp_path, dumps)
    assert len(held(tmp_path)) == len(dumps)


def test_a_folder_of_an_earlier_version_makes_way(
    tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    place(tmp_path / "out").mkdir()
    (place(tmp_path / "out") / "0").write_text("", encoding="utf-8")
    built(tmp_path, dumps)
    assert len(held(tmp_path)) == len(dumps)


def test_a_packed_dump_is_kept_by_the_digest_of_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    (folder / "a.txt.gz").write_bytes(gzip.compress(dump_text(1).encode()))
    (folder / "b.txt.gz").write_bytes(b"damaged")
    dumps = find_dumps(folder).files
    first = built(tmp_path, dumps)
    assert [*map(beside(tmp_path, dumps).holds, dumps)] == [True, False], "one gave nothing"
    assert built(tmp_path, dumps) == first


def test_a_dump_that_changes_meanwhile_is_not_kept(
    tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    found = beside(tmp_path, dumps)
    Path(dumps[0].path).write_text(dump_text(9), encoding="utf-8")
    list(read_all(READING, dumps, Crew(1), found))
    assert len(held(tmp_path)) == len(dumps) - 1


def test_what_cannot_be_read_or_may_not_is_not_kept(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")  # nobody may wait for it
    gone, pipe = one_dump(tmp_path / "gone.txt"), one_dump(tmp_path / "pipe.txt")
    dumps = (gone, pipe, DumpFile("link.txt", "link.txt", "a link"))
    found = kept(tmp_path / "out", "", dumps, {gone.name: "", pipe.name: "", "link.txt": "00"})
    assert not found.names
    assert len(list(read_all(READING, dumps, Crew(1), found))) == 3
    assert held(tmp_path) == {}


def test_where_a_link_stands_in_the_way_all_is_read(
    tmp_path: Path, dumps: tuple[DumpFile, ...]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("theirs", encoding="utf-8")
    place(tmp_path / "out").symlink_to(elsewhere)
    assert built(tmp_path, dumps) == [read_one(READING, one) for one in dumps]
    assert elsewhere.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("jobs", [1, 2])
def test_all_are_read_in_their_order_whatever_is_kept(jobs: int, tmp_path: Path) -> None:
    every = [read_one(READING, one) for one in SAMPLES]
    assert list(read_all(READING, SAMPLES, Crew(jobs), NOTHING)) == every
    built(tmp_path, SAMPLES[::3])
    found = beside(tmp_path, SAMPLES)
    assert list(read_all(READING, SAMPLES, Crew(jobs), found)) == every
    assert all(map(beside(tmp_path, SAMPLES).holds, SAMPLES))
