"""The index is written beside the pages, whoever does the work."""

from pathlib import Path

import pytest

from generator.indexing import write_index
from tests.publish.whole import CODE, HEADED, corpus_of, headed
from tests.search.reader import Reader, text_rows

CORPUS = corpus_of(
    {
        f"{number}.txt": headed(
            (CODE, f"50050000-{number:04}"), ("ปลูกต้นไม้ริมคลอง : ", f"ปลูกต้นไม้ริมคลองที่ {number} : ")
        )
        for number in range(1, 30)
    }
)


def written(folder: Path, jobs: int) -> dict[str, bytes]:
    folder.mkdir()
    files = list(write_index(CORPUS, str(folder), jobs))
    assert len({file.path for file in files}) == len(files)
    assert all((folder / file.path).stat().st_size == file.size for file in files)
    return {file.path: (folder / file.path).read_bytes() for file in files}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return written(tmp_path_factory.mktemp("index") / "site", 1)


def test_an_index_is_written_that_finds_the_projects(files: dict[str, bytes]) -> None:
    below = "search/"
    index = {path.removeprefix(below): body for path, body in files.items() if below in path}
    reader = Reader(index)
    keys = reader.keys()
    assert len(keys) == 29
    assert {keys[one] for one in reader.candidates("ริมคลองที่ 17")} >= {"50050000-0017"}
    assert reader.names()["years"] == [[2566, 29]]


def test_each_project_has_its_texts_beside_its_page(files: dict[str, bytes]) -> None:
    (head, *passages) = text_rows(files["projects/50050000-0017/text.bin"])
    assert head[:2] == ["50050000-0017", "ปลูกต้นไม้ริมคลองที่ 17"]
    assert {row[0] for row in passages} >= {"identity", "rationale", "progress", "steps"}


def test_several_processes_write_the_same(files: dict[str, bytes], tmp_path: Path) -> None:
    assert written(tmp_path / "site", 2) == files


def test_no_file_holds_a_person(files: dict[str, bytes]) -> None:
    texts = [text_rows(body) for path, body in files.items() if path.endswith("text.bin")]
    assert texts
    assert "ใจดี" in HEADED
    assert not any("ใจดี" in field for rows in texts for row in rows for field in row)
