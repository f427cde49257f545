"""Whatever happens to a build, the old or the new site stands whole; see ``torn.py``."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
# A process that is killed while it saves what it covered would leave half a file of that.
KILLED = {name: value for name, value in ENVIRON.items() if not name.startswith("COVERAGE")}
BUILD = (sys.executable, str(HERE / "torn.py"))


def told(*words: str | Path, before: tuple[str, ...] = ()) -> str:
    """What the driver says, which must end well."""
    ended = subprocess.run(
        [*before, *BUILD, *words], env=ENVIRON, text=True, capture_output=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.mark.parametrize(
    "how",
    [(), ("--two-renames",), ("--copy",), ("--spare",), ("--two-renames", "--spare")],
    ids=" ".join,
)
@pytest.mark.parametrize(
    "step", [79, pytest.param(7, marks=pytest.mark.slow)], ids=["some lines", "many lines"]
)
def test_killed_at_a_line_it_leaves_the_old_or_the_new_site(
    tmp_path: Path, how: tuple[str, ...], step: int
) -> None:
    (tmp_path / "x").mkdir()
    again, first = told("instants", tmp_path / "x", str(step), *how).split()
    assert int(again) * step > 600
    assert int(first) * step > 250


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("kills", [15, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_any_time_with_its_workers(tmp_path: Path, kills: int) -> None:
    output = tmp_path / "site"
    sites = []
    for version in ("one", "two"):
        start = time.monotonic()
        told("build", output, version, "2")
        seconds = time.monotonic() - start
        sites.append(snapshot(output))
    assert len(sites[0]) == 121
    chance = random.Random(kills)
    for _ in range(kills):
        process = subprocess.Popen(
            [*BUILD, "build", output, "one", "2"], env=KILLED, start_new_session=True
        )
        time.sleep(chance.uniform(0, seconds))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert snapshot(output) in sites
    told("build", output, "two", "2")
    assert snapshot(output) == sites[1]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_ctrl_c_leaves_the_old_site_and_no_litter(tmp_path: Path) -> None:
    output = tmp_path / "site"
    told("build", output, "one", "2")
    old = snapshot(output)
    process = subprocess.Popen(
        [*BUILD, "build", output, "slow", "2"],
        env=ENVIRON,
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (tmp_path / ".site.sitegen-new/pages").exists():
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, complaints = process.communicate()
    assert "KeyboardInterrupt" in complaints
    assert complaints.count("Traceback") == 1
    assert snapshot(output) == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def own_disks() -> tuple[str, ...] | None:
    """What to put before a command that mounts; ``None`` where we may not."""
    for words in (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount")):
        command = [*words, "mount", "-t", "tmpfs", "none", "/mnt"]
        if shutil.which("unshare") and not subprocess.call(command, stderr=subprocess.DEVNULL):
            return words
    return None


def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    before = own_disks()
    if before is None:  # a write that fails midway stands in for it
        test_a_write_that_fails_midway_leaves_the_old_site(tmp_path)
    else:
        assert int(told("full-disk", tmp_path, before=before)) >= 10


def test_a_site_of_a_containers_image_is_replaced(tmp_path: Path) -> None:
    before = own_disks()
    if before is None:  # the same steps without such a disk
        (tmp_path / "x").mkdir()
        told("instants", tmp_path / "x", "79", "--copy")
    else:
        assert told("image-layer", tmp_path, before=before) == "built"


def test_a_write_that_fails_midway_leaves_the_old_site(tmp_path: Path) -> None:
    assert told("large-file", tmp_path) == "cannot write index.html: File too large"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anyone may enter, as pytest's own is not."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("beside", "cannot write beside /beside/site: Permission denied"),
        ("inside", "cannot write /beside/site: Permission denied"),
        (
            "to-dumps",
            "a.txt Permission denied; closed folder: Permission denied; open/c.txt read",
        ),
    ],
)
def test_without_rights_the_old_site_stays(open_folder: Path, where: str, says: str) -> None:
    assert told(f"no-rights-{where}", open_folder) == says
