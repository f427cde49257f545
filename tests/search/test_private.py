"""Nobody who is withheld from the pages can be searched for: the site of the real dumps."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.search.reader import Reader, inflated, text_rows


def inflated_files(site: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(site.rglob("*.bin")):
        yield path, inflated(path.read_bytes())


def test_no_official_of_the_real_dumps_is_in_the_index(real_dumps: Path, real_site: Path) -> None:
    (stripped,) = real_dumps.glob("000_*.txt")
    name, surname, *_, extension = stripped.read_text(encoding="utf-8").splitlines()[1].split()
    private = [name, name.removeprefix("นาง"), surname]
    numbers = re.compile(rf"(?<![0-9a-f]){extension}(?![0-9a-f])")
    files = dict(inflated_files(real_site))
    assert files
    for path, body in files.items():
        text = body.decode("tis-620", "replace") + body.decode("utf-8", "replace")
        assert not any(word in text for word in private), path
    for path in (path for path in files if path.name == "text.bin"):
        assert not any(
            numbers.search(field) for row in text_rows(path.read_bytes()) for field in row
        ), path


def test_no_official_of_the_real_dumps_is_found(real_dumps: Path, real_site: Path) -> None:
    (stripped,) = real_dumps.glob("000_*.txt")
    _, surname, *_ = stripped.read_text(encoding="utf-8").splitlines()[1].split()
    folder = real_site / "search"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.bin")
    }
    reader = Reader(files)
    assert reader.candidates("โครงการ")
    assert not reader.candidates(surname)
