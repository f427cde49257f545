"""Cleaning: what sitegen wrote goes, all else stays."""

from pathlib import Path

import pytest

from generator.errors import MachineError
from generator.store.cleaning import Cleaned, clean
from generator.store.lock import held
from generator.store.output import publish, staged, write
from generator.store.switch import place_of


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site of two files, and what a build remembers."""
    folder = tmp_path / "out"
    with staged(folder, ()) as place:
        tree = str(place.new)
        publish(place, (write(tree, "index.html", b"one"), write(tree, "a/b.html", b"two")))
    (tmp_path / ".out.sitegen-memory").write_text("{}", encoding="utf-8")
    return folder


def test_a_site_and_what_is_remembered_of_it_go(output: Path) -> None:
    beside = output.parent / ".out.sitegen-memory"
    looked = clean(output, only_look=True)
    assert looked == Cleaned(2, (beside,), ())
    assert (output / "a" / "b.html").is_file()
    assert clean(output) == looked
    assert not output.exists()
    assert list(output.parent.iterdir()) == []


def test_files_of_others_stay_and_are_told(output: Path) -> None:
    for name in ("CNAME", ".well-known", "thesis.doc", "a/notes.txt"):
        (output / name).write_text("mine", encoding="utf-8")
    assert clean(output).left == ("a/notes.txt", "thesis.doc")
    left = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.*"))
    assert left == [".well-known", "a/notes.txt", "thesis.doc"]
    assert (output / "CNAME").is_file()


def test_without_a_site_only_the_memory_goes(tmp_path: Path) -> None:
    memory = tmp_path / ".out.sitegen-memory"
    memory.write_text("{}", encoding="utf-8")
    assert clean(tmp_path / "out", only_look=True) == Cleaned(0, (memory,), ())
    assert memory.is_file()
    assert clean(tmp_path / "out") == Cleaned(0, (memory,), ())
    assert not memory.exists()


def test_a_folder_that_sitegen_never_wrote_is_left(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("mine", encoding="utf-8")
    assert clean(tmp_path / "out") == Cleaned(0, (), ("index.html",))
    assert (tmp_path / "out" / "index.html").is_file()


def test_nothing_is_cleaned_while_a_build_writes(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.store.lock.PAUSE", 0.001)
    with held(place_of(output).lock, output):
        with pytest.raises(MachineError, match="another build"):
            clean(output)
        assert (output / "index.html").is_file()
        assert (output.parent / ".out.sitegen-memory").is_file()
