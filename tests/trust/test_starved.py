"""Without disk, rights or descriptors a build ends with exit code 3, one line, and the old site."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.store.test_torn import ENVIRON, own_disks

DRIVER = (sys.executable, str(ROOT / "tests" / "trust" / "starved.py"))
NO_SPACE = "No space left on device [machine-refuses]"

pytestmark = pytest.mark.slow


@pytest.fixture
def folder() -> Iterator[Path]:
    """Content that has one of everything, where anyone may look."""
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        (content / "dumps").mkdir(parents=True)
        samples = sorted((ROOT / "content" / "dumps").glob("*.txt"))[:3]
        for sample, to in zip(samples, "abc", strict=True):
            shutil.copy(sample, content / "dumps" / f"{to}.txt")
        (content / "dumps" / "dumps.toml").write_text("sample = true\n", encoding="utf-8")
        (content / "dumps" / "sources.csv").write_text("file,code\n", encoding="utf-8")
        (content / "withheld.toml").touch()
        (content / "site.toml").touch()
        for place in ("pages/about.th.md", "static/a.txt"):
            (content / place).parent.mkdir()
            (content / place).write_text("# ข้อความ\n", encoding="utf-8")
        yield Path(name)


def told(case: str, folder: Path, *more: str, before: tuple[str, ...] = ()) -> list[str]:
    ended = subprocess.run(
        [*before, *DRIVER, case, folder, *more],
        env=ENVIRON,
        text=True,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


@pytest.mark.parametrize(
    "step", ["300", pytest.param("64", marks=pytest.mark.torture)], ids=["some", "many"]
)
def test_a_full_disk_at_any_write(folder: Path, step: str) -> None:
    disks = own_disks()
    if disks is None:  # a file that may not grow stands in for it
        test_a_write_that_fails_midway(folder)
        return
    *full, last = told("full-disk", folder, step, before=disks)
    assert last.startswith("0 built ")
    assert len(full) >= 2
    for one in full:
        assert one.startswith("3 error: cannot "), one
        assert one.endswith(NO_SPACE), one
        assert "\\n" not in one


def test_a_write_that_fails_midway(folder: Path) -> None:
    for one in told("small-files", folder):
        assert one.startswith("3 error: cannot "), one
        assert one.endswith("File too large [machine-refuses]"), one
        assert "\\n" not in one


def test_a_disk_that_can_only_be_read(folder: Path) -> None:
    disks = own_disks()
    if disks is None:  # likewise a folder that may not be written
        test_without_rights(folder)
        return
    (one,) = told("read-only-disk", folder, before=disks)
    assert one == "3 error: cannot write /site: Read-only file system [output-not-writable]"


def test_without_rights(folder: Path) -> None:
    said = dict(one.split(": ", 1) for one in told("no-rights", folder))
    denied = "Permission denied [machine-refuses]"
    for name in ("site.toml", "withheld.toml", "dumps/dumps.toml", "dumps/sources.csv", "pages"):
        assert said[name] == f"3 error: cannot read /content/{name}: {denied}"
    assert said["pages/about.th.md"] == f"3 error: cannot read /content/pages/about.th.md: {denied}"
    assert said["dumps"].endswith(denied)
    assert said["static"].endswith(denied)
    assert said["static/a.txt"].startswith("3 error: cannot ")
    assert said["dumps/a.txt"].startswith("0 built ")  # one unreadable dump stops nothing
    assert said["site"] == "3 error: cannot write /site: Permission denied [output-not-writable]"
    assert said["."] == f"3 error: cannot write beside /site: {denied}"
    assert not any("\\n" in one for one in said.values())


def test_a_file_that_vanishes(folder: Path) -> None:
    dump, static = told("vanished", folder)
    assert dump.startswith("dumps/a.txt: 0 built ")
    assert "1 error" in dump
    assert static.startswith("static/a.txt: 3 error: cannot ")
    assert static.endswith("No such file or directory [machine-refuses]")


@pytest.mark.parametrize("most", ["12", pytest.param("64", marks=pytest.mark.torture)])
def test_too_few_open_files(folder: Path, most: str) -> None:
    said = told("few-descriptors", folder, most)
    failed = [one for one in said if not one.startswith("0 ")]
    assert len(failed) > 3
    for one in failed:
        assert one.startswith("3 error: cannot "), one
        assert one.endswith("Too many open files [machine-refuses]"), one
        assert "\\n" not in one
