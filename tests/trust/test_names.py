"""Names and codes that try to leave the output, or that some system cannot hold."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.store.paths import clash, wrong_with
from tests.conftest import sitegen
from tests.laws.samples import SAMPLE
from tests.trust.published import naming

UNSEEN = "ซ่อน\u202eกลับ\u2066\u200b\x07\x00\ufeff"
CODES = ("../../../x", "..\\..\\x", "50010000-0001/../../x", "CON", "50010000-00011", "%2e%2e%2f")
NAMES = (
    *(
        "con.txt",
        "AUX.txt",
        "a.txt",
        "A.txt",
        "...txt",
        "a b .txt",
        "-rf.txt",
        "~.txt",
        "a'b\"c.txt",
    ),
    *("line\nend.txt", "back\\slash.txt", "colon:.txt", f"{'ก' * 83}.txt", "\u202etxt.exe.txt"),
    *("<script>.txt", "{{7*7}}.txt", "*?.txt", "$(touch x).txt", "2566/./nested.txt"),
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A dump under each name; each has the words of a code that is none in every place of one."""
    folder = tmp_path / "in" / "content"
    dumps = folder / "dumps"
    (dumps / "2566").mkdir(parents=True)
    for number, name in enumerate(NAMES):
        sample = replace(SAMPLE, code=f"50010000-{number:04}", title=f"โครงการที่ {number} {UNSEEN}")
        text = sample.headed
        if number < len(CODES):
            text = text.replace(sample.code, CODES[number]).replace("คลอง", f"คลอง{number}")
        (dumps / name).write_text(text, encoding="utf-8")
    (dumps / os.fsdecode(b"\xff\xfe.txt")).write_text(SAMPLE.headed, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("ความลับนอกสำเนา", encoding="utf-8")
    (dumps / "out.txt").symlink_to(tmp_path / "secret.txt")
    (dumps / "folder").symlink_to(tmp_path)
    (dumps / "round").symlink_to(dumps)
    (dumps / "gone.txt").symlink_to("nowhere")
    os.mkfifo(dumps / "pipe.txt")
    rows = "../../secret.txt,,https://example.org/,\n/etc/passwd,50010000-0001,,\n"
    (dumps / "sources.csv").write_text(f"file,code,url,retrieved\n{rows}", encoding="utf-8")
    return folder


@pytest.mark.slow
def test_nothing_leaves_the_output_and_every_path_is_one_for_every_system(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "in" / "site"
    before = {path for path in tmp_path.rglob("*") if content not in path.parents}
    run = sitegen("build", "--content", content, "--output", out, "-v")
    assert run.returncode == 0, run.stderr
    after = {path for path in tmp_path.rglob("*") if content not in path.parents}
    ours = {path for path in after - before if out not in (path, *path.parents)}
    beside = {path.relative_to(out.parent).parts[0] for path in ours}
    assert all(name.startswith(".site.sitegen-") for name in beside), beside
    paths = [path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()]
    foreign = {path: wrong_with(path) for path in paths if not path.startswith(".sitegen/")}
    assert set(foreign.values()) == {""}
    assert clash(paths) is None
    for name in ("out.txt", "folder", "gone.txt", "pipe.txt"):
        assert f"{name}: error: the file cannot be read [dump-unreadable]" in run.stderr
    assert naming(out, ["ความลับนอกสำเนา"]) == []


@pytest.mark.slow
def test_what_cannot_be_seen_is_shown_and_reported(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "in" / "site"
    run = sitegen("build", "--content", content, "--output", out, "-v")
    assert "[invisible-character]" in run.stderr
    seen = naming(out, ["\u202e", "\u2066", "\x07", "\x00", "\ufeff"])
    # A table for spreadsheets begins with U+FEFF, and what is no text has any bytes.
    kinds = {line.partition(": ")[0].rpartition(".")[2] for line in seen}
    assert kinds <= {"csv", "sqlite", "bin"}, seen
    page = out / "projects" / "50010000-0010" / "index.html"
    for mark in ("⟨U+202E⟩", "⟨U+2066⟩", "⟨U+200B⟩", "⟨U+0007⟩", "⟨U+0000⟩", "⟨U+FEFF⟩"):
        assert mark in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("static/con.txt", "Windows reserves a name in it"),
        ("static/a:b", "a character in it is not portable"),
        ("static/.sitegen/x", "sitegen keeps its own files there"),
        ("pages/..th.md", "no page can have this name"),
        ("pages/Über.th.md", "no page can have this name"),
    ],
)
def test_a_name_of_the_owners_that_cannot_be_is_said(place: str, says: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / place).parent.mkdir(parents=True)
    (content / place).touch()
    (content / "dumps").mkdir()
    run = sitegen("build", "--content", content, "--output", tmp_path / "out", "-q")
    assert run.returncode == 2
    assert says in run.stderr
    assert not (tmp_path / "out").exists()
