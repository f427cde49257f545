"""What every code means, with an example: for ``sitegen explain`` and the site's own page."""

from typing import NamedTuple

from generator.assess.findings import RULES
from generator.dump.lines import INVISIBLE, visible
from generator.explanations.checks import CHECKS
from generator.explanations.diagnostics import DIAGNOSTICS, Case
from generator.explanations.faults import FAULTS
from generator.explanations.findings import FINDINGS
from generator.explanations.refusals import REFUSALS
from generator.messages import KINDS


class Explanation(NamedTuple):
    """One code of one family."""

    code: str
    family: str
    """``diagnostic`` of a dump, ``check`` of a site that was built, ``fault`` of what the owner
    wrote or asked for, ``finding`` of a project."""
    severity: str
    says: str
    """One line; empty where the templates hold it."""
    cause: str
    """Likewise."""
    example: str
    """Lines of a dump, of a file of the owner's, or of a terminal; invented."""
    help: str
    """What to do."""


SEVERITY = {rule.code: rule.severity.value for rule in RULES}


def said(family: str, code: str, case: Case) -> Explanation:
    """Of what is said of a dump, or of a site that was built."""
    severity, says, advice = KINDS[code]
    example = INVISIBLE.sub(visible, case.example)
    return Explanation(code, family, severity.value, says, case.cause, example, advice)


EXPLANATIONS: tuple[Explanation, ...] = (
    *(said("diagnostic", code, case) for code, case in sorted(DIAGNOSTICS.items())),
    *(said("check", code, case) for code, case in sorted(CHECKS.items())),
    *(Explanation(code, "fault", *fault) for code, fault in sorted((FAULTS | REFUSALS).items())),
    *(
        Explanation(code, "finding", SEVERITY[code], "", "", *case)
        for code, case in sorted(FINDINGS.items())
    ),
)
"""By family, then by code. A code may be of two families."""
