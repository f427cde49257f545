"""A site in memory: what has changed is shown, what has not is not read again."""

import os
from pathlib import Path

import pytest

from generator.errors import ConfigError
from generator.project import Parsed
from generator.reading import Reading, read_one
from generator.render.page import prepared
from generator.render.words import compiled
from generator.serving.live import Live
from generator.serving.published import Published
from generator.serving.watching import Watch, differing
from generator.store.dumps import DumpFile
from generator.store.settings import read_settings
from tests.conftest import ROOT

DUMPS = ("sample-0003.txt", "sample-0007.txt")
PROJECT = "projects/19000000-7626/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A content folder with two dumps, and templates of its own."""
    (tmp_path / "content" / "dumps").mkdir(parents=True)
    (tmp_path / "content" / "static").mkdir()
    (tmp_path / "content" / "static" / "own.txt").write_text("own", encoding="utf-8")
    (tmp_path / "templates" / "pages").mkdir(parents=True)
    for name in DUMPS:
        body = (ROOT / "content" / "dumps" / name).read_bytes()
        (tmp_path / "content" / "dumps" / name).write_bytes(body)
    return tmp_path


@pytest.fixture
def shown(site: Path) -> Live:
    options = {name: site / name for name in ("content", "templates", "output")}
    made = Live({}, options)
    made.refresh()
    return made


def text(shown: Live, path: str) -> str:
    body = shown.body(path)
    assert body is not None
    return body.decode()


def test_nothing_is_there_before_the_first_look() -> None:
    assert Live({}, {}).body("index.html") is None


def test_pages_documents_assets_and_static_files_are_there(shown: Live, site: Path) -> None:
    assert "ตรวจสอบถังดับเพลิง" in text(shown, PROJECT)
    assert '"key"' in text(shown, PROJECT.replace(".html", ".json"))
    css = text(shown, "index.html").partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "@layer" in text(shown, css)
    assert text(shown, "own.txt") == "own"
    assert shown.body("nowhere.html") is None
    assert shown.body("sitemap.xml") is None
    (site / "output").mkdir()
    (site / "output" / "sitemap.xml").write_text("built before", encoding="utf-8")
    assert text(shown, "sitemap.xml") == "built before"


def test_a_change_of_a_dump_a_setting_or_a_template_is_shown(shown: Live, site: Path) -> None:
    dump = site / "content" / "dumps" / DUMPS[0]
    words = dump.read_text(encoding="utf-8")
    dump.write_text(words.replace("ตรวจสอบถังดับเพลิง", "ตรวจสอบถังน้ำ"), encoding="utf-8")
    shown.refresh()
    assert "ตรวจสอบถังน้ำ" in text(shown, PROJECT)
    (site / "content" / "site.toml").write_text('name = "ชื่อใหม่"\n', encoding="utf-8")
    shown.refresh()
    assert "ชื่อใหม่" in text(shown, PROJECT)
    own = site / "templates" / "pages" / "home.html"
    for title in ("ONE", "TWO"):
        own.write_text(
            f'{{% extends "!base/pages/home.html" %}}{{% block title %}}{title}{{% endblock %}}',
            encoding="utf-8",
        )
        shown.refresh()
        assert f"<title>{title}" in text(shown, "index.html")


def test_only_the_dump_that_changed_is_read_again(
    shown: Live, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noting(how: Reading, file: DumpFile) -> Parsed:
        read.append(file.name)
        return read_one(how, file)

    monkeypatch.setattr("generator.serving.live.read_one", noting)
    shown.refresh()
    assert read == []
    os.utime(site / "content" / "dumps" / DUMPS[1])
    shown.refresh()
    assert read == [DUMPS[1]]
    (site / "content" / "dumps" / DUMPS[0]).unlink()
    shown.refresh()
    assert read == [DUMPS[1]]
    assert shown.body(PROJECT) is None


def test_what_its_owner_leaves_out_is_not_served(shown: Live, site: Path) -> None:
    table, raw = "projects/projects.csv", "raw/19000000-7626/index.html"
    assert shown.body(table)
    assert shown.body(raw)
    options = {name: site / name for name in ("content", "templates", "output")}
    lean = Live({}, {**options, "without": ("tables", "raw")})
    lean.refresh()
    assert lean.body(table) is None
    assert lean.body(raw) is None


def edit(site: Path) -> None:
    """Save the first dump with other words in it."""
    dump = site / "content" / "dumps" / DUMPS[0]
    words = dump.read_text(encoding="utf-8")
    dump.write_text(words.replace("ตรวจสอบถังดับเพลิง", "ตรวจสอบถังน้ำ"), encoding="utf-8")


def published(shown: Live) -> Published:
    assert shown.held
    return shown.held.published


def test_between_saves_only_the_publisher_of_the_open_page_is_asked(
    shown: Live, site: Path
) -> None:
    assert "ตรวจสอบถังดับเพลิง" in text(shown, PROJECT)
    assert "index.html" in published(shown).found, "who has the page is not known yet"
    edit(site)
    shown.refresh()
    assert "ตรวจสอบถังน้ำ" in text(shown, PROJECT)
    assert "index.html" not in published(shown).found
    assert "<title>" in text(shown, "index.html")
    assert "<title>" in text(shown, f"en/{PROJECT}")
    assert shown.body("nowhere.html") is None
    assert not published(shown).waiting


def test_what_pages_are_printed_with_is_kept_until_it_changes(shown: Live, site: Path) -> None:
    assert shown.held
    printer = shown.held.printer
    assert "<title>" in text(shown, f"en/{PROJECT}")
    kept, catalogues = prepared(printer, "en"), compiled.cache_info().misses
    edit(site)
    shown.refresh()
    assert prepared(printer, "en") is kept
    (site / "templates" / "pages" / "own.html").write_text("", encoding="utf-8")
    shown.refresh()
    assert prepared(printer, "en") is not kept
    assert compiled.cache_info().misses == catalogues, "no word of the catalogue has changed"


def test_a_fault_leaves_the_old_site(shown: Live, site: Path) -> None:
    (site / "content" / "site.toml").write_text("nane = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        shown.refresh()
    assert "ตรวจสอบถังดับเพลิง" in text(shown, PROJECT)


def test_a_watch_sees_what_was_added_changed_and_removed(site: Path) -> None:
    options = {name: site / name for name in ("content", "templates")}
    watch = Watch(read_settings({}, options).config)
    assert watch.changed() == ()
    assert watch.wait(0.05) == ()
    new = site / "content" / "dumps" / "deep" / "new.txt"
    new.parent.mkdir()
    new.write_text("one", encoding="utf-8")
    assert watch.wait(5) == (str(new),)
    new.write_text("other", encoding="utf-8")
    assert watch.wait(5) == (str(new),)
    new.unlink()
    page = site / "templates" / "pages" / "home.html"
    page.write_text("", encoding="utf-8")
    assert set(watch.wait(5)) == {str(new), str(page)}


def test_signs_differ_by_path() -> None:
    assert differing({"a": (1, 1, 1)}, {"a": (1, 1, 1), "b": (1, 1, 1)}) == ("b",)
    assert differing({"a": (1, 1, 1)}, {"a": (1, 2, 1)}) == ("a",)
