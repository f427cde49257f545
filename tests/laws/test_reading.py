"""The lossless law: no line of a dump is lost, and what is claimed can be written again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import KINDS
from generator.dump.lines import numbered, shown
from generator.dump.pages import pages
from generator.project import cut
from generator.sections import SECTIONS
from generator.store.encodings import decode
from tests.laws.accounting import account, rebuild
from tests.laws.samples import LONGEST, SAMPLE, read
from tests.laws.texts import dump_texts
from tests.sections.cases import cases
from tests.sections.rebuild import WRITERS

CONTENT = Path(__file__).parent.parent.parent / "content" / "dumps"
CASES = [
    pytest.param(one.text, id=f"{kind}: {one.name}")
    for kind in (*(row.kind for row in SECTIONS), "pages")
    for one in cases(kind)
]


@given(dump_texts)
def test_reading_never_raises_and_loses_no_line(text: str) -> None:
    parsed = read(text)
    account(parsed)
    assert parsed.copies or parsed.diagnostics


@given(dump_texts)
def test_what_is_claimed_can_be_written_again(text: str) -> None:
    for copy in read(text).copies:
        rebuild(copy)


@given(dump_texts)
def test_line_numbers_are_those_of_an_editor(text: str) -> None:
    written = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = numbered(shown(text, LONGEST)[0])
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for line in lines:
        if "⟨" not in line.text:
            assert line.text == written[line.number - 1].rstrip()


@given(dump_texts)
def test_cutting_loses_no_line(text: str) -> None:
    published, _ = shown(text, LONGEST)
    every = pages(published)
    lines = numbered(published)
    assert "\n".join(page.text for page in every) == published
    assert sum((numbered(page.text, page.first) for page in every), ()) == lines
    blocks, stray, _ = cut(lines)
    seen = sorted([*stray, *(line for block in blocks for line in block.lines)])
    assert len(set(seen)) == len(seen)
    assert set(seen) <= set(lines)


@given(dump_texts)
def test_diagnostics_have_a_place_in_the_dump_and_a_meaning(text: str) -> None:
    last = text.count("\n") + text.count("\r") + 1
    for one in read(text).diagnostics:
        assert one.code in KINDS
        assert 0 <= one.line <= last
        assert one.last == 0 or one.line < one.last <= last


@given(dump_texts)
def test_reading_twice_is_reading_once(text: str) -> None:
    assert read(text) == read(text)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    account(read(text))


@pytest.mark.parametrize("text", [SAMPLE.headed, SAMPLE.stripped], ids=["headed", "stripped"])
def test_both_flavours_read_without_a_word(text: str) -> None:
    parsed = read(text)
    assert parsed.diagnostics == ()
    for copy in parsed.copies:
        account(parsed)
        rebuild(copy)


@pytest.mark.parametrize("text", CASES)
def test_the_law_holds_for_every_case(text: str) -> None:
    parsed = read(text)
    account(parsed)
    for copy in parsed.copies:
        rebuild(copy)


@pytest.mark.skipif(not CONTENT.is_dir(), reason="no sample dumps in content/dumps yet")
def test_the_law_holds_for_the_sample_dumps() -> None:
    for path in sorted(CONTENT.rglob("*.txt")):
        text, _ = decode(path.read_bytes())
        parsed = read(text, path.name)
        account(parsed)
        for copy in parsed.copies:
            rebuild(copy)


def test_every_section_type_can_be_written_again() -> None:
    assert set(WRITERS) == {row.kind for row in SECTIONS}
