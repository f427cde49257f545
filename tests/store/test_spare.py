"""The spare tree: a build into it is a build into an empty one, whatever anybody did to it."""

import os
import random
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.errors import MachineError
from generator.store import memory, spare, switch
from generator.store.cleaning import clean
from generator.store.output import publish, staged, write
from generator.store.seen import sealed
from generator.store.spare import keep_spare, take_over
from generator.store.switch import Place, place_of
from tests.store.torn import renewed

Shape = dict[str, tuple[int, bytes]]

ONE = {
    "index.html": b"one",
    "a/b/index.html": b"b",
    "a/c/index.html": b"c",
    "years/2566/index.html": b"2566",
    "years/2567/index.html": b"2567",
    ".nojekyll": b"",
}
TWO = {**ONE, "index.html": b"two", "a/d/e.html": b"e"}
THREE = {path: body for path, body in ONE.items() if not path.startswith("a/c/")}


def shape(root: Path) -> Shape:
    """The mode and the bytes of all in a site, folders and the manifest too."""
    return {
        path.relative_to(root).as_posix(): (
            stat.S_IFMT(path.lstat().st_mode) | stat.S_IMODE(path.lstat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (root, *root.rglob("*"))
    }


def clean_shape(folder: Path, site: Mapping[str, bytes]) -> Shape:
    """Of a site that is built where there was none."""
    with staged(folder / "clean", ()) as place:
        publish(place, [write(str(place.new), path, body) for path, body in site.items()])
    found = shape(folder / "clean")
    shutil.rmtree(folder / "clean")
    return found


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A site with its spare."""
    place = place_of(tmp_path / "here" / "site")
    for site in (ONE, TWO):
        renewed(place.root, site)
    assert is_twin(place, TWO)
    return place


def is_twin(place: Place, site: Mapping[str, bytes]) -> bool:
    """Whether the spare has the files of the site, each the same one, and nothing else."""
    both = [
        {
            path.relative_to(root).as_posix(): path.stat().st_ino
            for path in root.rglob("*")
            if path.is_file() and ".sitegen" not in path.parts
        }
        for root in (place.root, place.spare)
    ]
    return both[0] == both[1] and both[0].keys() == site.keys()


def stepped_in(place: Place, site: Mapping[str, bytes]) -> bool:
    """Build; whether the spare became the site."""
    number = place.spare.lstat().st_ino if place.spare.exists() else None
    renewed(place.root, site)
    return place.root.lstat().st_ino == number


# --- used -------------------------------------------------------------------------------------


def test_two_trees_take_turns(place: Place, tmp_path: Path) -> None:
    one, other = place.root.stat().st_ino, place.spare.stat().st_ino
    for site in (THREE, TWO, ONE, ONE):
        assert stepped_in(place, site)
        assert is_twin(place, site)
        assert shape(place.root) == clean_shape(tmp_path, site)
        one, other = other, one
        assert (place.root.stat().st_ino, place.spare.stat().st_ino) == (one, other)


@pytest.mark.parametrize("how", ["exchange", "two renames"])
@pytest.mark.parametrize("seed", range(4))
def test_any_change_makes_the_site_of_a_clean_build(
    seed: int, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "two renames":
        monkeypatch.setattr(switch, "exchange", lambda *_: False)
    chance = random.Random(seed)
    place = place_of(tmp_path / "here" / "site")
    site = {f"{number % 7}/{number % 3}/{number}.txt": b"%d" % number for number in range(60)}
    used = 0
    for step in range(12):
        for _ in range(chance.randrange(8)):
            path = f"{chance.randrange(9)}/{chance.randrange(3)}/{chance.randrange(70)}.txt"
            if site.pop(path, None) is None or chance.random() < 0.5:
                site[path] = b"%d %d" % (step, chance.randrange(2))
        used += stepped_in(place, site)
        assert shape(place.root) == clean_shape(tmp_path, site)
        assert step == 0 or is_twin(place, site)
    assert used == 10


def test_no_file_that_bears_its_sign_is_read(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    read, real = list[str](), memory.digest

    def digest(path: str) -> str:
        read.append(path)
        return real(path)

    monkeypatch.setattr(memory, "digest", digest)
    few = {**{path: body + b"!" for path, body in TWO.items()}, "index.html": b"two"}
    for site in (ONE, TWO, {**TWO, "more/x.html": b"x"}, TWO, few, {**few, "x.html": b"x"}):
        renewed(place.root, site)
    assert {Path(path).name for path in read} == {"manifest.json"}


def test_a_site_without_folders_has_a_spare_too(place: Place) -> None:
    one = {f"{number}.txt": b"%d" % number for number in range(8)}
    two = {**one, "8.txt": b"8"}
    for site in (one, two, one):
        renewed(place.root, site)
    assert stepped_in(place, two)
    a_copy(place.spare)
    assert not stepped_in(place, one)
    assert is_twin(place, one)


def test_no_file_is_written_through_to_the_old_site(place: Place) -> None:
    old = place.root / "index.html"
    with old.open("rb") as before:
        renewed(place.root, {**TWO, "index.html": b"three"})
        assert before.read() == b"two"


def test_a_build_that_fails_costs_the_spare_alone(place: Place, tmp_path: Path) -> None:
    def fails() -> None:
        with staged(place.root, ()) as again:
            take_over(str(again.root), str(again.new), written(again, TWO))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fails()
    assert not place.spare.exists()
    assert shape(place.root) == clean_shape(tmp_path, TWO)
    assert not stepped_in(place, ONE)
    assert stepped_in(place, TWO)
    assert shape(place.root) == clean_shape(tmp_path, TWO)


def written(place: Place, site: Mapping[str, bytes]) -> tuple[Any, ...]:
    """What the manifest tells of the files of a site."""
    return tuple(file for file in switch.published(place.root) or () if file.path in site)


def test_what_nobody_took_over_leaves_no_spare(place: Place) -> None:
    other = {path: body + b"!" for path, body in TWO.items()}
    assert not stepped_in(place, other)
    assert not place.spare.exists(), "it would hold a second site"
    renewed(place.root, other)
    assert is_twin(place, other)


def test_a_build_without_a_spare_removes_it_with_the_site(place: Place) -> None:
    told = clean(place.root)
    assert {path.name for path in told.beside} == {".site.sitegen-seen", ".site.sitegen-spare"}
    assert list(place.root.parent.iterdir()) == []


def test_what_survives_at_the_root_is_in_the_site_alone(place: Place) -> None:
    theirs = {"CNAME": b"example.org", ".git/HEAD": b"ref", ".well-known/x": b"x"}
    for path, body in theirs.items():
        (place.root / path).parent.mkdir(exist_ok=True)
        (place.root / path).write_bytes(body)
    for site in (ONE, TWO, ONE):
        assert stepped_in(place, site)
        names = {path.name for path in place.spare.iterdir()}
        assert names == {"index.html", "a", "years", ".nojekyll"}
        for path, body in theirs.items():
            assert (place.root / path).read_bytes() == body


def test_a_file_that_comes_during_a_build_is_given_back(place: Place) -> None:
    with staged(place.root, ()) as again:
        files = written(again, TWO)
        assert len(take_over(str(again.root), str(again.new), files)) == len(files)
        (place.root / "years/2566/note.txt").write_text("mine")
        publish(again, files)
        keep_spare(again, files)
    assert (place.root / "years/2566/note.txt").read_text() == "mine"
    assert not place.spare.exists()


# --- touched ----------------------------------------------------------------------------------


def changed(tree: Path) -> None:
    """The same size, and the same day as far as tools can set it."""
    path = tree / "years/2566/index.html"
    about = path.stat()
    path.write_bytes(b"9999")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def replaced(tree: Path) -> None:
    path = tree / "years/2566/index.html"
    path.unlink()
    path.write_bytes(b"9999")


def file_added(tree: Path) -> None:
    (tree / "years/2566/more.html").write_bytes(b"more")


def file_added_at_the_root(tree: Path) -> None:
    (tree / "more.html").write_bytes(b"more")


def folder_added(tree: Path) -> None:
    (tree / "a/b/empty").mkdir()


def link_added(tree: Path) -> None:
    (tree / "a/link").symlink_to(tree.parent / "outside")


def file_removed(tree: Path) -> None:
    (tree / "years/2566/index.html").unlink()


def folder_removed(tree: Path) -> None:
    shutil.rmtree(tree / "years")


def file_became_a_link(tree: Path) -> None:
    (tree / "years/2566/index.html").unlink()
    (tree / "years/2566/index.html").symlink_to(tree.parent / "outside/2566/index.html")


def folder_became_a_link(tree: Path) -> None:
    shutil.rmtree(tree / "years")
    (tree / "years").symlink_to(tree.parent / "outside")


def file_mode(tree: Path) -> None:
    (tree / "a/b/index.html").chmod(0o600)


def folder_mode(tree: Path) -> None:
    (tree / "a/b").chmod(0o700)


def gone(tree: Path) -> None:
    shutil.rmtree(tree)


def a_file(tree: Path) -> None:
    shutil.rmtree(tree)
    tree.write_bytes(b"no folder")


def a_link(tree: Path) -> None:
    shutil.rmtree(tree)
    tree.symlink_to(tree.parent / "outside")


def of_another_site(tree: Path) -> None:
    other = place_of(tree.parent / "other")
    for site in (ONE, TWO):
        renewed(other.root, {path: body[::-1] for path, body in site.items()})
    shutil.rmtree(tree)
    other.spare.rename(tree)
    clean(other.root)


def a_copy(tree: Path) -> None:
    shutil.copytree(tree, tree.with_name("copy"))
    shutil.rmtree(tree)
    tree.with_name("copy").rename(tree)


ANYTHING = (
    *(changed, replaced, file_added, file_added_at_the_root, folder_added, link_added),
    *(file_removed, folder_removed, file_became_a_link, folder_became_a_link),
    *(file_mode, folder_mode, gone, a_file, a_link, of_another_site, a_copy),
)


@pytest.mark.parametrize("harm", ANYTHING, ids=lambda harm: harm.__name__)
def test_a_spare_that_was_touched_is_not_believed(
    harm: Callable[[Path], None], place: Place, tmp_path: Path
) -> None:
    outside = place.spare.parent / "outside"
    (outside / "2566").mkdir(parents=True)
    (outside / "2566/index.html").write_bytes(b"2566")
    harm(place.spare)
    for site in (ONE, TWO, ONE):
        renewed(place.root, site)
        assert shape(place.root) == clean_shape(tmp_path, site)
        assert is_twin(place, site)
    assert stepped_in(place, TWO), "after that all is well again"
    assert (outside / "2566/index.html").read_bytes() == b"2566"
    assert {path.name for path in place.root.parent.iterdir()} == {
        *("site", "outside", ".site.sitegen-seen", ".site.sitegen-spare")
    }


@pytest.mark.parametrize("harm", [changed, replaced, file_mode, file_removed, folder_removed])
@pytest.mark.parametrize("beside", ["a spare", "nothing"])
def test_files_of_a_site_that_were_touched_are_written_anew(
    harm: Callable[[Path], None], beside: str, place: Place, tmp_path: Path
) -> None:
    harm(place.root)
    if beside == "nothing":
        shutil.rmtree(place.spare)
    renewed(place.root, ONE)
    assert shape(place.root) == clean_shape(tmp_path, ONE)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8])


def of_an_earlier_format(path: Path) -> None:
    rest = path.read_bytes().partition(b"\n")[2].replace(b"[1, ", b"[0, ", 1)
    path.write_bytes(sealed(rest) + b"\n" + rest)


@pytest.mark.parametrize("harm", [Path.unlink, truncated, of_an_earlier_format, Path.touch])
def test_without_its_record_there_is_no_spare(
    harm: Callable[[Path], None], place: Place, tmp_path: Path
) -> None:
    harm(place.seen)
    assert stepped_in(place, ONE) is (harm is Path.touch)
    assert shape(place.root) == clean_shape(tmp_path, ONE)
    renewed(place.root, TWO)
    assert stepped_in(place, ONE)


def test_every_file_given_a_third_name_is_read_and_stays(place: Place) -> None:
    """As when the site is deployed as hard links."""
    shutil.copytree(place.root, place.root.with_name("deployed"), copy_function=os.link)
    before = (place.root / "a/b/index.html").stat().st_ino
    assert stepped_in(place, ONE)
    assert (place.root / "a/b/index.html").stat().st_ino == before


def test_what_a_build_left_that_was_killed_at_its_record_goes(place: Place) -> None:
    left = place.seen.with_name(f"{place.seen.name}.123")
    left.touch()
    renewed(place.root, ONE)
    assert not left.exists()


# --- where it cannot be -----------------------------------------------------------------------


def test_without_second_names_there_is_no_spare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: Any, **__: Any) -> None:
        raise PermissionError

    place = place_of(tmp_path / "here" / "site")
    monkeypatch.setattr(os, "link", link)
    for site in (ONE, TWO, ONE):
        renewed(place.root, site)
        assert shape(place.root) == clean_shape(tmp_path, site)
        assert not place.spare.exists()


def test_when_they_can_have_none_any_more_the_spare_goes(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: Any, **__: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    renewed(place.root, ONE)
    assert shape(place.root) == clean_shape(tmp_path, ONE)
    assert not place.spare.exists()


def test_a_clock_that_stands_still_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "moment", lambda _: 1)
    monkeypatch.setattr(spare, "PAUSE", 0)
    place = place_of(tmp_path / "here" / "site")
    for site in (ONE, TWO, ONE):
        assert not stepped_in(place, site)
        assert shape(place.root) == clean_shape(tmp_path, site)


def test_a_spare_that_cannot_step_in_ends_the_build(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.store.spare.start", start)
    with pytest.raises(MachineError, match=r"cannot write beside .*: No space left on device"):
        renewed(place.root, ONE)
    assert shape(place.root) == clean_shape(tmp_path, TWO)
    assert not place.spare.exists()
    assert not place.new.exists()
