"""กลุ่มของโครงการ: agencies, years, strategies with their counts, and the lists that lead there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.agencies import Agency
from generator.corpus import Corpus, Entry
from generator.nodes import NodeKey
from generator.publish import urls
from generator.publish.rows import Version
from generator.thai.numerals import thai
from generator.thai.order import sort_key

FEW = 5
"""Averages of fewer projects are drawn pale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Average:
    """The mean of the reported percents, and of how many projects."""

    mean: Decimal | None
    """0 to 100, to one place; ``None`` when no project counts."""
    n: int
    left_out: int
    """Projects whose copy has no percent, or none from 0 to 100."""

    @property
    def is_of_few(self) -> bool:
        """Too few to be compared with others."""
        return self.n < FEW


class Stretch(NamedTuple):
    """A part of a bar."""

    meaning: str
    """``behind``, ``stop``, or ``""`` for all others."""
    start: Decimal
    width: Decimal
    """Both in per cent of the longest bar on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Projects that belong together: those of an agency, of a year, of a section."""

    url: str | None
    """``None`` when the group has no page."""
    number: str
    """Before the name: a strategy's number, the code of an agency nobody names; ``""`` for none."""
    name: str | int | None
    """A number is a fiscal year, Buddhist Era."""
    count: int
    behind: int
    """Projects whose status is behind the plan."""
    stopped: int
    """Cancelled, paused."""
    share: Decimal
    """Its count as a percent of the largest count on the page: the length of its bar."""
    bar: tuple[Stretch, ...]
    """Its parts: those behind the plan, those stopped, all others."""


class Members(NamedTuple):
    """A group before it is counted."""

    url: str | None
    number: str
    name: str | int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """กลุ่มเขต: neighbouring districts."""

    name: str | None
    districts: tuple[Group, ...]
    """By name, without the words "district office"."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan version and its sides."""

    version: Version
    sides: tuple[Group, ...]
    """By number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The lists that lead to every project."""

    areas: tuple[Area, ...]
    departments: tuple[Group, ...]
    """By name, the bucket of the unknown last."""
    plans: tuple[Plan, ...]
    without_strategy: int
    years: tuple[Group, ...]
    """Newest first, the unknown last."""


def average(entries: Iterable[Entry]) -> Average:
    """The mean of the percents from 0 to 100; what lies outside is a slip of the keyboard."""
    reported = [entry.assessment.verdict.reported for entry in entries]
    counted = [one for one in reported if one is not None and 0 <= one <= 100]  # noqa: PLR2004
    mean = round(sum(counted, Decimal(0)) / len(counted), 1) if counted else None
    return Average(mean=mean, n=len(counted), left_out=len(reported) - len(counted))


def groups(members: Iterable[Members], most: int = 0) -> tuple[Group, ...]:
    """Count the groups, in their order.

    Their bars are drawn against ``most`` projects, where other tables of the page have more, or
    else against the largest of them.
    """
    found = tuple(members)
    whole = max(most, 1, *(len(one.entries) for one in found))
    return tuple(group(one, whole) for one in found)


def group(members: Members, whole: int) -> Group:
    """Count one group; ``whole`` projects are a bar of full length."""
    meanings = [one.assessment.verdict.meaning for one in members.entries]
    behind, stopped = meanings.count("behind"), meanings.count("stop")
    rest = len(meanings) - behind - stopped
    return Group(
        url=members.url,
        number=members.number,
        name=members.name,
        count=len(meanings),
        behind=behind,
        stopped=stopped,
        share=per_cent(len(meanings), whole),
        bar=tuple(stretches((("behind", behind), ("stop", stopped), ("", rest)), whole)),
    )


def stretches(parts: Iterable[tuple[str, int]], whole: int) -> Iterator[Stretch]:
    """The parts of a bar that hold a project, one behind the other."""
    before = 0
    for meaning, count in parts:
        start, end = per_cent(before, whole), per_cent(before + count, whole)
        if count:
            yield Stretch(meaning, start, end - start)
        before += count


def per_cent(count: int, of: int) -> Decimal:
    """A share, to one place."""
    return round(Decimal(100 * count) / max(of, 1), 1)


def agency_members(agency: Agency, entries: tuple[Entry, ...]) -> Members:
    """The projects of one agency; its code goes before a name nobody knows."""
    number = (agency.known_code or "") if agency.name is None else ""
    return Members(urls.agency(agency), number, agency.name, entries)


DISTRICT_OFFICE = re.compile("ส(?:ำ|ํา)นักงานเขต")


def district_members(agency: Agency, entries: tuple[Entry, ...]) -> Members:
    """The projects of one district, its name without the words "district office"."""
    one = agency_members(agency, entries)
    return one._replace(name=without_office(agency.name) if agency.name else None)


def without_office(name: str) -> str:
    """``ปทุมวัน`` for ``สำนักงานเขตปทุมวัน``, in either spelling of its ำ."""
    return DISTRICT_OFFICE.sub("", name, count=1) or name


def areas(corpus: Corpus) -> tuple[Area, ...]:
    """The districts, area by area; those whose area nobody tells come last."""
    found: dict[str, list[Members]] = defaultdict(list)
    for agency, entries in corpus.agencies.items():
        if agency.is_district:
            found[agency.area].append(district_members(agency, entries))
    ordered = sorted(found, key=lambda area: (not area, sort_key(area)))
    return tuple(Area(area or None, groups(found[area])) for area in ordered)


def departments(corpus: Corpus, most: int = 0) -> tuple[Group, ...]:
    """สำนัก by name, the bucket of the unknown last; ``most`` as in ``groups``."""
    found = (
        agency_members(agency, entries)
        for agency, entries in corpus.agencies.items()
        if not agency.is_district
    )
    return groups(found, most)


def years(corpus: Corpus) -> tuple[Group, ...]:
    """The fiscal years, newest first, the unknown last."""
    return groups(Members(urls.year(year), "", year, some) for year, some in corpus.years.items())


def versions(corpus: Corpus) -> tuple[Version, ...]:
    """The plan versions that have nodes, newest first, the unknown last."""
    known = {plan.id: plan for plan in corpus.plans}
    used = {key.plan for key in corpus.nodes}
    ordered = [plan.id for plan in reversed(corpus.plans) if plan.id in used]
    return tuple(
        Version(
            plan,
            urls.plan(plan),
            known[plan].first_year if plan in known else None,
            known[plan].last_year if plan in known else None,
        )
        for plan in [*ordered, *sorted(used - known.keys())]
    )


def plans(corpus: Corpus) -> tuple[Plan, ...]:
    """The plan versions with their sides; the bars of all of them are drawn to one scale."""
    roots = tuple(key for key in corpus.nodes if key.parent is None)
    most = max((len(corpus.on_node[key]) for key in roots), default=0)
    return tuple(
        Plan(one, groups((node_members(corpus, key) for key in roots if key.plan == one.id), most))
        for one in versions(corpus)
    )


def node_members(corpus: Corpus, key: NodeKey) -> Members:
    """The projects at a node or below it; its number in the digits of the source."""
    return Members(urls.node(key), thai(key.number), corpus.nodes[key].label, corpus.on_node[key])


def ways(corpus: Corpus) -> Ways:
    """All of them, counted."""
    return Ways(
        areas=areas(corpus),
        departments=departments(corpus),
        plans=plans(corpus),
        without_strategy=len(corpus.without_strategy),
        years=years(corpus),
    )
