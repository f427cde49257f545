"""The scripts say what they take and give; the TypeScript compiler finds that they hold to it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.render.places import CHECKOUT

pytestmark = pytest.mark.browser

COMPILER = Path(__file__).parent / "node_modules" / "typescript" / "bin" / "tsc"
OPTIONS = (
    "--noEmit",
    "--allowJs",
    "--checkJs",
    "--target es2024",
    "--module esnext",
    "--moduleResolution bundler",
    "--lib esnext,dom,dom.iterable",
)


def complaints(folder: Path) -> list[str]:
    """What the compiler says of the scripts of a folder."""
    node = shutil.which("node")
    assert node, "no Node.js: run `make setup-site-tests`"
    assert COMPILER.is_file(), "no TypeScript: run `make setup-site-tests`"
    scripts = sorted(map(str, folder.glob("*.js")))
    assert scripts
    options = [word for option in OPTIONS for word in option.split()]
    run = subprocess.run(
        [node, str(COMPILER), *options, *scripts],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not run.stderr, run.stderr
    return run.stdout.splitlines()


def test_the_compiler_sees_a_fault(tmp_path: Path) -> None:
    source = "/** @param {number} year */\nconst next = year => year + 1;\nnext('2569');\n"
    (tmp_path / "fault.js").write_text(source)
    assert complaints(tmp_path)


def test_scripts_hold_to_their_types() -> None:
    found = complaints(CHECKOUT / "assets" / "js")
    assert not found, "\n".join(found)
