"""Feeds: entries of the records' own days, each the same wherever it stands."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from generator.corpus import Corpus
from generator.licence import Licence
from generator.publish.artifacts import Page, Site
from generator.publish.machines import feeds
from generator.publish.machines.feeds import MOST, NO_DAY, FeedView, Item, urn
from tests.publish.invented import Invented, html, site
from tests.publish.invented import corpus_of as invented
from tests.publish.sample import sample
from tests.publish.whole import CODE, HEADED, corpus_of, headed, source

ATOM = "{http://www.w3.org/2005/Atom}"
TWO = {"1.txt": source("2023-09-01"), "2.txt": source("2023-10-01")}
FALL = ("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 10.00 (2023-08-21)\n10.00")
EDITED = corpus_of({"1.txt": HEADED, "2.txt": headed(FALL)}, TWO)
PLACED = replace(site(), base_url="https://example.org/repo/")
LICENSED = replace(
    PLACED, licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
)


def feed_pages(corpus: Corpus, of: Site) -> dict[str, Page]:
    return {one.path: one for one in feeds.pages(corpus, of) if isinstance(one, Page)}


def views(corpus: Corpus) -> dict[str, FeedView]:
    found = {path: page.view() for path, page in feed_pages(corpus, site()).items()}
    return {path: view for path, view in found.items() if isinstance(view, FeedView)}


def read(corpus: Corpus, path: str = "feed.atom", of: Site = PLACED) -> ET.Element:
    return ET.fromstring(html(feed_pages(corpus, of)[path], of))  # noqa: S314  our own words


def texts(feed: ET.Element, path: str) -> list[str | None]:
    return [one.text for one in feed.findall(path.replace("/", f"/{ATOM}").join((ATOM, "")))]


def test_the_site_agencies_sides_and_rules_have_one_each() -> None:
    found = views(EDITED)
    assert {"feed.atom", "districts/50050000/feed.atom", "strategies/new/4/feed.atom"} < {*found}
    assert "strategies/new/4.1/feed.atom" not in found
    assert "findings/behind-plan/feed.atom" in found
    assert {urn.count(":") for urn in (one.id for one in found.values())} == {2}
    assert len({one.id for one in found.values()}) == len(found)


def test_reports_and_differences_go_by_the_days_of_the_record() -> None:
    view = views(EDITED)["feed.atom"]
    told = [(one.day, one.report is not None) for one in view.items]
    assert told == [
        (date(2023, 10, 1), False),
        (date(2023, 8, 21), True),
        (date(2023, 5, 22), True),
    ]
    assert view.updated == date(2023, 10, 1)


def test_a_rule_is_followed_by_the_projects_it_holds_for() -> None:
    found = views(sample())
    held = {
        one.project.key
        for one in sample().entries
        if any(finding.rule == "progress-falls" for finding in one.assessment.findings)
    }
    items = found["findings/progress-falls/feed.atom"].items
    assert items
    assert {key(one) for one in items} <= held


def key(item: Item) -> str:
    told = item.report or item.revision
    assert told
    return told.project.key


def test_the_newest_stand_in_a_feed_and_no_more() -> None:
    for view in views(sample()).values():
        days = [one.day for one in view.items]
        assert len(days) <= MOST
        assert days == sorted(days, reverse=True)
        assert len({one.id for one in view.items}) == len(days)
    assert len(views(sample())["feed.atom"].items) == MOST


def test_an_entry_is_the_same_in_every_feed_and_at_every_address() -> None:
    found = views(EDITED)
    whole, agency = (found[path].items for path in ("feed.atom", "districts/50050000/feed.atom"))
    assert [one.id for one in whole] == [one.id for one in agency]
    moved = read(EDITED, of=replace(PLACED, base_url="https://elsewhere.example/"))
    assert texts(moved, "entry/id") == texts(read(EDITED), "entry/id")


def test_addresses_are_whole_and_days_are_bangkoks() -> None:
    feed = read(EDITED)
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/repo/feed.atom",
        "alternate": "https://example.org/repo/",
    }
    first = feed.find(f"{ATOM}entry/{ATOM}link")
    assert first is not None
    assert (first.get("href") or "").startswith(
        f"https://example.org/repo/projects/{CODE}/changes/#s-"
    )
    assert texts(feed, "entry/updated")[0] == "2023-10-01T00:00:00+07:00"
    assert texts(feed, "updated") == ["2023-10-01T00:00:00+07:00"]


GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
"""Of Atom, as libxml2 checks it."""


def faults(feed: bytes) -> list[str]:
    GRAMMAR.validate(etree.fromstring(feed))
    return [f"{one.line}: {one.message}" for one in GRAMMAR.error_log]


def written(corpus: Corpus, of: Site) -> dict[str, bytes]:
    return {path: html(page, of).encode() for path, page in feed_pages(corpus, of).items()}


@pytest.mark.parametrize("of", [PLACED, LICENSED, site()], ids=["placed", "licensed", "nowhere"])
def test_every_feed_keeps_to_the_grammar_of_atom(of: Site) -> None:
    found = written(sample(), of)
    assert len(found) > 50
    assert {path: said for path, feed in found.items() if (said := faults(feed))} == {}
    assert faults(written(EDITED, of)["feed.atom"]) == []
    assert faults(written(invented(), of)["feed.atom"]) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>", "<id>x</id><id>"),
        ("<id>urn:uuid:", "<id>"),
        ("</title>", "</title><title>x</title>"),
        ("T00:00:00+07:00<", "<"),
        ("+07:00<", "<"),
        ("<author><name>", "<author><nom>x</nom><name>"),
        (' href="', ' href="" herf="'),
        ("<subtitle>", '<subtitle type="pdf">'),
        ("</feed>", "<generator/></feed>"),
        ("<summary>", "<summary/><summary>"),
    ],
)
def test_the_grammar_sees_a_fault(old: str, new: str) -> None:
    feed = written(EDITED, PLACED)["feed.atom"].decode()
    assert old in feed
    assert faults(feed.replace(old, new, 1).encode())


def test_the_licence_is_told_as_rights() -> None:
    feed = read(EDITED, of=LICENSED)
    assert texts(feed, "rights") == ["CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"]
    assert texts(read(EDITED), "rights") == []


def test_without_a_place_addresses_are_relative() -> None:
    feed = read(EDITED, "districts/50050000/feed.atom", of=site())
    found = [one.get("href") or "" for one in feed.iter(f"{ATOM}link")]
    assert found[:2] == ["feed.atom", "./"]
    assert all(one.startswith("../../projects/") for one in found[2:])


def test_an_entry_says_whose_it_is_and_what_changed() -> None:
    feed = read(EDITED)
    assert texts(feed, "entry/title") == [
        "ปลูกต้นไม้ริมคลอง · สำเนาใหม่เขียนต่างจากเดิม",
        "ปลูกต้นไม้ริมคลอง · รายงาน 10% ลดลงจาก 20%",
        "ปลูกต้นไม้ริมคลอง · รายงาน 20%",
    ]
    assert texts(feed, "entry/author/name") == ["สำนักงานเขตปทุมวัน"] * 3
    changed, report = texts(feed, "entry/summary")
    assert changed
    assert "ร้อยละลดลง 60% เป็น 10%" in changed
    assert report == "ปลูกแล้ว 200 ต้น"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "]]> & \"'", "</entry>&nbsp;\x0b"])
def test_words_of_a_dump_stay_words(words: str) -> None:
    dump = Invented(title=f"ก {words} ข", text=words + "ค", reports=(("2023-08-21", "60"),))
    feed = read(invented(dump))
    (title,) = texts(feed, "entry/title")
    assert title
    assert words.strip("\x0b") in title
    assert len(feed.findall(f"{ATOM}entry")) == 1


def test_feeds_of_nothing_stand_all_the_same() -> None:
    view = views(invented())["feed.atom"]
    assert (view.items, view.updated) == ((), NO_DAY)
    feed = read(invented(), "findings/behind-plan/feed.atom")
    assert texts(feed, "updated") == ["1970-01-01T00:00:00+07:00"]
    assert texts(feed, "title") == ["รายงานต่ำกว่าแผน · สมุดทดลอง"]


def test_a_side_without_a_name_goes_by_its_number() -> None:
    feed = read(invented(Invented(nodes=("ด้านที่ ๙ |",))), "strategies/old/9/feed.atom")
    assert texts(feed, "title") == ["ด้าน ๙ · สมุดทดลอง"]


def test_an_id_is_a_uuid() -> None:
    found = urn("a", "b")
    assert found != urn("b", "a")
    assert found == "urn:uuid:" + found.removeprefix("urn:uuid:").lower()
    assert [len(part) for part in found.removeprefix("urn:uuid:").split("-")] == [8, 4, 4, 4, 12]
    assert found[len("urn:uuid:") + 14] == "8"
