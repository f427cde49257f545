"""Faults show the line of the owner's file, with carets under what is wrong."""

from pathlib import Path

import pytest

from generator.cli.pointing import excerpt
from generator.errors import Fault
from tests.conftest import sitegen


@pytest.mark.parametrize(
    ("line", "message", "below"),
    [
        ('nane = "สมุด"', "there is no setting 'nane'", "^^^^"),
        ('years = "ทั้งหมด"', "years must be a list, not 'ทั้งหมด'", "         ^^^^^"),
        ("jobs = 0", "limits.jobs must be a whole number above 0, not 0", "^^^^"),
        ("  name = one", "this is no TOML: invalid value", "  ^^^^^^^^^^"),
    ],
)
def test_carets_stand_under_what_the_message_quotes(
    tmp_path: Path, line: str, message: str, below: str
) -> None:
    file = tmp_path / "site.toml"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    shown, carets = excerpt(Fault("setting-wrong", str(file), 2, message))
    assert shown == f"     2 | {line}"
    assert carets == f"       | {below}"


def test_without_a_line_there_is_nothing_to_show(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_bytes(b"\n\xff\n")
    for name, line in (("SITEGEN_JOBS", 0), (str(file), 2), (str(tmp_path / "none"), 1)):
        assert not list(excerpt(Fault("setting-wrong", name, line, "bad")))
    file.write_text("one\n\n", encoding="utf-8")
    for line in (2, 3):
        assert not list(excerpt(Fault("setting-wrong", str(file), line, "bad")))


def test_what_is_to_be_withheld_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "withheld.toml"
    file.write_text('text = "secret"\n', encoding="utf-8")
    assert not list(excerpt(Fault("takedown-wrong", str(file), 1, "bad")))


def test_the_command_shows_them(tmp_path: Path) -> None:
    (tmp_path / "content" / "dumps").mkdir(parents=True)
    (tmp_path / "content" / "site.toml").write_text('nane = "one"\n', encoding="utf-8")
    lines = sitegen("build", cwd=tmp_path).stderr.splitlines()
    at = next(i for i, line in enumerate(lines) if "[setting-unknown]" in line)
    assert lines[at + 1 : at + 3] == ['     1 | nane = "one"', "       | ^^^^"]
