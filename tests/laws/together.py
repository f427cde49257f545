"""Samples brought together as a corpus, with small tables of their own."""

from dataclasses import replace

from generator.corpus import Corpus, Entry, corpus
from generator.lookups import Lookups, lookups
from tests.laws.samples import Sample, read

PLAN = "from-2566"
TABLES: Lookups = lookups(
    {
        "districts": {
            "50990000": {"name": "สำนักงานเขตสมมติ", "english": "Sommot", "area": "กลาง"},
            "50980000": {"name": "สำนักงานเขตอุปมา"},
        },
        "departments": {"07000000": {"name": "สำนักสมมติ"}},
        "sections": {"03": {"name": "ฝ่ายโยธาสมมติ"}},
        "strategies": {
            "plan": [{"id": "until-2565", "last_year": 2565}, {"id": PLAN, "first_year": 2566}],
            "labels": {PLAN: {"2": "มหานครในตาราง", "3.1": "มิติในตาราง"}},
            "english": {PLAN: {"2": "In the table"}},
        },
    }
)
BARE = "50990300/50990300"


def together(*texts: str, tables: Lookups = TABLES) -> Corpus:
    """The corpus of dumps called 0.txt, 1.txt and so on."""
    return corpus((read(text, f"{number}.txt") for number, text in enumerate(texts)), tables)


def entry(*texts: str, tables: Lookups = TABLES) -> Entry:
    (one,) = together(*texts, tables=tables).entries
    return one


def numbered(*samples: Sample) -> list[str]:
    """Each sample as a project of its own, with a code of its own."""
    return [
        replace(one, code=f"{one.code[:8]}-{number:04}").headed
        for number, one in enumerate(samples)
    ]
