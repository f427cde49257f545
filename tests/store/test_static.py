import os
from pathlib import Path

import pytest

from generator.errors import Fault, MachineError
from generator.store.static import StaticFile, copy, find_static


def test_files_are_found_by_path_hidden_ones_too(tmp_path: Path) -> None:
    for name in ("b/ค.txt", "b/a.txt", ".well-known/security.txt", "CNAME"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    for litter in (".gitkeep", ".DS_Store", "b/Thumbs.db"):
        (tmp_path / litter).touch()
    files, faults = find_static(tmp_path)
    assert faults == ()
    assert files == tuple(
        StaticFile(path, f"{tmp_path}/{path}")
        for path in (".well-known/security.txt", "CNAME", "b/a.txt", "b/ค.txt")
    )


def test_there_need_not_be_any(tmp_path: Path) -> None:
    assert find_static(tmp_path / "static") == ((), ())


def test_what_a_site_cannot_hold_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "aux.txt").touch()
    (tmp_path / "good.txt").touch()
    (tmp_path / "link.txt").symlink_to("good.txt")
    os.mkfifo(tmp_path / "pipe")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).touch()
    files, faults = find_static(tmp_path)
    assert [file.path for file in files] == ["good.txt"]
    assert faults == (
        Fault("static-name-wrong", f"{tmp_path}/aux.txt", 0, "Windows reserves a name in it"),
        Fault(
            "static-not-a-file",
            f"{tmp_path}/link.txt",
            0,
            "it is a link",
            "put the file itself there",
        ),
        Fault("static-not-a-file", f"{tmp_path}/pipe", 0, "it is no regular file", "remove it"),
        Fault("static-name-wrong", f"{tmp_path}/\\xff.txt", 0, "a character in it is not portable"),
    )


def test_a_file_is_copied_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "image").write_bytes(bytes(range(256)))
    written = copy(str(tmp_path / "tree"), StaticFile("a/image", str(tmp_path / "image")))
    assert (written.path, written.size) == ("a/image", 256)
    assert (tmp_path / "tree/a/image").read_bytes() == bytes(range(256))


def test_a_file_that_vanished_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"cannot read .*gone: No such file"):
        copy(str(tmp_path), StaticFile("gone", str(tmp_path / "gone")))
