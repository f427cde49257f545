"""Large files are compressed piece by piece, and pieces that are known are not compressed again."""

import gzip
import random
import zlib
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from generator.store import gzipped as module
from generator.store.gzipped import Gzipped, gzipped, known
from generator.store.manifest import Written

CHANCE = random.Random(5)
ROWS = [f"{number},{CHANCE.random()},โครงการที่ {number}\n" for number in range(40_000)]
TABLE = "".join(ROWS).encode()
BINARY = CHANCE.randbytes(5 << 20).replace(b"\n", b"")


def published(folder: Path, made: Gzipped) -> Written:
    (folder / "table.gz").write_bytes(made.body)
    return Written("table.gz", sha256(made.body).hexdigest(), len(made.body))


def digests(made: Gzipped) -> set[str]:
    return {one.digest for one in made.pieces}


@pytest.mark.parametrize("body", [b"", b"one line\n", TABLE, BINARY], ids=len)
def test_whatever_reads_gzip_reads_it(body: bytes) -> None:
    made = gzipped(body, {})
    assert gzip.decompress(made.body) == body
    reader = zlib.decompressobj(31)  # of one stream, as browsers read
    assert reader.decompress(made.body) == body
    assert reader.eof
    assert not reader.unused_data


@pytest.mark.parametrize("body", [TABLE, BINARY], ids=len)
def test_pieces_are_neither_small_nor_large(body: bytes) -> None:
    sizes = [len(one) for one in module.cut(body)]
    assert sum(sizes) == len(body)
    assert len(sizes) > 2
    assert all(module.LEAST <= size <= module.MOST for size in sizes[:-1])


@pytest.mark.parametrize("place", [0, 200, 20_000, 39_999])
def test_a_change_makes_few_pieces_new(place: int, tmp_path: Path) -> None:
    old = gzipped(TABLE, {})
    changed = "".join([*ROWS[:place], "a row more\n", *ROWS[place:]]).encode()
    pieces = known(str(tmp_path), published(tmp_path, old), old.pieces)
    new = gzipped(changed, pieces)
    assert new == gzipped(changed, {}), "the same as from nothing"
    assert len(old.pieces) > 2
    assert len(digests(new) - digests(old)) <= 2


def test_what_is_known_is_not_compressed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = gzipped(TABLE, {})
    pieces = known(str(tmp_path), published(tmp_path, old), old.pieces)
    monkeypatch.setattr(module, "deflated", lambda _: pytest.fail("all of it is known"))
    assert gzipped(TABLE, pieces) == old


def test_a_file_that_is_gone_or_changed_is_not_used(tmp_path: Path) -> None:
    made = gzipped(TABLE, {})
    file = published(tmp_path, made)
    starts = [*accumulate((one.size for one in made.pieces), initial=len(module.HEAD))]
    found = known(str(tmp_path), file, made.pieces)
    assert [*found.values()] == [made.body[start:end] for start, end in pairwise(starts)]
    (tmp_path / "table.gz").write_bytes(made.body[:-1] + b"?")
    assert not known(str(tmp_path), file, made.pieces)
    (tmp_path / "table.gz").unlink()
    assert not known(str(tmp_path), file, made.pieces)
