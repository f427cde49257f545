"""Feeds and sitemaps by their text alone."""

from io import BytesIO

import pytest

from generator.checks.feeds import MOST, read_feed, read_sitemap
from generator.checks.reading import read
from generator.checks.site import Site, Told

BASE = "https://example.org/repo/"
FILES = dict.fromkeys(("index.html", "a/index.html", "sitemap-1.xml"), 1)
SITE = Site(FILES, BASE, {}, {})

ENTRY = (
    "<entry><id>urn:x:{0}</id><title>b</title><updated>2023-09-07T00:00:00+07:00</updated>"
    '<author><name>c</name></author><link href="../a/#r-1"/></entry>'
)
FEED = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:0</id><title>a</title>'
    "<updated>2023-09-07T00:00:00.5Z</updated><author><name>x</name></author>\n"
    f"{ENTRY.format(1)}\n{ENTRY.format(2)}</feed>"
)


def feed(old: str = "", new: str = "") -> list[tuple[int, str]]:
    assert old in FEED
    found = read_feed(SITE, "a/feed.atom", BytesIO(FEED.replace(old, new, 1).encode())).found
    return [(one.line, one.detail) for one in found]


def test_a_sound_feed_asks_its_pages_for_their_reports() -> None:
    told = read_feed(SITE, "a/feed.atom", BytesIO(FEED.encode()))
    assert told.found == ()
    assert told.wanted == (("a/index.html", "r-1"),)


@pytest.mark.parametrize(
    ("old", "new", "line", "detail"),
    [
        ("urn:x:2", "urn:x:1", 3, "a second <id> urn:x:1"),
        ("urn:x:1", "x 1", 2, "<id> of <entry>: 'x 1'"),
        ("<title>b</title>", "", 2, "<entry> has 0 <title>"),
        ('<link href="../a/#r-1"/>', "", 2, "<entry> leads nowhere and says nothing"),
        ("2023-09-07T00:00:00+07:00", "7 Sep 2023", 2, "<updated> of <entry>: '7 Sep 2023'"),
        ("../a/", "../b/", 2, "<link> ../b/#r-1"),
        ("../a/", "../../", 2, "<link> ../../#r-1"),
    ],
)
def test_what_a_feed_lacks_is_told_where(old: str, new: str, line: int, detail: str) -> None:
    assert feed(old, new) == [(line, detail)]


def test_an_entry_is_someones_or_the_feed_is() -> None:
    entries = FEED.replace("<author><name>c</name></author>", "")
    assert not read_feed(SITE, "a/feed.atom", BytesIO(entries.encode())).found
    feeds = entries.replace("<author><name>x</name></author>", "")
    found = read_feed(SITE, "a/feed.atom", BytesIO(feeds.encode())).found
    assert [one.line for one in found] == [2, 3]
    assert {one.detail for one in found} == {"<entry> has no <author>, and neither has <feed>"}


# --- sitemaps ---------------------------------------------------------------------------------

HEAD = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def test_a_sitemap_names_pages_by_whole_addresses() -> None:
    text = f"{HEAD}\n<url><loc>{BASE}a/</loc></url>\n<url><loc>a/</loc></url></urlset>"
    told = read_sitemap(SITE, "sitemap.xml", BytesIO(text.encode()))
    assert told.named[0] == Told("a/index.html", 2)
    assert [(one.line, one.detail) for one in told.found] == [(3, "no file of this site: a/")]


def test_an_index_names_parts_and_no_pages() -> None:
    head = HEAD.replace("urlset", "sitemapindex")
    text = f"{head}<sitemap><loc>{BASE}sitemap-1.xml</loc></sitemap></sitemapindex>"
    told = read_sitemap(SITE, "sitemap.xml", BytesIO(text.encode()))
    assert (told.named, told.found) == ((), ())
    lost = text.replace("sitemap-1", "sitemap-2")
    assert read_sitemap(SITE, "sitemap.xml", BytesIO(lost.encode())).found


def test_one_file_holds_so_many_addresses() -> None:
    text = f"{HEAD}{f'<url><loc>{BASE}a/</loc></url>' * (MOST + 1)}</urlset>"
    (one,) = read_sitemap(SITE, "sitemap.xml", BytesIO(text.encode())).found
    assert one.detail == "50,001 addresses in one file"


# --- what cannot be read ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "body", "line", "column"),
    [
        ("a/feed.atom", b"<feed>\n<x></feed>", 2, 6),
        ("a/projects.json", b'[\n{"a": 1,}]', 2, 9),
        ("a/index.html", b"<!doctype html>\n\xff", 2, 0),
        ("a/projects.csv", b'a,b\n"1', 0, 0),
        ("data/datapackage.json", b"{}", 0, 0),
        ("data/x.sqlite", b"nothing of the kind" * 100, 0, 0),
    ],
)
def test_what_cannot_be_read_is_told_where(path: str, body: bytes, line: int, column: int) -> None:
    (one,) = read(SITE, path, BytesIO(body)).found
    assert (one.code, one.line, one.column) == ("file-unreadable", line, column)


def test_the_disk_is_not_the_files_fault() -> None:
    class Torn(BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        read(SITE, "a/index.html", Torn())


def test_a_file_of_no_kind_is_only_there_to_be_found() -> None:
    assert read(SITE, "search/index.bin", BytesIO(b"\xff")).found == ()
