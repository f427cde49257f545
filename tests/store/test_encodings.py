import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.store.encodings import decode

THAI = "ความคืบหน้าโครงการ/กิจกรรม\r\nBack Home\r\nโครงการทดสอบ “หนึ่ง” : 50050000-3410\r\n"
PLAIN_THAI = THAI.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize(
    "body",
    [
        THAI.encode(),
        codecs.BOM_UTF8 + THAI.encode(),
        THAI.encode("utf-16"),
        codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + THAI.encode("utf-16-le"),
        THAI.encode("cp874"),
    ],
    ids=["utf-8", "utf-8 BOM", "utf-16", "utf-16-be", "utf-16-le", "cp874"],
)
def test_every_encoding_gives_the_same_text(body: bytes) -> None:
    assert decode(body) == (THAI, ())


def test_tis_620_is_a_part_of_windows_874() -> None:
    assert decode(PLAIN_THAI.encode("tis-620")) == (PLAIN_THAI, ())


@pytest.mark.parametrize("text", ["", "ascii only", "a\0b", "\ufffe", "x" * 10])
def test_text_without_thai_is_utf_8(text: str) -> None:
    assert decode(text.encode()) == (text, ())


def test_a_stray_byte_in_utf_8_is_lost_and_named() -> None:
    body = "บรรทัดแรก\nบรรทัด\rที่สาม".encode() + b"\xff" + "สุดท้าย".encode()
    text, diagnostics = decode(body)
    assert text == "บรรทัดแรก\nบรรทัด\rที่สาม\ufffdสุดท้าย"
    place = len("บรรทัดแรก\nบรรทัด\rที่สาม".encode())
    assert diagnostics == (Diagnostic("decoded-with-loss", 3, 7, detail=f"byte {place}"),)


def test_damaged_utf_8_is_not_taken_for_windows_874() -> None:
    # Every byte of it is a Thai character in Windows-874 as well: "เธงเธฒเธก…"
    body = "วามอา".encode() * 3 + b"\xe0\xb8 " + "วามอา".encode()
    body.decode("cp874")
    text, diagnostics = decode(body)
    assert text.count("วามอา") == 4
    assert [one.code for one in diagnostics] == ["decoded-with-loss"]


def test_a_character_cut_off_at_the_end_is_lost_and_named() -> None:
    text, diagnostics = decode("ครบ\nกขค".encode()[:-1])
    assert text == "ครบ\nกข\ufffd"
    assert diagnostics == (Diagnostic("decoded-with-loss", 2, 3, detail="byte 16"),)


def test_several_losses_are_one_diagnostic() -> None:
    _, diagnostics = decode("ดี".encode() + b"\xff" + "ดี".encode() + b"\xff\xff")
    assert diagnostics == (Diagnostic("decoded-with-loss", 1, 3, detail="byte 6 and 2 more"),)


def test_a_stray_byte_in_windows_874_costs_one_character_only() -> None:
    body = PLAIN_THAI.encode("cp874") + b"\xff"
    text, diagnostics = decode(body)
    assert text == PLAIN_THAI + "\ufffd"
    assert diagnostics == (Diagnostic("decoded-with-loss", 4, 1, detail=f"byte {len(body) - 1}"),)


def test_a_byte_beyond_the_mark_counts_from_the_start_of_the_file() -> None:
    _, diagnostics = decode(codecs.BOM_UTF8 + b"a\xff")
    assert diagnostics == (Diagnostic("decoded-with-loss", 1, 2, detail="byte 4"),)
    text, diagnostics = decode(codecs.BOM_UTF16_LE + "ก".encode("utf-16-le") + b"\x01")
    assert text == "ก\ufffd"
    assert diagnostics == (Diagnostic("decoded-with-loss", 1, 2, detail="byte 4"),)


def test_accents_of_other_languages_are_not_made_thai() -> None:
    text, diagnostics = decode("Département de la Seine, à côté".encode("latin-1"))
    assert text.startswith("D\ufffdpartement")
    assert len(diagnostics) == 1


@given(st.binary())
def test_no_bytes_fail(body: bytes) -> None:
    text, diagnostics = decode(body)
    text.encode()
    assert len(diagnostics) <= 1
    assert bool(diagnostics) <= ("\ufffd" in text)


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E2E) | st.sampled_from(" \n1")))
def test_thai_letters_survive_windows_874(text: str) -> None:
    body = text.encode("cp874")
    try:
        expected = body.decode()  # by chance it is UTF-8 too, which goes first
    except UnicodeDecodeError:
        expected = text
    assert decode(body)[0] == expected or "\ufffd" in decode(body)[0]
