"""The ways of putting a tree in the place of another; see ``test_torn.py`` for being killed."""

import ctypes
from pathlib import Path

import pytest

from generator.errors import RefusedError
from generator.store import switch
from generator.store.manifest import Written, to_json
from generator.store.switch import Place, copy_aside, exchange, place_of, repair


class Poor:
    """A C library that knows neither ``renameat2`` nor ``syncfs``."""


@pytest.fixture(params=["exchange", "two renames"])
def place(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The place of a site, on a system of either kind."""
    if request.param == "two renames":
        monkeypatch.setattr(switch, "SYSTEM", Poor())
    return place_of(tmp_path / "site")


def grow(tree: Path, **files: str) -> None:
    """A finished tree of ours."""
    (tree / ".sitegen").mkdir(parents=True)
    for name, words in files.items():
        (tree / name).write_text(words)
    listed = (Written(name, "", 0) for name in files)
    (tree / ".sitegen/manifest.json").write_bytes(to_json(listed))


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if ".sitegen" not in path.parts
    )


def test_the_new_tree_takes_the_old_ones_place(place: Place) -> None:
    grow(place.root, a="old", b="old")
    (place.root / ".git").mkdir()
    grow(place.new, a="new")
    switch.flush_all(place.new)
    switch.switch(place)
    repair(place)
    assert names(place.root.parent) == ["site", "site/.git", "site/a"]
    assert (place.root / "a").read_text() == "new"


def test_the_first_tree_has_no_one_to_replace(place: Place) -> None:
    grow(place.new, a="new")
    switch.switch(place)
    assert names(place.root.parent) == ["site", "site/a"]


def test_two_folders_are_exchanged_at_once(tmp_path: Path) -> None:
    grow(tmp_path / "one", one="")
    grow(tmp_path / "other", other="")
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert (names(tmp_path / "one"), names(tmp_path / "other")) == (["other"], ["one"])


def test_what_the_system_refuses_to_exchange_is_told_from_what_it_cannot(tmp_path: Path) -> None:
    grow(tmp_path / "one", one="")
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "none")
    # A folder cannot be exchanged for one inside it: EINVAL, as file systems without exchange say.
    assert not exchange(tmp_path, tmp_path / "one")


def test_a_disk_that_cannot_be_flushed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        @staticmethod
        def syncfs(_: int) -> int:
            ctypes.set_errno(28)
            return -1

    monkeypatch.setattr(switch, "SYSTEM", Failing())
    with pytest.raises(OSError, match="No space left on device"):
        switch.flush_all(tmp_path)


def test_what_cannot_give_way_at_all_is_an_error(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.new, a="new")
    with pytest.raises(FileNotFoundError):
        switch.replace(place)


# --- after a crash ----------------------------------------------------------------------------


def test_between_two_renames_the_second_is_done(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.old, a="old", b="old")
    (place.old / "CNAME").touch()
    grow(place.new, a="new")
    repair(place)
    assert names(tmp_path) == ["site", "site/CNAME", "site/a"]
    assert (place.root / "a").read_text() == "new"


def test_without_a_whole_new_tree_the_old_one_comes_back(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.old, a="old")
    grow(place.new, b="new")
    (place.new / ".sitegen/unfinished").touch()
    repair(place)
    assert names(tmp_path) == ["site", "site/a"]


def test_a_tree_that_cannot_be_moved_is_copied(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.root, a="old")
    (place.root / ".git").mkdir()
    (place.root / ".link").symlink_to("nowhere")
    copy_aside(place)
    assert not place.root.exists()
    assert names(place.old) == [".git", ".link", "a"]


def test_a_copy_half_made_is_dropped(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.root, a="old")
    grow(place.copy, a="old")
    grow(place.new, a="new")
    repair(place)
    assert names(tmp_path) == ["site", "site/a"]
    assert (place.root / "a").read_text() == "old"


def test_a_tree_half_removed_gives_way_to_the_new_one(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.root, a="old", b="old")
    grow(place.old, a="old", b="old")
    grow(place.new, a="new")
    (place.root / "b").unlink()
    (place.root / "mine").touch()
    (place.old / "CNAME").touch()
    repair(place)
    assert names(tmp_path) == ["site", "site/CNAME", "site/a", "site/mine"]
    assert (place.root / "a").read_text() == "new"


def test_an_unfinished_tree_is_removed_with_all_in_it(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.root, a="old")
    grow(place.new, a="new")
    (place.new / ".sitegen/unfinished").touch()
    (place.new / ".nojekyll").touch()
    (place.new / "years").mkdir()
    repair(place)
    assert names(tmp_path) == ["site", "site/a"]


def test_an_old_tree_gives_back_what_was_not_ours(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.root, a="new")
    (place.root / "CNAME").write_text("same")
    (place.root / ".link").symlink_to("CNAME")
    (place.root / ".config").mkdir()
    (place.root / ".config/mine").touch()
    grow(place.new, a="old", b="old", folder="old")
    (place.new / "CNAME").write_text("same")
    (place.new / ".link").symlink_to("CNAME")
    (place.new / ".config").mkdir()
    (place.new / ".config/theirs").touch()
    (place.new / "folder").unlink()
    (place.new / "folder").mkdir()
    repair(place)
    assert names(tmp_path) == [
        "site",
        "site/.config",
        "site/.config/mine",
        "site/.config/theirs",
        "site/.link",
        "site/CNAME",
        "site/a",
        "site/folder",
    ]


def test_an_old_tree_gives_back_to_a_site_that_was_removed(tmp_path: Path) -> None:
    place = place_of(tmp_path / "site")
    grow(place.new, a="old")
    (place.new / ".git").mkdir()
    repair(place)
    assert names(tmp_path) == ["site", "site/.git"]


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_two_that_differ_stop_the_repair_before_anything_is_lost(tmp_path: Path, kind: str) -> None:
    place = place_of(tmp_path / "site")
    grow(place.root, a="new")
    (place.root / "CNAME").symlink_to("one")
    grow(place.new, a="old")
    theirs = place.new / "CNAME"
    if kind == "file":
        theirs.write_text("theirs")
    elif kind == "link":
        theirs.symlink_to("other")
    else:
        theirs.mkdir()
    with pytest.raises(RefusedError, match="CNAME differ, and sitegen wrote only one"):
        repair(place)
    assert theirs.is_symlink() or theirs.exists()
