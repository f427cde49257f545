"""The whole way, from a folder of dumps to a folder of pages."""

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from tests.conftest import ROOT, sitegen
from tests.publish.whole import CODE, headed
from tests.site.kinds import pages
from tests.site.test_links import faults
from tests.store.torn import REMEMBERED

SAMPLES = ROOT / "content" / "dumps"
FEW = 24
"""Dumps: enough for several processes, several page types and a snapshot."""


def tree(site: Path) -> dict[str, str]:
    """Every file's digest by path."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def built(dumps: Path, output: Path, *options: str) -> dict[str, str]:
    """In Thai alone, unless the options ask for more: half the work."""
    given = ("--languages", "th", "--dumps", dumps, "--output", output)
    run = sitegen("build", *given, *options)
    assert run.returncode == 0, run.stderr
    return tree(output)


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few of the samples, with their tables."""
    folder = tmp_path_factory.mktemp("dumps")
    for path in sorted(SAMPLES.glob("sample-*.txt"))[:FEW]:
        shutil.copy(path, folder)
    shutil.copy(SAMPLES / "dumps.toml", folder)
    return folder


@pytest.fixture(scope="module")
def first(dumps: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of those dumps, built by one process."""
    return built(dumps, tmp_path_factory.mktemp("first") / "out", "--jobs", "1")


def test_processes_make_no_difference(dumps: Path, tmp_path: Path, first: dict[str, str]) -> None:
    assert built(dumps, tmp_path / "out", "--jobs", "3") == first


def test_building_again_makes_no_difference(
    dumps: Path, tmp_path: Path, first: dict[str, str]
) -> None:
    built(dumps, tmp_path / "out")
    assert built(dumps, tmp_path / "out", "--anew") == first


def test_one_corrupt_dump_costs_one_project(dumps: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "dumps"
    shutil.copytree(dumps, damaged)
    whole = {path for path in built(dumps, tmp_path / "whole") if path.endswith("index.json")}
    victim = damaged / "sample-0001.txt"
    victim.write_bytes(Random(1).randbytes(4_000).replace(b"\n", b"x"))
    run = sitegen("build", "--dumps", damaged, "--output", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    told = [line for line in run.stderr.splitlines() if line.startswith("sample-0001.txt")]
    assert len(told) == 1, told
    assert "[not-a-dump]" in told[0]
    left = {path for path in tree(tmp_path / "out") if path.endswith("index.json")}
    assert len(whole - left) == 1
    assert left <= whole


def test_every_page_of_sample_dumps_says_so(dumps: Path, tmp_path: Path) -> None:
    built(dumps, tmp_path / "out", "--languages", "th,en")
    pages = list((tmp_path / "out").rglob("*.html"))
    assert pages
    for page in pages:
        says = "Sample data" if (tmp_path / "out" / "en") in page.parents else "ข้อมูลตัวอย่าง"
        assert says in page.read_text(encoding="utf-8"), page


def test_dumps_from_elsewhere_inherit_nothing(dumps: Path, tmp_path: Path) -> None:
    bare = tmp_path / "dumps"
    bare.mkdir()
    shutil.copy(dumps / "sample-0001.txt", bare)
    built(bare, tmp_path / "out")
    home = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "ข้อมูลตัวอย่าง" not in home
    (record,) = (tmp_path / "out" / "projects").glob("*/index.json")
    source = json.loads(record.read_bytes())["source"]
    assert (source["url"], source["retrieved"]) == (None, None)


def test_a_static_file_is_copied_as_it_is(dumps: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "static" / "docs").mkdir(parents=True)
    (content / "static" / "docs" / "a.bin").write_bytes(bytes(range(256)))
    built(dumps, tmp_path / "out", "--content", str(content))
    assert (tmp_path / "out" / "docs" / "a.bin").read_bytes() == bytes(range(256))


def test_a_threshold_changes_status_finding_and_printed_rule_together(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "dumps").mkdir(parents=True)
    dump = headed(("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 25.00 (2023-08-21)\n25.00"))
    (content / "dumps" / "1.txt").write_text(dump, encoding="utf-8")
    told = {}
    for points in ("10", "20.5"):
        settings = f"[thresholds]\nbehind_points = {points}\n"
        (content / "site.toml").write_text(settings, encoding="utf-8")
        out = tmp_path / "out"
        built(content / "dumps", out, "--content", str(content))
        record = json.loads((out / "projects" / CODE / "index.json").read_bytes())
        told[points] = (record["status"], {one["rule"] for one in record["findings"]})
        status, finding, project = (
            (out / page / "index.html").read_text(encoding="utf-8")
            for page in ("statuses/behind", "findings/behind-plan", f"projects/{CODE}")
        )
        assert f"ตั้งแต่ {points} จุด" in status
        assert f"{points} จุด" in finding
        assert (f"ตั้งแต่ {points} จุด" in project) == (record["status"] == "behind")
        assert (f'href="../../projects/{CODE}/"' in finding) == ("behind-plan" in told[points][1])
    (before, found), (after, left) = told.values()
    assert (before, after) == ("behind", "under-way")
    assert found - left == {"behind-plan"}


def test_own_templates_go_first(dumps: Path, tmp_path: Path) -> None:
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    page = '{% extends "!base/pages/404.html" %}{% block title %}own words{% endblock %}'
    (own / "404.html").write_text(page, encoding="utf-8")
    built(dumps, tmp_path / "out", "--templates", str(tmp_path / "templates"))
    assert "<title>own words" in (tmp_path / "out" / "404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("which", ["none", "one", "no plan"])
def test_hardly_any_dumps_make_a_sensible_site(which: str, dumps: Path, tmp_path: Path) -> None:
    few, out = tmp_path / "dumps", tmp_path / "out"
    few.mkdir()
    every = sorted(dumps.glob("*.txt"))
    planless = [
        path for path in every if "แผนการดำเนินงาน" not in path.read_text("utf-8", "replace")
    ]
    chosen: dict[str, list[Path]] = {"none": [], "one": every[:1], "no plan": planless}
    for path in chosen[which]:
        shutil.copy(path, few)
    assert which == "none" or list(few.iterdir())
    site = built(few, out)
    assert {"index.html", "404.html", "years/index.html", "districts/index.html"} <= site.keys()
    found = [fault for page in pages(out) for fault in faults(out, "/", page)]
    assert not found, "\n".join(found[:20])
    for page in pages(out):
        words = re.sub(r"<[^>]*>", " ", (out / page).read_text(encoding="utf-8"))
        assert not re.search(r"\b(None|nan|Undefined)\b", words), page


def test_root_dot_files_and_cname_survive(dumps: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    (out / ".git" / "HEAD").write_text("ref", encoding="utf-8")
    (out / ".gitkeep").touch()
    (out / "CNAME").write_text("example.org", encoding="utf-8")
    for option in ("--quiet", "--anew"):
        built(dumps, out, option)
        assert (out / ".git" / "HEAD").read_text(encoding="utf-8") == "ref"
        assert (out / ".gitkeep").exists()
        assert (out / "CNAME").read_text(encoding="utf-8") == "example.org"
    beside = {f".out.sitegen-{name}" for name in REMEMBERED if name != "spare"}
    assert {path.name for path in tmp_path.iterdir()} == {"out", *beside}


def test_a_long_page_stays_whole_and_is_told(tmp_path: Path) -> None:
    dumps, out = tmp_path / "dumps", tmp_path / "out"
    dumps.mkdir()
    told = " ".join(f"ข้อความยาวตอนที่ {number}" for number in range(900))
    text = (SAMPLES / "sample-0001.txt").read_text(encoding="utf-8")
    name = "หลักการและเหตุผล"
    assert name in text
    before, after = text.split(name, 1)
    (dumps / "long.txt").write_text(f"{before}{name}{after[:1]}{told}{after}", encoding="utf-8")
    run = sitegen("build", "--dumps", dumps, "--output", out)
    assert run.returncode == 0
    assert "[page-heavy]" in run.stderr
    (page,) = (path for path in out.glob("projects/*/index.html"))
    assert "ตอนที่ 899" in page.read_text(encoding="utf-8")


def test_the_two_real_dumps(real_site: Path) -> None:
    keys = sorted(path.parent.name for path in real_site.glob("projects/*/index.json"))
    assert keys[0] == "50050000-3410"
    assert len(keys) == 2
    headed, stripped = (
        json.loads((real_site / "projects" / key / "index.json").read_bytes()) for key in keys
    )
    assert (len(headed["reports"]), len(stripped["reports"])) == (8, 12)
    assert len(headed["steps"]) == 5
    assert headed["agency"] == {"code": "50050000", "name": "สำนักงานเขตปทุมวัน"}
    assert stripped["agency"] == {"code": "50280000", "name": "สำนักงานเขตบึงกุ่ม"}
    assert (headed["fiscal_year"], stripped["fiscal_year"]) == (2566, 2564)
    assert "fiscal_year" in stripped["inferred"]
    assert "fiscal_year" not in headed["inferred"]
    numbers = [node["number"] for node in stripped["strategies"]]
    assert numbers == ["1", "1.1", "1.1.1", "1.1.1.1"]
    assert headed["diagnostics"] == stripped["diagnostics"] == []
    for address in ("years/2564", "years/2566", "districts/50050000", "districts/50280000"):
        assert (real_site / address / "index.html").is_file()
    for number in numbers:
        assert (real_site / "strategies" / stripped["strategies"][0]["plan"] / number).is_dir()


def test_no_official_of_the_real_dumps_is_in_any_file(real_dumps: Path, real_site: Path) -> None:
    (stripped,) = real_dumps.glob("000_*.txt")
    words = stripped.read_text(encoding="utf-8").splitlines()[1].split()
    name, surname, *_, extension = words
    private = [name, name.removeprefix("นาง"), surname, f"(?<![0-9a-f]){extension}(?![0-9a-f])"]
    found = re.compile("|".join(private).encode())
    for path in real_site.rglob("*"):
        body = path.read_bytes() if path.is_file() and path.suffix != ".woff2" else b""
        assert not found.search(body), path
