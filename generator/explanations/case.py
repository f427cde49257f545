"""One code, said in full."""

from typing import NamedTuple

from generator.diagnostics import Severity


class Case(NamedTuple):
    """Of what the owner wrote or asked for."""

    severity: str
    says: str
    cause: str
    example: str
    help: str


WARNING, ERROR = Severity.WARNING.value, Severity.ERROR.value
