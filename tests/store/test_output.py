import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.errors import MachineError, RefusedError, SitegenError
from generator.store.manifest import Written, from_json
from generator.store.output import make_folder, publish, staged, write


def build(output: Path, files: Mapping[str, str], *inputs: Path) -> None:
    with staged(output, inputs) as place:
        written = [write(str(place.new), path, body.encode()) for path, body in files.items()]
        publish(place, written)


def tree(root: Path) -> dict[str, str]:
    """All files but our own manifest."""
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".sitegen" not in path.parts
    }


@pytest.fixture
def output(tmp_path: Path) -> Iterator[Path]:
    """An output folder; beside it nothing must be left."""
    (tmp_path / "here").mkdir()
    yield tmp_path / "here" / "site"
    assert {path.name for path in (tmp_path / "here").iterdir()} <= {"site"}


ONE = {"index.html": "one", "years/2566/index.html": "1"}
TWO = {"index.html": "two", "about/index.html": "2"}


# --- publishing -------------------------------------------------------------------------------


def test_a_site_replaces_the_one_before(output: Path) -> None:
    build(output, ONE)
    assert tree(output) == ONE
    build(output, TWO)
    assert tree(output) == TWO
    assert not (output / "years").exists()


def test_the_manifest_lists_what_was_written(output: Path) -> None:
    build(output, TWO)
    files = from_json((output / ".sitegen/manifest.json").read_bytes())
    assert files is not None
    assert [(file.path, file.size) for file in files] == [
        ("about/index.html", 1),
        ("index.html", 3),
    ]


def test_the_same_site_twice_is_the_same_bytes(output: Path) -> None:
    build(output, ONE)
    manifest = (output / ".sitegen/manifest.json").read_bytes()
    build(output, dict(reversed(ONE.items())))
    assert (output / ".sitegen/manifest.json").read_bytes() == manifest


def test_folders_above_the_output_are_made(output: Path) -> None:
    build(output / "a" / "b", ONE)
    assert tree(output / "a" / "b") == ONE


def test_an_empty_folder_may_be_published_into(output: Path) -> None:
    output.mkdir()
    build(output, ONE)
    assert tree(output) == ONE


def test_a_link_to_a_folder_stays_a_link(output: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    output.symlink_to(tmp_path / "real")
    build(output, ONE)
    assert output.is_symlink()
    assert tree(tmp_path / "real") == ONE


def test_a_site_that_was_not_published_is_gone(output: Path) -> None:
    build(output, ONE)
    with staged(output, ()) as place:
        write(str(place.new), "index.html", b"two")
    assert tree(output) == ONE


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, MachineError, SystemExit, OSError])
def test_any_trouble_leaves_the_old_site(output: Path, trouble: type[BaseException]) -> None:
    build(output, ONE)

    def troubled() -> None:
        with staged(output, ()) as place:
            write(str(place.new), "index.html", b"two")
            raise trouble

    with pytest.raises(trouble):
        troubled()
    assert tree(output) == ONE


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_modes_are_the_same_whatever_the_umask(output: Path, mask: int) -> None:
    with umask(mask):
        build(output, ONE)
    modes = {
        path.relative_to(output).as_posix() or ".": stat.S_IMODE(path.stat().st_mode)
        for path in (output, *output.rglob("*"))
    }
    folders = {".", "years", "years/2566", ".sitegen"}
    assert modes == {path: 0o755 if path in folders else 0o644 for path in modes}


def test_the_folder_keeps_its_own_mode(output: Path) -> None:
    output.mkdir(mode=0o750)
    build(output, ONE)
    assert stat.S_IMODE(output.stat().st_mode) == 0o750


# --- what survives ----------------------------------------------------------------------------

THEIRS = {
    ".gitkeep": "",
    ".nojekyll": "",
    "CNAME": "example.org",
    ".git/HEAD": "main",
    ".git/objects/aa/bb": "x",
}


def put(root: Path, files: Mapping[str, str]) -> None:
    for path, words in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(words)


