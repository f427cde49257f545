"""The tables of content/lookups, and what is said of a table that is no table."""

import tomllib
from pathlib import Path

import pytest

from generator.lookups import NAMES, KnownAgency, Lookups, Plan, Table, Tile, lookups

CONTENT = Path(__file__).parent.parent / "content" / "lookups"


def read(**tables: str) -> Lookups:
    return lookups({name: tomllib.loads(text) for name, text in tables.items()})


@pytest.fixture(scope="module")
def published() -> Lookups:
    """The tables that come with sitegen."""
    return lookups({name: tomllib.loads((CONTENT / f"{name}.toml").read_text()) for name in NAMES})


def test_tables_that_are_missing_are_empty() -> None:
    assert read() == Lookups({}, {}, ())


def test_an_agency() -> None:
    tables = read(
        districts='["50990000"]\nname = "สำนักงานเขตสมมติ"\nenglish = "Sommot"\narea = "กลาง"\n'
        'short = "สม."\ntile = [8, 9]',
        departments='["07000000"]\nname = "สำนักสมมติ"\nseen = false',
    )
    assert dict(tables.agencies) == {
        "50990000": KnownAgency(
            *("50990000", "สำนักงานเขตสมมติ", "Sommot", "กลาง"),
            is_district=True,
            short="สม.",
            tile=Tile(8, 9),
        ),
        "07000000": KnownAgency("07000000", "สำนักสมมติ", "", "", is_district=False),
    }


def test_a_section() -> None:
    assert dict(read(sections='["03"]\nname = "ฝ่ายโยธา"').sections) == {"03": "ฝ่ายโยธา"}


PLANS = """
[[plan]]
id = "new"
first_year = 2566
[[plan]]
id = "old"
last_year = 2560
[labels.new]
"1" = "เมืองสมมติ"
"1.10" = "ทางเท้า"
[about.new]
1 = "ว่าด้วยเรื่องสมมติ"
[english.old]
"2" = "Old"
"""


def test_plans_by_first_year() -> None:
    assert read(strategies=PLANS).plans == (
        Plan("old", None, 2560, {}, {"2": "Old"}),
        Plan("new", 2566, None, {"1": "เมืองสมมติ", "1.10": "ทางเท้า"}, {}, {"1": "ว่าด้วยเรื่องสมมติ"}),
    )


@pytest.mark.parametrize(
    ("year", "plan"),
    [(2500, "old"), (2560, "old"), (2561, "unknown"), (2566, "new"), (2590, "new")],
)
def test_the_plan_of_a_year(year: int, plan: str) -> None:
    assert read(strategies=PLANS).plan(year) == plan


def test_no_year_no_plan() -> None:
    assert read(strategies=PLANS).plan(None) == "unknown"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("districts", "x = 1", "districts.toml: [x] must be a table"),
        ("departments", '["5099"]\nname = "ก"', "[5099] is no agency code of eight digits"),
        ("departments", '["5099000x"]\nname = "ก"', "[5099000x] is no agency code"),
        ("districts", '["50990000"]', "districts.toml: [50990000] needs name = a text"),
        ("districts", '["50990000"]\nname = "ก"\narea = 1', "[50990000] needs area = a text"),
        ("districts", '["50990000"]\nname = "ก"\ntile = 3', "needs tile = [column, row]"),
        ("districts", '["50990000"]\nname = "ก"\ntile = [1, true]', "needs tile = [column, row]"),
        ("districts", '["50990000"]\nname = "ก"\ntile = [9, 1]', "between [1, 1] and [8, 9]"),
        ("districts", '["50990000"]\nname = "ก"\ntile = [1, 0]', "between [1, 1] and [8, 9]"),
        (
            "districts",
            '["50990000"]\nname = "ก"\ntile = [1, 1]\n["50980000"]\nname = "ข"\ntile = [1, 1]',
            "[50990000] has the tile of [50980000]",
        ),
        ("sections", '["03"]\nname = 3', "sections.toml: [03] needs name = a text"),
        ("strategies", "plan = 3", "strategies.toml: [[plan]] must be tables"),
        ("strategies", "plan = [3]", "strategies.toml: [[plan]] must be tables"),
        ("strategies", "[[plan]]", "strategies.toml: [[plan]] needs id = a text"),
        ("strategies", '[[plan]]\nid = "a"\nfirst_year = "x"', "first_year must be a fiscal year"),
        ("strategies", 'labels = 3\n[[plan]]\nid = "a"', '[labels."a"] must be a table'),
        ("strategies", '[[plan]]\nid = "a"\n[english]\na = 3', '[english."a"] must be a table'),
        ("strategies", '[[plan]]\nid = "a"\n[labels.a]\n"1" = 3', "needs 1 = a text"),
        ("strategies", '[[plan]]\nid = "a"\n[labels.a]\n"๑" = "ก"', "๑ is no node's number"),
        ("strategies", '[[plan]]\nid = "a"\n[labels.a]\nx = "ก"', "x is no node's number"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(name: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=r"^\w+\.toml: ") as caught:
        read(**{name: text})
    assert says in str(caught.value)


def test_the_tables_that_come_with_sitegen(published: Lookups) -> None:
    districts = [one for one in published.agencies.values() if one.is_district]
    assert len(districts) == 50
    assert all(one.area and one.english for one in districts)
    assert len({one.tile for one in districts if one.tile}) == 50
    assert len({one.short for one in districts if one.short}) == 50
    assert published.agencies["50280000"].name == "สำนักงานเขตบึงกุ่ม"
    assert published.sections["07"] == "ฝ่ายการศึกษา"
    assert [published.plan(year) for year in (2564, 2565, 2566)] == [
        *("until-2565", "until-2565", "from-2566")
    ]


def test_a_table_is_any_mapping() -> None:
    table: Table = {"03": {"name": "ฝ่ายโยธา"}}
    assert lookups({"sections": table}).sections == {"03": "ฝ่ายโยธา"}
