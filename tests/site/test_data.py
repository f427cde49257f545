"""The open data of a built site, as whoever downloads it would check it."""

import gzip
import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, sitegen
from tests.publish.test_oc4ids import validator


def schema(site: Path, name: str) -> Draft202012Validator:
    """A schema as it was published."""
    body = json.loads((site / "data" / "schema" / f"{name}.json").read_bytes())
    return Draft202012Validator(body, format_checker=Draft202012Validator.FORMAT_CHECKER)


def rows(body: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in body.decode().splitlines()]


def faults(folder: Path) -> list[object]:
    """What Frictionless has against the package in this folder."""
    run = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    report = json.loads(run.stdout)
    assert report["stats"]["tasks"] == len(list(folder.glob("*.csv*")))
    return [*report["errors"], *(fault for task in report["tasks"] for fault in task["errors"])]


def test_every_checksum_is_that_of_its_file(built_site: Path) -> None:
    folder = built_site / "data"
    told = dict(
        line.split("  ")[::-1]
        for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(told) == files - {"SHA256SUMS", "index.html"}
    for name, digest in told.items():
        assert sha256((folder / name).read_bytes()).hexdigest() == digest, name


def test_every_record_and_every_row_is_valid(built_site: Path) -> None:
    valid = schema(built_site, "record")
    records = sorted(built_site.glob("projects/*/index.json"))
    assert len(records) > 70
    for path in records:
        valid.validate(json.loads(path.read_bytes()))
    for path in sorted((built_site / "data").glob("*.jsonl")):
        valid = schema(built_site, path.stem)
        for row in rows(path.read_bytes()):
            valid.validate(row)


def test_the_package_is_valid(built_site: Path) -> None:
    assert faults(built_site / "data") == []


def test_oc4ids_has_no_error(built_site: Path) -> None:
    told = json.loads((built_site / "data" / "oc4ids.json").read_bytes())
    assert len(told["projects"]) > 70
    assert [one.message for one in validator().iter_errors(told)] == []


def test_the_bulk_holds_what_the_lists_hold(built_site: Path) -> None:
    listed = json.loads((built_site / "projects" / "projects.json").read_bytes())
    bulk = rows((built_site / "data" / "projects.jsonl").read_bytes())
    shared = [name for name in listed[0] if name in bulk[0]]
    assert len(shared) > 8
    assert [[one[name] for name in shared] for one in bulk] == [
        [one[name] for name in shared] for one in listed
    ]


def test_every_page_leads_to_it(built_site: Path) -> None:
    assert 'href="data/"' in (built_site / "index.html").read_text(encoding="utf-8")
    project = next(iter(sorted(built_site.glob("projects/5*/index.html"))))
    assert re.search(r'href="(\.\./)+data/"', project.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few of the samples."""
    folder = tmp_path_factory.mktemp("small")
    for path in sorted((ROOT / "content" / "dumps").glob("sample-*.txt"))[:6]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_large_files_are_published_compressed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, most in (("plain", 4_000_000), ("packed", 3_000)):
        monkeypatch.setenv("SITEGEN_LIMITS_DATA_BYTES", str(most))
        run = sitegen("build", "--dumps", small, "--output", tmp_path / name)
        assert run.returncode == 0, run.stderr
    plain, packed = tmp_path / "plain" / "data", tmp_path / "packed" / "data"
    for name in ("projects.csv", "projects.jsonl", "sitegen.sqlite"):
        body = (packed / f"{name}.gz").read_bytes()
        assert gzip.decompress(body) == (plain / name).read_bytes()
        assert body[4:8] == bytes(4), "no day in it"
        assert not (packed / name).exists()
    assert (packed / "agencies.csv").exists()
    page = (packed / "index.html").read_text(encoding="utf-8")
    assert "projects.csv.gz" in page
    assert faults(packed) == []
