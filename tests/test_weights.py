"""Which files weigh how much, and which setting would help."""

import pytest

from generator.weights import Saving, heavy, kinds, report, weights

FILES = (
    ("projects/50050000-3410/index.html", 40_000),
    ("projects/50050000-3410/changes/index.html", 5_000),
    ("projects/50050000-3410/index.json", 13_000),
    ("projects/50050000-3410/text.bin", 2_000),
    ("projects/index.html", 700),
    ("raw/50050000-3410/0a1b2c3d/index.html", 18_000),
    ("feed.atom", 900),
    ("districts/50050000/feed.atom", 100),
    ("search/index.bin", 1_000),
    ("data/projects.csv.gz", 4_000),
    ("assets/site.abc.css", 9_000),
    ("districts/50050000/projects.csv", 300),
    ("robots.txt", 50),
)
MOST = 1_000_000


def test_a_kind_is_known_by_the_path() -> None:
    assert {one.name: (one.files, one.bytes) for one in kinds(FILES)} == {
        "project pages": (2, 45_000),
        "raw views": (1, 18_000),
        "project JSON": (1, 13_000),
        "search": (2, 3_000),
        "feeds": (2, 1_000),
        "open data in bulk": (1, 4_000),
        "assets": (1, 9_000),
        "lists and other pages": (1, 700),
        "tables of lists": (1, 300),
        "other": (1, 50),
    }


def test_a_setting_saves_its_whole_kind_and_the_heaviest_comes_first() -> None:
    assert weights(FILES, {2566: 1}, MOST).savings == (
        Saving("raw = false", 18_000),
        Saving("json = false", 13_000),
        Saving("data = false", 4_000),
        Saving("search = false", 3_000),
        Saving("tables = false", 300),
    )


PAGES = (("projects/1/index.html", 600_000), ("projects/2/index.html", 400_000))


@pytest.mark.parametrize(
    ("most", "years", "setting", "saved"),
    [
        (MOST, {2566: 6, 2565: 3, 2564: 1}, "years = [2565, 2566]", 100_000),
        (700_000, {2566: 6, 2565: 3, 2564: 1}, "years = [2566]", 400_000),
        (100_000, {2566: 6, 2565: 3, 2564: 1}, "years = [2566]", 400_000),
        (MOST, {2566: 6, None: 4}, "years = [2566]", 400_000),
    ],
)
def test_years_are_left_out_from_the_oldest_until_the_site_fits(
    most: int, years: dict[int | None, int], setting: str, saved: int
) -> None:
    assert weights(PAGES, years, most).savings == (Saving(setting, saved),)


@pytest.mark.parametrize("years", [{}, {2566: 10}, {None: 10}])
def test_one_year_cannot_be_left_out(years: dict[int | None, int]) -> None:
    assert weights(PAGES, years, MOST).savings == ()


def test_the_report_has_every_kind_and_the_share_of_what_github_takes() -> None:
    lines = list(report(weights(FILES, {2566: 1}, MOST), 1))
    assert lines[0].split("  ")[0] == "project pages"
    assert lines[0].endswith("45 kB   in 2 files, 45 kB a project")
    assert "94 kB   0.0% of what GitHub Pages takes" in lines[10]
    assert lines[11] == "raw = false would save 18 kB"
    assert list(report(weights((), {}, MOST), 0))


def test_a_heavy_site_says_so_and_what_would_help() -> None:
    found = weights(FILES, {2566: 1}, MOST)
    (one,) = heavy(found, 90_000)
    assert one.code == "site-heavy"
    assert one.detail.startswith("94 kB; raw = false would save 18 kB; json = false")
    assert not list(heavy(found, found.bytes))
