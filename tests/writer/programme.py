"""Which work of which agency a dump is about, from its index by arithmetic: no two are the same."""

from typing import NamedTuple

from tests.writer.anomalies import Anomaly, Kinship, anomalies, kinship
from tests.writer.dice import dice
from tests.writer.slots import Slots, places
from tests.writer.vocabulary import AGENCIES, TOPICS, UNITS, Agency, Topic

FIRST_YEAR, YEARS = 2558, 12
LAST_YEAR = FIRST_YEAR + YEARS - 1
PROGRAMMES = 90
"""Works that one agency does again in some years."""
SERIALS = 7900
NOBODY = Agency("99010000", "สำนักงานโครงการพิเศษ", "กรุงเทพมหานคร")
"""An agency whose code stands in no list."""
OFFICE = "00"
DISTRICT = "5"


class Work(NamedTuple):
    """One programme in one fiscal year."""

    agency: Agency
    topic: Topic
    year: int
    code: str
    unit_code: str
    unit: str
    title: str
    named: str
    """The title as prose says it: without ``โครงการ`` and without the year."""
    names: dict[str, str]
    """What the sentences call things in this work."""
    edition: str
    """Works with the same edition share a rationale."""


def work(index: int, seed: int) -> Work:
    """The work of a dump that is no copy."""
    if kinship(index, seed) is Kinship.NEXT_YEAR:
        last = work(index - 1, seed)
        year = last.year + 1 if last.year < LAST_YEAR else last.year - 1
        return _work(last.agency, _programme(index - 1), year, seed)._replace(
            code=f"{last.agency.code}-{1000 + index // len(AGENCIES) % 1000}",
            edition=last.edition,
        )
    agency = AGENCIES[_agency(index)]
    if Anomaly.UNKNOWN_AGENCY in anomalies(index, seed):
        agency = NOBODY
    pair = _pair(index)
    made = _work(agency, pair // YEARS, FIRST_YEAR + pair % YEARS, seed)
    return made._replace(code=f"{agency.code}-{_serial(index)}")


def _agency(index: int) -> int:
    """Each agency once in every run of 63."""
    return (index * 29 + index // len(AGENCIES)) % len(AGENCIES)


def _pair(index: int) -> int:
    """Programme and year in one number; within an agency each comes once in 1080 dumps."""
    return (index // len(AGENCIES) * 389 + _agency(index) * 17) % (PROGRAMMES * YEARS)


def _programme(index: int) -> int:
    return _pair(index) // YEARS


def _serial(index: int) -> int:
    return 2000 + (index // len(AGENCIES) * 613 + _agency(index) * 97) % SERIALS


def _work(agency: Agency, programme: int, year: int, seed: int) -> Work:
    chance = dice(seed, "programme", agency.code, programme)
    topic = chance.choice(_topics(agency))
    digits, unit = chance.choice(_units(agency, topic))
    slots = Slots(chance, places(chance))
    slots |= {"agency": agency.name, "area": agency.area, "section": unit}
    slots |= {"thing": topic.thing, "duty": topic.duty, "people": topic.people}
    slots["where"] = slots.fill(topic.where)
    named = slots.choose(topic.titles) + _suffix(slots)
    title = ("โครงการ" if chance.random() < 0.12 else "") + named
    if chance.random() < 0.08:
        title += chance.choice((" ประจำปี {}", " ปีงบประมาณ พ.ศ. {}", " (ปี {})")).format(year)
    rewritten = dice(seed, "edition", agency.code, programme, year).random() < 0.25
    return Work(
        agency,
        topic,
        year,
        "",
        f"{agency.code[:4]}{digits}00",
        unit,
        title,
        named,
        dict(slots),
        f"{agency.code}/{programme}/{year if rewritten else ''}",
    )


def _suffix(slots: Slots) -> str:
    suffixes = (" (นำร่อง)", " ระยะที่ {d}", "ใน{area}", "แบบมีส่วนร่วม", " (กิจกรรมที่ {d})")
    return slots.choose(suffixes) if slots.chance.random() < 0.12 else ""


def _topics(agency: Agency) -> tuple[Topic, ...]:
    if agency.code.startswith(DISTRICT):
        return tuple(topic for topic in TOPICS if topic.sections)
    return tuple(topic for topic in TOPICS if agency.code[:2] in topic.departments) or TOPICS


def _units(agency: Agency, topic: Topic) -> list[tuple[str, str]]:
    if agency.code.startswith(DISTRICT):
        return [(digits, UNITS[DISTRICT, digits]) for digits in topic.sections]
    return [(digits, name) for (key, digits), name in UNITS.items() if key == agency.code[:2]]
