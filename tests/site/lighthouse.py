"""Lighthouse, which opens a page on the slow telephone that it simulates."""

import json
import os
import shutil
import subprocess
from pathlib import Path

CLI = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
SECONDS = 180


def report(chromium: str, url: str, *flags: str) -> dict[str, object]:
    """What Lighthouse says of one page."""
    node = shutil.which("node")
    assert node, "no Node.js: run `make setup-site-tests`"
    assert CLI.is_file(), "no Lighthouse: run `make setup-site-tests`"
    headless = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    run = subprocess.run(
        [node, str(CLI), url, "--quiet", "--output=json", headless, *flags],
        env={**os.environ, "CHROME_PATH": shutil.which(chromium) or chromium},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    found: dict[str, object] = json.loads(run.stdout)
    return found


def scores(found: dict[str, object]) -> dict[str, int]:
    """0 to 100 for each category that was asked for."""
    categories = found["categories"]
    assert isinstance(categories, dict)
    return {name: round(100 * (one["score"] or 0)) for name, one in categories.items()}
