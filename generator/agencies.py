"""หน่วยงาน: the agencies, each under the name that most of its headers have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.collate import Project
from generator.lookups import UNKNOWN, Lookups
from generator.thai.text import fold


@dataclass(frozen=True, slots=True)
class Agency:
    """หน่วยงาน: a district office (สำนักงานเขต) or a department (สำนัก)."""

    code: str
    """Eight digits, or ``unknown``."""
    name: str | None
    """In full; ``None`` when neither a dump nor a lookup names the code."""
    english: str
    is_district: bool
    area: str
    """One of six groups of districts, ``""`` when unknown."""

    @property
    def known_code(self) -> str | None:
        """``None`` in the bucket of the unknown."""
        return None if self.code == UNKNOWN else self.code


def name_agencies(projects: Iterable[Project], lookups: Lookups) -> Mapping[str, Agency]:
    """The agency of each project, by the project's key.

    Its code is the project's; where that is missing, the one that other headers or the lookups
    have for its name. It is named by most of its headers, else by the lookups.
    """
    by_name = {fold(one.name): one.code for one in lookups.agencies.values()}
    for one in projects:
        if one.facts.agency_code and one.facts.agency_name:
            by_name[fold(one.facts.agency_name.value)] = one.facts.agency_code.value
    codes = {one.key: agency_code(one, by_name) for one in projects}
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for one in projects:
        name = one.facts.agency_name
        written[codes[one.key]].update([name.value] if name else [])
    named = {code: agency(code, names, lookups) for code, names in written.items()}
    return {key: named[code] for key, code in codes.items()}


def agency_code(project: Project, by_name: Mapping[str, str]) -> str:
    """Eight digits, or ``unknown``."""
    code, name = project.facts.agency_code, project.facts.agency_name
    if code:
        return code.value
    return by_name.get(fold(name.value), UNKNOWN) if name else UNKNOWN


def agency(code: str, written: Counter[str], lookups: Lookups) -> Agency:
    """One agency from its code and the names its headers have, else the lookup's name."""
    if code == UNKNOWN:
        return Agency(UNKNOWN, None, "", is_district=False, area="")
    known = lookups.agencies.get(code)
    name = spelling(written)
    if known and (name is None or fold(name) == fold(known.name)):
        name = known.name  # the same words, in the spelling that was looked over
    return Agency(
        code,
        name,
        known.english if known else "",
        is_district=known.is_district if known else code.startswith("50"),
        area=known.area if known else "",
    )


def spelling(written: Counter[str]) -> str | None:
    """The name most headers have, in its joined spelling where one has it."""
    if not written:
        return None
    votes: Counter[str] = Counter()
    for name, count in written.items():
        votes[fold(name)] += count
    most = min(votes, key=lambda one: (-votes[one], one))
    alike = sorted(name for name in written if fold(name) == most)
    return most if most in alike else alike[0]
