"""One file becomes copies: how they are cut, digested and known by their code."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from generator.diagnostics import Diagnostic
from generator.dump.privacy import Mark, Policy
from generator.dump.received import Dump, Source
from generator.project import Parsed, parse
from generator.sections.identity import Identity
from generator.sections.progress import Progress
from tests.laws.samples import LONGEST, SAMPLE, only_copy, read


def codes(text: str, *, code: str | None = None) -> list[tuple[int, str]]:
    """Where the codes differ, and how."""
    told = read(text, code=code).diagnostics
    return [(one.line, one.detail) for one in told if one.code == "code-differs"]


def test_sections_are_in_page_order() -> None:
    copy = only_copy(read(SAMPLE.headed))
    assert [section.kind for section in copy.sections] == [
        *("identity", "evaluation", "rationale", "units", "objectives", "targets"),
        *("strategy", "progress", "steps", "repeats", "indicators"),
    ]


def test_a_section_is_found_by_its_type() -> None:
    copy = only_copy(read(SAMPLE.stripped))
    log = copy.section(Progress)
    assert log is not None
    assert len(log.reports) == 2
    assert only_copy(read("50990300/50990300")).section(Identity) is None


def test_the_flavour() -> None:
    assert only_copy(read(SAMPLE.stripped)).is_stripped
    assert only_copy(read("50990300/50990300")).is_stripped
    assert not only_copy(read(SAMPLE.headed)).is_stripped


def test_the_newest_report() -> None:
    assert only_copy(read(SAMPLE.headed)).newest_report == date(2023, 2, 20)
    assert only_copy(read(replace(SAMPLE, reports=()).headed)).newest_report is None
    undated = replace(SAMPLE, reports=(("10.00", "0000-00-00", "-"),))
    assert only_copy(read(undated.headed)).newest_report is None


def test_the_digest_is_that_of_the_text_as_published() -> None:
    copy = only_copy(read(SAMPLE.headed + "\n\n"))
    assert copy.digest == sha256(SAMPLE.headed.encode()).hexdigest()
    assert only_copy(read(SAMPLE.headed.replace("\n", "\r\n"))).digest == copy.digest


def test_a_page_has_one_digest_alone_and_before_another() -> None:
    first, second = read(f"{SAMPLE.headed}\n\n{SAMPLE.headed}").copies
    assert first.digest == second.digest == only_copy(read(SAMPLE.headed)).digest


def test_what_was_read_is_kept_with_its_lines() -> None:
    parsed = read(SAMPLE.headed, "a.txt")
    assert (parsed.dump.name, parsed.dump.text) == ("a.txt", "")
    assert [line.text for line in parsed.lines] == SAMPLE.headed.split("\n")


def test_a_page_behind_one_that_was_taken_down_is_read() -> None:
    parsed = read(f"{Mark.PROJECT.value}\n{SAMPLE.headed}")
    assert [one.part for one in parsed.copies] == [2]
    assert [one.code for one in parsed.diagnostics] == ["two-dumps-in-one-file"]


def test_the_table_beside_the_dumps_speaks_of_the_first_page() -> None:
    first, second = read(f"{SAMPLE.headed}\n{SAMPLE.headed}", code=SAMPLE.code).copies
    assert first.source.code == SAMPLE.code
    assert second.source == Source(None, None, None)
    assert second.lines[0].number == second.first == first.last + 1 == len(first.lines) + 1
    assert second.lines[-1].number == second.last


def test_the_table_beside_the_dumps_may_differ() -> None:
    assert codes(SAMPLE.headed, code=SAMPLE.code) == []
    assert codes(SAMPLE.headed, code="50990000-9999") == [(5, "50990000-1234 / 50990000-9999")]
    assert codes(SAMPLE.stripped, code="50990000-9999") == []


def test_links_may_differ() -> None:
    bent = SAMPLE.headed.replace("โครงการ : 50990000-1234", "โครงการ : 50990000-4321")
    place = bent.split("\n").index("(ทดสอบ) แสดงขั้นตอนการดำเนินงานโครงการ : 50990000-4321") + 1
    detail = "50990000-1234 / 50990000-4321"
    assert codes(bent) == [(place, detail), (place + 1, detail)]


def test_links_without_a_title_may_differ_among_themselves_and_from_the_table() -> None:
    links = (
        "(ทดสอบ) แสดงขั้นตอนการดำเนินงานโครงการ : 50990000-0001\n"
        "(คลิก) ขั้นตอนการปฏิบัติงานของโครงการ : 50990000-0002"
    )
    assert codes(links, code="50990000-0003") == [
        (1, "50990000-0001 / 50990000-0003"),
        (2, "50990000-0001 / 50990000-0002"),
    ]


def test_a_dump_that_could_not_be_read_is_left_alone() -> None:
    told = (Diagnostic("dump-unreadable"),)
    dump = Dump("a.txt", "", Source(), told)
    assert parse(dump, Policy(), LONGEST) == Parsed("a.txt", (), told, dump)


def test_what_decoding_met_is_told_with_the_rest() -> None:
    lossy = Diagnostic("decoded-with-loss", 3, 1)
    parsed = parse(Dump("a.txt", SAMPLE.headed, Source(), (lossy,)), Policy(), LONGEST)
    assert parsed.diagnostics == (lossy,)
    no_dump = parse(Dump("a.txt", "PNG", Source(), (lossy,)), Policy(), LONGEST)
    assert no_dump.diagnostics == (Diagnostic("not-a-dump", last=1),)
    nothing = parse(Dump("a.txt", "\n", Source(), (lossy,)), Policy(), LONGEST)
    assert nothing.diagnostics == (lossy, Diagnostic("dump-empty"))


def test_diagnostics_are_in_the_order_of_the_lines() -> None:
    bent = SAMPLE.headed.replace("ฝ่ายโยธา", "\u0007").replace("60.00 (", "160.00 (")
    lines = [one.line for one in read(f"เมนู\n{bent}\nท้ายหน้า").diagnostics]
    assert len(lines) >= 4
    assert lines == sorted(lines)


def test_runs_of_strange_lines_are_told_once() -> None:
    text = SAMPLE.headed.replace("แผนการดำเนินงานฯ", "แผนการดำเนินงานฯ\nก\n\nBack Home\nข\nค\n\nง")
    start = text.split("\n").index("ก") + 1
    assert read(text).diagnostics == (
        Diagnostic("unclaimed-line", start, detail="ก"),
        Diagnostic("unclaimed-line", start + 3, last=start + 6, detail="ข"),
    )


@pytest.mark.parametrize(
    "many", ["หลักการและเหตุผล", "ความคืบหน้าโครงการ/กิจกรรม", "ขั้นตอน 1", "x", "50990300/50990300"]
)
def test_a_dump_of_very_many_lines_takes_no_more_than_its_share(many: str) -> None:
    """Ended by the clock of whoever waits: in quadratic time this would take minutes."""
    text = "\n".join(["ขั้นตอน 1", ":1. ก", ":5%", *([many] * 10_000)])
    assert read(text).copies
