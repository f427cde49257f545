"""Every way a command can end has its exit code, and says what happened."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from tests.conftest import ROOT


def test_a_reader_that_has_enough_is_no_fault() -> None:
    run = subprocess.run(  # noqa: S602  a pipe that closes early is the point
        f"{sys.executable} -m generator explain --json | head -c 10",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout == "[\n  {\n    "
    assert run.stderr == ""


def test_what_was_not_foreseen_is_our_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli.sitegen, "main", broken)
    with pytest.raises(SystemExit) as ending:
        cli.main()
    assert ending.value.code == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert told.endswith("this is a bug in sitegen; please report it with the lines above\n")


def test_an_interrupted_build_says_that_the_old_site_stands(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--output", tmp_path / "out"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr
    with process.stderr as stderr:
        assert stderr.readline().startswith("dumps ")
        process.send_signal(signal.SIGINT)
        told = stderr.read()
    assert told.rstrip().endswith(
        "interrupted; the site stands whole, as it was or already as it was to be"
    )
    assert process.wait(60) == 130
    assert not (tmp_path / "out").exists()
