"""The site in its languages: which pages all have, and where their links lead."""

import pytest

from generator.publish.artifacts import Document, Page
from generator.publish.editions import beside, edition, editions, is_twinned, twins


@pytest.mark.parametrize(
    "address",
    [
        "",
        "projects/",
        "projects/page-2/",
        "projects/50050000-3410/",
        "projects/50050000-3410/?a=b#steps",
        "districts/50050000/",
        "districts/50050000/page-3/",
        "departments/unknown/",
        "strategies/",
        "strategies/until-2565/",
        "strategies/until-2565/1.2/page-2/",
        "years/2566/",
        "statuses/behind/",
        "findings/progress-falls/",
        "search/?q=ทางเท้า",
        "about/messages/",
        "method/",
    ],
)
def test_the_main_roads_stand_in_every_language(address: str) -> None:
    assert is_twinned(address)
    assert edition(address, "en") == f"en/{address}"
    assert edition(address, "th") == address


@pytest.mark.parametrize(
    "address",
    [
        "404.html",
        "sitemap.xml",
        "feed.atom",
        "raw/50050000-3410/#L38",
        "raw/50050000-3410/1a2b3c4d/",
        "projects/50050000-3410/index.json",
        "projects/50050000-3410/changes/",
        "projects/by-progress/",
        "projects/by-progress/page-2/",
        "districts/50050000/sections/05/",
        "districts/50050000/years/2566/",
        "years/2566/statuses/behind/",
        "strategies/until-2565/1/years/2563/",
        "indicators/1a2b3c4d5e6f/",
        "problems/2023-08/",
        "data/projects.csv",
        "assets/site.1a2b3c4d.css",
    ],
)
def test_what_holds_little_but_the_words_of_dumps_is_there_once(address: str) -> None:
    assert not is_twinned(address)
    assert edition(address, "en") == address


def test_a_language_can_be_asked_for() -> None:
    assert edition("th/projects/x/#why", "en") == "projects/x/#why"
    assert edition("th/", "en") == ""
    assert edition("en/projects/x/", "en") == "en/projects/x/"
    assert edition("en/projects/x/", "th") == "en/projects/x/"


def test_other_languages_have_the_same_views_in_other_words() -> None:
    here = Page("projects/x/index.html", "pages/project.html", dict)
    once = Page("raw/x/index.html", "pages/raw.html", dict)
    feed = Page("feed.atom", "pages/feed.xml", dict)
    data = Document("data/projects.csv", bytes)
    (there,) = twins((here, once, feed, data), ("th", "en"))
    assert there == here._replace(path="en/projects/x/index.html", locale="en")
    assert there.recipe != here.recipe
    assert [*twins((here,), ("th",))] == []


def test_a_page_knows_itself_in_every_language() -> None:
    here = Page("projects/x/index.html", "pages/project.html", dict)
    (there,) = twins((here,), ("th", "en"))
    found = (("th", "/th/projects/x/"), ("en", "/en/projects/x/"))
    assert editions(here, ("th", "en")) == editions(there, ("th", "en")) == found
    assert editions(here, ("th",)) == ()
    assert editions(Page("404.html", "pages/404.html", dict), ("th", "en")) == ()


def test_twins_come_next_but_for_what_is_made_last() -> None:
    late = Page("data/index.html", "pages/data.html", dict, is_late=True)
    here = Page("projects/x/index.html", "pages/project.html", dict)
    data = Document("projects/x/index.json", bytes)
    ours = (late, here, data)
    behind, there = twins(ours, ("th", "en"))
    assert beside((*ours, behind, there)) == [here, there, data, late, behind]
