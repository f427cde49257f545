import gzip
import os
import random
import resource
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from generator.about_dumps import AboutDumps, Expectations
from generator.choices import Limits
from generator.diagnostics import Diagnostic, Severity
from generator.dump.received import Dump, Source
from generator.errors import Fault, MachineError
from generator.store.dumps import DumpFile, Folder, entries, find_dumps, one_dump, read_dump

LIMITS = Limits(dump_bytes=1_000, line_characters=100)


def put(folder: Path, **files: bytes) -> None:
    for name, body in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def names(folder: Path) -> list[str]:
    return [file.name for file in find_dumps(folder).files]


def read_all(folder: Path) -> list[Dump]:
    return [read_dump(file, LIMITS) for file in find_dumps(folder).files]


def only(folder: Path) -> Dump:
    (dump,) = read_all(folder)
    return dump


def test_dumps_are_sorted_by_name_in_any_folder(tmp_path: Path) -> None:
    put(tmp_path, b_txt=b"", a__c_txt=b"", a_txt=b"", a__b_txt_gz=b"", ก_txt=b"", B_txt=b"")
    put(tmp_path, notes_md=b"", sources_csv=b"file\n", a__dumps_toml=b"")
    assert names(tmp_path) == ["B.txt", "a.txt", "a/b.txt.gz", "a/c.txt", "b.txt", "ก.txt"]


def test_the_order_files_were_made_in_does_not_matter(tmp_path: Path) -> None:
    wanted = [f"{number:02}/{number}.txt" for number in range(40)]
    for shuffle in range(3):
        folder = tmp_path / str(shuffle)
        shuffled = random.Random(shuffle).sample(wanted, len(wanted))
        for name in shuffled:
            (folder / name).parent.mkdir(parents=True)
            (folder / name).touch()
        assert names(folder) == wanted


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    put(tmp_path, _a_txt=b"", a__b_txt=b"")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/c.txt").touch()
    assert (tmp_path / ".a.txt").exists()
    assert names(tmp_path) == ["a/b.txt"]


def test_a_folder_may_have_a_dumps_name(tmp_path: Path) -> None:
    put(tmp_path, a_txt__b_txt=b"")
    assert names(tmp_path) == ["a.txt/b.txt"]


def test_a_name_is_the_same_on_every_file_system(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "é.txt")).touch()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).touch()
    assert names(tmp_path) == ["\\xff.txt", "é.txt"]


def test_no_folder_is_a_fault(tmp_path: Path) -> None:
    fault = Fault(
        "folder-missing",
        f"{tmp_path}/a",
        0,
        "there is no such folder",
        "name it with --dumps DIR, or begin with `sitegen new DIR`",
    )
    assert find_dumps(tmp_path / "a") == ((), AboutDumps(), (fault,))


def test_an_empty_folder_is_a_warning(tmp_path: Path) -> None:
    assert find_dumps(tmp_path).faults == (
        Fault(
            "dumps-missing",
            tmp_path.as_posix(),
            0,
            "there is no dump in it",
            "a dump's name ends in .txt or .txt.gz",
            Severity.WARNING,
        ),
    )


def test_the_tables_beside_the_dumps_are_read_from_there(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_txt=b"A",
        b__c_txt=b"C",
        sources_csv=b"file,code,retrieved\nb/c.txt,50050000-3410,2023-09-07\n",
        dumps_toml=b"sample = true\n[expectations]\nminimum_projects = 2\n",
    )
    found = find_dumps(tmp_path)
    assert found.about == AboutDumps(sample=True, expectations=Expectations(minimum_projects=2))
    assert found.faults == ()
    dumps = [read_dump(file, LIMITS) for file in found.files]
    assert dumps == [
        Dump("a.txt", "A", Source(), ()),
        Dump("b/c.txt", "C", Source("50050000-3410", None, date(2023, 9, 7)), ()),
    ]


def test_faults_of_both_tables_come_together(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"", sources_csv=b"file\nb.txt\n", dumps_toml=b"a = 1\n")
    found = find_dumps(tmp_path)
    assert [(fault.file, fault.line) for fault in found.faults] == [
        (f"{tmp_path}/dumps.toml", 1),
        (f"{tmp_path}/sources.csv", 2),
    ]


def test_a_dump_may_be_read_by_itself(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"A")
    (tmp_path / "link").symlink_to("a.txt")
    dump = read_dump(one_dump(tmp_path / "link"), LIMITS)
    assert dump == Dump(f"{tmp_path}/link", "A", Source(), ())


# --- links and odd files ----------------------------------------------------------------------


def test_a_link_inside_is_a_dump_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, a__b_txt=b"B")
    (tmp_path / "c.txt").symlink_to("a/b.txt")
    assert [(dump.name, dump.text) for dump in read_all(tmp_path)] == [
        ("a/b.txt", "B"),
        ("c.txt", "B"),
    ]


def test_a_folder_is_read_once_however_many_links_lead_to_it(tmp_path: Path) -> None:
    put(tmp_path, b__c_txt=b"")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b/round").symlink_to("..")
    (tmp_path / "b/self").symlink_to("self")
    assert names(tmp_path) == ["b/c.txt"]


def test_a_link_shows_a_hidden_folder(tmp_path: Path) -> None:
    (tmp_path / ".of-today").mkdir()
    (tmp_path / ".of-today/a.txt").touch()
    (tmp_path / "today").symlink_to(".of-today")
    (tmp_path / "yesterday").symlink_to(".of-today")
    assert names(tmp_path) == ["today/a.txt"]


