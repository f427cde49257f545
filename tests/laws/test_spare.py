"""Whichever of two trees a build writes into, the site is that of a clean build."""

import os
import random
import shutil
from pathlib import Path

from generator.build import build
from generator.cli.progress import Counting
from generator.cli.saying import Voice
from generator.outcome import Outcome
from generator.store.switch import place_of
from tests.laws.test_incremental import SAMPLES, add_dump, edit_dump, remove_dump, tell_sources

STEPS = (edit_dump, add_dump, remove_dump, tell_sources, edit_dump, remove_dump, add_dump)


def built(content: Path, output: Path) -> Outcome:
    options = {"content": content, "output": output, "jobs": 1}
    return build(os.environ, options, Counting(Voice(), quiet=True))


def shape(site: Path) -> dict[str, tuple[int, bytes]]:
    """The mode and the bytes of all that is in a site, folders too."""
    return {
        path.relative_to(site).as_posix(): (
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (site, *site.rglob("*"))
    }


def small(tmp_path: Path) -> Path:
    """A content folder of a few dumps."""
    content = tmp_path / "content"
    (content / "dumps").mkdir(parents=True)
    for path in sorted(SAMPLES.glob("sample-*.txt"))[:6]:
        shutil.copy(path, content / "dumps")
    (content / "site.toml").write_text('base_url = "https://example.org/"\n', encoding="utf-8")
    return content


def test_trees_that_take_turns_hold_the_site_of_a_clean_build(tmp_path: Path) -> None:
    content, chance = small(tmp_path), random.Random(1)
    place = place_of(tmp_path / "again")
    built(content, place.root)
    numbers = [place.root.stat().st_ino]
    for change in STEPS:
        change(content, chance)
        built(content, place.root)
        numbers.append(place.root.stat().st_ino)
        built(content, tmp_path / "clean")
        assert shape(place.root) == shape(tmp_path / "clean"), change
        shutil.rmtree(tmp_path / "clean")
        for beside in tmp_path.glob(".clean.sitegen-*"):
            shutil.rmtree(beside) if beside.is_dir() else beside.unlink()
    assert len({*numbers}) == 2, "two trees were enough"
    files = [path for path in place.spare.rglob("*") if path.is_file()]
    assert files
    assert all(path.samefile(place.root / path.relative_to(place.spare)) for path in files)


def test_what_is_taken_down_is_in_neither_tree(tmp_path: Path) -> None:
    content, site = small(tmp_path), tmp_path / "again"
    for _ in range(2):
        edit_dump(content, random.Random(2))
        built(content, site)
    gone = max(content.glob("dumps/sample-*.txt"))
    words = "ถนนที่ไม่มีใครรู้จัก"
    text = gone.read_text(encoding="utf-8")
    gone.write_text(text.replace("ร้อยละ", f"{words} ร้อยละ", 1), encoding="utf-8")
    built(content, site)
    assert holding(tmp_path, words)
    gone.unlink()
    built(content, site)
    assert place_of(site).spare.is_dir()
    assert not holding(tmp_path, words)


def holding(folder: Path, words: str) -> list[Path]:
    """The files of a site or its spare that hold words."""
    places = (folder / "again", folder / ".again.sitegen-spare")
    files = (path for place in places for path in place.rglob("*.html"))
    return [path for path in files if words.encode() in path.read_bytes()]
