"""The grammar of a project page: one row a section type, in page order."""

from generator.sections import (
    evaluation,
    identity,
    indicators,
    objectives,
    progress,
    rationale,
    repeats,
    steps,
    strategy,
    targets,
    units,
)
from generator.sections.shape import SectionType

SECTIONS: tuple[SectionType, ...] = (
    identity.TYPE,
    evaluation.TYPE,
    rationale.TYPE,
    units.TYPE,
    objectives.TYPE,
    targets.TYPE,
    strategy.TYPE,
    progress.TYPE,
    steps.TYPE,
    repeats.TYPE,
    indicators.TYPE,
)
