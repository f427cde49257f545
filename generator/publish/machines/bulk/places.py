"""Tables of the places projects have: agencies, strategy nodes, and who is on which."""

from collections.abc import Iterator

from generator.agencies import Agency
from generator.corpus import Corpus, Entry
from generator.nodes import NodeKey, StrategyNode
from generator.publish import urls
from generator.publish.machines.bulk.shape import (
    LINES,
    OF_PROJECT,
    Absent,
    Field,
    Kind,
    Link,
    Row,
    Table,
    key_of_project,
    projects,
    told,
)
from generator.sections.strategy import Node, Strategy

AGENCY = (
    Field("code", Kind.TEXT, "Code of the agency, eight digits"),
    Field("name", Kind.TEXT, "Name in full", Absent.UNKNOWN),
    Field("english", Kind.TEXT, "Name in English", Absent.UNKNOWN),
    Field("kind", Kind.TEXT, "District office or department", codes=("district", "department")),
    Field("area", Kind.TEXT, "Group of districts", Absent.UNKNOWN),
    Field("projects", Kind.INTEGER, "Projects of the agency", unit="projects", least=1),
    Field("url", Kind.ADDRESS, "Page of the agency"),
)

STRATEGY = (
    Field("plan", Kind.TEXT, "Version of the city's plan; unknown where no year tells it"),
    Field("number", Kind.TEXT, "Number of the node in its plan, such as 1.1.1"),
    Field("label", Kind.TEXT, "Fullest spelling that any copy or lookup has", Absent.UNKNOWN),
    Field("english", Kind.TEXT, "Label in English", Absent.UNKNOWN),
    Field("level", Kind.INTEGER, "Depth: 1 side, 2 dimension, 3 goal, 4 aim", least=1),
    Field("parent", Kind.TEXT, "Number of the node above", Absent.NONE),
    Field("may_be_cut", Kind.FLAG, "Every spelling seen is as long as the source allows"),
    Field("projects", Kind.INTEGER, "Projects at the node or below", unit="projects", least=0),
    Field("url", Kind.ADDRESS, "Page of the node"),
)

STEP_OF_PATH = (
    key_of_project(),
    Field("position", Kind.INTEGER, "Place in the list of the project's page, from 1", least=1),
    Field("plan", Kind.TEXT, "Version of the city's plan, with number a row of strategies"),
    Field("number", Kind.TEXT, "Number of the node"),
    Field("written", Kind.TEXT, "Label as the copy writes it", Absent.EMPTY),
    Field("may_be_cut", Kind.FLAG, "The label is as long as the source allows"),
    *LINES,
)


Numbered = tuple[Agency | StrategyNode, int]
"""With the number of its projects."""


def alone(record: Numbered) -> tuple[Numbered]:
    """A record that is a row."""
    return (record,)


def agencies(corpus: Corpus) -> tuple[tuple[Agency, int], ...]:
    """Those that are known, with their projects."""
    every = corpus.agencies.items()
    return tuple((one, len(entries)) for one, entries in every if one.known_code)


def agency(one: Agency, projects: int) -> Row:
    """An agency."""
    return {
        "code": one.code,
        "name": one.name,
        "english": one.english or None,
        "kind": "district" if one.is_district else "department",
        "area": one.area or None,
        "projects": projects,
        "url": urls.agency(one),
    }


def strategies(corpus: Corpus) -> tuple[tuple[StrategyNode, int], ...]:
    """Every node, with its projects."""
    return tuple((one, len(corpus.on_node[key])) for key, one in corpus.nodes.items())


def strategy(one: StrategyNode, projects: int) -> Row:
    """A node."""
    return {
        "plan": one.key.plan,
        "number": one.key.number,
        "label": one.label,
        "english": one.english,
        "level": one.key.level,
        "parent": one.key.parent.number if one.key.parent else None,
        "may_be_cut": one.may_be_cut,
        "projects": projects,
        "url": urls.node(one.key),
    }


def paths(entry: Entry) -> Iterator[tuple[Entry, int, NodeKey, Node]]:
    """The lines of a project's path."""
    section = entry.project.newest.section(Strategy)
    nodes = section.nodes if section else ()
    for position, (key, node) in enumerate(zip(entry.nodes, nodes, strict=True), start=1):
        yield entry, position, key, node


def step_of_path(entry: Entry, position: int, key: NodeKey, node: Node) -> Row:
    """A line of a path."""
    return told(
        STEP_OF_PATH,
        {
            "project": entry.project.key,
            "position": position,
            "plan": key.plan,
            "number": key.number,
            "written": node.label,
            "may_be_cut": node.may_be_cut,
            "line_first": node.lines.first,
            "line_last": node.lines.last,
        },
    )


AGENCIES = Table("agencies", AGENCY, ("code",), (), (), agencies, alone, agency)
STRATEGIES = Table("strategies", STRATEGY, ("plan", "number"), (), (), strategies, alone, strategy)
PATHS = Table(
    "project_strategies",
    STEP_OF_PATH,
    ("project", "position"),
    (OF_PROJECT, Link(("plan", "number"), "strategies", ("plan", "number"))),
    (),
    projects,
    paths,
    step_of_path,
)
