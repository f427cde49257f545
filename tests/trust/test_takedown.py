"""What is taken down is in no byte of the site; redacted dumps make the same site."""

import gzip
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.dump.privacy import Mark
from tests.conftest import sitegen
from tests.laws.samples import SAMPLE, Sample
from tests.search.reader import Reader
from tests.test_build import tree
from tests.trust.published import naming

GONE = replace(
    SAMPLE,
    title="ชื่อโครงการที่หายไปฆฏฐ",
    code="50010000-0001",
    rationale="หลักการที่หายไปฆฏฐ",
    objectives="วัตถุประสงค์ที่หายไปฆฏฐ",
    targets="เป้าหมายที่หายไปฆฏฐ",
    reports=(("60.00", "2023-02-20", "รายงานที่หายไปฆฏฐ"),),
)
PASSAGES = ("ฬฆฌหลักการ", "ฬฆฌวัตถุประสงค์", "ฬฆฌเป้าหมาย", "ฬฆฌรายงาน", "ฬฆฌชื่อ")
KEPT = replace(
    SAMPLE,
    title="ปลูกต้นไม้ ฬฆฌชื่อ ริมคลอง",
    code="50010000-0002",
    rationale="คลองร้อน ฬฆฌหลักการ จึงปลูก",
    objectives="เพื่อ ฬฆฌวัตถุประสงค์ ร่มเงา",
    targets="ต้นไม้ ฬฆฌเป้าหมาย ร้อยต้น",
    reports=(
        ("60.00", "2023-02-20", "ปลูกแล้ว ฬฆฌรายงาน ครบ"),
        ("20.00", "2022-11-30", "ขุดหลุมแล้วเสร็จ"),
    ),
)
OTHER = replace(SAMPLE, code="50010000-0003", title="ทาสีสะพาน", rationale="สะพานสีซีด")
SECRETS = ("ฆฏฐ", "ฬฆฌ")


