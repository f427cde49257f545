"""Lighthouse on a slow phone, as it simulates one: accessible, sound, findable, and hardly moves.

How fast pages are there rests on this machine too: `tests/bench/phone.py` measures it.
"""

import json
from pathlib import Path

import pytest

from tests.site.kinds import address, largest
from tests.site.lighthouse import report, scores

pytestmark = pytest.mark.browser

CATEGORIES = ("accessibility", "best-practices", "seo")
SHIFT = "cumulative-layout-shift"
AT_MOST = 0.05
"""Of what is on screen may move: words are drawn once more when their font has come."""


def failed(audits: dict[str, dict[str, object]]) -> list[str]:
    """The audits that cost points."""
    return [
        f"{name}: {audit.get('displayValue', '')} {json.dumps(audit.get('details'))[:300]}"
        for name, audit in audits.items()
        if audit["scoreDisplayMode"] == "binary" and audit["score"] == 0
    ]


@pytest.mark.parametrize("kind", ["home", "project", "district", "search"])
def test_scores(kind: str, chromium: str, built_site: Path, served_at_root: str) -> None:
    url = served_at_root + address(largest(built_site, kind))
    asked = f"--only-categories={','.join(CATEGORIES)}"
    found = report(chromium, url, asked, f"--only-audits={SHIFT}")
    audits = found["audits"]
    assert isinstance(audits, dict)
    assert scores(found) == dict.fromkeys(CATEGORIES, 100), "\n".join([url, *failed(audits)])
    assert audits[SHIFT]["numericValue"] <= AT_MOST
