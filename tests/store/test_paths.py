import re
import unicodedata
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store.paths import LONGEST, LONGEST_PART, alike, clash, shown_name, wrong_with

NAMES = st.text(st.sampled_from("aAก่.. /\\:\0\n\x7f~nulCON1é̈\ud800"), max_size=12) | st.text()


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "projects/50050000-3410/index.json",
        ".nojekyll",
        ".well-known/security.txt",
        "ภาพ/แผนที่.png",
        "console/nullable.txt",
        "com10/a.b.c",
        "x" * LONGEST_PART,
        "/".join(["abcdefghi"] * 100),
    ],
)
def test_these_paths_are_portable(path: str) -> None:
    assert wrong_with(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/index.html",
        "a//b",
        "a/",
        "a/../b",
        "./a",
        "a/..",
        "...",
        "a\\b",
        "C:b",
        "a\nb",
        "a\0",
        "a\x7f",
        "what?",
        'say "a"',
        "a/b./c",
        "a /b",
        "nul",
        "a/CON.txt",
        "Aux/b",
        "com1.tar.gz",
        "lpt¹",
        "prn .txt",
        "conin$",
        ".sitegen",
        ".SiteGen/manifest.json",
        "\udcff.txt",
        "x" * (LONGEST_PART + 1),
        "ก" * 67,
        "/".join(["abcdefghi"] * 101),
    ],
)
def test_these_paths_are_not(path: str) -> None:
    assert wrong_with(path)


@given(NAMES | st.lists(NAMES).map("/".join))
def test_a_path_that_passes_stays_below_the_root_and_is_itself(path: str) -> None:
    if wrong_with(path):
        return
    pure = PurePosixPath(path)
    assert str(pure) == path
    assert not pure.is_absolute()
    assert ".." not in pure.parts
    assert (Path("/somewhere") / path).is_relative_to("/somewhere")
    assert len(path.encode()) <= 4 * LONGEST
    assert not re.search(r"[\\:\x00-\x1f]", path)


def test_one_path_twice_is_a_clash() -> None:
    assert clash(["b", "a", "b"]) == ("b", "b")


def test_paths_that_differ_in_case_or_composition_clash() -> None:
    assert clash(["Years/2566.html", "years/2566.html"]) == ("Years/2566.html", "years/2566.html")
    composed, apart = (unicodedata.normalize(form, "café.txt") for form in ("NFC", "NFD"))
    assert set(clash([composed, apart]) or ()) == {composed, apart}


def test_a_file_where_another_needs_a_folder_is_a_clash() -> None:
    assert clash(["a/b/c", "x", "A/b"]) == ("A/b", "a/b/c")


@given(st.sets(st.text(st.sampled_from("abAB/"), max_size=4)))
def test_no_clash_means_that_no_two_are_alike(paths: set[str]) -> None:
    if clash(paths) is None:
        assert len({alike(path) for path in paths}) == len(paths)


def test_a_name_is_shown_whatever_its_bytes_are() -> None:
    assert shown_name("ก\udcff\u202e.txt") == "ก\\xff⟨U+202E⟩.txt"
    assert shown_name(unicodedata.normalize("NFD", "é.txt")) == "é.txt"
    "".join(shown_name("\udcff")).encode()
