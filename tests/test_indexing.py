"""The index is written beside the pages, whoever does the work."""

from hashlib import sha256
from pathlib import Path

import pytest

from generator import indexing
from generator.corpus import Corpus
from generator.indexing import Desk, write_index
from generator.publish.cards import texts
from generator.search.cards import Filed
from generator.store.shelf import Shelf, packed, recall, remember
from tests.publish.whole import CODE, HEADED, corpus_of, headed
from tests.search.reader import Reader, text_rows


def whole(**others: str) -> Corpus:
    """Projects, of which some are called otherwise."""
    titles = {str(number): f"ปลูกต้นไม้ริมคลองที่ {number}" for number in range(1, 30)} | others
    return corpus_of(
        {
            f"{number}.txt": headed(
                (CODE, f"50050000-{number:0>4}"), ("ปลูกต้นไม้ริมคลอง : ", f"{title} : ")
            )
            for number, title in titles.items()
        }
    )


CORPUS = whole()
TEXTS = {one.path: one.body() for one in texts(CORPUS)}


def prints(corpus: Corpus) -> dict[str, str]:
    """Something that tells the projects' texts apart."""
    return {one.path: sha256(one.body()).hexdigest() for one in texts(corpus)}


def desk(folder: Path, corpus: Corpus = CORPUS, known: Shelf = Shelf()) -> Desk:  # noqa: B008
    folder.mkdir()
    return Desk(corpus, str(folder), 1, prints(corpus), known)


def written(desk: Desk, kept: list[Shelf]) -> dict[str, bytes]:
    files = list(write_index(desk, kept.append))
    folder = Path(desk.tree)
    assert len({file.path for file in files}) == len(files)
    assert all((folder / file.path).stat().st_size == file.size for file in files)
    return {file.path: (folder / file.path).read_bytes() for file in files}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return written(desk(tmp_path_factory.mktemp("index") / "site"), [])


def test_an_index_is_written_that_finds_the_projects(files: dict[str, bytes]) -> None:
    below = "search/"
    index = {path.removeprefix(below): body for path, body in files.items() if below in path}
    reader = Reader(index)
    keys = reader.keys()
    assert len(keys) == 29
    assert {keys[one] for one in reader.candidates("ริมคลองที่ 17")} >= {"50050000-0017"}
    assert reader.names()["years"] == [[2566, 29]]


def test_each_project_has_its_texts_beside_its_page() -> None:
    (head, *passages) = text_rows(TEXTS["projects/50050000-0017/text.bin"])
    assert head[:2] == ["50050000-0017", "ปลูกต้นไม้ริมคลองที่ 17"]
    assert {row[0] for row in passages} >= {"identity", "rationale", "progress", "steps"}


def test_several_processes_write_the_same(files: dict[str, bytes], tmp_path: Path) -> None:
    assert written(desk(tmp_path / "site")._replace(jobs=2), []) == files


def test_what_is_as_it_was_is_not_read_again(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = list[Shelf]()
    written(desk(tmp_path / "first"), kept)
    remember(tmp_path / "out", "key", *kept)
    known = recall(tmp_path / "out", "key")
    monkeypatch.setattr("generator.indexing.read_one", lambda *_: pytest.fail("it is known"))
    monkeypatch.setattr("generator.indexing.blocks", lambda *_: pytest.fail("it is known"))
    again = desk(tmp_path / "again", known=known)
    assert written(again, kept) == files
    assert packed("key", kept[0]) == packed("key", kept[1])


@pytest.mark.parametrize(
    "others", [{"7": "ปลูกต้นไม้ริมคลองที่ 8888"}, {"7": "ขุดลอกคูคลอง"}, {"99": "อื่น"}]
)
def test_a_change_makes_the_index_of_a_clean_build(others: dict[str, str], tmp_path: Path) -> None:
    kept = list[Shelf]()
    written(desk(tmp_path / "first"), kept)
    after = whole(**others)
    made = written(desk(tmp_path / "after", after, kept[0]), kept)
    assert made == written(desk(tmp_path / "clean", after), kept)
    assert packed("key", kept[1]) == packed("key", kept[2]), "and leaves the same"
    assert len({*kept[1].prints} - {*kept[0].prints}) == 1


@pytest.mark.parametrize(("most", "read"), [(1023, 1), (60, 30)])
@pytest.mark.parametrize("title", ["ปลูกต้นไม้ Ω", "ปลูกต้นไม้"])
def test_a_letter_more_or_less_has_no_other_read_unless_letters_are_left_out(
    title: str, most: int, read: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.search.book.MOST_LETTERS", most)
    kept, asked = list[Shelf](), list[int]()
    before, after = whole(**{"7": f"ปลูกต้นไม้ {40 * 'Ж'}"}), whole(**{"7": title})
    written(desk(tmp_path / "first", before), kept)
    clean = written(desk(tmp_path / "clean", after), kept)
    assert kept[0].book.alphabet != kept[1].book.alphabet
    reading = indexing.read_one

    def counted(corpus: Corpus, number: int) -> Filed:
        asked.append(number)
        return reading(corpus, number)

    monkeypatch.setattr(indexing, "read_one", counted)
    assert written(desk(tmp_path / "after", after, kept[0]), kept) == clean
    assert packed("key", kept[1]) == packed("key", kept[2]), "and leaves the same"
    assert len(asked) == read


def test_a_word_touches_few_ranges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.grams.LEAST", 500)
    kept = list[Shelf]()
    written(desk(tmp_path / "first"), kept)
    after = whole(**{"7": "ปลูกต้นไม้ริมคลองที่ 7 คลอง"})
    written(desk(tmp_path / "after", after, kept[0]), kept)
    assert len(kept[0].blocks) > 5
    assert 0 < len(kept[1].blocks.keys() - kept[0].blocks.keys()) <= 4


def test_no_file_holds_a_person() -> None:
    every = [*map(text_rows, TEXTS.values())]
    assert "ใจดี" in HEADED
    assert not any("ใจดี" in field for rows in every for row in rows for field in row)


def test_projects_that_cannot_be_told_are_always_read(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    kept = list[Shelf]()
    assert written(desk(tmp_path / "site")._replace(prints={}), kept) == files
    assert set(kept[0].prints) == {""}
