"""All projects, where they belong, and that none vanishes from a list."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.about_dumps import Expectations
from generator.agencies import Agency
from generator.corpus import Corpus, corpus
from generator.diagnostics import Diagnostic
from generator.dump.lines import Cited, Span
from generator.expectations import missed
from generator.lookups import UNKNOWN, lookups
from generator.project import Parsed
from tests.laws.samples import SAMPLE, read
from tests.laws.texts import dump_texts, pages
from tests.laws.together import BARE, TABLES, entry, numbered, together

# --- agencies


def test_an_agency_is_named_by_its_dumps_before_the_tables() -> None:
    named = replace(SAMPLE, agency="สำนักงานเขตสมมติใหม่")
    assert entry(named.headed).agency == Agency(
        "50990000", "สำนักงานเขตสมมติใหม่", "Sommot", is_district=True, area="กลาง"
    )


def test_an_agency_no_dump_names_is_named_by_the_tables() -> None:
    assert entry(SAMPLE.stripped).agency == Agency(
        "50990000", "สำนักงานเขตสมมติ", "Sommot", is_district=True, area="กลาง"
    )
    assert not entry("07000300/07000300").agency.is_district


def test_spellings_of_one_name_are_one_agency_in_the_joined_spelling() -> None:
    spelt = replace(SAMPLE, agency="ส\u0e4dานักงานเขตสมมติ")
    for tables in (TABLES, lookups({})):
        found = together(*numbered(spelt, spelt, SAMPLE), tables=tables)
        assert [agency.name for agency in found.agencies] == ["สำนักงานเขตสมมติ"]
        assert found.diagnostics == ()
    assert entry(spelt.headed).agency.name == "สำนักงานเขตสมมติ"
    assert entry(spelt.headed, tables=lookups({})).agency.name == "ส\u0e4dานักงานเขตสมมติ"


def test_most_headers_name_the_agency_and_the_others_are_told() -> None:
    other = replace(SAMPLE, agency="สำนักงานเขตอื่น")
    found = together(*numbered(SAMPLE, other, SAMPLE))
    assert [agency.name for agency in found.agencies] == ["สำนักงานเขตสมมติ"]
    detail = "สำนักงานเขตอื่น / สำนักงานเขตสมมติ"
    assert found.diagnostics == (("1.txt", Diagnostic("agency-differs", 6, detail=detail)),)


def test_a_code_that_nobody_names_is_told() -> None:
    found = together(replace(SAMPLE, unit="12340300").stripped)
    assert list(found.agencies) == [Agency("12340000", None, "", is_district=False, area="")]
    assert found.diagnostics == (("0.txt", Diagnostic("agency-unknown", 6, detail="12340000")),)


def test_a_code_of_the_table_beside_the_dumps_has_no_line() -> None:
    found = corpus([read(SAMPLE.stripped, code="12340000-0001")], TABLES)
    assert found.diagnostics == (("a.txt", Diagnostic("agency-unknown", detail="12340000")),)


def test_an_unknown_code_of_a_district_is_a_district() -> None:
    assert entry("50120300/50120300").agency.is_district


@pytest.mark.parametrize(
    ("name", "code"),
    [("ส\u0e4dานักสมมติ", "07000000"), ("สำนักงานเขตสมมติ", "50990000"), ("กองอื่น", UNKNOWN)],
)
def test_a_header_without_a_code_is_known_by_its_name(name: str, code: str) -> None:
    assert entry(f"{name} : (2566)").agency.code == code


def test_headers_teach_the_code_of_a_name() -> None:
    taught = replace(SAMPLE, code="50970000-0001", agency="สำนักงานเขตนอกตาราง")
    found = together(taught.headed, "สำนักงานเขตนอกตาราง : (2567)")
    assert [agency.code for agency in found.agencies] == ["50970000"]


def test_what_has_neither_code_nor_name_is_in_the_bucket() -> None:
    found = together("หลักการและเหตุผล")
    assert list(found.agencies) == [Agency(UNKNOWN, None, "", is_district=False, area="")]
    assert found.agencies[found.entries[0].agency] == found.entries


def test_agencies_are_in_dictionary_order_and_nameless_ones_last() -> None:
    samples = [
        replace(SAMPLE, code=f"{code}-0001", agency=name)
        for code, name in (("50970000", "เขตขาว"), ("50960000", "เขตแก้ว"), ("50950000", "เขตกลาง"))
    ]
    found = together(*(one.headed for one in samples), "12340300/12340300", "หลักการและเหตุผล")
    names = [agency.name for agency in found.agencies]
    assert names == ["เขตกลาง", "เขตแก้ว", "เขตขาว", None, None]


# --- sections of an office


def test_a_section_is_the_unit_of_the_contact() -> None:
    place = SAMPLE.headed.split("\n").index("ฝ่ายโยธา") + 1
    assert entry(SAMPLE.headed).section == Cited("ฝ่ายโยธา", Span(place, place))


def test_a_section_is_else_inferred_from_the_unit_code() -> None:
    told = entry(replace(SAMPLE, contact="กลุ่มงานสมมติ").stripped).section
    assert told == Cited("ฝ่ายโยธาสมมติ", Span(6, 6), inferred=True)


@pytest.mark.parametrize("text", ["07000300/07000300", "50999900/50999900", "หลักการและเหตุผล"])
def test_no_section_where_none_can_be_told(text: str) -> None:
    assert entry(text).section is None


# --- years


def test_years_newest_first_and_the_unknown_last() -> None:
    found = together(
        *numbered(SAMPLE, replace(SAMPLE, year="2567"), replace(SAMPLE, year="2564")), BARE
    )
    assert list(found.years) == [2567, 2566, 2564, None]


# --- the whole


def test_projects_are_in_dictionary_order_and_titleless_ones_last() -> None:
    titles = ("ไฟฟ้า", "เก้าอี้", "กำแพง", "ขยะ")
    found = together(*numbered(*(replace(SAMPLE, title=title) for title in titles)), BARE)
    assert [one.title for one in found.entries] == ["กำแพง", "เก้าอี้", "ขยะ", "ไฟฟ้า", None]


def test_diagnostics_are_by_file_and_line() -> None:
    bad = f"x\n{SAMPLE.headed}\nx"
    found = together(bad, "", bad)
    assert [(file, one.code) for file, one in found.diagnostics] == [
        ("0.txt", "unclaimed-line"),
        ("0.txt", "unclaimed-line"),
        ("1.txt", "dump-empty"),
        ("2.txt", "unclaimed-line"),
        ("2.txt", "unclaimed-line"),
    ]


def test_a_copy_that_fits_two_projects_is_told_with_its_file() -> None:
    found = together(*numbered(SAMPLE, SAMPLE), SAMPLE.stripped)
    assert [(file, one.code) for file, one in found.diagnostics] == [("2.txt", "copy-ambiguous")]
    assert len(found.entries) == 3


YEARS = (replace(SAMPLE, year="2565"), replace(SAMPLE, year="2566", agency=""), BARE)


def test_a_site_may_be_limited_to_some_fiscal_years() -> None:
    parsed = [read(text, f"{at}.txt") for at, text in enumerate((*numbered(*YEARS[:2]), BARE))]
    whole, later = corpus(parsed, TABLES), corpus(parsed, TABLES, years=(2566, 2567))
    assert (set(whole.years), whole.left_out) == ({2565, 2566, None}, 0)
    assert (set(later.years), later.left_out) == ({2566}, 2)
    assert {file for file, _ in whole.diagnostics} - {file for file, _ in later.diagnostics}
    assert not list(missed(later, Expectations(minimum_projects=3)))
    assert list(missed(later, Expectations(minimum_projects=4)))


def test_what_gave_no_project_is_told_in_every_year() -> None:
    found = corpus([read("", "empty.txt")], TABLES, years=(2566,)).diagnostics
    assert found == corpus([read("", "empty.txt")], TABLES).diagnostics != ()


def test_no_dumps_are_a_corpus_too() -> None:
    found = together(tables=lookups({}))
    assert (found.entries, dict(found.agencies), dict(found.nodes)) == ((), {}, {})


def nothing_vanishes(found: Corpus, dumps: Sequence[Parsed]) -> None:
    """Assert that each project is in one agency, one year, and at a node or without any."""
    everyone = sorted(one.project.key for one in found.entries)
    for lists in (found.agencies, found.years):
        listed = (one for group in lists.values() for one in group)
        assert sorted(one.project.key for one in listed) == everyone
    at_nodes = {one.project.key for group in found.on_node.values() for one in group}
    nowhere = {one.project.key for one in found.without_strategy}
    assert at_nodes | nowhere == set(everyone)
    assert not at_nodes & nowhere
    assert found.on_node.keys() == found.nodes.keys()
    shown = {
        file.name for one in found.entries for it in one.project.snapshots for file in it.files
    }
    told = {file for file, _ in found.diagnostics}
    assert {dump.file for dump in dumps} == shown | (told & {dump.file for dump in dumps})


@given(st.lists(st.one_of(pages, pages, dump_texts), max_size=5), st.randoms())
def test_nothing_vanishes_and_shuffling_changes_nothing(texts: list[str], dice: object) -> None:
    dumps = [read(text, f"{number}.txt") for number, text in enumerate(texts)]
    found = corpus(dumps, TABLES)
    nothing_vanishes(found, dumps)
    assert corpus(sorted(dumps, key=lambda _: dice.random()), TABLES) == found  # type: ignore[attr-defined]


def test_every_order_of_a_few_dumps_gives_the_same_corpus() -> None:
    other = replace(SAMPLE, agency="สำนักงานเขตอื่น")
    dumps = [
        read(text, f"{number}.txt")
        for number, text in enumerate((*numbered(SAMPLE, other), SAMPLE.stripped, BARE))
    ]
    first = corpus(dumps, TABLES)
    assert all(corpus(order, TABLES) == first for order in permutations(dumps))


# --- expectations


@pytest.mark.parametrize(
    ("expectations", "says"),
    [
        (Expectations(), []),
        (Expectations(minimum_projects=4), []),
        (Expectations(minimum_projects=1_005), ["4 projects, at least 1,005 expected"]),
        (
            Expectations(share_with_agency=0.8),
            ["75.0% of projects with an agency, at least 80.0% expected"],
        ),
        (
            Expectations(share_with_year=0.8),
            ["50.0% of projects with a fiscal year, at least 80.0% expected"],
        ),
        (
            Expectations(share_with_reports=0.8),
            ["50.0% of projects with a report, at least 80.0% expected"],
        ),
        (Expectations(share_with_agency=0.75, share_with_year=0.5, share_with_reports=0.5), []),
        (
            Expectations(sections=(("progress", 0.5), ("steps", 0.6), ("strategy", 0.5))),
            ["50.0% of projects with the section steps, at least 60.0% expected"],
        ),
        (
            Expectations(share_with_warnings=0.1),
            ["33.3% of dumps with a warning, at most 10.0% expected"],
        ),
        (
            Expectations(minimum_projects=9, share_with_year=1.0),
            [
                "4 projects, at least 9 expected",
                "50.0% of projects with a fiscal year, at least 100.0% expected",
            ],
        ),
    ],
)
def test_expectations(expectations: Expectations, says: list[str]) -> None:
    texts = (*numbered(SAMPLE, SAMPLE), BARE, "หลักการและเหตุผล", SAMPLE.headed, "")
    headed_again = replace(SAMPLE, code="50990000-0001").headed + "\nx"
    texts = (*texts[:4], headed_again, "")
    assert list(missed(together(*texts), expectations)) == says


def test_sections_that_pages_have_lost_are_missed_each() -> None:
    whole = numbered(*[SAMPLE] * 10)
    cut = [text.partition("ผลการดำเนินงาน\n")[0] for text in whole]
    expectations = Expectations(sections=(("strategy", 1.0), ("progress", 0.8), ("steps", 0.7)))
    assert list(missed(together(*whole), expectations)) == []
    assert list(missed(together(*cut[:2], *whole[2:]), expectations)) == []
    assert list(missed(together(*cut[:4], *whole[4:]), expectations)) == [
        "60.0% of projects with the section progress, at least 80.0% expected",
        "60.0% of projects with the section steps, at least 70.0% expected",
    ]


def test_expectations_of_no_dumps() -> None:
    everything = Expectations(1, 1.0, 1.0, 1.0, 0.0, (("progress", 1.0),))
    assert list(missed(together(), everything)) == ["0 projects, at least 1 expected"]
    assert list(missed(together(""), Expectations(share_with_warnings=0.5))) == [
        "100.0% of dumps with a warning, at most 50.0% expected"
    ]
