"""ยุทธศาสตร์: the plan versions, their nodes at every level, and the bucket of none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.corpus import Corpus, Entry
from generator.nodes import NodeKey
from generator.publish import urls
from generator.publish.artifacts import Artifact, Site
from generator.publish.groups import (
    Average,
    Group,
    Plan,
    average,
    groups,
    node_members,
    plans,
    versions,
)
from generator.publish.rows import Crumb, Listing, Version, listing, page
from generator.sections.strategy import Strategy
from generator.thai.numerals import thai
from generator.thai.text import fold

LEVELS = ("side", "dimension", "goal", "aim")
"""ด้าน มิติ เป้าหมาย เป้าประสงค์: the words of levels 1 to 4, for the template; below there are none."""
HOME = Crumb("strategies", url=urls.STRATEGIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategiesView:
    """The plan versions and their sides."""

    nav: str = "strategies"
    crumbs: tuple[Crumb, ...] = (Crumb("strategies"),)
    plans: tuple[Plan, ...]
    """Newest first, the unknown last."""
    without_strategy: int


@dataclass(frozen=True, slots=True)
class Side:
    """ด้าน: a side and its dimensions."""

    group: Group
    english: str | None
    dimensions: tuple[Group, ...]
    """มิติ, by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """One plan version: its sides and their dimensions."""

    nav: str = "strategies"
    crumbs: tuple[Crumb, ...]
    version: Version
    versions: tuple[Version, ...]
    """All of them, this one too."""
    projects: int
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Namesake:
    """A node of the same name in another plan version."""

    version: Version
    number: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """One strategy node, what is below it, and its projects."""

    nav: str = "strategies"
    crumbs: tuple[Crumb, ...]
    version: Version
    level: str
    """One of ``LEVELS``, or ``""`` below the fourth."""
    number: str
    """In the digits of the source."""
    label: str | None
    english: str | None
    may_be_cut: bool
    namesakes: tuple[Namesake, ...]
    children: tuple[Group, ...]
    """By number."""
    average: Average
    projects: Listing
    """Here or below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoStrategyView:
    """Projects that name no strategy."""

    nav: str = "strategies"
    crumbs: tuple[Crumb, ...] = (HOME, Crumb("no_strategy"))
    not_held: int
    """Of how many the copy does not hold the section: whether they named one is not known."""
    average: Average
    projects: Listing


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, the bucket of none, then the plan versions, each with its nodes."""
    yield page(urls.STRATEGIES, "strategies", index(corpus))
    yield page(urls.WITHOUT_STRATEGY, "no_strategy", no_strategy(corpus.without_strategy))
    tree = Tree(corpus)
    for version in versions(corpus):
        yield page(version.url, "plan", plan(tree, version))
    for key in corpus.nodes:
        yield page(urls.node(key), "node", view(tree, key))


class Tree:
    """The nodes of all plan versions, and what stands around each."""

    def __init__(self, corpus: Corpus) -> None:
        """Look once at every node."""
        self.corpus = corpus
        self.versions = {one.id: one for one in versions(corpus)}
        self.below: dict[NodeKey | None, list[NodeKey]] = defaultdict(list)
        self.alike: dict[tuple[str, int], list[NodeKey]] = defaultdict(list)
        for key, node in corpus.nodes.items():
            self.below[key.parent].append(key)
            if node.label:
                self.alike[fold(node.label), key.level].append(key)

    def sides(self, plan: str) -> tuple[NodeKey, ...]:
        """The first level of a plan version."""
        return tuple(key for key in self.below[None] if key.plan == plan)

    def groups(self, keys: Iterable[NodeKey], most: int = 0) -> tuple[Group, ...]:
        """The nodes, counted."""
        return groups((node_members(self.corpus, key) for key in keys), most)

    def namesakes(self, key: NodeKey) -> tuple[Namesake, ...]:
        """Nodes of the same name and level in other plan versions."""
        label = self.corpus.nodes[key].label
        others = self.alike[fold(label), key.level] if label else ()
        return tuple(
            Namesake(self.versions[one.plan], thai(one.number), urls.node(one))
            for one in others
            if one.plan != key.plan
        )


def index(corpus: Corpus) -> StrategiesView:
    """All plan versions."""
    return StrategiesView(plans=plans(corpus), without_strategy=len(corpus.without_strategy))


def plan(tree: Tree, version: Version) -> PlanView:
    """One plan version, two levels deep."""
    keys = tree.sides(version.id)
    projects = {one.project.key for key in keys for one in tree.corpus.on_node[key]}
    counts = [len(tree.corpus.on_node[one]) for key in keys for one in tree.below[key]]
    most = max(counts, default=0)
    return PlanView(
        crumbs=(HOME, Crumb("plan", version)),
        version=version,
        versions=tuple(tree.versions.values()),
        projects=len(projects),
        sides=tuple(
            Side(group, tree.corpus.nodes[key].english, tree.groups(tree.below[key], most))
            for key, group in zip(keys, tree.groups(keys), strict=True)
        ),
    )


def view(tree: Tree, key: NodeKey) -> NodeView:
    """One node."""
    node, entries = tree.corpus.nodes[key], tree.corpus.on_node[key]
    version = tree.versions[key.plan]
    above = tuple(reversed(tuple(ancestors(key))))
    return NodeView(
        crumbs=(
            HOME,
            Crumb("plan", version, version.url),
            *(Crumb(level(one), thai(one.number), urls.node(one)) for one in above),
            Crumb(level(key), thai(key.number)),
        ),
        version=version,
        level=level(key),
        number=thai(key.number),
        label=node.label,
        english=node.english,
        may_be_cut=node.may_be_cut,
        namesakes=tree.namesakes(key),
        children=tree.groups(tree.below[key]),
        average=average(entries),
        projects=listing(entries),
    )


def ancestors(key: NodeKey) -> Iterator[NodeKey]:
    """The nodes above, the nearest first."""
    while key.parent is not None:
        key = key.parent
        yield key


def level(key: NodeKey) -> str:
    """Which word a node's level has."""
    return LEVELS[key.level - 1] if key.level <= len(LEVELS) else ""


def no_strategy(entries: tuple[Entry, ...]) -> NoStrategyView:
    """The bucket; a copy without the section leaves open whether there is a strategy."""
    return NoStrategyView(
        not_held=sum(not holds_strategy(entry) for entry in entries),
        average=average(entries),
        projects=listing(entries),
    )


def holds_strategy(entry: Entry) -> bool:
    """The newest copy has the section, if only its heading."""
    section = entry.project.newest.section(Strategy)
    return section is not None and section.heading is not None
