"""A real scheduler and real workers, on this machine."""

import operator
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import Client

from generator.errors import MachineError
from generator.store import cluster, crew
from generator.store.cluster import agree, ours, over_cluster, packed, run, unpacked
from generator.store.crew import Crew, Work, as_it_is
from generator.store.parallel import AHEAD, CHUNK
from tests.conftest import ROOT, sitegen

SAMPLES = ROOT / "content" / "dumps"


@contextmanager
def running(workers: int) -> Iterator[str]:
    """The address of a cluster that gives up on a task at the second worker it loses."""
    few = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    with subprocess.Popen(
        (sys.executable, "-m", "tests.store.local_cluster", str(workers)),
        cwd=ROOT,
        env={**os.environ, **few, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    ) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.communicate("")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running(2) as found:
        yield found


def workers(address: str) -> list[int]:
    with Client(address, set_as_default=False) as client:
        return sorted(client.run(os.getpid).values())


def slowly(factor: int, number: int) -> int:
    time.sleep(0.01)
    return factor * number


def deadly(_: None, number: int) -> int:
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def odd_one_out(_: None, number: int) -> int:
    if number == 40:
        message = "forty"
        raise ArithmeticError(message)
    return number


@pytest.mark.parametrize("count", [0, 1, 10 * CHUNK + 3])
def test_results_come_in_the_order_of_the_items(address: str, count: int) -> None:
    results = list(over_cluster(address, operator.mul, iter(range(count)), 3))
    assert results == [3 * number for number in range(count)]


def test_only_so_many_items_are_under_way(address: str) -> None:
    begun = [0]

    def items() -> Iterator[int]:
        while begun[0] < 1000:
            yield begun[0]
            begun[0] += 1

    for done in over_cluster(address, operator.mul, items(), 1):
        assert begun[0] <= done + (2 * AHEAD + 2) * CHUNK


def test_what_goes_wrong_at_a_worker_goes_wrong_here(address: str) -> None:
    with pytest.raises(ArithmeticError, match="forty"):
        list(over_cluster(address, odd_one_out, iter(range(100)), None))


def test_when_every_worker_is_killed_all_is_sent_again(address: str) -> None:
    results = over_cluster(address, slowly, iter(range(300)), 2)
    first = next(results)
    for one in workers(address):
        os.kill(one, signal.SIGKILL)
    assert [first, *results] == [2 * number for number in range(300)]


def test_work_that_kills_its_workers_is_given_up(address: str) -> None:
    with pytest.raises(MachineError, match="killed again and again") as caught:
        list(over_cluster(address, deadly, iter(range(100)), None))
    assert caught.value.code == "worker-killed"


def test_another_sitegen_is_refused_by_what_differs(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "ours", lambda: {**ours(), "Python": "3.0"})
    with pytest.raises(MachineError, match=r"of the cluster, has Python 3\.\S+, not 3\.0$"):
        list(over_cluster(address, operator.mul, iter((1,)), 1))
    with pytest.raises(MachineError, match=r"not 3\.1"):
        agree(dict(ours()))


def test_a_cluster_without_sitegen_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "only_here.py").write_text("def agree(ours): ...", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(cluster, "agree", __import__("only_here").agree)
    with pytest.raises(MachineError, match=r"another sitegen, or none: No module named 'only_here"):
        list(over_cluster(address, operator.mul, iter((1,)), 1))


def test_a_scheduler_that_is_not_there_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    message = r"^cannot work with the scheduler tcp://127\.0\.0\.1:1: Timed out .+ after 1 s$"
    with pytest.raises(MachineError, match=message):
        list(over_cluster("tcp://127.0.0.1:1", operator.mul, iter((1,)), 1))


def test_a_scheduler_without_workers_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with running(0) as address, pytest.raises(MachineError, match="no worker for 1 s"):
        list(over_cluster(address, operator.mul, iter((1,)), 1))


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "find_spec", lambda _: None)
    work = Work(operator.mul, as_it_is, as_it_is)
    with pytest.raises(MachineError, match=r"pip install sitegen\[cluster\]"):
        next(Crew(scheduler="tcp://127.0.0.1:1").each(work, (1,), shared=1))


def test_a_folder_travels_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "home.html").write_bytes(b"home")
    there: Path = unpacked(packed(tmp_path))
    assert there != tmp_path
    assert files(there) == files(tmp_path) == {"pages/home.html": b"home"}


def test_a_worker_does_a_chunk() -> None:
    shared = packed((ours(), packed((operator.mul, 3))))
    assert unpacked(run(shared, packed((1, 2)))) == [3, 6]


# --- whole sites ------------------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    found = sorted(one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in found}


@pytest.mark.slow
def test_a_site_is_the_same_bytes_and_survives_a_killed_worker(
    address: str, tmp_path: Path
) -> None:
    templates, dumps = tmp_path / "templates", tmp_path / "dumps"
    home = '{% extends "!base/pages/home.html" %}{% block title %}9{% endblock %}'
    (templates / "pages").mkdir(parents=True)
    (templates / "pages" / "home.html").write_text(home, encoding="utf-8")
    dumps.mkdir()
    for number in range(1, 41):
        shutil.copy(SAMPLES / f"sample-{number:04}.txt", dumps)
    parts = ("--without", "raw,data,search")
    options = ("build", "-q", *parts, "--dumps", str(dumps), "--templates", str(templates))
    near, far = ("--output", str(tmp_path / "near")), ("--output", str(tmp_path / "far"))
    there = ("--scheduler", address)

    assert sitegen(*options, *near).returncode == 0
    command = [sys.executable, "-m", "generator", *options, *far, *there]
    with subprocess.Popen(command, cwd=ROOT) as build:
        while not any(tmp_path.glob(".far*/projects/*/index.html")):
            assert build.poll() is None
            time.sleep(0.02)
        os.kill(workers(address)[0], signal.SIGKILL)
        assert build.poll() is None
    assert build.returncode == 0
    assert files(tmp_path / "far") == files(tmp_path / "near")
    assert "<title>9" in (tmp_path / "far" / "index.html").read_text(encoding="utf-8")

    dump = dumps / "sample-0003.txt"
    dump.write_bytes(dump.read_bytes().replace(b"10.00", b"11.00"))
    again = sitegen(*options, *far, *there)
    assert sitegen(*options, *near).returncode == again.returncode == 0
    assert files(tmp_path / "far") == files(tmp_path / "near")
    made = re.search(r"([\d,]+) made anew", again.stderr)
    assert made
    assert 0 < int(made[1].replace(",", "")) < len(files(tmp_path / "far")) / 2
