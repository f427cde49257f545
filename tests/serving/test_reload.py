"""In a browser: an open page loads itself again after a save, and shows what is wrong."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.serving.running import running
from tests.site.browsing import chromium_browser, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 30_000
"""Milliseconds. Half a second is enough where nothing else runs."""
HOME = '{% extends "!base/pages/home.html" %}{% block title %}WORDS{% endblock %}'


def test_a_page_follows_every_save(chromium: str, tmp_path: Path) -> None:
    dumps, own = tmp_path / "content" / "dumps", tmp_path / "templates" / "pages"
    dumps.mkdir(parents=True)
    own.mkdir(parents=True)
    (dumps / "one.txt").write_bytes((ROOT / "content/dumps/sample-0003.txt").read_bytes())
    words = ("serve", "--port", "0", "-q", "--templates", "templates")
    with running(*words, cwd=tmp_path) as told, chromium_browser(chromium) as browser:
        address = told.says(r"^serving http").split()[1]
        with visit(browser, address, "") as shown:
            page = shown.page
            (own / "home.html").write_text(HOME, encoding="utf-8")
            expect(page).to_have_title(re.compile("WORDS"), timeout=PATIENCE)

            settings = tmp_path / "content" / "site.toml"
            settings.write_text("nane = 1\n", encoding="utf-8")
            expect(page.get_by_role("alert")).to_contain_text(
                "content/site.toml:1: error: there is no setting 'nane'; did you mean name?",
                timeout=PATIENCE,
            )
            settings.write_text('name = "ชื่อใหม่"\n', encoding="utf-8")
            expect(page).to_have_title(re.compile("ชื่อใหม่"), timeout=PATIENCE)
            expect(page.get_by_role("alert")).to_have_count(0)

            (own / "home.html").write_text(HOME.replace("WORDS", "{{ nope }}"), encoding="utf-8")
            expect(page.locator("pre")).to_contain_text(
                "templates/pages/home.html:1: 'nope' is undefined", timeout=PATIENCE
            )
            (own / "home.html").write_text(HOME.replace("WORDS", "AGAIN"), encoding="utf-8")
            expect(page).to_have_title(re.compile("AGAIN"), timeout=PATIENCE)
            assert not [one for one in shown.faults if "500" not in one]
