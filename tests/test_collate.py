"""Copies come together: folded, ordered, joined by their words, and none lost."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from generator.collate import Project, collate
from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited
from generator.project import Parsed
from tests.laws.samples import SAMPLE, read
from tests.laws.texts import pages

LATER = replace(SAMPLE, percent="70", reports=(("70.00", "2023-03-20", "-"), *SAMPLE.reports))
TWIN = replace(SAMPLE, code="50990000-5678", title="ชื่ออื่นสมมติ")


def projects(*dumps: Parsed) -> tuple[Project, ...]:
    found, odd = collate(copy for dump in dumps for copy in dump.copies)
    assert odd == ()
    return found


def only(*dumps: Parsed) -> Project:
    (project,) = projects(*dumps)
    return project


def files(project: Project) -> list[list[str]]:
    """The file names of each snapshot, newest first."""
    return [[file.name for file in one.files] for one in project.snapshots]


def test_identical_copies_fold_into_one() -> None:
    project = only(read(SAMPLE.headed, "b.txt"), read(SAMPLE.headed, "a.txt"))
    assert files(project) == [["a.txt", "b.txt"]]
    assert project.newest.file == "a.txt"


def test_identical_copies_fold_where_the_table_knows_only_one() -> None:
    for text in (SAMPLE.headed, SAMPLE.stripped):
        project = only(read(text, "a.txt"), read(text, "b.txt", code=SAMPLE.code))
        assert files(project) == [["a.txt", "b.txt"]]
        assert project.key == SAMPLE.code


def test_identical_headed_copies_fold_whatever_the_table_says() -> None:
    project = only(read(SAMPLE.headed, "a.txt"), read(SAMPLE.headed, "b.txt", code="50990000-9999"))
    assert files(project) == [["a.txt", "b.txt"]]
    assert project.key == SAMPLE.code


def test_one_text_under_two_codes_is_two_projects_and_a_third_without() -> None:
    found = projects(
        read(SAMPLE.stripped, "a.txt", code="50990000-0001"),
        read(SAMPLE.stripped, "b.txt", code="50990000-0002"),
        read(SAMPLE.stripped, "c.txt"),
    )
    assert [project.key[:2] for project in found] == ["50", "50", "x-"]


def test_one_text_under_two_codes_is_two_projects() -> None:
    codes = ("50990000-0001", "50990000-0002")
    found = projects(*(read(SAMPLE.stripped, f"{code}.txt", code=code) for code in codes))
    assert tuple(project.key for project in found) == codes


def test_a_file_that_holds_a_page_twice_is_named_once() -> None:
    project = only(read(f"{SAMPLE.headed}\n{SAMPLE.headed}", "a.txt", code=SAMPLE.code))
    assert files(project) == [["a.txt"]]
    assert project.snapshots[0].files[0].source.code == SAMPLE.code


def test_snapshots_are_ordered_by_newest_report_without_a_day_of_retrieval() -> None:
    project = only(read(SAMPLE.headed, "a.txt"), read(LATER.headed, "b.txt"))
    assert files(project) == [["b.txt"], ["a.txt"]]
    assert project.snapshots[0].as_of == date(2023, 3, 20)


def test_the_day_of_retrieval_goes_before_the_newest_report() -> None:
    project = only(
        read(SAMPLE.headed, "a.txt", retrieved=date(2024, 1, 1)),
        read(LATER.headed, "b.txt", retrieved=date(2023, 6, 1)),
    )
    assert files(project) == [["a.txt"], ["b.txt"]]
    assert project.snapshots[0].as_of == date(2024, 1, 1)


def test_a_text_is_as_new_as_it_was_last_seen() -> None:
    project = only(
        read(SAMPLE.headed, "a.txt", retrieved=date(2023, 3, 1)),
        read(SAMPLE.headed, "b.txt", retrieved=date(2023, 5, 1)),
        read(SAMPLE.headed, "c.txt"),
    )
    assert project.snapshots[0].retrieved == date(2023, 5, 1)


def test_of_the_same_day_the_copy_that_holds_more_is_shown() -> None:
    project = only(read(SAMPLE.stripped, "a.txt", code=SAMPLE.code), read(SAMPLE.headed, "b.txt"))
    assert files(project) == [["b.txt"], ["a.txt"]]


def test_a_stripped_copy_joins_the_project_with_its_words() -> None:
    project = only(read(SAMPLE.headed, "a.txt"), read(LATER.stripped, "b.txt"))
    assert files(project) == [["b.txt"], ["a.txt"]]
    assert [one.is_matched for one in project.snapshots] == [True, False]
    assert project.key == SAMPLE.code


def test_what_another_copy_states_is_taken_over_marked_and_uncited() -> None:
    project = only(read(SAMPLE.headed, "a.txt"), read(LATER.stripped, "b.txt"))
    assert project.facts.title == Cited(SAMPLE.title, None, inferred=True)
    assert project.facts.code == Cited(SAMPLE.code, None, inferred=True)
    assert project.facts.fiscal_year == Cited(2566, None, inferred=True)
    assert project.code == SAMPLE.code


def test_what_no_copy_states_the_newest_that_can_lets_be_inferred() -> None:
    nameless = replace(LATER, rationale="ไม่เอ่ยชื่อ")
    project = only(
        read(SAMPLE.stripped, "a.txt", code=SAMPLE.code),
        read(nameless.stripped, "b.txt", code=SAMPLE.code),
    )
    assert files(project) == [["b.txt"], ["a.txt"]]
    assert project.facts.title == Cited("ปลูกไม้ยืนต้นริมคลองสมมติ", None, inferred=True)
    assert project.facts.agency_name is None


def test_spelling_does_not_keep_a_stripped_copy_apart() -> None:
    spelt = replace(LATER, rationale=SAMPLE.rationale.replace("ำ", "\u0e4dา"))
    assert len(only(read(SAMPLE.headed), read(spelt.stripped, "b.txt")).snapshots) == 2


def test_the_same_words_of_another_year_are_another_project() -> None:
    last_year = replace(SAMPLE, reports=(("10.00", "2021-12-20", "-"),))
    keys = [one.key for one in projects(read(SAMPLE.headed), read(last_year.stripped, "b.txt"))]
    assert keys[0] == SAMPLE.code
    assert keys[1].startswith("x-")


def test_a_copy_without_a_year_joins_on_its_words() -> None:
    dayless = replace(SAMPLE, reports=())
    assert len(only(read(SAMPLE.headed), read(dayless.stripped, "b.txt")).snapshots) == 2


def test_a_copy_that_lacks_words_joins_nothing() -> None:
    wordless = read(f"{SAMPLE.unit}/{SAMPLE.unit}", "b.txt")
    assert len(projects(read(SAMPLE.headed), wordless)) == 2


def test_a_copy_that_fits_two_projects_joins_neither() -> None:
    dumps = (read(SAMPLE.headed), read(TWIN.headed, "b.txt"), read(SAMPLE.stripped, "c.txt"))
    found, odd = collate(copy for dump in dumps for copy in dump.copies)
    assert [project.key[:2] for project in found] == ["50", "50", "x-"]
    codes = f"{SAMPLE.code}, {TWIN.code}"
    assert odd == (("c.txt", Diagnostic("copy-ambiguous", detail=codes)),)


def test_the_year_decides_between_two_projects_of_the_same_words() -> None:
    next_year = replace(TWIN, year="2567")
    found = projects(
        read(SAMPLE.headed), read(next_year.headed, "b.txt"), read(SAMPLE.stripped, "c.txt")
    )
    assert {one.key: len(one.snapshots) for one in found} == {SAMPLE.code: 2, TWIN.code: 1}


def test_stripped_copies_of_one_project_come_together_without_a_code() -> None:
    project = only(read(SAMPLE.stripped, "a.txt"), read(LATER.stripped, "b.txt"))
    assert files(project) == [["b.txt"], ["a.txt"]]
    assert project.key.startswith("x-")
    assert project.code is None
    assert project.former_keys == ()


def test_a_project_keeps_the_address_it_had_before_its_code_was_known() -> None:
    alone = only(read(SAMPLE.stripped))
    with_code = only(read(SAMPLE.stripped, code=SAMPLE.code))
    joined = only(read(SAMPLE.headed, "a.txt"), read(SAMPLE.stripped, "b.txt"))
    assert with_code.key == joined.key == SAMPLE.code
    assert with_code.former_keys == joined.former_keys == (alone.key,)
    assert only(read(SAMPLE.headed)).former_keys == ()


def test_a_snapshot_has_an_address_of_its_own() -> None:
    project = only(read(SAMPLE.headed, "a.txt"), read(LATER.headed, "b.txt"))
    first, second = project.snapshots
    assert first.short_digest == first.copy.digest[:8] != second.short_digest


def test_two_pages_of_one_file_are_two_projects() -> None:
    assert len(projects(read(f"{SAMPLE.headed}\n{TWIN.headed}"))) == 2


def test_the_order_of_the_copies_does_not_matter() -> None:
    dumps = [
        read(SAMPLE.headed, "a.txt"),
        read(SAMPLE.headed, "b.txt"),
        read(LATER.stripped, "c.txt"),
        read(TWIN.stripped, "d.txt", code=TWIN.code),
    ]
    first = collate(copy for dump in dumps for copy in dump.copies)
    for order in permutations(dumps):
        assert collate(copy for dump in order for copy in dump.copies) == first


def names(found: Iterable[Project]) -> list[str]:
    return sorted(file.name for one in found for it in one.snapshots for file in it.files)


@given(st.lists(pages, max_size=6), st.randoms(use_true_random=False))
def test_no_copy_is_lost_and_shuffling_changes_nothing(texts: list[str], dice: object) -> None:
    dumps = [read(text, f"{number}.txt") for number, text in enumerate(texts)]
    copies = [copy for dump in dumps for copy in dump.copies]
    found, odd = collate(copies)
    assert names(found) == sorted(dump.file for dump in dumps)
    assert len({one.key for one in found}) == len(found)
    digests = [(one.key, it.short_digest) for one in found for it in one.snapshots]
    assert len(set(digests)) == len(digests)
    assert collate(sorted(copies, key=lambda _: dice.random())) == (found, odd)  # type: ignore[attr-defined]
