from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dump.lines import Line, numbered, shown
from generator.dump.privacy import Mark, Policy, withhold
from generator.takedown.listing import TakenPassage
from generator.takedown.passages import without

KEY = "50050000-3410"
NOTHING = Policy()
HERE = Mark.PASSAGE.value


def passage(text: str = "", digest: str = "", lines: int = 1) -> TakenPassage:
    return TakenPassage(KEY, text, digest, lines, 1)


def digest(*lines: str) -> str:
    return sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def left(text: str, *passages: TakenPassage) -> list[str]:
    lines = numbered(withhold(shown(text, 10_000)[0], NOTHING))
    after = without(lines, passages, NOTHING).lines
    assert [line.number for line in after] == [line.number for line in lines]
    return [line.text for line in after]


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("ก่อน คำลับ หลัง", "คำลับ", [f"ก่อน {HERE} หลัง"]),
        ("คำลับ", " คำลับ\n", [HERE]),
        ("คำลับคำลับ", "คำลับ", [HERE + HERE]),
        ("หนึ่ง\nสอง\n\nสาม\nสี่", "สอง\n\nสาม", ["หนึ่ง", HERE, "", HERE, "สี่"]),
        ("ต้นบรรทัด ลับ\nลับต่อ ท้าย", "ลับ\nลับต่อ", [f"ต้นบรรทัด {HERE}", f"{HERE} ท้าย"]),
        ("อยู่ที่สํานักลับ", "สำนักลับ", [f"อยู่ที่{HERE}"]),
        ("คำ\u200bลับ", "คำลับ", [HERE]),
        ("คำลับ", "คำ\u200bลับ", [HERE]),
        ("ไม่มีอะไร", "คำลับ", ["ไม่มีอะไร"]),
        ("โดยนายสมมติ ใจดี วันนี้", "โดยนายสมมติ ใจดี วันนี้", [HERE]),
        ("โดยนายสมมติ ใจดี วันนี้", "โดย[ปกปิดชื่อ] วันนี้", [HERE]),
        ("โดยนายสมมติ ใจดี", "ปกปิด", ["โดย[ปกปิดชื่อ]"]),
        ("โดยนายสมมติ ใจดี", "[ปกปิดชื่อ]", ["โดย[ปกปิดชื่อ]"]),
        ("โดยนายสมมติ ใจดี", "[ปกปิด", ["โดย[ปกปิดชื่อ]"]),
        ("โดยนายสมมติ ใจดี", "ชื่อ]", ["โดย[ปกปิดชื่อ]"]),
        ("aXbXbX", "XbX", [f"a{HERE}"]),
        ("XXXX", "XXX", [HERE]),
    ],
)
def test_words_go_wherever_they_stand(text: str, words: str, after: list[str]) -> None:
    assert left(text, passage(words)) == after


def test_a_digest_finds_its_lines_at_any_place() -> None:
    secret = ("บรรทัดลับ", "", "  อีกบรรทัด")
    for above in ([], ["ใหม่"], ["ใหม่", "กว่า"]):
        text = "\n".join((*above, *secret, "ท้าย"))
        after = [*above, HERE, "", HERE, "ท้าย"]
        assert left(text, passage(digest=digest(*secret), lines=3)) == after
    assert left("บรรทัดลับ", passage(digest=digest("บรรทัดลับ"), lines=2)) == ["บรรทัดลับ"]


def test_several_passages_and_what_was_met() -> None:
    lines = (Line(1, "หนึ่งสองสาม"),)
    one, two, three = passage("หนึ่ง"), passage("สองสาม"), passage("ไม่มีที่ไหน")
    four, five = passage(digest=digest("หนึ่งสองสาม")), passage(digest="0" * 64)
    assert without(lines, (four, five), NOTHING) == ((Line(1, HERE),), frozenset({four}))
    assert without(lines, (one, two, three), NOTHING) == (
        (Line(1, HERE + HERE),),
        frozenset({one, two}),
    )


WORDS = st.text(st.sampled_from("กขค [ป]\n"), max_size=12)


@given(WORDS, st.lists(WORDS.filter(lambda words: len("".join(words.split())) >= 3), max_size=3))
def test_to_take_twice_is_to_take_once_and_nothing_of_it_is_left(
    text: str, wanted: list[str]
) -> None:
    lines = numbered(shown(text, 10_000)[0])
    passages = [passage(words) for words in wanted]
    once = without(lines, passages, NOTHING).lines
    assert without(once, passages, NOTHING).lines == once
    whole = "\n".join(line.text for line in once)
    for words in wanted:
        taken, _ = shown(words.strip(), 10_000)
        assert taken not in whole.replace(HERE, "\x00")
