"""Passages of several lines, and how they nest."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.dump.lines import Cited, Span
from generator.publish.project.passages import cited, edges, passages
from generator.publish.urls import anchor
from tests.publish.sample import sample
from tests.publish.whole import HEADED, headed, only


def lines(text: str) -> list[str]:
    """The passages of a dump as the first and the last of their lines."""
    copy = only({"1.txt": text}).project.newest
    told = {line.number: line.text for line in copy.lines}
    return [f"{told[one.first]} … {told[one.last]}" for one in passages(copy)]


def test_reports_steps_indicators_and_rows_are_passages() -> None:
    rule = "------------------&&&--------------------"
    assert lines(HEADED) == [
        f"(1) ความคืบหน้าโครงการฯ ร้อยละ 60.00 (2023-08-21) … {rule}",
        f"(2) ความคืบหน้าโครงการฯ ร้อยละ 20.00 (2023-05-22) … {rule}",
        "ขั้นตอน 1 … สิ้นสุด :2023-08-31 00:00:00",
        "ขั้นตอน 1 … สิ้นสุด :2023-05-01 00:00:00",
        "ขั้นตอน 2 … สิ้นสุด :2023-08-31 00:00:00",
        "รายละเอียดเกี่ยวกับตัวชี้วัด : 5005-2075 … 1 / 2",
        "1 … 0 / 0",
        "2 … 1 / 2",
    ]


def test_a_text_of_several_lines_and_lines_that_nobody_claims_are_passages() -> None:
    prose = headed(("1. เพื่อให้มีร่มเงา", "1. เพื่อให้มีร่มเงา\n2. เพื่อให้มีอากาศดี"))
    assert "1. เพื่อให้มีร่มเงา … 2. เพื่อให้มีอากาศดี" in lines(prose)
    odd = headed(("ผลการดำเนินงาน\n", "ผลการดำเนินงาน\nแถวแปลก\nแถวแปลกอีกแถว\n"))
    assert "แถวแปลก … แถวแปลกอีกแถว" in lines(odd)


def test_all_that_is_found_in_several_lines_is_a_passage() -> None:
    for entry in sample().entries:
        known = passages(entry.project.newest)
        told = set(cited(entry.assessment))
        assert {one for one in told if one.last > one.first} <= set(known), entry.project.key


def test_passages_of_the_sample_nest() -> None:
    for entry in sample().entries:
        for one in entry.project.snapshots:
            found = passages(one.copy)
            assert len(found) == len(set(found))
            for outer, inner in pairwise(found):
                assert inner.first > outer.last or inner.last <= outer.last


def test_each_begins_and_ends_with_its_lines_the_outer_around_the_inner() -> None:
    begin, end = edges((Span(1, 9), Span(2, 5), Span(2, 3), Span(4, 5), Span(7, 9)))
    assert begin == {
        1: (Span(1, 9),),
        2: (Span(2, 5), Span(2, 3)),
        4: (Span(4, 5),),
        7: (Span(7, 9),),
    }
    assert {line: len(found) for line, found in end.items()} == {9: 2, 5: 2, 3: 1}


def test_of_two_that_cross_the_later_is_cut() -> None:
    begin, end = edges((Span(1, 4), Span(3, 6), Span(4, 5), Span(5, 7)))
    assert begin == {one.first: (one,) for one in (Span(1, 4), Span(3, 6), Span(4, 5), Span(5, 7))}
    assert end == {4: (Span(1, 4), Span(3, 6), Span(4, 5)), 7: (Span(5, 7),)}


SPANS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 8)), max_size=8, unique=True)


@given(SPANS)
def test_whatever_crosses_the_boxes_nest(drawn: list[tuple[int, int]]) -> None:
    spans = {Span(first, first + more) for first, more in drawn}
    outer_first = sorted(spans, key=lambda one: (one.first, -one.last))
    begin, end = edges(outer_first)
    around: list[Span] = []
    for line in range(1, 21):
        around += begin.get(line, ())
        for one in end.get(line, ()):
            assert one in around
            assert line <= one.last
            around.remove(one)
        assert all(one.first <= line for one in around)
    assert not around
    assert sorted(one for found in begin.values() for one in found) == sorted(spans)


def test_an_anchor_names_its_lines() -> None:
    assert (anchor(Span(38, 38)), anchor(Span(38, 45))) == ("L38", "L38-45")


def test_what_another_copy_says_stands_on_no_line() -> None:
    assert [*cited((Cited("ก", None), Cited("ข", Span(1, 2))))] == [Span(1, 2)]
