"""The nodes of the city's plan: how they are known, named and filled with projects."""

from dataclasses import replace

from generator.lookups import UNKNOWN
from generator.nodes import NodeKey, StrategyNode
from tests.laws.samples import SAMPLE
from tests.laws.together import BARE, PLAN, entry, numbered, together


def test_a_path_is_known_by_the_plan_of_its_year() -> None:
    path = ("2", "2.1", "2.1.1", "2.1.1.1")
    assert entry(SAMPLE.headed).nodes == tuple(NodeKey(PLAN, number) for number in path)
    older = entry(replace(SAMPLE, year="2565").headed)
    assert older.nodes == tuple(NodeKey("until-2565", number) for number in path)
    yearless = entry("\n".join((BARE, *SAMPLE.nodes)))
    assert yearless.nodes[0] == NodeKey(UNKNOWN, "2")


def test_a_node_knows_its_place() -> None:
    node = NodeKey(PLAN, "2.1.1")
    assert node.parent == NodeKey(PLAN, "2.1")
    assert node.level == 3
    assert NodeKey(PLAN, "2").parent is None


def node(number: str, *nodes: str) -> StrategyNode:
    """What becomes of a node that projects write in these ways."""
    found = together(*numbered(*(replace(SAMPLE, nodes=(one,)) for one in nodes)))
    return found.nodes[NodeKey(PLAN, number)]


LONG = "ทางเท้าเรียบและกว้างพอสำหรับคนเดินเท้า คนพิการ ผู้สูงอายุ และรถเข็นเด็กทุกเส้นทางสม"


def test_the_label_is_the_fullest_uncut_spelling() -> None:
    told = node("2.9", "๒.๙ - ร่มรื่น |", "๒.๙ - ร่มรื่นทุกซอย |", "๒.๙ - ร่ม |")
    assert told == StrategyNode(NodeKey(PLAN, "2.9"), "ร่มรื่นทุกซอย", None, may_be_cut=False)


def test_a_spelling_that_may_be_cut_gives_way_to_any_that_is_whole() -> None:
    told = node("2.9.1", f"๒.๙.๑ {LONG}% |", "๒.๙.๑ ทางเท้าเรียบ% |")
    assert (told.label, told.may_be_cut) == ("ทางเท้าเรียบ", False)


def test_a_label_is_known_to_be_cut_when_every_spelling_may_be() -> None:
    told = node("2.9.1", f"๒.๙.๑ {LONG}% |", f"๒.๙.๑ {LONG[:-1]}% |")
    assert (told.label, told.may_be_cut) == (LONG, True)


def test_a_dump_names_a_node_before_the_tables_do() -> None:
    told = node("2", "ด้านที่ ๒ – มหานคร |")
    assert (told.label, told.english) == ("มหานคร", "In the table")
    told = node("2", "ด้านที่ ๒ – มหานคร : A City |")
    assert told.english == "A City"


def test_the_tables_name_what_dumps_do_not() -> None:
    assert node("2", "๒.๑ - ร่มรื่น |").label == "มหานครในตาราง"
    assert node("2", "ด้านที่ ๒ – |").label == "มหานครในตาราง"
    told = node("9", "๙.๑ - ร่มรื่น |")
    assert told == StrategyNode(NodeKey(PLAN, "9"), None, None, may_be_cut=False)


def test_nodes_are_in_the_order_of_their_numbers_ancestors_included() -> None:
    texts = numbered(*(replace(SAMPLE, nodes=(f"๒.{number}.๑ ก |",)) for number in ("๑๐", "๒")))
    assert [key.number for key in together(*texts).nodes] == [
        *("2", "2.2", "2.2.1", "2.10", "2.10.1", "3", "3.1")
    ]


def test_a_node_of_no_known_plan_has_a_label_of_its_own() -> None:
    found = together(f"{BARE}\nด้านที่ ๒ – มหานคร |")
    assert found.nodes[NodeKey(UNKNOWN, "2")].label == "มหานคร"
    assert found.nodes[NodeKey(PLAN, "2")].label == "มหานครในตาราง"


def test_projects_are_at_their_nodes_and_above() -> None:
    found = together(*numbered(SAMPLE, replace(SAMPLE, nodes=("๒.๑ - ร่มรื่น |",))))
    count = {key.number: len(at) for key, at in found.on_node.items()}
    assert count == {"2": 2, "2.1": 2, "2.1.1": 1, "2.1.1.1": 1, "3": 0, "3.1": 0}


def test_projects_without_a_path_have_a_bucket() -> None:
    found = together(*numbered(SAMPLE, replace(SAMPLE, nodes=())), BARE)
    assert {one.project.newest.file for one in found.without_strategy} == {"1.txt", "2.txt"}
    assert "none" not in {key.number for key in found.nodes}


def test_the_plans_of_the_tables_are_at_hand() -> None:
    assert [plan.id for plan in together().plans] == ["until-2565", PLAN]