def test_the_dumps_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    put(tmp_path / "real", a_txt=b"A")
    (tmp_path / "dumps").symlink_to("real")
    assert only(tmp_path / "dumps").text == "A"


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    put(tmp_path, secret_txt=b"S", dumps__a_txt=b"A", dumps2__b_txt=b"B")
    (tmp_path / "dumps/secret.txt").symlink_to("../secret.txt")
    (tmp_path / "dumps/near").symlink_to("../dumps2")
    (tmp_path / "dumps/hosts").symlink_to("/etc/hosts")
    refused = (Diagnostic("dump-unreadable", detail="link to a place outside the dumps"),)
    assert read_all(tmp_path / "dumps") == [
        Dump("a.txt", "A", Source(), ()),
        Dump("near", "", Source(), refused),
        Dump("secret.txt", "", Source(), refused),
    ]


def test_a_link_to_nothing_and_a_ring_of_links_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nothing")
    (tmp_path / "ring.txt").symlink_to("ring.txt")
    assert [dump.diagnostics[0].detail for dump in read_all(tmp_path)] == [
        "No such file or directory",
        "Too many levels of symbolic links",
    ]


def test_a_link_put_there_after_the_search_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"A", b_txt=b"B")
    file = find_dumps(tmp_path).files[0]
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").symlink_to("b.txt")
    assert read_dump(file, LIMITS).text == ""


def test_a_pipe_does_not_hold_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    detail = "not a regular file"
    assert only(tmp_path).diagnostics == (Diagnostic("dump-unreadable", detail=detail),)


def test_a_file_that_vanished_is_unreadable() -> None:
    dump = read_dump(DumpFile("a.txt", "/nowhere/a.txt"), LIMITS)
    assert dump.diagnostics == (Diagnostic("dump-unreadable", detail="No such file or directory"),)


def test_a_folder_that_vanished_is_named(tmp_path: Path) -> None:
    (refused,) = entries(Folder("2566/", f"{tmp_path}/2566"), str(tmp_path))
    assert refused == DumpFile("2566", f"{tmp_path}/2566", "folder: No such file or directory")


# --- size and compression ---------------------------------------------------------------------


def test_a_dump_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"a" * 1_000, b_txt_gz=gzip.compress(b"b" * 1_000, mtime=0))
    assert [len(dump.text) for dump in read_all(tmp_path)] == [1_000, 1_000]


@pytest.mark.parametrize(
    ("name", "body", "detail"),
    [
        ("a_txt", b"a" * 1_001, "1,001 > 1,000 bytes"),
        ("a_txt_gz", gzip.compress(b"a" * 1_001, mtime=0), "more than 1,000 bytes"),
        ("a_txt_gz", gzip.compress(b"a" * 900, mtime=0) * 2, "more than 1,000 bytes"),
        ("a_txt_gz", gzip.compress(b"a" * 900_000, mtime=0), "more than 1,000 bytes"),
        ("a_txt_gz", random.Random(1).randbytes(1_002), "1,002 > 1,000 bytes"),
    ],
)
def test_a_larger_dump_is_refused(tmp_path: Path, name: str, body: bytes, detail: str) -> None:
    put(tmp_path, **{name: body})
    refused = (Diagnostic("dump-too-large", detail=detail),)
    assert only(tmp_path) == Dump(name.replace("_", "."), "", Source(), refused)


def test_a_small_file_that_unpacks_to_a_huge_one_is_never_held(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 300_000_000, 9)
    put(tmp_path, a_txt_gz=bomb)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    file = find_dumps(tmp_path).files[0]
    dump = read_dump(file, Limits(dump_bytes=5_000_000))
    assert dump.diagnostics[0].code == "dump-too-large"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no gzip at all",
        gzip.compress(b"a" * 500, mtime=0)[:-9],
        gzip.compress(b"a" * 500, mtime=0)[:9],
        gzip.compress(random.Random(2).randbytes(500), mtime=0)[:100] + b"\xff" * 200,
        gzip.compress(b"a", mtime=0)[:-8] + b"\0" * 8,
        gzip.compress(b"a", mtime=0) + b"more",
    ],
)
def test_damaged_gzip_is_unreadable(tmp_path: Path, body: bytes) -> None:
    put(tmp_path, a_txt_gz=body)
    dump = only(tmp_path)
    if body:
        assert dump.diagnostics == (Diagnostic("dump-unreadable", detail="damaged gzip"),)
    assert dump.text == ""


@pytest.mark.parametrize("text", ["", "a\0b", "\u202e", "x\r\ny", "\ufeff\ufeff"])
def test_odd_text_passes_through(tmp_path: Path, text: str) -> None:
    put(tmp_path, a_txt=b"\xef\xbb\xbf" + text.encode())
    assert only(tmp_path) == Dump("a.txt", text, Source(), ())


def test_lost_bytes_are_reported_with_the_dump(tmp_path: Path) -> None:
    put(tmp_path, a_txt="ดี\nดี".encode() + b"\xff")
    assert only(tmp_path).diagnostics == (Diagnostic("decoded-with-loss", 2, 3, detail="byte 13"),)


# --- the machine ------------------------------------------------------------------------------


def test_no_descriptors_left_is_the_machines_fault_not_the_dumps(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"A")
    (file,) = find_dumps(tmp_path).files
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(MachineError, match=r"cannot read a\.txt: Too many open files"):
            read_dump(file, LIMITS)
        with pytest.raises(MachineError, match=r"cannot read .*: Too many open files"):
            find_dumps(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
