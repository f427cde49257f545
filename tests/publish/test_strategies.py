"""The strategy plans, their nodes, and the bucket of none."""

from decimal import Decimal

import pytest

from generator.corpus import Corpus
from generator.nodes import NodeKey
from generator.publish.artifacts import Page
from generator.publish.places import strategies
from generator.publish.places.strategies import NodeView, Tree, no_strategy, view
from generator.publish.rows import Crumb
from generator.publish.trail import level
from tests.publish.invented import NODES, Invented, corpus_of, html, site, words
from tests.publish.listed import html_pages, listed

CUT = f"๑.๒.๑ {'เป้าหมายยาว' * 8}% |"


def node(corpus: Corpus, plan: str, number: str) -> NodeView:
    """The page of a node."""
    key = NodeKey(plan, number)
    return view(Tree(corpus), key, listed(corpus.on_node[key]))


def pages(*dumps: Invented) -> dict[str, Page]:
    """The pages by address."""
    return html_pages(strategies.pages(corpus_of(*dumps), site()))


def test_every_node_has_a_page_even_without_a_project() -> None:
    assert list(pages()) == [
        "/strategies/",
        "/strategies/none/",
        "/strategies/new/",
        "/strategies/old/",
        "/strategies/new/1/",
        "/strategies/new/4/",
        "/strategies/old/1/",
        "/strategies/old/1.1/",
        "/strategies/old/2/",
    ]


def test_a_plan_without_a_project_says_so() -> None:
    said = "ไม่มีโครงการในสำเนานี้อ้างถึงแผนฉบับนี้"
    assert said in words(html(pages()["/strategies/new/"]))
    shown = words(html(pages(Invented())["/strategies/old/"]))
    assert "1 โครงการ ที่อ้างถึงแผนฉบับนี้ กำลังดำเนินการ" in shown


def test_what_a_node_is_about_is_told_as_our_own_words() -> None:
    corpus = corpus_of(Invented())
    assert [node(corpus, "old", number).about for number in ("1", "1.1")] == [
        "ว่าด้วยความปลอดภัย",
        None,
    ]
    shown = words(html(pages(Invented())["/strategies/old/1/"]))
    assert "ว่าด้วยความปลอดภัย คำอธิบายเรียบเรียงโดยเว็บไซต์นี้" in shown


def test_counts_roll_up() -> None:
    side_only = Invented(code="50050000-0001", nodes=NODES[:1])
    corpus = corpus_of(Invented(), side_only)
    assert node(corpus, "old", "1").projects.count == 2
    assert node(corpus, "old", "1.1").projects.count == 1
    (child,) = node(corpus, "old", "1").children
    assert (child.number, child.name, child.count) == ("๑.๑", "ปลอดมลพิษ", 1)


def test_the_way_to_a_node_leads_through_its_ancestors() -> None:
    found = node(corpus_of(Invented()), "old", "1.1.1")
    assert [(one.place, one.url) for one in found.crumbs] == [
        ("strategies", "/strategies/"),
        ("plan", "/strategies/old/"),
        ("side", "/strategies/old/1/"),
        ("dimension", "/strategies/old/1.1/"),
        ("goal", None),
    ]
    assert found.crumbs[-1] == Crumb("goal", "๑.๑.๑")


def test_a_side_of_the_same_name_in_another_plan_is_named() -> None:
    (namesake,) = node(corpus_of(), "old", "2").namesakes
    assert (namesake.version.id, namesake.number, namesake.url) == (
        "new",
        "๔",
        "/strategies/new/4/",
    )
    assert node(corpus_of(), "old", "1").namesakes == ()


def test_a_year_of_no_plan_leads_to_the_bucket_of_plans() -> None:
    found = pages(Invented(agency=None))
    assert "ไม่ทราบฉบับของแผน" in words(html(found["/strategies/unknown/"]))
    assert "1 โครงการ" in words(html(found["/strategies/unknown/1.1/"]))


def test_one_scale_for_all_dimensions_of_a_plan() -> None:
    other = Invented(code="50050000-0001", nodes=(*NODES, CUT))
    tree = Tree(corpus_of(Invented(), other))
    side, _ = strategies.plan(tree, tree.versions["old"]).sides
    assert [(one.name, one.share) for one in side.dimensions] == [
        ("ปลอดมลพิษ", Decimal(100)),
        (None, Decimal(50)),
    ]
    assert side.english == "Safe City"


