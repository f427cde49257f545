"""The page of all components is there for who asks for it."""

from dataclasses import replace

from generator.assess.status import STATUSES
from generator.corpus import corpus
from generator.publish.style import pages, view
from tests.publish.invented import LOOKUPS, site


def test_it_is_published_on_request_alone() -> None:
    nothing = corpus((), LOOKUPS)
    assert not list(pages(nothing, site()))
    (page,) = pages(nothing, replace(site(), style_page=True))
    assert page.path == "style/index.html"


def test_every_status_is_shown() -> None:
    assert [code for code, _ in view().statuses] == [one.code for one in STATUSES]
