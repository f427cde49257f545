"""Pagefind over the pages of the same projects, to be asked the same queries."""

import gzip
import json
import resource
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = "pagefind@1.6.0"
HEADER = b"pagefind_dcd"
"""Before the JSON of a fragment."""

BEGIN = """async () => {
  window.pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
}"""

ASK = """async text => {
  const { results } = await pagefind.search(text);
  await Promise.all(results.slice(0, 10).map(one => one.data()));
  return results.map(one => one.id);
}"""
"""The identifiers of all results; of the first ten it fetches what would be shown."""


def index(site: Path, folder: Path) -> str:
    """Make its index of a site in a folder; what that took."""
    npx = shutil.which("npx")
    assert npx, "Pagefind comes by npx"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = ["--glob", "projects/*/index.html", "--root-selector", "main"]
    whole = ["--site", str(site), "--output-path", str(folder / "pagefind")]
    subprocess.run([npx, "--yes", PACKAGE, *whole, *pages, "--silent"], check=True)
    (folder / "index.html").write_text('<!doctype html><html lang="th"><title>Pagefind</title>')
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    parts = [file for kind in ("index", "fragment") for file in folder.rglob(f"{kind}/*")]
    size = sum(file.stat().st_size for file in parts)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (
        f"{PACKAGE}: {size / len(projects(folder)):.0f} B/document, {len(parts)} files,"
        f" {spent:.0f} s of processor time, {after.ru_maxrss / 1024:.0f} MB"
    )


@cache
def projects(folder: Path) -> dict[str, str]:
    """Keys of projects by Pagefind's identifiers of their pages."""
    found = {}
    for file in folder.glob("pagefind/fragment/*"):
        told: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()).removeprefix(HEADER))
        found[file.stem] = told["url"].strip("/").rpartition("/")[2]
    return found
