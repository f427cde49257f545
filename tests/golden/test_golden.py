"""A small site, committed whole: a change of any byte of it is seen and accepted by a person."""

import difflib
import re
import shutil
from pathlib import Path

from tests.conftest import sitegen

SMALL = Path(__file__).parent / "small"
CONTENT, EXPECTED = SMALL / "content", SMALL / "expected"
SHOWN = 60
"""Lines of difference in a message."""


HASHED = re.compile(r"(assets/(?:[a-z0-9/-]+\.|js-))[0-9a-f]{8}\b")
"""Style and scripts have tests of their own, and a colour would else change every page."""
DEPENDS = ("assets/", ".sitegen/", "data/catalog", "data/datapackage", "data/index", "data/SHA256")
"""What holds digests or sizes of deflated files and of the database, which libraries of another
version write with other bytes."""
BINARY = (".bin", ".sqlite")


def texts(folder: Path) -> dict[str, str]:
    """Every file by path, but for those."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    places = {path: path.relative_to(folder).as_posix() for path in files}
    return {
        place: HASHED.sub(r"\1", path.read_text(encoding="utf-8"))
        for path, place in places.items()
        if not place.startswith(DEPENDS) and path.suffix not in BINARY
    }


def difference(expected: dict[str, str], actual: dict[str, str]) -> list[str]:
    lines: list[str] = []
    for path in sorted(expected.keys() | actual.keys()):
        if expected.get(path) != actual.get(path):
            lines += difflib.unified_diff(
                expected.get(path, "").splitlines(),
                actual.get(path, "").splitlines(),
                f"expected/{path}",
                f"actual/{path}",
                lineterm="",
            )
    return lines


def test_the_small_site_is_what_it_was(tmp_path: Path, *, accept: bool) -> None:
    run = sitegen("build", "--content", CONTENT, "--output", tmp_path / "actual")
    assert run.returncode == 0, run.stderr
    if accept:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, text in texts(tmp_path / "actual").items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_text(text, encoding="utf-8")
    lines = difference(texts(EXPECTED), texts(tmp_path / "actual"))
    assert not lines, "`make golden` accepts this:\n" + "\n".join(lines[:SHOWN])
