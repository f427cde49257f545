"""What the READMEs promise is so."""

import re
import shutil
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from generator.about_dumps import Expectations
from generator.assess.findings import RULES
from generator.assess.status import STATUSES
from generator.checks.kinds import KINDS as OF_SITES
from generator.choices import SITE
from generator.diagnostics import KINDS
from tests.conftest import ROOT

TOP = {"pyproject.toml", "generator", "templates", "content", "output", "tests"}
BESIDE = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile", "requirements"}
DOTS = {".ci", ".github", ".gitignore", ".gitattributes"}


def words(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_table_of_diagnostics_is_the_code() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (\w+) \| (.*) \| (.*) \|$", words("generator/README.md"), re.MULTILINE
    )
    told = {code: (severity, says, advice) for code, severity, says, advice in rows}
    assert told == {code: tuple(kind) for code, kind in {**KINDS, **OF_SITES}.items()}


@pytest.mark.parametrize("code", sorted(KINDS))
def test_every_diagnostic_is_found_somewhere(code: str) -> None:
    places = [path for path in (ROOT / "generator").rglob("*.py") if path.name != "diagnostics.py"]
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in places)


def test_every_setting_stands_in_the_sample_settings() -> None:
    sample = words("content/site.toml")
    for setting in SITE:
        table, _, name = setting.key.rpartition(".")
        assert re.search(rf"^(# )?{name} = ", sample, re.MULTILINE), setting.key
        assert not table or f"[{table}]" in sample


SETTING = re.compile(r"^\| `([a-z_.]+)` \| (?:`(.+)`)? ?\| (.+) \|$", re.MULTILINE)


def test_the_table_of_settings_is_the_code() -> None:
    table = words("README.md").partition("| setting of `site.toml` |")[2].partition("\n\n")[0]
    told = {key: default for key, default, _ in SETTING.findall(table)}
    assert list(told) == [setting.key for setting in SITE]
    for setting in SITE:
        default = tomllib.loads(f"it = {told[setting.key]}")["it"] if told[setting.key] else None
        assert setting.default == (setting.kind.read(default) if default is not None else None)


def test_the_readme_counts_what_is_computed() -> None:
    told = words("README.md")
    assert f"{len(RULES)} rules" in told
    assert "one of eight" in told
    assert len(STATUSES) == 8


def test_every_expectation_stands_in_the_sample_dumps() -> None:
    sample = words("content/dumps/dumps.toml")
    for name in Expectations._fields:
        assert re.search(rf"^({name} = |\[expectations\.{name}\])", sample, re.MULTILINE), name


def test_the_readme_begins_with_two_commands() -> None:
    first = words("README.md").split("\n---\n", maxsplit=1)[0]
    assert re.findall(r"^make (\w+)", first, re.MULTILINE) == ["site", "test"]


MACRO = re.compile(r"{% macro (\w+)\(")


def test_the_table_of_components_is_the_folder() -> None:
    files = sorted((ROOT / "templates" / "components").glob("*.html"))
    macros = {path.name: MACRO.findall(path.read_text(encoding="utf-8")) for path in files}
    table = re.findall(r"^\| (`.*?) \| ", words("templates/README.md"), re.MULTILINE)
    told = set(re.findall(r"`(?:{% call(?:\(\w+\))? )?(\w+)[^`]*`", " ".join(table)))
    for name, held in macros.items():
        assert {name.removesuffix(".html"), *held} & told, f"{name} has no row"
    known = {name.removesuffix(".html") for name in macros} | {*chain(*macros.values())}
    folders = {path.name for path in (ROOT / "templates").iterdir() if path.is_dir()}
    assert told - known <= folders


@pytest.mark.parametrize("folder", ["generator", "templates", "content", "tests"])
def test_each_top_folder_says_what_lives_there(folder: str) -> None:
    assert words(f"{folder}/README.md").startswith("# ")


def test_the_top_level_is_as_agreed() -> None:
    listed = subprocess.run(
        [shutil.which("git") or "git", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        pytest.skip("no git checkout here")
    tops = {Path(line).parts[0] for line in listed.stdout.splitlines()}
    assert tops <= TOP | BESIDE | DOTS
    assert tops >= TOP
    assert [line for line in listed.stdout.splitlines() if line.startswith("output/")] == [
        "output/.gitkeep"
    ]


def test_no_lock_file_names_an_address() -> None:
    for path in [*(ROOT / "requirements").iterdir(), ROOT / "tests/site/package-lock.json"]:
        assert "://" not in path.read_text(encoding="utf-8"), path
