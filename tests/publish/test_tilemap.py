"""The districts as equal tiles, and as a table."""

from decimal import Decimal

import pytest

from generator.corpus import Corpus, corpus
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.lookups import Lookups, Tile, lookups
from generator.project import parse
from generator.publish import home
from generator.publish.places.tilemap import ENOUGH, step, tile_map
from generator.publish.shares import Share
from tests.publish.invented import Invented, html, site, words
from tests.publish.whole import headed

DISTRICTS = {
    "50050000": {"name": "สำนักงานเขตปทุมวัน", "short": "ปว.", "tile": [5, 6]},
    "50110000": {"name": "สำนักงานเขตบางกะปิ", "tile": [7, 4]},
    "50330000": {"name": "สำนักงานเขตคลองเตย"},
}
LOOKUPS = lookups({"districts": DISTRICTS})


def mapped(*texts: str, known: Lookups = LOOKUPS) -> Corpus:
    """The corpus of these texts."""
    dumps = (Dump(f"{i}.txt", text, Source(), ()) for i, text in enumerate(texts))
    return corpus([parse(one, Policy(), 9999) for one in dumps], known)


def dump(code: str = "50050000-3410", agency: str = "สำนักงานเขตปทุมวัน") -> str:
    """An invented dump as text."""
    return "\n".join(Invented(code=code, agency=agency).lines())


def behind(code: str) -> str:
    """A whole dump with a report far below its plan."""
    late = ("ร้อยละ 60.00 (2023-08-21)\n60.00", "ร้อยละ 20.00 (2023-08-21)\n20.00")
    return headed(("50050000-3410", code), late)


def test_districts_without_a_project_have_a_tile_and_no_link() -> None:
    found = tile_map(mapped(dump()))
    assert [(one.name, one.tile, one.url, one.projects) for one in found.tiles] == [
        ("บางกะปิ", Tile(7, 4), None, 0),
        ("ปทุมวัน", Tile(5, 6), "/districts/50050000/", 1),
    ]
    assert found.projects == 1


def test_without_a_short_name_the_whole_one_stands_on_a_phone() -> None:
    assert [one.short for one in tile_map(mapped()).tiles] == ["บางกะปิ", "ปว."]


def test_districts_off_the_map_stand_in_the_table_and_the_nameless_come_last() -> None:
    found = tile_map(
        mapped(
            dump(),
            dump("50330000-1111", "สำนักงานเขตคลองเตย"),
            "ก : 50990000-1111\nความคืบหน้าโครงการ ร้อยละ 5",
        )
    )
    assert [(one.name, one.code) for one in found.rows] == [
        ("คลองเตย", "50330000"),
        ("บางกะปิ", "50110000"),
        ("ปทุมวัน", "50050000"),
        (None, "50990000"),
    ]
    assert len(found.tiles) == 2


def test_departments_are_not_on_the_map() -> None:
    assert tile_map(mapped(dump("08000000-1111", "สำนักอนามัย"))).projects == 0


@pytest.mark.parametrize(
    ("count", "n", "expected"),
    [(0, 0, None), (9, 9, None), (0, 10, 1), (14, 100, 1), (15, 100, 2), (25, 100, 3), (7, 20, 4)],
)
def test_a_colour_needs_ten_projects(count: int, n: int, expected: int | None) -> None:
    assert step(Share(count, n)) == expected


def test_shares_are_of_the_projects_that_can_be_held_against_a_plan() -> None:
    found = tile_map(mapped(behind("50050000-0001"), dump("50050000-0002")))
    assert found.rows[-1].count == Share(1, 1)
    assert found.rows[-1].projects == 2
    assert not found.is_shaded


def test_the_page_tells_value_and_n_in_words() -> None:
    some = mapped(*(behind(f"50050000-{1000 + n}") for n in range(ENOUGH)))
    assert tile_map(some).tiles[1].count.share == Decimal(100)
    (page,) = home.pages(some, site())
    made = html(page)
    shown = words(made)
    assert "ปทุมวัน ปว. 100% n 10 เคยต่ำกว่าแผน จาก 10 โครงการที่เทียบแผนได้" in shown
    assert "บางกะปิ บางกะปิ – ไม่มีโครงการในสำเนานี้" in shown
    assert "35% ขึ้นไป" in shown
    assert '<li data-column="5" data-row="6"><a href="districts/50050000/" data-step="4">' in made


def test_too_few_projects_have_their_n_and_no_legend_of_colours() -> None:
    (page,) = home.pages(mapped(behind("50050000-0001")), site())
    shown = words(html(page))
    assert "ปว. n 1 จาก 1 โครงการที่เทียบแผนได้ น้อยเกินกว่าจะเทียบ" in shown
    assert "35% ขึ้นไป" not in shown
