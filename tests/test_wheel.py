"""The wheel alone builds a site in any folder that holds a content/."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SECONDS = 120

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


def test_it_carries_what_the_command_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("templates", "_templates"), ("content/lookups", "_lookups")):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file():
                assert f"generator/{inside}/{file.relative_to(ROOT / folder).as_posix()}" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}


def test_it_builds_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    content = tmp_path / "somewhere" / "content"
    (content / "dumps").mkdir(parents=True)
    sample = next(iter(sorted((ROOT / "content" / "dumps").glob("*.txt"))))
    shutil.copy(sample, content / "dumps")
    run = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "build"],
        cwd=content.parent,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert list((content.parent / "output" / "projects").glob("*/index.html"))


def test_it_begins_a_project_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    for words, folder in ((("new", "demo"), tmp_path), (("build",), tmp_path / "demo")):
        run = subprocess.run(
            [sys.executable, "-P", "-m", "generator", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        assert run.returncode == 0, run.stderr
    assert len(list((tmp_path / "demo" / "output" / "projects").glob("*/index.html"))) == 2
