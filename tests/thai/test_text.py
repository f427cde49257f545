import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.thai.text import (
    LEADING_VOWELS,
    display_width,
    excerpt,
    fold,
    is_folded,
    is_mark,
    shape,
)

THAI = "".join(map(chr, (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C))))
PITFALLS = "กเแาำ\u0e4d\u0e48\u0e49\u0e38\u0e3a\u200b\ufeff \u00a0\t๒2AéE\u0301\u0345ß"
TEXTS = st.one_of(st.text(), st.text(THAI), st.text(PITFALLS))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ส\u0e4d\u0e32นัก", "สำนัก"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("นํ\u200b้า", "น้ำ"),
        ("สำานัก", "สำนัก"),
        ("สำาานัก", "สำนัก"),
        ("เเผน", "แผน"),
        ("เเเเ", "แแ"),
        ("ปี ๒๕๖๖", "ปี 2566"),
        ("\ufeffเขต\u200bปทุมวัน\u00ad", "เขตปทุมวัน"),
        ("  เขต \u00a0\t ปทุมวัน\n", "เขต ปทุมวัน"),
        ("BMA Café", "bma café"),
        ("Cafe\u0301", "café"),
        ("กุ\u0e48", "กุ่"),
        ("ก\u0e48\u0e38", "กุ่"),
        ("", ""),
        (" ", ""),
        ("เขต – “ปทุมวัน”", "เขต – “ปทุมวัน”"),
        ("นิคหิต\u0e4d ตามลำพัง", "นิคหิต\u0e4d ตามลำพัง"),
    ],
)
def test_fold(written: str, key: str) -> None:
    assert fold(written) == key


@given(TEXTS)
@example("ำ\u0e4d\u0e32")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_quick_way_and_the_long_way_agree(text: str) -> None:
    if is_folded(text):
        assert fold("\u200b" + text) == text


@given(TEXTS)
def test_a_key_has_one_spelling_of_everything(text: str) -> None:
    key = fold(text)
    assert not re.search(
        "[\u00ad\u200b-\u200d\u2060\ufeff๐-๙]|ำา|เเ|\u0e4d[\u0e48-\u0e4b]?า|  ", key
    )
    assert key == key.strip()
    assert unicodedata.is_normalized("NFC", key)


@pytest.mark.parametrize(
    ("pattern", "line", "groups"),
    [
        (r"แผนการดำเนินงานฯ", "แผนการด\u0e4dาเนินงานฯ", {}),
        (r"แผนการดำเนินงานฯ", "  แผนการดำเนินงานฯ\t", {}),
        (r"น้ำ", "น้\u0e4dา", {}),
        (r"น้ำ", "น\u0e4d้า", {}),
        (r"น้ำ?x", "น้x", {}),
        (r"(?P<name>.+) : (?P<code>\d{8}-\d{4})", "ก : ข  :\u00a050050000-3410",
         {"name": "ก : ข ", "code": "50050000-3410"}),
        (r"ร้อยละ (?P<percent>[\d. ]+)", "ร้อยละ \t 22.5", {"percent": "22.5"}),
        (r"ค่า (?P<unit>.*) : (?P<value>.*)", "ค่า  : 0", {"unit": "", "value": "0"}),
        (r"ค่า (?P<unit>.*) : (?P<value>.*)", "ค่า : ", None),
        (r"ปัญหา ?:\s*(?P<text>.*)", "ปัญหา:ไม่มี", {"text": "ไม่มี"}),
        (r"ก|ข", " ข ", {}),
        (r"ก\ ข", "ก ข", {}),
        (r"ก\ ข", "ก  ข", None),
        (r"[^] ]+ [\] ]x", "ก  ]x", {}),
        (r"[ำ]", "\u0e4dา", None),
        (r"ก ข", "กข", None),
        (r"ก {2}ข", "ก  ข", {}),
    ],
)  # fmt: skip
def test_shape(pattern: str, line: str, groups: dict[str, str] | None) -> None:
    found = shape(pattern).fullmatch(line)
    assert (found.groupdict() if found else None) == groups


@given(st.lists(st.sampled_from(("ก", "ดำ", "น้ำ", " ", "  ", "1")), min_size=1).map("".join))
def test_a_shape_fits_every_spelling_of_its_words(words: str) -> None:
    line = words.strip()
    fits = shape(re.escape(line).replace(r"\ ", " ")).fullmatch
    assert fits(line)
    assert fits(re.sub(" +", " ", line))
    assert fits(line.replace("ำ", "\u0e4dา").replace(" ", "\u00a0\t"))
    assert fits(f" {line} ")


@pytest.mark.parametrize(
    "pattern",
    [r"(?P<name>.+) : (?P<code>\d+)", r"ก (?P<a>.*) : ข", r"(?P<a>.+?) x", r" ?ก", r"(?:ก )+ข"],
)
def test_a_line_of_spaces_takes_no_more_time_than_another(pattern: str) -> None:
    """Ended by the clock of whoever waits: in quadratic time this would take minutes."""
    spaces = " " * 100_000
    for line in (spaces, f"ก{spaces}", f"ก{spaces}z", f"{spaces}ก{spaces}z"):
        assert bool(shape(pattern).fullmatch(line)) == (pattern == " ?ก" and line == f"ก{spaces}")


@pytest.mark.parametrize(
    ("text", "length", "cut"),
    [
        ("กขค", 3, "กขค"),
        ("กขคง", 3, "กข…"),
        ("ที่นี่", 3, "…"),
        ("กที่นี่", 4, "ก…"),
        ("ก้ำกึ่ง", 3, "…"),
        ("นเก่า", 3, "น…"),
        ("งบ 2,500 บาท", 6, "งบ…"),
        ("งบ 2,500 บาท", 9, "งบ 2,500…"),
        ("งบ 2,500 บาท", 10, "งบ 2,500…"),
        ("2,500,000", 4, "2,5…"),
        ("ก ข", 2, "ก…"),
        ("กข", 1, "…"),
    ],
)
def test_excerpt(text: str, length: int, cut: str) -> None:
    assert excerpt(text, length) == cut


@given(st.one_of(st.text(), st.text(THAI + "12,A ")), st.integers(1, 40))
def test_an_excerpt_splits_no_cluster(text: str, length: int) -> None:
    cut = excerpt(text, length)
    assert len(cut) <= length
    if cut != text:
        kept = cut.removesuffix("…")
        left = text[len(kept) :]
        assert kept + left == text
        assert not kept or not is_mark(left[0])
        assert not kept.endswith(tuple(LEADING_VOWELS)) or left[0].isspace()


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("กข", 2),
        ("ที่", 1),
        ("น้ำ", 2),
        ("a\u200b", 1),
        ("日本", 4),
        ("Ａ", 2),
        ("e\u0301", 1),
    ],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width
