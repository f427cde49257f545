"""What a build records: written and read again, and every way a file is none."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.dump.privacy import Policy
from generator.state import FORMAT, Recorded, State, from_json, of_years, to_json

ONE = Recorded(
    key="50050000-3410",
    title="ปลูกต้นไม้ริมคลอง",
    agency="สำนักงานเขตปทุมวัน",
    year=2566,
    status="behind",
    percent=Decimal("60.00"),
    digest="0" * 64,
    reports=(date(2023, 5, 22), date(2023, 8, 21)),
)
BARE = Recorded(
    key="x-0123456789ab",
    title=None,
    agency=None,
    year=None,
    status="unknown",
    percent=None,
    digest="f" * 64,
    reports=(),
)
STATE = State(date(2023, 9, 7), (ONE, BARE))


def test_only_the_projects_of_some_years_are_compared() -> None:
    assert of_years(STATE, ()) == STATE
    assert of_years(STATE, (2566, 2567)).projects == (ONE,)


def plain() -> dict[str, object]:
    held: dict[str, object] = json.loads(to_json(STATE))
    return held


def fault(body: bytes) -> str:
    state, faults = from_json(body, "state.json", Policy())
    assert state is None
    (one,) = faults
    assert one.file == "state.json"
    assert "--record" in one.hint
    return one.message


def test_it_is_read_as_it_was_written() -> None:
    assert from_json(to_json(STATE), "state.json", Policy()) == (STATE, ())
    empty = State(None, ())
    assert from_json(to_json(empty), "state.json", Policy()) == (empty, ())


def test_a_project_stands_on_a_line() -> None:
    lines = to_json(STATE).decode().splitlines()
    assert len(lines) == 4
    assert lines[0].startswith(f'{{"format": {FORMAT}, ')
    assert '"percent": "60.00"' in lines[1]


def test_private_words_are_withheld_again() -> None:
    """The owner may have published names then, and not now."""
    told = replace(ONE, title="ติดต่อ นายสมมติ ใจดี โทร. 081-234-5678")
    state, _ = from_json(to_json(State(None, (told,))), "state.json", Policy())
    assert state
    assert state.projects[0].title == "ติดต่อ [ปกปิดชื่อ] โทร. [ปกปิดโทรศัพท์]"


@pytest.mark.parametrize("body", [b"", b"[", b"{}", b"[]", b'"x"', b"\xff", b"[" * 100_000])
def test_what_is_no_state(body: bytes) -> None:
    assert fault(body) == "this is no state that sitegen recorded"


def test_another_format() -> None:
    assert fault(b'{"format": 2}') == "this state has format 2, this sitegen reads 1"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("key", "../etc"),
        ("key", 7),
        ("title", 7),
        ("agency", []),
        ("year", "2566"),
        ("year", True),
        ("year", 2023),
        ("status", "Behind!"),
        ("percent", 60),
        ("percent", "sixty"),
        ("percent", "NaN"),
        ("digest", "abc"),
        ("reports", "2023-05-22"),
        ("reports", ["2023-13-22"]),
        ("reports", [20230522]),
    ],
)
def test_a_damaged_project(field: str, value: object) -> None:
    held = plain()
    held["projects"] = [{**json.loads(to_json(STATE))["projects"][0], field: value}]
    assert fault(json.dumps(held).encode()).startswith("this state is damaged: ")


def test_other_damage() -> None:
    held = plain()
    assert "list" in fault(json.dumps({**held, "projects": {}}).encode())
    assert "'as_of' is missing" in fault(json.dumps({"format": 1, "projects": []}).encode())
    rows = json.loads(to_json(STATE))["projects"]
    assert "twice" in fault(json.dumps({**held, "projects": [*rows, *rows]}).encode())
    assert "damaged" in fault(json.dumps({**held, "projects": [7]}).encode())
