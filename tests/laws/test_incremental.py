"""Building again is building once: whatever has changed, the site is that of a clean build."""

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, sitegen
from tests.test_build import tree

pytestmark = pytest.mark.slow

SAMPLES = ROOT / "content" / "dumps"
STEPS = 4
"""Changes in a row, each followed by a build."""


def built(content: Path, output: Path, *options: str) -> str:
    run = sitegen("build", "--content", content, "--output", output, "--quiet", *options)
    assert run.returncode == 0, run.stderr
    return run.stderr.splitlines()[-1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of a few dumps, with everything else an owner may have."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("sample-*"))
    for path in sorted(SAMPLES.glob("sample-*.txt"))[:6]:
        shutil.copy(path, folder / "dumps")
    (folder / "static").mkdir(exist_ok=True)
    return folder


def add_dump(content: Path, chance: random.Random) -> None:
    source = chance.choice(sorted(SAMPLES.glob("sample-*.txt")))
    shutil.copy(source, content / "dumps")


def remove_dump(content: Path, chance: random.Random) -> None:
    chance.choice(sorted(content.glob("dumps/sample-*.txt"))).unlink()


def edit_dump(content: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(content.glob("dumps/sample-*.txt")))
    about = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("0", "1", 1), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))  # same size, same day


def edit_settings(content: Path, chance: random.Random) -> None:
    path = content / "site.toml"
    words = path.read_text(encoding="utf-8").replace("silent_days = 6", "silent_days = 7")
    path.write_text(f"# {chance.random()}\n{words}", encoding="utf-8")


def edit_page(content: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(content.glob("pages/*.md")))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nต่อท้าย\n", encoding="utf-8")


def add_static(content: Path, chance: random.Random) -> None:
    (content / "static" / f"{chance.randrange(9)}.txt").write_text("static", encoding="utf-8")


CHANGES = (add_dump, remove_dump, edit_dump, edit_settings, edit_page, add_static)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_change_makes_the_site_of_a_clean_build(
    seed: int, tmp_path: Path, content: Path
) -> None:
    chance, again = random.Random(seed), tmp_path / "again"
    built(content, again)
    for step in range(STEPS):
        chance.choice(CHANGES)(content, chance)
        built(content, again)
        clean = tmp_path / f"clean-{step}"
        built(content, clean)
        assert tree(again) == tree(clean)
        shutil.rmtree(clean)


def told(line: str) -> list[str]:
    """What a build says of the site, whatever it had to make of it."""
    return [one for one in line.split("(")[1].split(", ") if "made anew" not in one]


def test_nothing_is_built_when_nothing_has_changed(tmp_path: Path, content: Path) -> None:
    output = tmp_path / "out"
    first = built(content, output)
    folder = output.stat().st_ino
    assert told(built(content, output)) == told(first), "it says the same"
    assert output.stat().st_ino == folder, "no file was written"
    for path in content.rglob("*"):
        os.utime(path)  # as after a fresh checkout
    assert built(content, output, "--jobs", "1").startswith("nothing has changed")
    assert output.stat().st_ino == folder


@pytest.mark.parametrize("harm", ["memory", "site", "anew", "options"])
def test_in_doubt_all_is_built(harm: str, tmp_path: Path, content: Path) -> None:
    output, options = tmp_path / "out", list[str]()
    built(content, output)
    match harm:
        case "memory":
            (tmp_path / ".out.sitegen-memory").write_text("{}", encoding="utf-8")
        case "site":
            (output / ".sitegen" / "manifest.json").unlink()
            shutil.rmtree(output)
        case "anew":
            options = ["--anew"]
        case "options":
            options = ["--base-url", "https://example.org/elsewhere/"]
    assert built(content, output, *options).startswith("built")


def test_damaged_records_only_cost_time(tmp_path: Path, content: Path) -> None:
    output, clean = tmp_path / "out", tmp_path / "clean"
    built(content, output)
    for number, path in enumerate(sorted((tmp_path / ".out.sitegen-records").iterdir())):
        body = path.read_bytes()
        path.write_bytes((body[:-7], body.replace(b"0", b"1"), b"", body)[number % 4])
    edit_dump(content, random.Random(1))
    built(content, output)
    built(content, clean)
    assert tree(output) == tree(clean)
    assert tree(tmp_path / ".out.sitegen-records") == tree(tmp_path / ".clean.sitegen-records")
