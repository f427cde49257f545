"""`sitegen inspect` as people call it."""

import json
import re
from pathlib import Path

from tests.conftest import ROOT, sitegen

DUMP = ROOT / "content" / "dumps" / "sample-0001.txt"


def test_inspect_shows_fields_with_their_lines() -> None:
    run = sitegen("inspect", DUMP)
    assert run.returncode == 0
    assert re.search(r"^ +\d+-\d+  progress\.reports\[0\]\.percent = \d+", run.stdout, re.MULTILINE)


def test_inspect_as_json_holds_everything_and_only_data() -> None:
    told = json.loads(sitegen("inspect", "--json", DUMP).stdout)
    (copy,) = told["copies"]
    assert {"identity", "progress", "units"} <= copy["sections"].keys()
    report = copy["sections"]["progress"]["reports"][0]
    assert report["day"]["value"]["value"].count("-") == 2
    assert report["day"]["lines"][0] == report["lines"][0]


def test_inspect_names_what_it_cannot_read(tmp_path: Path) -> None:
    dump = tmp_path / "odd.txt"
    dump.write_bytes(DUMP.read_bytes() + "\nบรรทัดแปลก\n".encode())
    run = sitegen("inspect", dump)
    assert "[unclaimed-line]" in run.stderr
    assert f"odd.txt:{len(dump.read_text(encoding='utf-8').splitlines())}: " in run.stderr
