"""A build's projects against those of an earlier one."""

from dataclasses import replace
from datetime import date

from generator.corpus import Corpus
from generator.recording import Since, record, since
from tests.publish.invented import Invented, corpus_of
from tests.publish.whole import HEADED, STRIPPED, headed
from tests.publish.whole import corpus_of as whole

FIRST = Invented(code="50050000-1001", reports=(("2022-01-10", "20"), ("2021-12-10", "10")))
SECOND = Invented(code="50050000-1002", title="ขุดลอกคลอง")


def against(now: Corpus, before: Corpus) -> Since:
    return since(now, record(before))


def test_a_build_knows_its_projects_by_key() -> None:
    state = record(corpus_of(SECOND, FIRST))
    assert [one.key for one in state.projects] == ["50050000-1001", "50050000-1002"]
    assert state.projects[0].reports == (date(2021, 12, 10), date(2022, 1, 10))
    assert state.as_of == date(2022, 1, 10)


def test_nothing_is_new_after_the_same_build() -> None:
    told = against(corpus_of(FIRST, SECOND), corpus_of(SECOND, FIRST))
    assert (told.new, told.updated, told.vanished, told.unchanged) == ((), (), (), 2)


def test_new_and_vanished() -> None:
    told = against(corpus_of(FIRST), corpus_of(SECOND))
    assert [one.project.key for one in told.new] == ["50050000-1001"]
    assert [one.key for one in told.vanished] == ["50050000-1002"]


def test_a_changed_record_tells_its_reports() -> None:
    later = replace(FIRST, reports=(("2022-02-10", "30"), ("2022-01-10", "20")))
    (one,) = against(corpus_of(later), corpus_of(FIRST)).updated
    assert (one.new_reports, one.gone_reports) == (1, 1)
    assert not one.has_fallen
    assert not one.is_newly_behind


def test_a_fall_and_a_lag_are_told() -> None:
    now = whole(
        {"1.txt": headed(("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 10.00 (2023-08-21)\n10.00"))}
    )
    (one,) = against(now, whole({"1.txt": HEADED})).updated
    assert one.has_fallen
    assert one.is_newly_behind


def test_a_project_that_got_its_code_is_the_same() -> None:
    before = whole({"1.txt": STRIPPED})
    now = whole({"1.txt": STRIPPED, "2.txt": HEADED})
    told = against(now, before)
    assert (len(told.updated), told.new, told.vanished) == (1, (), ())


def test_a_status_of_another_time_is_unknown() -> None:
    state = record(corpus_of(FIRST))
    old = replace(state.projects[0], status="a-word-of-old")
    told = since(corpus_of(SECOND), replace(state, projects=(old,)))
    assert told.vanished[0].status == "unknown"
