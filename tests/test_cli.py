"""The command as people call it: options, messages, exit codes."""

import json
import re
from pathlib import Path

import click
import pytest

from generator import __version__
from generator.cli import sitegen as group
from tests.conftest import ROOT, sitegen

DUMP = ROOT / "content" / "dumps" / "sample-0001.txt"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one dump and no settings."""
    folder = tmp_path / "content"
    (folder / "dumps").mkdir(parents=True)
    (folder / "dumps" / "one.txt").write_bytes(DUMP.read_bytes())
    return folder


def test_version_and_help() -> None:
    assert sitegen("--version").stdout == f"sitegen {__version__}\n"
    told = sitegen("build", "--help").stdout
    assert "sitegen build --dumps ~/dumps --output public" in told


@pytest.mark.parametrize("name", sorted(group.commands))
def test_every_command_and_option_has_help_and_stands_in_the_readme(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = group.commands[name]
    assert command.help
    assert f"sitegen {name}" in readme
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert f"`{max(option.opts, key=len)}" in readme or name != "build", option.opts


def test_the_last_line_says_what_was_built(content: Path, tmp_path: Path) -> None:
    run = sitegen("build", "--content", content, "--output", tmp_path / "out", "-j", "1")
    assert run.returncode == 0
    assert run.stdout == ""
    last = run.stderr.splitlines()[-1]
    assert re.fullmatch(
        r"built \d+ pages of 1 project from 1 dump in \d+\.\d s "
        r"\(1 worker, .*\d+ list pages, .*[kM]B\) in .*out",
        last,
    ), last


def test_quiet_says_only_the_last_line_and_faults(content: Path, tmp_path: Path) -> None:
    run = sitegen("build", "--content", content, "--output", tmp_path / "out", "-q")
    fault, last = run.stderr.splitlines()
    assert fault.startswith(f"{content.as_posix()}/site.toml: warning: no base_url")
    assert last.startswith("built ")


def test_all_faults_of_the_settings_are_told_at_once(content: Path, tmp_path: Path) -> None:
    settings = 'base_ulr = "https://example.org/"\n[limits]\nline_characters = "many"\n'
    (content / "site.toml").write_text(settings, encoding="utf-8")
    run = sitegen("build", "--content", content, "--output", tmp_path / "out")
    assert run.returncode == 2
    assert "site.toml:1: " in run.stderr
    assert "did you mean base_url?" in run.stderr
    assert "site.toml:3: " in run.stderr
    assert not (tmp_path / "out").exists()


def test_strict_fails_on_a_warning_of_the_settings(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert sitegen("build", "--content", content, "--output", out, "--strict").returncode == 2
    address = ("--base-url", "https://example.org/")
    strict = ("build", "--content", content, "--output", out, "--strict", *address)
    assert sitegen(*strict).returncode == 0


def test_strict_fails_on_missed_expectations_and_writes_nothing(
    content: Path, tmp_path: Path
) -> None:
    expects = "[expectations]\nminimum_projects = 2\n"
    (content / "dumps" / "dumps.toml").write_text(expects, encoding="utf-8")
    options = ("--content", content, "--output", tmp_path / "out", "-b", "https://example.org/")
    strict = sitegen("build", *options, "--strict")
    assert strict.returncode == 1
    assert "1 projects, at least 2 expected" in strict.stderr
    assert not (tmp_path / "out").exists()
    assert sitegen("build", *options).returncode == 0


def test_strict_never_fails_on_one_odd_line(content: Path, tmp_path: Path) -> None:
    dump = content / "dumps" / "one.txt"
    dump.write_bytes(dump.read_bytes() + "\nไม่มีใครรู้จักบรรทัดนี้\n".encode())
    options = ("--content", content, "--output", tmp_path / "out", "-b", "https://example.org/")
    run = sitegen("build", *options, "--strict")
    assert run.returncode == 0, run.stderr
    assert "[unclaimed-line]" in run.stderr


def test_a_build_records_what_the_next_compares_itself_with(content: Path, tmp_path: Path) -> None:
    state, other = tmp_path / "state.json", tmp_path / "other.json"
    options = ("--content", content, "--output", tmp_path / "out", "-q")
    assert sitegen("build", *options, "--record", state).returncode == 0
    assert sitegen("build", *options, "--record", other).returncode == 0
    assert state.read_bytes() == other.read_bytes()
    second = ROOT / "content" / "dumps" / "sample-0002.txt"
    (content / "dumps" / "two.txt").write_bytes(second.read_bytes())
    run = sitegen("build", *options, "--since", state, "--record", state)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out" / "changes" / "new" / "projects.csv").is_file()
    assert len(json.loads(state.read_bytes())["projects"]) == 2


def test_a_bad_state_is_said_and_the_site_is_left(content: Path, tmp_path: Path) -> None:
    out, state = tmp_path / "out", tmp_path / "state.json"
    options = ("build", "--content", content, "--output", out, "-q")
    state.write_text('{"format": 99}', encoding="utf-8")
    run = sitegen(*options, "--since", state)
    assert run.returncode == 2
    assert f"{state.as_posix()}: error: this state has format 99" in run.stderr
    assert "sitegen build --record" in run.stderr
    assert sitegen(*options, "--since", tmp_path / "none.json").returncode == 2
    inside = sitegen(*options, "--record", out / "state.json")
    assert inside.returncode == 2
    assert "must not lie in the output folder" in inside.stderr
    assert not out.exists()


def test_foreign_files_in_the_output_are_refused_and_kept(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.doc").write_text("years of work", encoding="utf-8")
    run = sitegen("build", "--content", content, "--output", out)
    assert run.returncode == 2
    assert "thesis.doc" in run.stderr
    assert [path.name for path in out.iterdir()] == ["thesis.doc"]


def test_usage_errors_end_with_two() -> None:
    assert sitegen("build", "--jobs", "0").returncode == 2
    assert sitegen("biuld").returncode == 2
    assert sitegen("inspect", "nothing-here.txt").returncode == 2


def test_a_missing_dumps_folder_is_said(tmp_path: Path) -> None:
    run = sitegen("build", "--dumps", tmp_path / "none", "--output", tmp_path / "out")
    assert run.returncode == 2
    assert "there is no such folder" in run.stderr


def test_inspect_shows_fields_with_their_lines() -> None:
    run = sitegen("inspect", DUMP)
    assert run.returncode == 0
    assert re.search(r"^ +\d+-\d+  progress\.reports\[0\]\.percent = \d+", run.stdout, re.MULTILINE)


def test_inspect_as_json_holds_everything_and_only_data() -> None:
    told = json.loads(sitegen("inspect", "--json", DUMP).stdout)
    (copy,) = told["copies"]
    assert {"identity", "progress", "units"} <= copy["sections"].keys()
    report = copy["sections"]["progress"]["reports"][0]
    assert report["day"]["value"]["value"].count("-") == 2
    assert report["day"]["lines"][0] == report["lines"][0]


def test_inspect_names_what_it_cannot_read(tmp_path: Path) -> None:
    dump = tmp_path / "odd.txt"
    dump.write_bytes(DUMP.read_bytes() + "\nบรรทัดแปลก\n".encode())
    run = sitegen("inspect", dump)
    assert "[unclaimed-line]" in run.stderr
    assert f"odd.txt:{len(dump.read_text(encoding='utf-8').splitlines())}: " in run.stderr
