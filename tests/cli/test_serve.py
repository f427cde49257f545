"""`sitegen serve` and `sitegen build --watch`, from the first build to the last change."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from generator.cli.serve import as_words
from tests.conftest import ROOT
from tests.serving.running import SECONDS, running

DUMP = ROOT / "content" / "dumps" / "sample-0003.txt"
CODE = "19000000-7626"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    dumps = tmp_path / "content" / "dumps"
    dumps.mkdir(parents=True)
    (dumps / "one.txt").write_bytes(DUMP.read_bytes())
    (tmp_path / "templates" / "pages").mkdir(parents=True)
    return tmp_path


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=SECONDS) as answer:
        body: str = answer.read().decode()
        return body


def test_each_change_is_served_and_then_built(project: Path) -> None:
    with running("serve", "--port", "0", "-q", "--templates", "templates", cwd=project) as told:
        address = told.says(r"^serving http://127\.0\.0\.1:\d+/ ").split()[1]
        page = f"{address}projects/{CODE}/"
        assert "reload.js?" in fetched(page)
        dump = project / "content" / "dumps" / "one.txt"
        words = dump.read_text(encoding="utf-8")
        dump.write_text(words.replace("ตรวจสอบถังดับเพลิง", "ตรวจสอบถังน้ำ"), encoding="utf-8")
        told.says(r"content/dumps/one\.txt( and \d+ more)? ha.* changed, shown after \d\.\d\d s$")
        assert "ตรวจสอบถังน้ำ" in fetched(page)
        settings = project / "content" / "site.toml"
        settings.write_text("nane = 1\n", encoding="utf-8")
        told.says(r"^content/site\.toml:1: error: there is no setting 'nane'")
        assert "ตรวจสอบถังน้ำ" in fetched(page)
        settings.write_text('name = "ชื่อใหม่"\n', encoding="utf-8")
        told.says("content/site.toml.* changed, shown")
        assert "ชื่อใหม่" in fetched(address)
        told.says("^built ")
    built = project / "output" / "projects" / CODE / "index.html"
    assert "ตรวจสอบถังน้ำ" in built.read_text(encoding="utf-8")


def test_a_site_that_cannot_be_built_is_served_once_it_can(project: Path) -> None:
    settings = project / "content" / "site.toml"
    settings.write_text("nane = 1\n", encoding="utf-8")
    limits = ("--languages", "th", "--years", "2560,2561", "--without", "raw")
    with running("serve", "--port", "0", *limits, cwd=project) as told:
        said = told.says_up_to(r"^serving ")
        assert sum("[setting-unknown]" in line for line in said) == 1, "it is told once"
        address = said[-1].split()[1]
        with pytest.raises(urllib.error.HTTPError) as caught:
            fetched(address)
        with caught.value as error:
            shown = error.read().decode()
        assert "there is no setting &#x27;nane&#x27;; did you mean name?" in shown
        settings.write_text('name = "one"\n', encoding="utf-8")
        told.says("content/site.toml.* changed, shown")
        assert "<title>" in fetched(address)
        assert "hreflang" not in fetched(address)
        told.says("^built ")
    site = {path.name for path in (project / "output").iterdir()}
    assert "data" in site
    assert not site & {"en", "raw"}


def test_a_watched_build_is_done_again_and_survives_a_fault(project: Path) -> None:
    settings = project / "content" / "site.toml"
    with running("build", "--watch", "-q", cwd=project) as told:
        told.says("^built ")
        told.says("^watching for changes")
        settings.write_text("nane = 1\n", encoding="utf-8")
        told.says("setting-unknown")
        settings.write_text('name = "ชื่อใหม่"\n', encoding="utf-8")
        told.says("^built ")
        told.says("^watching for changes")
    home = project / "output" / "index.html"
    assert "ชื่อใหม่" in home.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("jobs", None, ()),
        ("style_page", True, ("--style-page",)),
        ("without", ("raw", "data"), ("--without", "raw,data")),
        ("years", [2566, 2567], ("--years", "2566,2567")),
        ("dumps", Path("there"), ("--dumps", "there")),
    ],
)
def test_options_are_handed_on_as_they_were_given(
    key: str, value: object, words: tuple[str, ...]
) -> None:
    assert as_words(key, value) == words
