"""The page of all messages: every code, in Thai, with its example."""

import re
from html import unescape

import pytest

from generator.explanations import EXPLANATIONS
from generator.publish import codes
from generator.render.environment import environment
from tests.publish.invented import corpus_of, html, site

SAID = tuple(one for one in EXPLANATIONS if one.family != "finding")


def words(name: str, code: str) -> str:
    made = environment(site()).get_template("components/message_words.html").module
    return str(getattr(made, name)(code)).strip()


@pytest.mark.parametrize("code", sorted({one.code for one in SAID}))
def test_every_code_has_words_of_its_own(code: str) -> None:
    for name in ("message_words", "message_help"):
        assert re.search("[ก-ฮ]", words(name, code)), f"{name} has nothing for {code}"


def test_a_code_without_words_is_called_by_its_name() -> None:
    assert words("message_words", "brand-new") == "brand-new"
    assert words("message_help", "brand-new") == ""


def test_the_page_has_every_code_with_its_example() -> None:
    (page,) = codes.pages(corpus_of(), site())
    assert page.path == "about/messages/index.html"
    shown = html(page)
    ids = re.findall(r'<section class="flow" id="([^"]+)"', shown)
    assert ids == [f"{one.family}-{one.code}" for one in SAID]
    examples = [unescape(one) for one in re.findall(r"<pre[^>]*>(.*?)</pre>", shown, re.DOTALL)]
    assert examples == [one.example for one in SAID if one.example]


def test_findings_lead_to_their_pages() -> None:
    view = codes.view()
    assert [one.code for one in view.rules] == [
        one.code for one in EXPLANATIONS if one.family == "finding"
    ]
    assert all(one.url == f"/findings/{one.code}/" for one in view.rules)
