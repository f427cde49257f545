"""A small site, built once, and a copy of it that a test may harm."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, built_once

CONTENT = ROOT / "tests" / "golden" / "small" / "content"


@pytest.fixture(scope="session")
def small_site(session_folder: Path) -> Path:
    """The golden site, at the root of a host."""
    return built_once(session_folder, "check", "--content", CONTENT)


@pytest.fixture
def harmed(small_site: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(small_site, tmp_path / "site"))
