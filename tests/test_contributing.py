"""What CONTRIBUTING.md says is done: its own blocks, put into a copy of this repository."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import CONTENT, ROOT

pytestmark = pytest.mark.slow

SECONDS = 120
COPIED = ("generator", "templates", "content", "tests")
LEFT = shutil.ignore_patterns("node_modules", "__pycache__", "golden", "dumps")
BESIDE = ("Makefile", "pyproject.toml", "README.md")
FENCED = re.compile(
    r"^```(?P<language>\w+) (?P<path>\S+/\S+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
SAMPLES = ("sample-0002.txt", "sample-0003.txt", "sample-0007.txt")
CHANGED = "19000000-7626"
"""The second of them."""
RISK = "ฝนตกก่อนกำหนด"


class Block(NamedTuple):
    """A block that names its file: all of it, or what changes in it."""

    language: str
    path: str
    body: str


def blocks() -> Iterator[Block]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return (Block(*found.groups()) for found in FENCED.finditer(text))


def apply(block: Block, root: Path) -> None:
    """Write the file, or change it where the block says; each place must be there, and once."""
    file = root / block.path
    if block.language != "diff":
        assert not file.exists(), block.path
        file.write_text(block.body, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    for hunk in block.body.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(f"\n{before}") == 1, f"{block.path} has no such place, or several: {hunk}"
        text = text.replace(f"\n{before}", f"\n{after}")
    file.write_text(text, encoding="utf-8")


def run(root: Path, *words: str) -> str:
    ran = subprocess.run(
        words,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, f"{words}\n{ran.stdout}{ran.stderr}"
    return ran.stdout


def with_risk_and_one_report(text: str) -> str:
    """The dump with what the new section and the new rule are about."""
    text, risks = re.subn(
        "^(?=ผลการดำเนินงาน$)", f"ความเสี่ยงของโครงการ\n\n{RISK}\n\n", text, flags=re.MULTILINE
    )
    text, reports = re.subn(
        r"^\(2\) ความคืบหน้า.*?(?=^แผนการ)", "", text, flags=re.MULTILINE | re.DOTALL
    )
    assert (risks, reports) == (1, 1)
    return text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy with all that the document adds, and its site of three dumps."""
    root = tmp_path_factory.mktemp("contributing")
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, ignore=LEFT)
    for name in BESIDE:
        shutil.copy(ROOT / name, root)
    (root / "content" / "dumps").mkdir()
    for name in SAMPLES:
        shutil.copy(CONTENT / "dumps" / name, root / "content" / "dumps")
    dump = root / "content" / "dumps" / SAMPLES[1]
    dump.write_text(with_risk_and_one_report(dump.read_text(encoding="utf-8")), encoding="utf-8")
    words = [one for one in blocks() if one.language == "diff" and one.path.endswith(".po")]
    for block in blocks():
        if block not in words:
            apply(block, root)
    run(root, "make", "words", "--assume-old=setup-dev", f"BIN={Path(sys.executable).parent}")
    for block in words:
        apply(block, root)
    run(root, sys.executable, "-m", "generator", "build", "--quiet")
    return root


def page(root: Path, name: str) -> str:
    return (root / "output" / name).read_text(encoding="utf-8")


def test_the_site_is_sound(root: Path) -> None:
    run(root, sys.executable, "-m", "generator", "check", "--strict")


def test_the_code_is_in_order_and_the_cases_hold(root: Path) -> None:
    changed = sorted({one.path for one in blocks() if one.path.endswith(".py")})
    for words in (("check",), ("format", "--check")):
        run(root, sys.executable, "-m", "ruff", *words, *changed)
    told = run(
        root,
        sys.executable,
        *("-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"),
        *("tests/sections/test_cases.py", "tests/assess/test_findings.py"),
        *("tests/test_architecture.py", "-k", "risks or one-report or of_one_table"),
    )
    assert re.search(r"^1\d passed", told, re.MULTILINE), told


def test_a_section_type(root: Path) -> None:
    held = page(root, f"projects/{CHANGED}/index.html")
    assert re.search(rf"<dt>ความเสี่ยง\s*<dd>{RISK}<a [^>]*L\d+", held)
    assert "unclaimed-line" not in page(root, f"projects/{CHANGED}/index.json")


def test_a_page_type(root: Path) -> None:
    for name, words in (
        ("complete", "โครงการที่รายงานครบ"),
        ("en/complete", "Projects reported as complete"),
        ("eo/complete", "Finitaj projektoj"),
    ):
        told = page(root, f"{name}/index.html")
        assert f"<h1>{words}</h1>" in told
        assert told.count("<tr>") > 1
    assert "<loc>https://example.org/complete/</loc>" in page(root, "sitemap.xml")


def test_a_rule(root: Path) -> None:
    told = page(root, "findings/one-report/index.html")
    assert "มีรายงานเพียงครั้งเดียว" in told
    assert {*re.findall(r"projects/(\d{8}-\d+)/", told)} == {CHANGED}
    assert "บันทึกนี้มีรายงานเพียงครั้งเดียว" in page(root, f"projects/{CHANGED}/index.html")
    assert "The record holds exactly one report" in page(root, f"en/projects/{CHANGED}/index.html")


def test_an_export(root: Path) -> None:
    keys = page(root, "keys.txt").splitlines()
    folders = [path.parent.name for path in (root / "output").glob("projects/*/index.json")]
    assert sorted(keys) == sorted(folders)
    assert len(keys) == len(SAMPLES)


def test_a_language(root: Path) -> None:
    told = page(root, "eo/index.html")
    assert '<html lang="eo">' in told
    assert ">Serĉi</" in told
    assert '<link rel="alternate" hreflang="eo" href="https://example.org/eo/">' in told
    assert re.search(
        r'<a href="[^"]*eo/" lang="eo" hreflang="eo">Esperanto</a>', page(root, "index.html")
    )
