"""ยุทธศาสตร์: the plan versions, their nodes at every level, and the bucket of none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus import Corpus, Entry
from generator.nodes import NodeKey
from generator.publish import (
    trail,
    urls,
)
from generator.publish.artifacts import Artifact, Page, Site
from generator.publish.groups import (
    Average,
    Group,
    Members,
    Plan,
    average,
    groups,
    node_members,
    plans,
    versions,
)
from generator.publish.lists import (
    facets,
    lists,
)
from generator.publish.lists.lists import Heading, ListPage
from generator.publish.places.status_bar import StatusBar, status_bar
from generator.publish.rows import Crumb, Version, page
from generator.sections.strategy import Strategy
from generator.thai.numerals import thai
from generator.thai.text import fold


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
    status: StatusBar
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Namesake:
    """A node of the same name in another plan version."""

    version: Version
    number: str
    url: str


@dataclass(frozen=True, slots=True)
class Sibling:
    """A node of the same parent."""

    number: str
    """In the digits of the source."""
    label: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Siblings:
    """The nodes before and after, of the same parent, by number."""

    earlier: Sibling | None
    later: Sibling | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """One strategy node, what is below it, and its projects."""

    nav: str = "strategies"
    crumbs: tuple[Crumb, ...]
    version: Version
    level: str
    """One of ``trail.LEVELS``, or ``""`` below the fourth."""
    number: str
    """In the digits of the source."""
    label: str | None
    english: str | None
    about: str | None
    """What it is about, in our own words."""
    may_be_cut: bool
    namesakes: tuple[Namesake, ...]
    children: tuple[Group, ...]
    """By number."""
    around: Siblings
    status: StatusBar
    average: Average
    years: tuple[Group, ...]
    """Newest first; they lead to its projects of one year. Empty when there is but one."""
    projects: ListPage
    """Here or below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoStrategyView:
    """Projects that name no strategy."""

    nav: str = "strategies"
    crumbs: tuple[Crumb, ...] = (trail.STRATEGIES, Crumb("no_strategy"))
    not_held: int
    """Of how many the copy does not hold the section: whether they named one is not known."""
    status: StatusBar
    average: Average
    projects: ListPage


def pages(corpus: Corpus, _site: Site) -> Iterator[Artifact]:
    """The list, the bucket of none, then the plan versions, each with its nodes."""
    yield page(urls.STRATEGIES, "strategies", index(corpus))
    yield from without_strategy(corpus.without_strategy)
    tree = Tree(corpus)
    for version in versions(corpus):
        yield page(version.url, "plan", plan(tree, version))
    for key, entries in corpus.on_node.items():
        url, way = urls.node(key), trail.node(tree.versions, key)
        heading = Heading(url, "strategies", way, way[-1:])
        yield from lists.pages(heading, entries, partial(one_node, tree, key))


class Tree:
    """The nodes of all plan versions, and what stands around each."""

    def __init__(self, corpus: Corpus) -> None:
        """Look once at every node."""
        self.corpus = corpus
        self.about = {one.id: one.about for one in corpus.plans}
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

    def around(self, key: NodeKey) -> Siblings:
        """The nodes beside this one."""
        alike = self.below[key.parent] if key.parent else self.sides(key.plan)
        nodes = self.corpus.nodes
        beside = (Sibling(thai(one.number), nodes[one].label, urls.node(one)) for one in alike)
        row = (None, *beside, None)
        place = alike.index(key)
        return Siblings(row[place], row[place + 2])

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
    projects = {one.project.key: one for key in keys for one in tree.corpus.on_node[key]}
    counts = [len(tree.corpus.on_node[one]) for key in keys for one in tree.below[key]]
    most = max(counts, default=0)
    return PlanView(
        crumbs=(trail.STRATEGIES, Crumb("plan", version)),
        version=version,
        versions=tuple(tree.versions.values()),
        status=status_bar(tuple(projects.values())),
        sides=tuple(
            Side(group, tree.corpus.nodes[key].english, tree.groups(tree.below[key], most))
            for key, group in zip(keys, tree.groups(keys), strict=True)
        ),
    )


def one_node(tree: Tree, key: NodeKey, projects: ListPage) -> Page:
    """The page of a node, with the first of its projects."""
    return page(urls.node(key), "node", view(tree, key, projects))


def view(tree: Tree, key: NodeKey, projects: ListPage) -> NodeView:
    """One node."""
    node, entries = tree.corpus.nodes[key], tree.corpus.on_node[key]
    version = tree.versions[key.plan]
    return NodeView(
        crumbs=trail.here(trail.node(tree.versions, key)),
        version=version,
        level=trail.level(key),
        number=thai(key.number),
        label=node.label,
        english=node.english,
        about=tree.about.get(key.plan, {}).get(key.number),
        may_be_cut=node.may_be_cut,
        namesakes=tree.namesakes(key),
        children=tree.groups(tree.below[key]),
        around=tree.around(key),
        status=status_bar(entries),
        average=average(entries),
        years=by_year(key, entries),
        projects=projects,
    )


def by_year(key: NodeKey, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """The years of its projects, where there are several."""
    found = facets.by_year_of_node(key, entries)
    several = found if len(found) > 1 else ()
    return groups(Members(one.url, "", one.entries[0].year, one.entries) for one in several)


def without_strategy(entries: tuple[Entry, ...]) -> Iterator[Artifact]:
    """The bucket's list."""
    url, way = urls.WITHOUT_STRATEGY, (trail.STRATEGIES, Crumb("no_strategy"))
    yield from lists.pages(
        Heading(url, "strategies", way, way[-1:]),
        entries,
        lambda projects: page(url, "no_strategy", no_strategy(entries, projects)),
    )


def no_strategy(entries: tuple[Entry, ...], projects: ListPage) -> NoStrategyView:
    """The bucket; a copy without the section leaves open whether there is a strategy."""
    return NoStrategyView(
        not_held=sum(not holds_strategy(entry) for entry in entries),
        status=status_bar(entries),
        average=average(entries),
        projects=projects,
    )


def holds_strategy(entry: Entry) -> bool:
    """The newest copy has the section, if only its heading."""
    section = entry.project.newest.section(Strategy)
    return section is not None and section.heading is not None