def test_dot_files_dot_folders_and_cname_survive_every_build(output: Path) -> None:
    put(output, THEIRS)
    (output / ".git/refs/tags").mkdir(parents=True)
    (output / ".link").symlink_to("CNAME")
    (output / ".folder-link").symlink_to(".git")
    (output / ".gitkeep").chmod(0o600)
    for site in (ONE, TWO, TWO):
        build(output, site)
        assert tree(output) == {**THEIRS, **site, ".link": "example.org"}
    assert (output / ".git/refs/tags").is_dir()
    assert (output / ".folder-link").readlink() == Path(".git")
    assert stat.S_IMODE((output / ".gitkeep").stat().st_mode) == 0o600


def test_they_survive_where_files_cannot_have_two_names(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: Any, **__: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    put(output, THEIRS)
    build(output, ONE)
    assert tree(output) == {**THEIRS, **ONE}


def test_our_own_dot_files_come_and_go(output: Path) -> None:
    put(output, {".well-known/theirs": "t", ".nojekyll": ""})
    build(output, {".well-known/ours": "o", ".nojekyll": "", ".ours": ""})
    assert set(tree(output)) == {".well-known/theirs", ".well-known/ours", ".nojekyll", ".ours"}
    build(output, {"index.html": ""})
    assert set(tree(output)) == {".well-known/theirs", "index.html"}


def test_a_file_of_the_site_never_replaces_a_different_one_of_someone_else(output: Path) -> None:
    put(output, {"CNAME": "example.org"})
    build(output, {"CNAME": "example.org"})
    build(output, {"CNAME": "other.org"})  # since the last build it is ours
    (output / ".sitegen/manifest.json").write_bytes(b"")
    (output / "index.html").unlink(missing_ok=True)
    with pytest.raises(RefusedError, match=r"CNAME is not from sitegen and differs"):
        build(output, {"CNAME": "third.org"})
    assert tree(output) == {"CNAME": "other.org"}


def test_a_file_that_came_during_the_build_is_given_back(output: Path) -> None:
    build(output, ONE)
    with staged(output, ()) as place:
        put(output, {"years/2566/note.txt": "mine", "empty/deep/note.txt": "mine"})
        publish(place, [write(str(place.new), "index.html", b"two")])
    assert tree(output) == {
        "index.html": "two",
        "years/2566/note.txt": "mine",
        "empty/deep/note.txt": "mine",
    }


def test_two_different_files_of_one_place_are_both_kept(tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(output, ONE)
    message = "differ, and sitegen wrote only one: move one away"

    def meanwhile() -> None:
        with staged(output, ()) as place:
            put(output, {"about.html": "theirs"})
            publish(place, [write(str(place.new), "about.html", b"ours")])

    with pytest.raises(RefusedError, match=message):
        meanwhile()
    assert tree(output) == {"about.html": "ours"}
    assert (tmp_path / ".site.sitegen-new/about.html").read_text() == "theirs"
    with pytest.raises(RefusedError, match=message):
        build(output, ONE)
    (tmp_path / ".site.sitegen-new/about.html").rename(tmp_path / "saved.html")
    build(output, ONE)
    assert tree(output) == ONE


# --- what is refused --------------------------------------------------------------------------


def test_a_folder_with_files_of_others_is_refused_and_left(output: Path) -> None:
    build(output, ONE)
    theirs = {f"photos/{number}.txt": "" for number in range(4)}
    put(output, {**theirs, "years/note.txt": ""})
    with pytest.raises(RefusedError) as caught:
        build(output, TWO)
    assert str(caught.value) == (
        f"{output} holds files that sitegen did not write: photos/0.txt, photos/1.txt, "
        "photos/2.txt, photos/3.txt, years/note.txt; name another folder"
    )
    assert caught.value.exit_code == 2
    assert tree(output) == {**ONE, **theirs, "years/note.txt": ""}
    put(output, {"a.txt": ""})
    with pytest.raises(RefusedError, match=r"a\.txt, .* and more; name another folder"):
        build(output, TWO)


@pytest.mark.parametrize("manifest", [b"", b"{}", b'{"format": 2, "sitegen": "9", "files": []}'])
def test_without_a_manifest_that_we_understand_nothing_is_ours(
    output: Path, manifest: bytes
) -> None:
    build(output, ONE)
    (output / ".sitegen/manifest.json").write_bytes(manifest)
    with pytest.raises(RefusedError, match=r"did not write: index\.html, years"):
        build(output, TWO)
    assert tree(output) == ONE


def test_a_link_among_our_files_is_not_ours(output: Path, tmp_path: Path) -> None:
    build(output, ONE)
    put(tmp_path / "far", {"2566/index.html": "far"})
    (output / "years").rename(tmp_path / "years")
    (output / "years").symlink_to(tmp_path / "far")
    with pytest.raises(RefusedError, match="sitegen did not write: years;"):
        build(output, TWO)
    assert tree(tmp_path / "far") == {"2566/index.html": "far"}


def test_a_file_is_no_output_folder(output: Path) -> None:
    output.write_text("mine")
    with pytest.raises(RefusedError, match="site is not a folder"):
        build(output, ONE)
    assert output.read_text() == "mine"


@pytest.mark.parametrize(
    ("where", "read"),
    [("site", "site"), ("site", "site/dumps"), ("content/site", "content"), ("link", "content")],
)
def test_input_and_output_must_not_hold_each_other(tmp_path: Path, where: str, read: str) -> None:
    put(tmp_path, {"content/dumps/a.txt": "a"})
    (tmp_path / "link").symlink_to("content/site")
    with pytest.raises(RefusedError, match="must not hold each other"):
        build(tmp_path / where, ONE, tmp_path / read)
    build(tmp_path / "contents", ONE, tmp_path / "content")


@pytest.mark.parametrize("where", ["/", "/proc"])
def test_a_mount_point_is_refused(where: str) -> None:
    with pytest.raises(MachineError, match="mount point"):
        build(Path(where), ONE)
    assert not list(Path("/").glob(".*sitegen-*"))


# --- writing ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["../index.html", "/index.html", "a\\b", "con", ".sitegen/x", ""])
def test_a_path_that_leaves_the_site_is_our_mistake(output: Path, path: str) -> None:
    with pytest.raises(SitegenError, match="cannot write") as caught, staged(output, ()) as place:
        write(str(place.new), path, b"")
    assert caught.value.exit_code == 70


@pytest.mark.parametrize(
    "paths", [("a/b", "a/b"), ("a", "a/b"), ("a/b", "a")], ids=["same", "below", "above"]
)
def test_two_files_that_cannot_both_be_written(output: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(RefusedError, match=f"want the path {paths[1]}"):
        build_in_order(output, paths)


def test_two_files_that_one_file_system_takes_for_one_are_both_named(output: Path) -> None:
    with pytest.raises(RefusedError, match=r"one path: Years/a\.html and years/a\.html"):
        build_in_order(output, ("years/a.html", "Years/a.html"))
    assert not output.exists()


def build_in_order(output: Path, paths: tuple[str, ...]) -> None:
    with staged(output, ()) as place:
        publish(place, [write(str(place.new), path, b"") for path in paths])


def test_what_was_written_is_told(output: Path) -> None:
    with staged(output, ()) as place:
        written = write(str(place.new), "ก/a.txt", b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert written == Written("ก/a.txt", digest, 3)


def test_a_straggler_does_not_make_a_tree_that_is_gone(output: Path) -> None:
    with staged(output, ()) as place:
        pass
    with pytest.raises(MachineError, match="cannot write a/b: No such file"):
        write(str(place.new), "a/b", b"")


def test_a_folder_that_another_worker_made_meanwhile_is_well(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(str(tmp_path), "a/b")
    assert (tmp_path / "a/b").is_dir()


def test_an_output_folder_that_is_not_for_us_to_write(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(output, ONE)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(MachineError, match=r"cannot write .*site: Permission denied"):
        build(output, TWO)
    assert tree(output) == ONE


def test_a_name_too_long_for_the_disk_is_one_line(output: Path) -> None:
    with pytest.raises(MachineError, match=r"cannot write beside .*: File name too long"):
        build(output.with_name("x" * 250), ONE)
