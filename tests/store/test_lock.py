import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.errors import MachineError
from generator.store import lock
from generator.store.lock import acquired, held

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from typing import Any
from generator.store.lock import held
with held(Path(sys.argv[1]), Path("site")):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], cwd=ROOT, stdout=subprocess.PIPE, text=True, env={}
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_it_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    for _ in range(2):
        with held(path, tmp_path / "site"):
            assert path.exists()
        assert not path.exists()


def test_a_second_build_is_refused_while_the_first_one_lives(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    process = holder(path)
    try:
        with (
            pytest.raises(MachineError, match=r"another build is writing .*site; wait until"),
            held(path, tmp_path / "site"),
        ):
            pass
    finally:
        process.kill()
        process.communicate()
    assert path.exists()
    with held(path, tmp_path / "site"):  # the dead one's file holds no one back
        pass
    assert not path.exists()


def test_a_lock_whose_file_is_gone_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"

    def open_too_late(*about: Any) -> int:
        """As when the holder removes the file right after we opened it."""
        monkeypatch.undo()
        opened = os.open(*about)
        path.unlink()
        return opened

    monkeypatch.setattr(os, "open", open_too_late)
    assert acquired(path) is None
    opened = acquired(path)
    assert opened is not None
    os.close(opened)


def test_the_lock_is_freed_when_a_build_fails(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(KeyError), held(path, tmp_path):
        raise KeyError
    assert not path.exists()
    assert lock.TRIES * lock.PAUSE <= 2


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to("elsewhere")
    with (
        pytest.raises(MachineError, match="cannot write beside"),
        held(tmp_path / "lock", tmp_path),
    ):
        pass
    assert not (tmp_path / "elsewhere").exists()
