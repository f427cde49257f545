"""Projects that stand as a test needs them to."""

from dataclasses import replace
from decimal import Decimal

from generator.assess.status import Meaning
from generator.corpus import Entry
from tests.publish.invented import Invented, corpus_of


def standing(status: str, meaning: Meaning, difference: int | None = None) -> Entry:
    """A project of this status."""
    (entry,) = corpus_of(Invented()).entries
    points = None if difference is None else Decimal(difference)
    verdict = replace(entry.assessment.verdict, status=status, meaning=meaning, difference=points)
    return replace(entry, assessment=replace(entry.assessment, verdict=verdict))
