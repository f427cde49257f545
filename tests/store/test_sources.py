import csv
from collections.abc import Iterator
from datetime import date

import pytest

from generator.diagnostics import Severity
from generator.dump.received import Source
from generator.errors import Fault
from generator.store.sources import read_sources

NAMES = ("a.txt", "b.txt", "ปี/ค.txt")


@pytest.fixture(autouse=True)
def usual_limit() -> Iterator[None]:
    """Python's own limit of a cell; a library that another test loads lifts it for all."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def faults_of(text: str) -> list[tuple[int, str, str]]:
    _, faults = read_sources(text, "sources.csv", NAMES)
    return [(fault.line, fault.message, fault.hint) for fault in faults]


def test_each_row_gives_a_source() -> None:
    sources, faults = read_sources(
        "file,code,url,retrieved\r\n"
        "a.txt,50050000-3410,https://example.org/p?code=50050000-3410,2023-09-07\r\n"
        "\r\n"
        "b.txt,,,\r\n"
        '"ปี/ค.txt",, http://example.org/ ,2024-02-29\r\n',
        "sources.csv",
        NAMES,
    )
    assert faults == ()
    assert sources == {
        "a.txt": Source(
            "50050000-3410", "https://example.org/p?code=50050000-3410", date(2023, 9, 7)
        ),
        "b.txt": Source(),
        "ปี/ค.txt": Source(url="http://example.org/", retrieved=date(2024, 2, 29)),
    }


@pytest.mark.parametrize("text", ["", "\n\n", "file\n", "file,code,url,retrieved"])
def test_a_table_may_be_empty(text: str) -> None:
    assert read_sources(text, "sources.csv", NAMES) == ({}, ())


def test_columns_may_stand_in_any_order_or_be_missing() -> None:
    sources, faults = read_sources("retrieved,file\n2023-09-07,a.txt\n", "sources.csv", NAMES)
    assert (sources["a.txt"], faults) == (Source(retrieved=date(2023, 9, 7)), ())


@pytest.mark.parametrize(
    ("header", "message", "hint"),
    [
        ("file,kode,url,retrieved", "there is no column 'kode'", "did you mean code?"),
        (
            "file;code;url;retrieved",
            "there is no column 'file;code;url;retrieved'",
            "the first line is file,code,url,retrieved",
        ),
        (
            "code,url",
            "the column file is missing",
            "the first line is file,code,url,retrieved",
        ),
        ("file,file", "a column is named twice", "the first line is file,code,url,retrieved"),
    ],
)
def test_the_header_is_checked(header: str, message: str, hint: str) -> None:
    assert faults_of(f"\n{header}\na.txt,b,c,d\n") == [(2, message, hint)]


def test_all_bad_cells_are_reported_at_once_and_the_rest_is_kept() -> None:
    text = (
        "file,code,url,retrieved\n"
        "a.txt,๕๐๐๕๐๐๐๐-๓๔๑๐,ftp://example.org,7/9/2566\n"
        "b.txt,50050000-34100,https://exa mple.org,2566-09-07\n"
        "ปี/ค.txt,50050000-3410,javascript:alert(1),2023-02-29\n"
    )
    sources, faults = read_sources(text, "dumps/sources.csv", NAMES)
    wanted = "must be a day of the Common Era such as 2026-09-07, not"
    assert [fault[1:4] for fault in faults] == [
        ("dumps/sources.csv", 2, "code must be like 50050000-3410, not '๕๐๐๕๐๐๐๐-๓๔๑๐'"),
        (
            "dumps/sources.csv",
            2,
            "url must be an http:// or https:// address, not 'ftp://example.org'",
        ),
        ("dumps/sources.csv", 2, f"retrieved {wanted} '7/9/2566'"),
        ("dumps/sources.csv", 3, "code must be like 50050000-3410, not '50050000-34100'"),
        (
            "dumps/sources.csv",
            3,
            "url must be an http:// or https:// address, not 'https://exa mple.org'",
        ),
        ("dumps/sources.csv", 3, f"retrieved {wanted} '2566-09-07'"),
        (
            "dumps/sources.csv",
            4,
            "url must be an http:// or https:// address, not 'javascript:alert(1)'",
        ),
        ("dumps/sources.csv", 4, f"retrieved {wanted} '2023-02-29'"),
    ]
    assert {fault.severity for fault in faults} == {Severity.ERROR}
    assert sources["ปี/ค.txt"] == Source(code="50050000-3410")


def test_a_file_stands_once() -> None:
    text = "file,code\na.txt,50050000-3410\nb.txt,\na.txt,50050000-3411\n"
    sources, faults = read_sources(text, "s.csv", NAMES)
    assert faults == (
        Fault(
            "source-twice", "s.csv", 4, "'a.txt' already stands on line 2", "leave one of the rows"
        ),
    )
    assert sources["a.txt"].code == "50050000-3410"


def test_a_file_that_is_not_there_is_a_warning() -> None:
    _, faults = read_sources("file\nc.txt\nnowhere\n", "s.csv", ("cc.txt",))
    assert faults == (
        Fault(
            "source-unknown",
            "s.csv",
            2,
            "there is no dump 'c.txt'",
            "did you mean cc.txt?",
            Severity.WARNING,
        ),
        Fault("source-unknown", "s.csv", 3, "there is no dump 'nowhere'", "", Severity.WARNING),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a.txt", "1 cells where the header names 2"),
        ("a.txt,,", "3 cells where the header names 2"),
        (",50050000-3410", "the cell file is empty"),
        ('a.txt,"x"y', "this is no CSV: ',' expected after '\"'"),
        ('a.txt,"', "this is no CSV: unexpected end of data"),
        ("a.txt," + "5" * 200_000, "this is no CSV: field larger than field limit (131072)"),
    ],
)
def test_a_row_that_is_none(row: str, message: str) -> None:
    messages = [message for _, message, _ in faults_of(f"file,code\n{row}")]
    assert messages[-1] == message
