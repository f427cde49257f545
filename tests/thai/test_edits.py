"""Two versions of a text: what was removed and put in, no letter parted from its marks."""

from hypothesis import given
from hypothesis import strategies as st

from generator.thai.edits import LONGEST, MOST, Part, edits
from generator.thai.text import is_mark

WORDS = st.lists(
    st.sampled_from(["น้ำ", "ท่วม", "[ปกปิดชื่อ]", " 2,500 ", "เก้าอี้", "ที่", "x"]), max_size=12
)


def test_an_edit_stands_between_what_stayed() -> None:
    assert edits("ปลูกแล้ว 200 ต้น", "ปลูกแล้ว 120 ต้น") == (
        Part("same", "ปลูกแล้ว "),
        Part("removed", "200"),
        Part("added", "120"),
        Part("same", " ต้น"),
    )


def test_what_was_put_in_or_removed_alone() -> None:
    assert edits("", "ฝนตก") == (Part("added", "ฝนตก"),)
    assert edits("ฝนตก", "") == (Part("removed", "ฝนตก"),)
    assert edits("เท่ากัน", "เท่ากัน") == (Part("same", "เท่ากัน"),)


def test_two_edits_far_apart_are_two() -> None:
    told = edits("เดิม งานก่อสร้างทางเท้าริมคลอง เดิม", "ใหม่ งานก่อสร้างทางเท้าริมคลอง ใหม่")
    kinds = [part.kind for part in told]
    assert kinds == ["removed", "added", "same", "removed", "added"]


def test_two_edits_near_each_other_are_one() -> None:
    told = edits("กก้ ข ง้", "จจ้ ข ช้")
    assert [part.kind for part in told] == ["removed", "added"]


def test_a_withheld_mark_stays_whole() -> None:
    told = edits("ติดต่อ [ปกปิดชื่อ]", "ติดต่อ [ปกปิดโทรศัพท์]")
    assert [part.text for part in told] == ["ติดต่อ ", "[ปกปิดชื่อ]", "[ปกปิดโทรศัพท์]"]


def test_long_stretches_are_cut_in_their_middle_or_at_their_end() -> None:
    same = "ก" * 500
    told = edits(f"{same}ข{same}ค{same}", f"{same}ง{same}จ{same}")
    kept = [part.text for part in told if part.kind == "same"]
    assert [text.count("…") for text in kept] == [1, 1, 1]
    assert kept[0].startswith("…")
    assert kept[2].endswith("…")
    (added,) = edits("", "ข" * 999)
    assert added.text == "ข" * LONGEST + "…"


def test_very_long_versions_are_one_edit() -> None:
    middle = "ก" * MOST
    told = edits(f"ข{middle}ค", f"ง{middle}จ")
    assert [part.kind for part in told] == ["removed", "added"]


@given(WORDS, WORDS)
def test_the_parts_are_the_two_versions(was: list[str], now: list[str]) -> None:
    old, new = "".join(was), "".join(now)
    told = edits(old, new)
    assert "".join(part.text for part in told if part.kind != "added") == old
    assert "".join(part.text for part in told if part.kind != "removed") == new
    assert not any(is_mark(part.text[0]) for part in told)
