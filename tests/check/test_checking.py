"""The whole check: what is sound passes, and each harm done to a site is found where it is."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.checking import Checked, Place, anchors, check, known, read_one
from generator.checks.kinds import KINDS as OF_SITES
from generator.checks.site import Read
from generator.checks.whole import together
from generator.diagnostics import KINDS as OF_DUMPS
from generator.messages import KINDS
from generator.store.site import files_of
from tests.conftest import CONTENT, ROOT, sitegen

KEY = "50350000-5911"
PROJECT = f"projects/{KEY}/index.html"


def told(checked: Checked, root: Path) -> set[tuple[str, str]]:
    return {(Path(one.file).relative_to(root).as_posix(), one.one.code) for one in checked.found}


# --- what is sound ----------------------------------------------------------------------------


def test_no_fault_in_the_sample_site_at_the_root(built_site: Path) -> None:
    checked = check(built_site, 2)
    assert not checked.found
    assert checked.pages > 600
    assert not checked.fails(strict=True)


def test_no_error_in_a_site_under_a_path_with_odd_dumps(repo_site: Path) -> None:
    found = check(repo_site, 2).found
    assert {one.one.code for one in found} <= {"page-heavy", "page-slow"}


def test_one_process_and_two_say_the_same(harmed: Path) -> None:
    for path in ("index.html", PROJECT):
        edit(harmed, path, "</main>", '<a href="nowhere/">x</a></main>')
    assert check(harmed, 1) == check(harmed, 2)


def test_a_site_needs_no_base_url(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "dumps").mkdir(parents=True)
    dump = CONTENT / "dumps" / "sample-0001.txt"
    (content / "dumps" / "one.txt").write_bytes(dump.read_bytes())
    assert sitegen("build", "--content", content, "--output", tmp_path / "out").returncode == 0
    assert not check(tmp_path / "out", 1).found


# --- what is not ------------------------------------------------------------------------------


class Harm(NamedTuple):
    """One thing wrong in one file."""

    path: str
    old: str
    new: str
    code: str
    where: str = ""
    """The file that is blamed, if it is another."""


POLICY = "default-src 'none'; "
HARMS = {
    "a link to no page": Harm(PROJECT, 'href="../../years/', 'href="../../yearz/', "link-broken"),
    "a link out of the site": Harm(
        PROJECT, 'href="../../years/', 'href="../../../x/', "link-broken"
    ),
    "a picture that is gone": Harm(
        "index.html", 'href="assets/favicon', 'href="assets/flavicon', "link-broken"
    ),
    "a rooted link of the page at any depth": Harm(
        "404.html", 'href="/small/years/"', 'href="/years/"', "link-broken"
    ),
    "an id that is gone": Harm(PROJECT, 'id="progress"', 'id="progrezz"', "anchor-missing"),
    "a line of a dump that is gone": Harm(PROJECT, '/#L1"', '/#L9999"', "anchor-missing"),
    "an id twice": Harm(PROJECT, "<h1", '<b id="progress">x</b><h1', "id-twice"),
    "a picture of another host": Harm(
        PROJECT, "<h1", '<img alt="" src="//elsewhere.example/x.png"><h1', "third-party"
    ),
    "a form to another host": Harm(
        "index.html", 'action="search/', 'action="https://elsewhere.example/', "third-party"
    ),
    "a preview of another site": Harm(
        PROJECT,
        '"https://example.org/small/assets/prev',
        '"https://other.example/prev',
        "third-party",
    ),
    "a font of another host": Harm(
        "assets/site.css", 'url("fonts/', 'url("https://elsewhere.example/', "third-party"
    ),
    "a font that is gone": Harm("assets/site.css", 'url("fonts/', 'url("frontz/', "link-broken"),
    "a script that is gone": Harm("assets/search.js", "./show.js", "./shows.js", "link-broken"),
    "no policy": Harm(PROJECT, "Content-Security-Policy", "Nothing", "csp-missing"),
    "a policy for all": Harm(PROJECT, POLICY, "", "csp-weak"),
    "a policy with a host": Harm(PROJECT, "img-src 'self'", "img-src 'self' https:", "csp-weak"),
    "inline style": Harm(PROJECT, "<h1", '<h1 style="color:red"', "csp-blocks"),
    "inline script": Harm(PROJECT, "<h1", "<script>alert(1)</script><h1", "csp-blocks"),
    "a handler": Harm(PROJECT, "<h1", '<h1 onclick="alert(1)"', "csp-blocks"),
    "a script the policy forbids": Harm(
        PROJECT, "<h1", '<script src="../../assets/search.js"></script><h1', "csp-blocks"
    ),
    "bytes that are no UTF-8": Harm(PROJECT, "<h1", "<h1>\udcff", "file-unreadable"),
    "a page missing in the sitemap": Harm(
        "sitemap.xml",
        f"<url><loc>https://example.org/small/projects/{KEY}/</loc>",
        "<url>",
        "sitemap-differs",
        PROJECT,
    ),
    "a page too many in the sitemap": Harm(
        "sitemap.xml",
        "</urlset>",
        "<url><loc>https://example.org/small/404.html</loc></url></urlset>",
        "sitemap-differs",
    ),
    "a page of the sitemap that is gone": Harm(
        "sitemap.xml", f"/projects/{KEY}/", "/projects/x/", "sitemap-differs"
    ),
    "a sitemap of another site": Harm(
        "sitemap.xml",
        "<loc>https://example.org/small/",
        "<loc>https://other.example/",
        "sitemap-differs",
    ),
    "a day in the sitemap that is none": Harm(
        "sitemap.xml", "</loc>", "</loc><lastmod>2566-13-01</lastmod>", "sitemap-differs"
    ),
    "a torn sitemap": Harm("sitemap.xml", "</urlset>", "", "file-unreadable"),
    "another thing than a sitemap": Harm(
        "sitemap.xml", "/sitemap/0.9", "/sitemap/1.0", "sitemap-differs"
    ),
    "robots sent nowhere": Harm("robots.txt", "sitemap.xml", "sitemaps.xml", "link-broken"),
    "an icon that is gone": Harm(
        "manifest.webmanifest", "assets/favicon", "assets/flavicon", "link-broken"
    ),
    "a feed without a title": Harm("feed.atom", "<title>", "<titel>", "file-unreadable"),
    "a feed without an id": Harm("feed.atom", "<id>", "<id>x</id><id>", "feed-invalid"),
    "a feed with a day that is none": Harm(
        "feed.atom", "T00:00:00+07:00</updated>", "</updated>", "feed-invalid"
    ),
    "a feed of another kind": Harm("feed.atom", "2005/Atom", "2006/Atom", "feed-invalid"),
    "a feed that leads nowhere": Harm(
        "feed.atom",
        'link href="https://example.org/small/projects/',
        'link href="https://example.org/small/projectz/',
        "link-broken",
    ),
    "a feed that leads to no report": Harm("feed.atom", "/#r-", "/#s-", "anchor-missing"),
    "a feed with entities": Harm(
        "feed.atom", "<feed ", '<!DOCTYPE feed [<!ENTITY a "b">]><feed ', "file-unreadable"
    ),
    "a record with another field": Harm(
        f"projects/{KEY}/index.json", '"key"', '"keys"', "data-invalid"
    ),
    "a record that is no JSON": Harm(f"projects/{KEY}/index.json", "{", "[", "file-unreadable"),
    "a row with a word for a number": Harm(
        "data/reports.jsonl", '"number": 1,', '"number": "one",', "data-invalid"
    ),
    "a cell with a word for a number": Harm(
        "data/agencies.csv", ",1,https", ",one,https", "data-invalid"
    ),
    "other columns": Harm("data/reports.csv", "problem", "trouble", "data-invalid"),
    "a row less": Harm("data/steps.csv", ",1,1.,", ",1.", "data-invalid"),
    "a schema we do not know": Harm(
        "data/schema/steps.json", '"type"', '"pattern": "x", "type"', "file-unreadable"
    ),
    "a changed file of the data": Harm(
        "data/oc4ids.json", '"0.9"', '"0.8"', "checksum-differs", "data/SHA256SUMS"
    ),
    "a package that tells of another file": Harm(
        "data/datapackage.json", '"path": "steps.csv"', '"path": "stepz.csv"', "catalogue-differs"
    ),
    "a catalogue with another size": Harm(
        "data/catalog.jsonld",
        'Integer",\n      "@value": "',
        'Integer",\n      "@value": "9',
        "catalogue-differs",
    ),
    "a list that lost a row as JSON": Harm(
        "projects/projects.json", "[\n", '[\n{"key": "x"},', "rows-differ", "projects/projects.csv"
    ),
    "data in a page that is no JSON": Harm(
        PROJECT, "<h1", '<script type="application/ld+json">{</script><h1', "file-unreadable"
    ),
}


def file(site: Path, path: str) -> Path:
    """A file, whose name may hold a digest."""
    stem, _, suffix = path.rpartition(".")
    found = [*site.glob(path), *site.glob(f"{stem}.????????.{suffix}")]
    found += site.glob(path.replace("assets/", "assets/js-????????/"))
    return found[0]


def edit(site: Path, path: str, old: str, new: str) -> Path:
    """Write something else, once."""
    place = file(site, path)
    text = place.read_bytes().decode()
    assert old in text, f"{path} has no {old}"
    place.write_bytes(text.replace(old, new, 1).encode(errors="surrogateescape"))
    return place


@pytest.fixture(scope="module")
def reads(small_site: Path) -> dict[str, Read]:
    """What every file of the sound site tells."""
    place = Place(small_site, known(small_site, files_of(small_site)))
    return {path: read_one(place, path) for path in place.site.files}


def once_more(site: Path, path: str, reads: dict[str, Read]) -> set[tuple[str, str]]:
    """What a check says when one file has changed: that one is read, all are held together."""
    place = Place(site, known(site, files_of(site)))
    new = {**reads, path: read_one(place, path)}
    found = [(one.path, said) for one in new.values() for said in one.found]
    found += [*together(place.site, new.values()), *anchors(place, new.values())]
    return {(name, said.code) for name, said in found}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_every_harm_is_found_in_its_file(harm: Harm, harmed: Path, reads: dict[str, Read]) -> None:
    place = edit(harmed, harm.path, harm.old, harm.new).relative_to(harmed).as_posix()
    found = once_more(harmed, place, reads)
    assert (harm.where or place, harm.code) in found, found


def test_every_code_is_planted() -> None:
    planted = {harm.code for harm in HARMS.values()}
    assert {*OF_SITES} - planted == {"page-slow", "schema-missing"}
    assert not OF_SITES.keys() & OF_DUMPS.keys()


def test_a_fault_has_its_line_and_column(harmed: Path) -> None:
    page = edit(harmed, PROJECT, "<h1", '<a href="x/">x</a><h1')
    text = page.read_text(encoding="utf-8")
    start = text.index('<a href="x/">')
    (one,) = check(harmed, 1).found
    assert one.file == str(page)
    assert (one.one.line, one.one.column) == (
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start),
    )
    assert one.one.detail == "<a> x/"


def test_a_database_with_loose_ends_is_found(harmed: Path) -> None:
    with closing(sqlite3.connect(harmed / "data" / "sitegen.sqlite")) as base:
        base.execute("DELETE FROM projects")
        base.commit()
    assert ("data/sitegen.sqlite", "data-invalid") in told(check(harmed, 1), harmed)


def test_a_torn_database_is_found(harmed: Path) -> None:
    place = harmed / "data" / "sitegen.sqlite"
    place.write_bytes(place.read_bytes()[:5_000])
    assert told(check(harmed, 1), harmed) & {
        ("data/sitegen.sqlite", "file-unreadable"),
        ("data/sitegen.sqlite", "data-invalid"),
    }


def test_a_schema_that_is_gone_is_missed(harmed: Path) -> None:
    (harmed / "data" / "schema" / "steps.json").unlink()
    found = told(check(harmed, 1), harmed)
    assert {("data/steps.csv", "schema-missing"), ("data/steps.jsonl", "schema-missing")} <= found
    assert ("data/SHA256SUMS", "checksum-differs") in found


def test_a_site_without_open_data_is_sound_but_for_links_to_it(harmed: Path) -> None:
    for place in sorted((harmed / "data").rglob("*"), reverse=True):
        place.rmdir() if place.is_dir() else place.unlink()
    assert {code for _, code in told(check(harmed, 1), harmed)} == {
        "anchor-missing",
        "link-broken",
        "sitemap-differs",
    } - {"anchor-missing"}


def test_a_file_that_no_sum_tells_of_is_found(harmed: Path) -> None:
    (harmed / "data" / "more.bin").write_bytes(b"x")
    (harmed / "data" / "nowhere.bin").symlink_to(harmed / "gone")
    (harmed / ".well-known").mkdir()
    (harmed / ".well-known" / "index.html").write_text("not ours", encoding="utf-8")
    assert told(check(harmed, 1), harmed) == {("data/more.bin", "checksum-differs")}


def test_a_sitemap_that_is_gone_is_missed(harmed: Path) -> None:
    (harmed / "sitemap.xml").unlink()
    assert {("sitemap.xml", "sitemap-differs"), ("robots.txt", "link-broken")} == told(
        check(harmed, 1), harmed
    )


def test_a_heavy_page_is_a_warning(harmed: Path) -> None:
    noise = "".join(
        f"<i>{n * 7919 % 100_003:05} {n * 104_729 % 99_991:05}</i>" for n in range(4000)
    )
    edit(harmed, PROJECT, "</main>", f"{noise}</main>")
    found = check(harmed, 1)
    assert told(found, harmed) == {(PROJECT, "page-heavy"), (PROJECT, "page-slow")}
    assert not found.fails(strict=False)
    assert found.fails(strict=True)


def test_packed_files_are_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_LIMITS_DATA_BYTES", "3000")
    content = ROOT / "tests" / "golden" / "small" / "content"
    site = tmp_path / "site"
    assert sitegen("build", "--content", content, "--output", site).returncode == 0
    assert (site / "data" / "reports.csv.gz").is_file()
    assert not check(site, 1).found
    place = site / "data" / "reports.csv.gz"
    place.write_bytes(place.read_bytes()[:-9])
    assert ("data/reports.csv.gz", "file-unreadable") in told(check(site, 1), site)
    place.write_bytes(b"nothing packed")
    assert ("data/reports.csv.gz", "file-unreadable") in told(check(site, 1), site)


# --- the command ------------------------------------------------------------------------------


def test_the_command_says_it_in_one_line_when_nothing_is_wrong(small_site: Path) -> None:
    run = sitegen("check", small_site)
    assert (run.returncode, run.stdout) == (0, "")
    (line,) = run.stderr.splitlines()
    assert re.fullmatch(
        r"checked \d+ pages in [\d.]+ s \(\d+ files, .*MB\) in .*: nothing is wrong", line
    )


def test_the_command_fails_with_place_code_and_advice(harmed: Path) -> None:
    page = edit(harmed, PROJECT, "<h1", '<a href="x/">x</a><h1')
    run = sitegen("check", harmed)
    assert run.returncode == 1
    first, advice, last = run.stderr.splitlines()
    assert re.fullmatch(
        rf"{re.escape(str(page))}:\d+:\d+: error: leads to no file of this site "
        r"\[link-broken\]: <a> x/",
        first,
    )
    assert advice == f"help [link-broken]: {KINDS['link-broken'].help}"
    assert last.endswith("1 error")
    (only,) = sitegen("check", harmed, "-q").stderr.splitlines()
    assert only.endswith("1 error")


def test_the_command_speaks_json_and_to_github(
    harmed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(harmed, PROJECT, "<h1", '<a href="x/">x</a><h1')
    lines = sitegen("check", harmed, "--log-format", "json").stderr.splitlines()
    assert json.loads(lines[0])["code"] == "link-broken"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert any(
        line.startswith("::error title=link-broken,line=")
        for line in sitegen("check", harmed).stderr.splitlines()
    )


@pytest.mark.parametrize("harm", ["no folder", "an empty folder"])
def test_what_is_no_site_is_a_mistake_of_the_call(harm: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    if harm == "an empty folder":
        folder.mkdir()
    run = sitegen("check", folder)
    assert run.returncode == 2
    assert "holds no site" in run.stderr
    assert "Traceback" not in run.stderr


def test_what_cannot_be_read_is_the_machines_fault(
    harmed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", failing(Path.open))
    with pytest.raises(Exception, match="cannot read") as caught:
        check(harmed, 1)
    assert getattr(caught.value, "exit_code", 0) == 3


def failing(real: Callable[..., object]) -> Callable[..., object]:
    """``Path.open`` of a disk that fails at one file."""

    def opening(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "robots.txt":
            raise OSError(5, "Input/output error")
        return real(path, *arguments, **named)

    return opening
