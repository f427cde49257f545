"""How things are said: to people at a terminal, in a log, in a workflow on GitHub, to machines."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.progress import Counting
from generator.cli.saying import Voice, escaped
from generator.errors import ConfigError, Fault, MachineError
from tests.conftest import ROOT, sitegen

DUMP = ROOT / "content" / "dumps" / "sample-0001.txt"
ODD = "\nไม่มีใครรู้จักบรรทัดนี้\n"
STAGES = ["look", "dumps", "collate", "arrange", "pages", "search", "late", "switch"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one odd dump and no settings."""
    folder = tmp_path / "content"
    (folder / "dumps").mkdir(parents=True)
    (folder / "dumps" / "one.txt").write_bytes(DUMP.read_bytes() + ODD.encode())
    return folder


def at_a_terminal(*words: str | Path, **environ: str) -> str:
    """Everything a command shows to somebody at a terminal."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    told = b""
    try:
        while piece := os.read(ours, 1 << 16):
            told += piece
    except OSError:  # the terminal closes with the last who writes to it
        pass
    os.close(ours)
    assert run.wait() == 0
    return told.decode()


def test_a_log_has_no_colours_and_no_line_that_is_written_over(
    content: Path, tmp_path: Path
) -> None:
    run = sitegen("build", "--content", content, "--output", tmp_path / "out")
    assert "\x1b" not in run.stderr
    assert "\r" not in run.stderr
    assert [line.split()[0] for line in run.stderr.splitlines()[:3]] == ["dumps", "pages", "search"]


def test_the_line_is_shown_with_carets_under_its_words(content: Path, tmp_path: Path) -> None:
    run = sitegen("build", "--content", content, "--output", tmp_path / "out")
    lines = run.stderr.splitlines()
    at = next(i for i, line in enumerate(lines) if "[unclaimed-line]" in line)
    text, carets = lines[at + 1 : at + 3]
    number = len((DUMP.read_text(encoding="utf-8") + ODD).splitlines())
    assert text == f"{number:>6} | {ODD.strip()}"
    # 23 characters, of which 8 are drawn above or below others
    assert carets == f"{'':>6} | {'^' * 15}"
    assert "help [unclaimed-line]: " in run.stderr


def test_a_terminal_has_colours_and_one_line_a_stage(content: Path, tmp_path: Path) -> None:
    options = ("build", "--content", content, "--output", tmp_path / "out", "-v")
    told = at_a_terminal(*options)
    assert "\x1b[33m\x1b[1mwarning\x1b[0m" in told
    assert "\r\x1b[K" in told
    assert "  the rest " in told
    assert "unclaimed-line" in told.rpartition("  the rest ")[2]


def test_no_color_takes_the_colours_away(content: Path, tmp_path: Path) -> None:
    options = ("build", "--content", content, "--output", tmp_path / "out")
    assert "\x1b[3" not in at_a_terminal(*options, NO_COLOR="1")


@pytest.mark.parametrize(
    ("when", "environ", "is_coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        (("--color", "auto"), {"NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {}, False),
    ],
)
def test_colours_at_a_terminal(
    when: tuple[str, ...], environ: dict[str, str], *, is_coloured: bool
) -> None:
    told = at_a_terminal("explain", "day-unreadable", *when, **environ)
    assert ("\x1b[1m" in told) is is_coloured


def test_colours_in_a_file_only_where_they_are_asked_for(content: Path) -> None:
    (content / "site.toml").write_text("nane = 1\n", encoding="utf-8")
    plain, coloured = (
        sitegen("config", "--content", content, "--color", when) for when in ("auto", "always")
    )
    assert "\x1b" not in plain.stderr
    assert "\x1b[31m\x1b[1merror\x1b[0m: there is no setting" in coloured.stderr
    shown = sitegen("explain", "--color", "always", "day-unreadable").stdout
    assert shown.startswith("\x1b[1mday-unreadable")


def test_json_is_one_thing_a_line(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = sitegen("build", "--content", content, "--output", out, "--log-format", "json")
    told = [json.loads(line) for line in run.stderr.splitlines()]
    assert {one["level"] for one in told} == {"info", "warning"}
    odd = next(one for one in told if one.get("code") == "unclaimed-line")
    assert (odd["file"], odd["detail"]) == ("one.txt", ODD.strip())
    last = told[-1]
    assert (last["event"], last["projects"], last["output"]) == ("built", 1, str(out))
    stages = {one["stage"]: one["seconds"] for one in told if one.get("event") == "stage"}
    assert [*stages] == STAGES
    assert 0 < sum(stages.values()) < last["seconds"]


def test_a_table_tells_where_the_time_went(content: Path, tmp_path: Path) -> None:
    given = ("--content", content, "--output", tmp_path / "out", "--quiet", "--timings")
    *table, last = sitegen("build", *given).stderr.splitlines()
    heading, *rows = [re.split(r"  +", line.strip()) for line in table[-len(STAGES) - 3 :]]
    assert heading == ["stage", "done", "seconds", "of processors"]
    assert [row[0] for row in rows] == [*STAGES, "the rest", "all"]
    assert [row[1] for row in rows if row[0] == "dumps"] == ["1"]
    *parts, whole = [(float(row[-2]), float(row[-1])) for row in rows]
    for spent, every in zip(zip(*parts, strict=True), whole, strict=True):
        assert 0 < sum(spent) == pytest.approx(every, abs=0.1)
    assert last.startswith("built")
    again = sitegen("build", *given).stderr.splitlines()
    assert [line.split()[0] for line in again[-5:-1]] == ["stage", "look", "the", "all"]


def test_json_tells_why_it_ends(tmp_path: Path) -> None:
    run = sitegen("build", "--dumps", tmp_path / "none", "--log-format", "json")
    (told,) = [json.loads(line) for line in run.stderr.splitlines() if '"error"' in line]
    assert told["code"] == "folder-missing"


def test_on_github_messages_stand_beside_their_lines(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run = sitegen("build", "--content", content, "--output", tmp_path / "out")
    told = [line for line in run.stderr.splitlines() if line.startswith("::")]
    dump = (content / "dumps" / "one.txt").as_posix()
    number = len((DUMP.read_text(encoding="utf-8") + ODD).splitlines())
    assert any(
        line.startswith(f"::warning title=unclaimed-line,line={number},file={dump}::")
        for line in told
    )
    assert any(line.startswith("::warning title=base-url-missing,file=") for line in told)


def test_what_github_takes_for_its_own_is_escaped() -> None:
    assert escaped("a,b:c%\n") == "a%2Cb%3Ac%25%0A"
    assert escaped("a,b:c%\n", ends=False) == "a,b:c%25%0A"


def test_errors_are_said_with_their_codes(capsys: pytest.CaptureFixture[str]) -> None:
    voice = Voice()
    voice.error(MachineError("no room", "output-busy"))
    voice.error(ConfigError((Fault("setting-wrong", "site.toml", 3, "bad", "mend it"),)))
    voice.as_json = True
    voice.error(MachineError("no room"))
    plain, fault, advice, told = capsys.readouterr().err.splitlines()
    assert plain == "error: no room [output-busy]"
    assert fault == "site.toml:3: error: bad [setting-wrong]"
    assert advice == "help: mend it"
    assert json.loads(told) == {"level": "error", "code": "machine-refuses", "message": "no room"}


def test_a_long_stage_is_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr("generator.cli.progress.time.perf_counter", lambda: float(next(clock)))
    counting = Counting(Voice())
    assert list(counting("dumps", range(6), 6)) == [0, 1, 2, 3, 4, 5]
    assert capsys.readouterr().err.splitlines() == [
        "dumps  3 of 6, 12 s left",
        "dumps  6 of 6, 0 s left",
        "dumps  6 in 28.0 s",
    ]
