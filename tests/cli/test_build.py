"""`sitegen build` as people call it: options, messages, exit codes."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, sitegen

DUMP = ROOT / "content" / "dumps" / "sample-0001.txt"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one dump and no settings."""
    folder = tmp_path / "content"
    (folder / "dumps").mkdir(parents=True)
    (folder / "dumps" / "one.txt").write_bytes(DUMP.read_bytes())
    return folder


def test_the_last_line_says_what_was_built(content: Path, tmp_path: Path) -> None:
    run = sitegen("build", "--content", content, "--output", tmp_path / "out", "-j", "1")
    assert run.returncode == 0
    assert run.stdout == ""
    last = run.stderr.splitlines()[-1]
    assert re.fullmatch(
        r"built \d+ pages of 1 project from 1 dump in \d+\.\d s "
        r"\(1 worker, .*\d+ list pages, .*[kM]B, \d+ made anew\) in .*out",
        last,
    ), last


def test_quiet_says_only_the_last_line_and_faults(content: Path, tmp_path: Path) -> None:
    run = sitegen("build", "--content", content, "--output", tmp_path / "out", "-q")
    fault, advice, last = run.stderr.splitlines()
    assert fault.startswith(f"{content.as_posix()}/site.toml: warning: no base_url")
    assert advice.startswith("help: write base_url")
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
    dump = content / "dumps" / "one.txt"
    before_log = dump.read_text(encoding="utf-8").partition("ผลการดำเนินงาน")[0]
    dump.write_text(before_log, encoding="utf-8")
    expects = "[expectations]\nminimum_projects = 2\nsections.progress = 0.9\n"
    (content / "dumps" / "dumps.toml").write_text(expects, encoding="utf-8")
    options = ("--content", content, "--output", tmp_path / "out", "-b", "https://example.org/")
    strict = sitegen("build", *options, "--strict")
    assert strict.returncode == 1
    assert "1 projects, at least 2 expected" in strict.stderr
    share = "0.0% of projects with the section progress, at least 90.0% expected"
    assert share in strict.stderr
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


def test_it_says_why_each_file_was_made(content: Path, tmp_path: Path) -> None:
    options = ("--content", content, "--output", tmp_path / "out", "--languages", "th")
    first = sitegen("build", *options, "--explain").stderr
    assert "index.html: nothing is known of the last build" in first
    dump = content / "dumps" / "one.txt"
    words = dump.read_text(encoding="utf-8")
    dump.write_text(words.replace("ดำเนินการ", "ดำเนินงาน"), encoding="utf-8")
    then = sitegen("build", *options, "--explain").stderr.splitlines()
    assert any(re.fullmatch(r"projects/[0-9-]+/index\.html: changed: [0-9-]+", one) for one in then)
    assert not any(one.startswith("about/index.html: ") for one in then)


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


def test_a_missing_dumps_folder_is_said(tmp_path: Path) -> None:
    run = sitegen("build", "--dumps", tmp_path / "none", "--output", tmp_path / "out")
    assert run.returncode == 2
    assert "there is no such folder" in run.stderr


def test_a_build_with_nothing_to_do_loads_nothing_that_prints_pages(
    content: Path, tmp_path: Path
) -> None:
    options = ("build", "-q", "--content", str(content), "--output", str(tmp_path / "out"))
    assert sitegen(*options).returncode == 0
    code = (
        "import sys, generator.cli as cli\n"
        "try: cli.main()\n"
        "finally: print(*sorted(m for m in sys.modules if m in {'jinja2', 'babel', 'numpy',"
        " 'markdown_it', 'generator.making', 'generator.publish.publishers'}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "nothing has changed" in run.stderr
    assert run.stdout == "\n"