def listed(*projects: str) -> str:
    rows = [
        f'[[project]]\nkey = "{key}"\nday = 2026-11-01\nreason = "ตามคำขอ"\n' for key in projects
    ]
    rows += [f'[[passage]]\nproject = "{KEPT.code}"\ntext = "{words}"\n' for words in PASSAGES]
    return "\n".join(rows)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Dumps of both flavours: of a project that goes, one that loses passages, and another."""
    folder = tmp_path / "content"
    dumps = folder / "dumps"
    dumps.mkdir(parents=True)
    later = replace(KEPT, percent="70", reports=(("70.00", "2023-03-20", "-"), *KEPT.reports))
    files: dict[str, str] = {
        "gone.txt": GONE.headed,
        "gone-stripped.txt": GONE.stripped,
        "kept.txt": KEPT.headed,
        "kept-later.txt": later.headed,
        "kept-stripped.txt": KEPT.stripped,
        "other.txt": f"{OTHER.headed}\u200b",
        "several/pages.txt": pages(GONE, replace(OTHER, code="50010000-0004", unit="50010400")),
    }
    for name, text in files.items():
        (dumps / name).parent.mkdir(exist_ok=True)
        (dumps / name).write_text(text, encoding="utf-8")
    (dumps / "lost.txt").write_bytes(
        replace(OTHER, code="50010000-0005").headed.encode() + b"\n\xff"
    )
    rows = (
        f"gone.txt,{GONE.code},https://gone.example/,2024-01-01\nkept.txt,,https://kept.example/,\n"
    )
    (dumps / "sources.csv").write_text(f"file,code,url,retrieved\n{rows}", encoding="utf-8")
    (dumps / "dumps.toml").write_text("sample = true\n", encoding="utf-8")
    (folder / "site.toml").write_text('base_url = "https://example.org/"\n', encoding="utf-8")
    (folder / "withheld.toml").write_text(listed(GONE.code), encoding="utf-8")
    return folder


def pages(*samples: Sample) -> str:
    return "\n".join(one.headed for one in samples)


def built(content: Path, output: Path, *options: str | Path) -> str:
    run = sitegen("build", "--content", content, "--output", output, "--jobs", "1", *options)
    assert run.returncode == 0, run.stderr
    return run.stderr


@pytest.mark.slow
def test_nothing_of_it_is_in_any_byte_and_a_notice_stands_there(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    told = built(content, out)
    assert "withheld-unmatched" not in told
    assert naming(out, (*SECRETS, "gone.example")) == []
    for page in ("projects", "raw"):
        notice = (out / page / GONE.code / "index.html").read_text(encoding="utf-8")
        assert "1 พฤศจิกายน 2569" in notice
        assert "ตามคำขอ" in notice
    kept = (out / "projects" / KEPT.code / "index.html").read_text(encoding="utf-8")
    assert f'<span class="withheld">{Mark.PASSAGE}</span>' in kept
    search = out / "search"
    files = {
        path.relative_to(search).as_posix(): path.read_bytes() for path in search.rglob("*.bin")
    }
    reader = Reader(files)
    assert reader.candidates("ปลูก")
    assert not any(reader.candidates(secret) for secret in SECRETS)
    # And all of it would be there otherwise.
    (content / "withheld.toml").unlink()
    built(content, out)
    assert {line.rpartition(" ")[2] for line in naming(out, SECRETS)} == set(SECRETS)


@pytest.mark.slow
def test_redacted_dumps_make_the_same_site_and_hold_nothing_of_it(
    content: Path, tmp_path: Path
) -> None:
    built(content, tmp_path / "one")
    redacted = tmp_path / "redacted"
    run = sitegen("redact", content / "dumps", "--content", content, "--output", redacted)
    assert run.returncode == 0, run.stderr
    assert run.stderr.splitlines()[-1] == f"redacted 8 dumps in {redacted}"
    assert naming(redacted, (*SECRETS, "gone.example")) == []
    told = built(content, tmp_path / "two", "--dumps", redacted)
    assert "withheld-unmatched" not in told
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
    again = tmp_path / "again"
    run = sitegen("redact", redacted, "--content", content, "--output", again)
    assert run.returncode == 0, run.stderr
    assert tree(again) == tree(redacted)


@pytest.mark.slow
def test_a_row_that_names_nothing_is_told_and_so_is_one_that_is_wrong(
    content: Path, tmp_path: Path
) -> None:
    (content / "withheld.toml").write_text(listed("50990000-9999"), encoding="utf-8")
    told = built(content, tmp_path / "out")
    assert f"{content.as_posix()}/withheld.toml:1: warning: " in told
    assert "[withheld-unmatched]: 50990000-9999" in told
    (content / "withheld.toml").write_text("[[project]]\nkye = 1\n", encoding="utf-8")
    for command in (("build",), ("redact", content / "dumps")):
        run = sitegen(*command, "--content", content, "--output", tmp_path / "wrong")
        assert run.returncode == 2
        assert "withheld.toml:2: error: there is no setting 'kye' [" in run.stderr
        assert "help: did you mean key?" in run.stderr
        assert not (tmp_path / "wrong").exists()


@pytest.mark.slow
def test_a_change_of_the_list_is_a_change(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(content, out)
    assert "nothing has changed" in built(content, out)
    (content / "withheld.toml").write_text(listed(GONE.code, OTHER.code), encoding="utf-8")
    assert "nothing has changed" not in built(content, out)
    assert "ตามคำขอ" in (out / "projects" / OTHER.code / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_earlier_build_is_not_told_of_either(content: Path, tmp_path: Path) -> None:
    state, out = tmp_path / "state.json", tmp_path / "out"
    (content / "withheld.toml").rename(tmp_path / "withheld.toml")
    built(content, out, "--record", state)
    shutil.copy(tmp_path / "withheld.toml", content)
    (content / "dumps" / "kept.txt").unlink()
    built(content, out, "--since", state)
    assert naming(out, SECRETS) == []


# --- what redact does by itself -----------------------------------------------------------------


def test_redacted_dumps_keep_names_folders_packing_and_tables(tmp_path: Path) -> None:
    from_, to = tmp_path / "dumps", tmp_path / "redacted"
    (from_ / "2566").mkdir(parents=True)
    text = SAMPLE.headed.replace("ฝ่ายโยธา", "นายสมมติ ใจดี โทร. 081-234-5678")
    packed = gzip.compress(text.encode("cp874", "replace"))
    (from_ / "2566" / "a.txt.gz").write_bytes(packed)
    (from_ / "b.txt").write_bytes(text.encode().replace(b"\n", b"\r\n") + b"\r\n\xff")
    (from_ / "sources.csv").write_text(
        "file,url\nb.txt,https://one.dumps.example/\nnone.txt,https://two.dumps.example/\n",
        encoding="utf-8",
    )
    (from_ / "none.txt").write_text("นายสมมติ ใจดี อยู่ในไฟล์ที่ไม่ใช่สำเนา", encoding="utf-8")
    (from_ / "dumps.toml").write_text("redacted = true\nsample = true\n", encoding="utf-8")
    run = sitegen("redact", from_, "--content", tmp_path, "--output", to)
    assert run.returncode == 0, run.stderr
    assert run.stderr.splitlines()[-1] == f"redacted 2 dumps, 1 left out in {to}"
    assert "none.txt: error: " in run.stderr
    assert set(tree(to)) == {
        ".sitegen/manifest.json",
        "2566/a.txt.gz",
        "b.txt",
        "dumps.toml",
        "sources.csv",
    }
    assert (to / "sources.csv").read_text(encoding="utf-8") == (
        "file,code,url,retrieved\nb.txt,,https://one.dumps.example/,\n"
    )
    assert (to / "b.txt").read_bytes().endswith(b"\n\xff\n")
    assert (to / "dumps.toml").read_bytes() == (from_ / "dumps.toml").read_bytes()
    assert naming(to, ("ใจดี", "สมมติ ใจดี", "5678", "\r")) == []
    assert Mark.NAME.encode() in (to / "b.txt").read_bytes()


def test_what_the_owner_publishes_stays_in_redacted_dumps(tmp_path: Path) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    text = SAMPLE.headed.replace("ฝ่ายโยธา", "นายสมมติ ใจดี โทร. 081-234-5678")
    (dumps / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "site.toml").write_text("[privacy]\nnames = true\n", encoding="utf-8")
    run = sitegen("redact", dumps, "--content", tmp_path, "--output", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    said = (tmp_path / "out" / "a.txt").read_text(encoding="utf-8")
    assert "นายสมมติ ใจดี" in said
    assert "5678" not in said


@pytest.mark.parametrize("name", ["con.txt", "a:b.txt", f"{'ก' * 80}.txt"])
def test_a_dump_whose_name_no_one_else_could_hold_is_refused(name: str, tmp_path: Path) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    (dumps / name).write_text(SAMPLE.headed, encoding="utf-8")
    run = sitegen("redact", dumps, "--content", tmp_path, "--output", tmp_path / "out")
    assert run.returncode == 2
    assert "cannot be written under its name" in run.stderr
    assert not (tmp_path / "out").exists()


def test_redacting_never_overwrites_dumps(tmp_path: Path) -> None:
    dumps, other = tmp_path / "dumps", tmp_path / "other"
    for folder in (dumps, other):
        folder.mkdir()
        (folder / "a.txt").write_text(SAMPLE.headed, encoding="utf-8")
    for output, says in ((dumps, "must not hold each other"), (other, "did not write: a.txt")):
        run = sitegen("redact", dumps, "--content", tmp_path, "--output", output)
        assert run.returncode == 2
        assert says in run.stderr
        assert (output / "a.txt").read_text(encoding="utf-8") == SAMPLE.headed
