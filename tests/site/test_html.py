"""The Nu HTML checker finds no error in any page."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.kinds import pages

pytestmark = pytest.mark.browser

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHECKER_SECONDS = 600


def complaints(folder: Path) -> list[dict[str, str]]:
    """What the checker calls an error in a folder's pages."""
    java = shutil.which("java")
    assert java, "no Java: run `make setup-site-tests`"
    assert CHECKER.is_file(), "no HTML checker: run `make setup-site-tests`"
    options = ["--errors-only", "--format", "json", "--skip-non-html", "--exit-zero-always"]
    run = subprocess.run(
        [java, "-Xss8m", "-jar", str(CHECKER), *options, str(folder)],
        capture_output=True,
        encoding="utf-8",
        timeout=CHECKER_SECONDS,
        check=True,
    )
    found: list[dict[str, str]] = json.loads(run.stderr)["messages"]
    return found


def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    tmp_path.joinpath("index.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    assert complaints(tmp_path)


def assert_valid(site: Path) -> None:
    """Complain in the order of frequency, then by page."""
    assert pages(site)
    found = complaints(site)
    kinds = Counter(one["message"] for one in found)
    lines = [f"{count} x {message}" for message, count in kinds.most_common(15)]
    for one in found[:15]:
        page = unquote(urlsplit(one["url"]).path).partition(f"/{site.name}/")[2]
        lines.append(f"{page}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')!r}")
    assert not found, "\n".join([f"{len(found)} errors", *lines])


def test_every_page_is_valid(repo_site: Path) -> None:
    """Those of the odd dumps too."""
    assert_valid(repo_site)


def test_every_page_of_the_real_dumps_is_valid(real_site: Path) -> None:
    assert_valid(real_site)