def test_what_a_node_page_says() -> None:
    found = pages(Invented(), Invented(code="50050000-0001", nodes=(*NODES, CUT)))
    assert "2 โครงการ อ้างถึงข้อนี้หรือข้อย่อย" in words(html(found["/strategies/old/1.1/"]))
    assert "2 โครงการ อ้างถึงข้อนี้ มิติ" not in words(html(found["/strategies/old/1.1.1/"]))
    assert "อาจถูกตัดที่ต้นทาง" in words(html(found["/strategies/old/1.2.1/"]))
    assert "ไม่มีสำเนาใดบอกชื่อ" in words(html(found["/strategies/old/1.2/"]))
    assert "ไม่มีโครงการในสำเนานี้อ้างถึงข้อนี้" in words(html(found["/strategies/old/2/"]))
    assert "ชื่อเดียวกันใน แผนฉบับตั้งแต่ปี 2566 ด้าน ๔" in words(html(found["/strategies/old/2/"]))


def test_a_node_tells_the_standing_of_its_projects_and_their_years() -> None:
    dumps = [
        Invented(
            code=f"50050000-000{i}", year=year, text=text, reports=((f"{year - 543}-02-15", "60"),)
        )
        for i, (year, text) in enumerate(((2564, None), (2564, None), (2565, "ยกเลิกโครงการ")))
    ]
    corpus = corpus_of(*dumps)
    found = node(corpus, "old", "1.1")
    assert (found.status.count, found.status.stopped) == (3, 1)
    assert [(one.name, one.count, one.url) for one in found.years] == [
        (2565, 1, "/projects/50050000-0002/"),
        (2564, 2, "/strategies/old/1.1/years/2564/"),
    ]
    assert [one.url for one in node(corpus, "old", "1.1.1").years] == [
        "/projects/50050000-0002/",
        None,
    ]
    assert "1 โครงการยกเลิกหรือชะลอ" in words(html(pages(*dumps)["/strategies/old/1.1/"]))
    assert node(corpus_of(Invented()), "old", "1").years == ()


def test_the_nodes_beside_a_node_are_of_the_same_parent() -> None:
    corpus = corpus_of(Invented(), Invented(code="50050000-0001", nodes=(*NODES, CUT)))
    first, second = node(corpus, "old", "1.1").around, node(corpus, "old", "2").around
    assert first.earlier is None
    assert first.later
    assert (first.later.number, first.later.url) == ("๑.๒", "/strategies/old/1.2/")
    assert second.later is None
    assert second.earlier
    assert second.earlier.url == "/strategies/old/1/"


@pytest.mark.parametrize(
    ("number", "expected"), [("1", "side"), ("1.1.1.1", "aim"), ("1.1.1.1.1.1", "")]
)
def test_levels_have_words_down_to_the_fourth(number: str, expected: str) -> None:
    assert level(NodeKey("old", number)) == expected


def test_a_node_below_the_fourth_level_has_a_page() -> None:
    found = pages(Invented(nodes=("๑.๑.๑.๑.๑.๑ ลึกที่สุด |",)))
    assert "ลึกที่สุด" in html(found["/strategies/old/1.1.1.1.1.1/"])
    assert "๑.๑.๑.๑.๑.๑ ลึกที่สุด" in words(html(found["/strategies/old/1.1.1.1.1/"]))


def test_the_bucket_of_none_tells_the_empty_from_the_missing() -> None:
    corpus = corpus_of(
        Invented(),
        Invented(code="50050000-0001", nodes=()),
        Invented(code="50050000-0002", nodes=None),
    )
    found = no_strategy(corpus.without_strategy, listed(corpus.without_strategy))
    assert (found.projects.count, found.not_held) == (2, 1)
    shown = words(html(pages(Invented(nodes=None))["/strategies/none/"]))
    assert "ในจำนวนนี้ 1 โครงการ สำเนาไม่มีส่วนยุทธศาสตร์" in shown
    assert "ทุกโครงการในสำเนานี้ระบุยุทธศาสตร์" in words(html(pages()["/strategies/none/"]))
