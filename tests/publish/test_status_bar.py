"""Projects by status: the table, and the bar that says the same."""

from decimal import Decimal

from generator.publish.lists import facets
from generator.publish.places.status_bar import status_bar
from generator.publish.rows import Crumb
from tests.publish.sample import sample
from tests.publish.standings import standing

COMPLETED = standing("completed", "on", 0)
UNDER_WAY = standing("under-way", "on", 5)
NO_PLAN = standing("under-way", "none")
BEHIND = standing("behind", "behind", -20)
CANCELLED = standing("cancelled", "stop", -60)
PAUSED = standing("paused", "stop")
SILENT = standing("silent", "none", -5)

EVERY = (SILENT, PAUSED, CANCELLED, BEHIND, NO_PLAN, UNDER_WAY, COMPLETED, COMPLETED)


def test_the_counts_that_a_sentence_needs() -> None:
    found = status_bar(EVERY)
    assert (found.count, found.comparable) == (8, 6)
    assert (found.completed, found.behind, found.stopped) == (2, 1, 2)


def test_rows_are_by_meaning_then_by_precedence() -> None:
    assert [(one.status, one.count, one.share) for one in status_bar(EVERY).rows] == [
        ("completed", 2, Decimal(25)),
        ("under-way", 2, Decimal(25)),
        ("behind", 1, Decimal("12.5")),
        ("cancelled", 1, Decimal("12.5")),
        ("paused", 1, Decimal("12.5")),
        ("silent", 1, Decimal("12.5")),
    ]


def test_work_without_a_plan_to_hold_it_against_is_told_apart() -> None:
    found = status_bar(EVERY)
    assert [one.without_plan for one in found.rows] == [0, 1, 0, 0, 0, 0]
    assert [(one.status, one.meaning) for one in found.parts] == [
        ("completed", "on"),
        ("under-way", "on"),
        ("behind", "behind"),
        ("cancelled", "stop"),
        ("paused", "stop"),
        ("silent", "none"),
        ("under-way", "none"),
    ]


def test_parts_meet_and_fill_the_bar() -> None:
    for entries in (EVERY, EVERY[:3], sample().entries):
        before = Decimal(0)
        for part in status_bar(entries).parts:
            assert part.start == before
            before += part.width
        assert before == 100


def test_a_count_stands_above_a_part_that_has_room_for_it() -> None:
    found = status_bar((BEHIND, *[COMPLETED] * 19))
    assert [(one.count, one.is_labelled) for one in found.parts] == [(19, True), (1, False)]


def test_a_row_leads_to_the_list_of_its_projects() -> None:
    lists = (facets.Facet("/somewhere/", Crumb("status", "behind"), (BEHIND,)),)
    found = {one.status: one.url for one in status_bar(EVERY, lists).rows}
    assert (found["behind"], found["completed"]) == ("/somewhere/", None)


def test_one_status_or_none_has_no_bar() -> None:
    found = status_bar(())
    assert (found.count, found.rows, found.parts) == (0, (), ())
    assert status_bar((COMPLETED, COMPLETED)).parts == ()
