import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.thai.points import Item, points
from tests.writer import dump_text

CASES = Path(__file__).parent.parent / "cases" / "points.txt"
NUMBERS = "1. 2. 3. 1) 2) (1) (2) (3) 1.1 1.2 2.1 2.2 3.1 3.1.1 3.1.2 3.2 3.2.1 ๑. ๒. - • –"
WORDS = "ด้านปริมาณ ด้านคุณภาพ เชิงปริมาณ เชิงคุณภาพ ดังนี้ มาตรา ร้อยละ ปลูก บาท : ( ) พ.ศ. 2542"
PIECES = st.sampled_from(tuple(f"{NUMBERS} {WORDS}".split(" ")))
SPACES = st.sampled_from(["", " ", "  ", "\n", "\u00a0", "\t"])
TYPED = st.lists(st.tuples(PIECES, SPACES), max_size=30).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


def cases() -> Iterator[tuple[str, str, str]]:
    for block in re.split(r"(?m)^=== ", CASES.read_text(encoding="utf-8"))[1:]:
        name, _, body = block.partition("\n")
        written, _, expected = f"\n{body}".partition("\n---\n")
        yield name, written.strip(), expected.strip()


def drawn(items: tuple[Item, ...], depth: int = 0) -> Iterator[str]:
    for item in items:
        yield "  " * depth + f"{item.number} {item.text}".rstrip()
        yield from drawn(item.items, depth + 1)


def words(text: str) -> str:
    return "".join(text.split())


def flat(text: str) -> str:
    split = points(text)
    return words(split.lead + "".join(drawn(split.items)))


@pytest.mark.parametrize(
    ("written", "expected"), [pytest.param(*case, id=name) for name, *case in cases()]
)
def test_cases(written: str, expected: str) -> None:
    split = points(written)
    lead = [split.lead] if split.lead else []
    assert "\n".join([*lead, *drawn(split.items)]) == expected


@given(st.one_of(TYPED, st.text(), st.tuples(TYPED, st.text()).map("".join)))
@example("3.1 ด้านปริมาณ 1. ก 3.2 ด้านคุณภาพ")
def test_no_word_is_lost_or_moved(text: str) -> None:
    assert flat(text) == words(text)


def test_nothing_is_lost_of_what_the_writer_writes() -> None:
    texts = [line for index in range(80) for line in dump_text(index).splitlines()]
    assert [text for text in texts if flat(text) != words(text)] == []
    assert any(points(text).items for text in texts)


def test_nothing_is_lost_of_the_real_dumps(real_dumps: Path) -> None:
    for file in sorted(real_dumps.glob("*.txt")):
        for text in file.read_text(encoding="utf-8").splitlines():
            assert flat(text) == words(text)


def test_a_name_is_told_from_a_number() -> None:
    assert Item("เป้าหมายเชิงปริมาณ :", "").is_named
    assert not Item("3.1", "ด้านปริมาณ").is_named


@pytest.mark.parametrize(
    "piece",
    [
        "1. ก 2. ข ",
        "(",
        "( 1. ",
        " ",
        "1.",
        "1.1 ",
        "- ก ",
        "ด้านปริมาณ ด้านคุณภาพ ",
        "1. (1) 1) ",
        "๑",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    begun = process_time()
    points(piece * (200_000 // len(piece)))
    assert process_time() - begun < 5
