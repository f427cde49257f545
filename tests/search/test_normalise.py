"""One normaliser in two languages: what Python makes of a text, Chromium makes too."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.search.normal import normal
from tests.search.reading import module
from tests.site.browsing import chromium_browser

pytestmark = pytest.mark.browser

VECTORS: list[tuple[str, str]] = json.loads(
    (Path(__file__).parent / "vectors.json").read_text(encoding="utf-8")
)
"""Written, normalised; the same table holds for both languages."""

THAI = "".join(map(chr, range(0xE01, 0xE5C)))
PITFALLS = "กเแาำ\u0e4d\u0e48\u0e49\u0e38\u0e3a\u200b\ufeff \u00a0\t\n๒2AéE\u0301–—-ßİſΣ"
TEXTS = 4000


@pytest.fixture(scope="module")
def page(chromium: str, served_at_root: str) -> Iterator[Page]:
    """The search page, under its own policy."""
    with chromium_browser(chromium) as browser:
        opened = browser.new_page()
        opened.goto(f"{served_at_root}search/")
        yield opened


def random_texts() -> list[str]:
    dice = random.Random(2569)
    letters = (THAI, PITFALLS, THAI + PITFALLS)
    return [
        "".join(dice.choices(dice.choice(letters), k=dice.randint(0, 24))) for _ in range(TEXTS)
    ]


def test_shared_vectors(page: Page) -> None:
    made = module(page, "normalise", "value.map(m.normalise)", [written for written, _ in VECTORS])
    assert made == [key for _, key in VECTORS]
    assert [normal(written) for written, _ in VECTORS] == made


def test_both_agree_on_random_texts(page: Page) -> None:
    texts = random_texts()
    made = module(page, "normalise", "value.map(m.normalise)", texts)
    differing = [
        (text, normal(text), other)
        for text, other in zip(texts, made, strict=True)
        if normal(text) != other
    ]
    assert not differing, f"{len(differing)}: {differing[:5]!r}"
