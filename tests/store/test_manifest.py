import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import __version__
from generator.store.manifest import Written, are_sound, from_json, to_json
from generator.store.paths import wrong_with

FILES = (
    Written("years/2566/index.html", "ab" * 32, 120),
    Written("index.html", "cd" * 32, 3),
)


def test_the_manifest_is_sorted_one_file_a_line() -> None:
    lines = to_json(FILES).decode().splitlines()
    assert lines == [
        f'{{"format": 1, "sitegen": "{__version__}", "files": [',
        f'["index.html", "{"cd" * 32}", 3],',
        f'["years/2566/index.html", "{"ab" * 32}", 120]',
        "]}",
    ]


def test_an_empty_site_has_a_manifest() -> None:
    assert from_json(to_json(())) == ()


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Written,
            st.text().filter(lambda path: not wrong_with(path)),
            st.text("0123456789abcdef", min_size=64, max_size=64),
            st.integers(min_value=0),
        ),
        unique_by=lambda file: file.path,
    )
)
def test_what_is_written_is_read(files: list[Written]) -> None:
    assert from_json(to_json(files)) == tuple(sorted(files))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"7",
        b"{}",
        b'{"format": 2, "files": []}',
        b'{"format": 1}',
        b'{"format": 1, "files": 3}',
        b'{"format": 1, "files": [["index.html"]]}',
        b'{"format": 1, "files": [[7, "ab", 3]]}',
        b'{"format": 1, "files": [["../../home", "ab", 3]]}',
        b"[" * 100_000,
    ],
)
def test_any_doubt_is_no_manifest(body: bytes) -> None:
    assert from_json(body) is None


def test_it_is_json() -> None:
    assert json.loads(to_json(FILES))["files"][0][2] == 3


NAMES = (
    "a",
    "b.html",
    "",
    ".",
    "..",
    "con",
    "CON.txt",
    ".sitegen",
    ".SITEGEN",
    "x ",
    "a:b",
    "n" * 201,
)
PATHS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map("/".join)


@settings(deadline=None)
@given(st.lists(PATHS | st.text() | st.just("a/" * 499 + "bcd"), max_size=3))
def test_paths_are_sound_when_nothing_is_wrong_with_any(paths: list[str]) -> None:
    assert are_sound(paths) is not any(wrong_with(path) for path in paths)
