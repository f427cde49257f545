"""``dumps.toml``: what is true of the dumps beside it alone."""

from typing import NamedTuple

from generator.errors import Fault
from generator.sections import SECTIONS
from generator.settings import kinds
from generator.settings.setting import Setting, Taking, unknown
from generator.settings.toml import from_toml


class Expectations(NamedTuple):
    """What must be true of a whole folder of dumps. Shares are from 0 to 1."""

    minimum_projects: int = 0
    share_with_agency: float = 0.0
    """At least."""
    share_with_year: float = 0.0
    """At least."""
    share_with_reports: float = 0.0
    """At least."""
    share_with_warnings: float = 1.0
    """At most."""
    sections: tuple[tuple[str, float], ...] = ()
    """Kinds of sections, and what share of projects holds one, at least."""


class AboutDumps(NamedTuple):
    """What ``dumps.toml`` says."""

    sample: bool = False
    """The dumps are invented, and every page says so."""
    expectations: Expectations = Expectations()
    redacted: bool = False
    """``sitegen redact`` wrote them: what the list of takedowns names is gone from them already."""


SAMPLE = Setting("sample", kinds.FLAG, default=False)
REDACTED = Setting("redacted", kinds.FLAG, default=False)
MINIMUM_PROJECTS = Setting("expectations.minimum_projects", kinds.COUNT, 0)
SHARES = tuple(
    Setting(f"expectations.{what}", kinds.SHARE, share)
    for what, share in Expectations()._asdict().items()
    if what.startswith("share_")
)
OF_SECTIONS = {
    row.kind: Setting(f"expectations.sections.{row.kind}", kinds.SHARE, 0.0) for row in SECTIONS
}
ABOUT_DUMPS: tuple[Setting[object], ...] = (
    SAMPLE,
    REDACTED,
    MINIMUM_PROJECTS,
    *SHARES,
    *OF_SECTIONS.values(),
)
"""What ``dumps.toml`` may set."""


def read_about_dumps(text: str, file: str) -> tuple[AboutDumps, tuple[Fault, ...]]:
    """Its text; ``file`` is its name in faults. A faulty value counts as not given."""
    layer, faults = from_toml(text, file)
    take = Taking(layer)
    shares = ((kind, take(share)) for kind, share in OF_SECTIONS.items())
    sections = tuple((kind, share) for kind, share in shares if share)
    expectations = Expectations(take(MINIMUM_PROJECTS), *map(take, SHARES))
    expectations = expectations._replace(sections=sections)
    about = AboutDumps(take(SAMPLE), expectations, take(REDACTED))
    strange = unknown(layer, [one.key for one in ABOUT_DUMPS])
    found = (*faults, *take.faults, *strange)
    return about, tuple(sorted(found, key=lambda one: one.line))
