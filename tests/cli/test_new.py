"""`sitegen new`, and what people do next."""

import json
import re
from pathlib import Path

import pytest

from generator import __version__
from generator.choices import Parts
from generator.cli import sitegen as group
from generator.thai.text import display_width
from tests.conftest import ROOT, sitegen


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, built."""
    above = tmp_path_factory.mktemp("new")
    made = sitegen("new", "demo", cwd=above)
    assert made.returncode == 0, made.stderr
    assert "cd demo\n  sitegen serve" in made.stderr
    built = sitegen("build", "--strict", "-b", "https://example.org/", cwd=above / "demo")
    assert built.returncode == 0, built.stderr
    assert "warning" not in built.stderr
    return above / "demo"


def test_a_new_project_is_built_without_a_warning_and_says_that_it_is_invented(demo: Path) -> None:
    pages = list((demo / "output" / "projects").glob("*/index.html"))
    assert len(pages) == 2
    assert all("ข้อมูลตัวอย่าง" in page.read_text(encoding="utf-8") for page in pages)
    assert (demo / "output" / "method" / "index.html").is_file()


def test_it_can_be_published(demo: Path) -> None:
    flow = (demo / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    assert "- run: sitegen build" in flow
    assert re.search(r"path: output$", flow, re.MULTILINE)
    assert (demo / "requirements.txt").read_text("utf-8") == f"sitegen=={__version__}\n"
    ignored = (demo / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "/output/" in ignored
    beside = {path.name for path in demo.glob(".output.*")}
    assert beside
    assert ".output.sitegen-*" in ignored


def test_its_readme_names_only_commands_that_there_are(demo: Path) -> None:
    readme = (demo / "README.md").read_text(encoding="utf-8")
    for name in set(re.findall(r"sitegen (\w+)", readme)) - {"its"}:
        assert sitegen(name, "--help").returncode == 0, name


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work", encoding="utf-8")
    run = sitegen("new", tmp_path)
    assert run.returncode == 2
    assert "is not empty" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]
    assert sitegen("new", tmp_path / "thesis.doc").returncode == 2


def test_list_tells_the_projects(demo: Path) -> None:
    told = json.loads(sitegen("list", "--json", cwd=demo).stdout)
    assert [sorted(one) for one in told] == [
        ["agency", "key", "percent", "status", "title", "year"],
        ["agency", "key", "percent", "status", "title", "year"],
    ]
    assert {one["year"] for one in told} == {2558, 2560}
    rows = sitegen("list", cwd=demo).stdout.splitlines()
    assert [row.split()[0] for row in rows] == [one["key"] for one in told]
    assert rows[1].split()[1:5] == ["2560", "90", "%", "under-way"]


def test_a_long_title_is_cut_to_the_terminal(tmp_path: Path) -> None:
    dump = (ROOT / "content" / "dumps" / "sample-0003.txt").read_text(encoding="utf-8")
    title = "ตรวจสอบถังดับเพลิงและประปาหัวแดง"
    (tmp_path / "content" / "dumps").mkdir(parents=True)
    file = tmp_path / "content" / "dumps" / "one.txt"
    file.write_text(dump.replace(title, " ".join([title] * 4)), encoding="utf-8")
    (row,) = sitegen("list", cwd=tmp_path).stdout.splitlines()
    assert row.endswith("…")
    assert 70 < display_width(row) <= 80


def test_config_tells_where_each_value_comes_from(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEGEN_REPORT_TO", "mailto:a@example.org")
    run = sitegen("config", "--json", "--base-url", "https://example.org", cwd=demo)
    told = json.loads(run.stdout)
    settings = (demo / "content" / "site.toml").read_text(encoding="utf-8").splitlines()
    line = settings.index("noindex = true") + 1
    assert told["noindex"] == {"value": True, "from": f"content/site.toml:{line}"}
    assert told["report_to"] == {"value": "mailto:a@example.org", "from": "SITEGEN_REPORT_TO"}
    assert told["base_url"] == {"value": "https://example.org/", "from": "--base-url"}
    assert told["jobs"] == {"value": None, "from": "default"}
    assert told["thresholds.weights_tolerance"] == {"value": 0.5, "from": "default"}
    plain = sitegen("config", cwd=demo).stdout
    assert re.search(rf"^noindex +true  \(content/site\.toml:{line}\)$", plain, re.MULTILINE)


def test_config_takes_every_option_of_build_that_sets_something(tmp_path: Path) -> None:
    given = ("--years", "2566,2565", "--languages", "th", "--style-page", "--record", "state.json")
    parts = ("--without", "raw, json", "--without", "data", "--with", "data,search")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.toml").write_text("search = false\n", encoding="utf-8")
    told = json.loads(sitegen("config", "--json", *given, *parts, cwd=tmp_path).stdout)
    assert told["years"] == {"value": [2565, 2566], "from": "--years"}
    assert told["languages"] == {"value": ["th"], "from": "--languages"}
    assert told["style_page"] == {"value": True, "from": "--style-page"}
    assert told["record"] == {"value": "state.json", "from": "--record"}
    assert told["raw"] == {"value": False, "from": "--without raw"}
    assert told["data"] == {"value": False, "from": "--without data"}
    assert told["search"] == {"value": True, "from": "--with search"}
    build, config = (
        {one.name for one in group.commands[name].params} for name in ("build", "config")
    )
    assert build - config == {"watch", "is_timed", "quiet", "verbose"}


@pytest.mark.parametrize(
    ("parts", "hint"),
    [("raw,jsno", "Did you mean 'json'?"), ("", f"Parts: {', '.join(Parts._fields)}.")],
)
def test_a_part_that_there_is_not(parts: str, hint: str) -> None:
    run = sitegen("config", "--without", parts)
    assert run.returncode == 2
    assert hint in run.stderr


def test_config_shows_faults_too(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "site.toml").write_text('noindex = "no"\n', encoding="utf-8")
    run = sitegen("config", "--json", cwd=tmp_path)
    assert run.returncode == 2
    assert json.loads(run.stdout)["noindex"] == {"value": False, "from": "default"}
    assert "[setting-wrong]" in run.stderr


def test_clean_removes_what_sitegen_wrote_and_nothing_else(demo: Path) -> None:
    output = demo / "output"
    (output / "notes").mkdir()
    (output / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    (output / "CNAME").write_text("example.org", encoding="utf-8")
    before = sorted(demo.rglob("*"))
    run = sitegen("clean", "--dry-run", cwd=demo)
    assert "would remove" in run.stderr
    assert sorted(demo.rglob("*")) == before
    run = sitegen("clean", cwd=demo)
    assert run.returncode == 0
    assert re.search(r"removed \d+ files from output, and .*\.output\.sitegen-memory", run.stderr)
    assert "left alone, since it is not from sitegen: notes/mine.txt" in run.stderr
    left = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert left == {"notes/mine.txt", "CNAME"}
    assert not list(demo.glob(".output.*"))
    again = sitegen("clean", cwd=demo)
    assert "removed 0 files from output" in again.stderr
