"""Killed at any instant a build leaves the old or the new site, and the next one clears up."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import sitegen
from tests.store.test_torn import KILLED
from tests.store.torn import REMEMBERED
from tests.writer import write_corpus

pytestmark = pytest.mark.slow

COMMAND = (sys.executable, "-m", "generator", "build", "--quiet", "--jobs", "2")
OLD, NEW = "https://old.example/", "https://new.example/"
KEPT = {f".site.sitegen-{what}" for what in REMEMBERED}
SIZES = pytest.mark.parametrize(
    ("dumps", "kills"),
    [(3, 1), pytest.param(500, 50, marks=pytest.mark.torture)],
    ids=["some", "many"],
)
"""Four kinds of builds are killed as often."""

SAYS = "interrupted; the site stands whole, as it was or already as it was to be"

Tree = dict[str, str]


def tree(site: Path) -> Tree:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


class Place(NamedTuple):
    """Dumps, and where a site of them goes."""

    content: Path
    site: Path

    def options(self, address: str) -> tuple[str | Path, ...]:
        given = ("--content", self.content, "--output", self.site, "--base-url", address)
        return (*given, "--languages", "th")

    def build(self, address: str) -> Tree:
        run = sitegen("build", "--quiet", "--jobs", "2", *self.options(address))
        assert run.returncode == 0, run.stderr
        left = {path.name for path in self.site.parent.iterdir()} - {"site", "content"}
        assert left <= KEPT, "the next build clears up"
        return tree(self.site)

    def start(self, address: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*COMMAND, *self.options(address)],
            env=KILLED,
            start_new_session=True,
            stderr=subprocess.PIPE,
            text=True,
        )

    def kill(self, address: str, seconds: float, how: signal.Signals) -> tuple[int, str]:
        """The exit code and the words of a build that is ended after that time."""
        process = self.start(address)
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        _, said = process.communicate()
        return process.returncode, said


@pytest.fixture
def place(dumps: int, tmp_path: Path) -> Place:
    content = tmp_path / "content"
    write_corpus(content / "dumps", dumps)
    return Place(content, tmp_path / "site")


def timed(work: Callable[[], Tree]) -> tuple[Tree, float]:
    start = time.monotonic()
    return work(), time.monotonic() - start


@SIZES
def test_killed_with_its_workers(dumps: int, kills: int, place: Place) -> None:
    chance = random.Random(dumps)
    old, seconds = timed(lambda: place.build(OLD))
    new = place.build(NEW)
    assert old != new
    for number in range(kills):  # all is made anew
        address = (OLD, NEW)[number % 2]
        place.kill(address, chance.uniform(0, seconds), signal.SIGKILL)
        assert tree(place.site) in (old, new), number
    assert place.build(OLD) == old
    _, short = timed(lambda: place.build(OLD))
    for number in range(kills):  # nothing has changed
        place.kill(OLD, chance.uniform(0, short), signal.SIGKILL)
        assert tree(place.site) == old, number
    assert place.build(OLD) == old
    for number in range(kills):  # the first
        shutil.rmtree(place.site)
        place.kill(OLD, chance.uniform(0, seconds), signal.SIGKILL)
        assert not place.site.exists() or tree(place.site) == old, number
        if not place.site.exists():
            assert place.build(OLD) == old
    dump = place.content / "dumps" / "sample-0001.txt"
    before = dump.read_bytes()
    dump.write_bytes(before.replace(b"0", b"1", 1))
    edited = place.build(OLD)
    for number in range(kills):  # one dump has changed
        dump.write_bytes(before if number % 2 else before.replace(b"0", b"1", 1))
        place.kill(OLD, chance.uniform(0, seconds), signal.SIGKILL)
        assert tree(place.site) in (old, edited), number
    dump.write_bytes(before)
    assert place.build(OLD) == old


@SIZES
def test_interrupted_it_says_so_and_leaves_nothing(dumps: int, kills: int, place: Place) -> None:
    chance = random.Random(dumps)
    new = place.build(NEW)
    old, seconds = timed(lambda: place.build(OLD))
    codes = set()
    for number in range(kills):
        at = chance.uniform(0.4, 1) * seconds if number else seconds / 2
        code, said = place.kill(NEW, at, signal.SIGINT)
        codes.add(code)
        assert code in {0, 130, -signal.SIGINT}, said  # before Python listens, the system ends it
        if code == 130:
            assert said.strip() == SAYS
        left = {path.name for path in place.site.parent.iterdir()} - {"site", "content"}
        assert left <= KEPT
        stands = tree(place.site)
        assert stands in (old, new)
        if stands == new:  # it was too late
            assert place.build(OLD) == old
    assert 130 in codes


@pytest.mark.parametrize("dumps", [3])
def test_of_two_builds_at_once_one_waits_or_is_refused(dumps: int, place: Place) -> None:
    assert dumps
    old, new = place.build(OLD), place.build(NEW)
    both = [place.start(address) for address in (OLD, NEW)]
    ended = [(one.communicate()[1], one.returncode) for one in both]
    for said, code in ended:
        assert code in {0, 3}, said
        if code:
            assert "another build is writing" in said
            assert said.endswith("wait until it has ended [output-busy]\n")
    assert 0 in {code for _, code in ended}
    assert tree(place.site) in (old, new)
    assert place.build(OLD) == old
