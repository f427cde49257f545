"""The same dumps make the same bytes, on whatever machine, by whatever clock."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.store.test_cluster import running
from tests.test_build import tree

pytestmark = pytest.mark.slow

SAMPLES = ROOT / "content" / "dumps"
FEW, MANY = 3, 80
THAI = "th_TH.UTF-8"
SIZES = pytest.mark.parametrize(
    "count", [FEW, pytest.param(MANY, marks=pytest.mark.torture)], ids=["some", "all"]
)
CLOCK = """
import datetime, os, time
OFFSET = float(os.environ["CLOCK_OFFSET"])
real = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime")}
time.time = lambda: real["time"]() + OFFSET
time.time_ns = lambda: real["time_ns"]() + int(OFFSET * 1e9)
for name in ("localtime", "gmtime"):
    setattr(time, name, lambda at=None, real=real[name]: real(time.time() if at is None else at))
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)
class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
datetime.datetime, datetime.date = Moment, Day
"""
"""Loaded by Python at its start, as ``sitecustomize``: no tool that does it is everywhere."""
REVERSED = """
import os
real = os.scandir
class Backwards:
    def __init__(self, path="."):
        with real(path) as entries:
            self.entries = iter(sorted(entries, key=lambda one: one.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.scandir = Backwards
listdir = os.listdir
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
"""
"""Likewise: every folder lists its files the other way round."""


def made(
    dumps: Path,
    output: Path,
    *options: str,
    environ: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
) -> dict[str, str]:
    """The site, by a process of that environment."""
    command = [*before, sys.executable, "-m", "generator", "build", "--quiet", "--anew"]
    run = subprocess.run(
        [*command, "--dumps", str(dumps), "--output", str(output), *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return tree(output)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A few dumps, and all."""
    found = {}
    for count in (FEW, MANY):
        folder = found[count] = tmp_path_factory.mktemp("dumps")
        for path in sorted(SAMPLES.glob("sample-*.txt"))[:count]:
            shutil.copy(path, folder)
    return found


@pytest.fixture(scope="module")
def usual(folders: dict[int, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(folders[FEW], tmp_path_factory.mktemp("usual") / "out")


@pytest.fixture
def expected(
    count: int, folders: dict[int, Path], usual: dict[str, str], tmp_path: Path
) -> dict[str, str]:
    return usual if count == FEW else made(folders[count], tmp_path / "usual")


def thai_locale(folder: Path) -> dict[str, str]:
    """The environment of a Thai machine, whose locale is made here if the system has none."""
    environ = {"LC_ALL": THAI, "LANG": THAI}
    if not is_thai(environ):
        folder.mkdir()
        words = ["localedef", "-i", "th_TH", "-f", "UTF-8", str(folder / THAI)]
        subprocess.run(words, capture_output=True, check=True)
        environ["LOCPATH"] = str(folder)
    assert is_thai(environ)
    return environ


def is_thai(environ: Mapping[str, str]) -> bool:
    """Whether a process of that environment has a Thai name for today."""
    ask = "import locale, time; locale.setlocale(locale.LC_ALL, ''); print(time.strftime('%A'))"
    run = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, **environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return bool(re.search("[ก-ฮ]", run.stdout))


def year(environ: Mapping[str, str]) -> int:
    """What year it is for a process of that environment."""
    ask = "import datetime; print(datetime.date.today().year)"
    run = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, **environ}, capture_output=True, check=True
    )
    return int(run.stdout)


NO_NETWORK = """
import socket
def refuse(*_, **__):
    raise AssertionError("a build must reach nobody")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = refuse
"""
"""Likewise, where no process can be cut off from the network."""


def without_network() -> tuple[str, ...]:
    """What to put before a command that must not reach anybody; nothing where we may not."""
    for words in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        if shutil.which("unshare") and not subprocess.call(
            [*words, "true"], stderr=subprocess.DEVNULL
        ):
            return words
    return ()


@SIZES
def test_machines_make_no_difference(
    count: int, folders: dict[int, Path], expected: dict[str, str], tmp_path: Path
) -> None:
    for name, code in (("clock", CLOCK), ("back", REVERSED), ("alone", NO_NETWORK)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "sitecustomize.py").write_text(code, encoding="utf-8")
    machines: dict[str, tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]] = {
        "thai, ten years on, Pacific": (
            {
                **thai_locale(tmp_path / "locale"),
                "PYTHONHASHSEED": "0",
                "TZ": "Pacific/Kiritimati",
                "CLOCK_OFFSET": "3.2e8",
                "PYTHONPATH": f"{tmp_path / 'clock'}:{ROOT}",
            },
            ("--jobs", "1"),
            (),
        ),
        "C, reversed folders, New York": (
            {
                "LC_ALL": "C",
                "PYTHONHASHSEED": "1",
                "TZ": "America/New_York",
                "PYTHONPATH": f"{tmp_path / 'back'}:{ROOT}",
                "PYTHONUTF8": "0",
            },
            ("--jobs", "4"),
            (),
        ),
        "Bangkok, nobody to reach": (
            {
                "LC_ALL": "C.UTF-8",
                "PYTHONHASHSEED": "random",
                "TZ": "Asia/Bangkok",
                "PYTHONPATH": f"{tmp_path / 'alone'}:{ROOT}",
            },
            ("--jobs", "2"),
            without_network(),
        ),
    }
    assert year(machines["thai, ten years on, Pacific"][0]) > year({}) + 9
    for name, (environ, options, before) in machines.items():
        mask = os.umask(0o077)
        try:
            out = tmp_path / name / "out"
            found = made(folders[count], out, *options, environ=environ, before=before)
        finally:
            os.umask(mask)
        assert found == expected, name


@SIZES
def test_a_cluster_makes_no_difference(
    count: int,
    folders: dict[int, Path],
    expected: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", **thai_locale(tmp_path / "locale")}
    for name, value in elsewhere.items():
        monkeypatch.setenv(name, value)
    with running(2) as address:
        monkeypatch.undo()
        assert made(folders[count], tmp_path / "out", "--scheduler", address) == expected


@SIZES
def test_warm_or_cold_installed_or_not(
    count: int, folders: dict[int, Path], expected: dict[str, str], tmp_path: Path
) -> None:
    dumps = tmp_path / "dumps"
    shutil.copytree(folders[count], dumps)
    (dumps / "sample-0001.txt").unlink()
    made(dumps, tmp_path / "out")
    shutil.copy(folders[count] / "sample-0001.txt", dumps)
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "generator",
            "build",
            "-q",
            "--dumps",
            dumps,
            "--output",
            tmp_path / "out",
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert run.returncode == 0
    assert tree(tmp_path / "out") == expected, "what an earlier build left made a difference"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("dumps"))
    run = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "build", "-q", "--dumps", folders[count]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        check=False,
    )
    assert run.returncode == 0
    assert tree(tmp_path / "output") == expected, "the wheel makes another site"
