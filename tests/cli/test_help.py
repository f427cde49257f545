"""Every command and every option is explained, and a slip of the finger is understood."""

import re
import subprocess
import sys
import time
from inspect import cleandoc

import click
import pytest

from generator import __version__
from generator.cli import sitegen as group
from generator.cli.commands import COMMANDS
from tests.conftest import ROOT, sitegen

COLUMNS = 80


def test_version_is_told_at_once() -> None:
    start = time.perf_counter()
    assert sitegen("--version").stdout == f"sitegen {__version__}\n"
    assert time.perf_counter() - start < 2  # 0.05 s where nothing else runs


def test_version_loads_no_command_and_no_library_but_click() -> None:
    code = (
        "import sys, generator.cli as cli\n"
        "try: cli.main()\n"
        "finally: print(*sorted(m for m in sys.modules if m.startswith(('generator.cli.', 'jinja2',"
        " 'babel', 'numpy', 'generator.publish'))), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "--version"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stderr.split() == [
        "generator.cli.commands",
        "generator.cli.pointing",
        "generator.cli.saying",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help_an_example_and_stands_in_the_readme(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = group.commands[name]
    assert f"\n\b\nExamples:\n  sitegen {name}" in cleandoc(command.help or ""), "no example"
    assert f"sitegen {name}" in readme
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert max(option.opts, key=len) in readme, option.opts


def test_every_command_and_option_is_tried() -> None:
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("*/*.py")]
    options = {
        tuple(option.opts)
        for command in group.commands.values()
        for option in command.params
        if isinstance(option, click.Option)
    }
    for names in (*options, *((name,) for name in COMMANDS)):
        assert any(f'"{name}"' in text for text in tests for name in names), names


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal(name: str) -> None:
    told = sitegen(name, "--help")
    assert told.returncode == 0
    assert max(map(len, told.stdout.splitlines())) <= COLUMNS


def test_the_list_of_commands_cuts_no_sentence() -> None:
    assert "..." not in sitegen("--help").stdout.partition("Commands:")[2]


def test_the_list_of_commands_begins_with_what_a_newcomer_needs() -> None:
    told = sitegen("--help").stdout
    assert re.findall(r"^  ([a-z]+) ", told.partition("Commands:")[2], re.MULTILINE) == list(
        COMMANDS
    )


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("buidl",), "Did you mean 'build'?"),
        (("build", "--outptu", "x"), "Did you mean '--output'?"),
        (("explain", "day-unreadabel"), "Did you mean 'day-unreadable'?"),
    ],
)
def test_a_slip_is_understood(words: tuple[str, ...], hint: str) -> None:
    run = sitegen(*words)
    assert run.returncode == 2
    assert hint in run.stderr


def test_usage_errors_end_with_two() -> None:
    assert sitegen("build", "--jobs", "0").returncode == 2
    assert sitegen("inspect", "nothing-here.txt").returncode == 2
    assert sitegen("explain", "nothing-at-all-like-it").returncode == 2


def test_usage_errors_are_json_where_json_is_asked_for() -> None:
    run = sitegen("build", "--log-format", "json", "--jobs", "0")
    assert '"code": "usage"' in run.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_our_command(shell: str) -> None:
    told = sitegen("completion", shell)
    assert told.returncode == 0
    assert "_SITEGEN_COMPLETE" in told.stdout
