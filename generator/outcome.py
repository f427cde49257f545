"""What a build did: told to people, and kept for a build that finds nothing changed."""

from typing import NamedTuple

from generator.config import Config
from generator.diagnostics import Diagnostic
from generator.errors import Fault
from generator.messages import Found, count, severities, size
from generator.store.parallel import default_jobs

COUNTED = ("dumps", "projects", "pages", "lists", "size")
"""Figures of an outcome."""


class Outcome(NamedTuple):
    """What a build did."""

    config: Config
    dumps: int
    projects: int
    pages: int
    """HTML pages."""
    lists: int
    """Those of them that list projects: the part of a site that may grow out of hand."""
    size: int
    """Bytes of all files."""
    found: tuple[Found, ...]
    """Diagnostics by file and line."""
    faults: tuple[Fault, ...]
    """Warnings about the settings."""
    missed: tuple[str, ...]
    """Expectations of these dumps that were not met; the site is published all the same,
    unless the build is strict."""

    is_new: bool = True
    """False: nothing has changed since the last build, and nothing was written."""

    def told(self) -> dict[str, object]:
        """What the next build repeats if nothing has changed, as JSON."""
        return {
            "found": self.found,
            "missed": self.missed,
            **{name: getattr(self, name) for name in COUNTED},
        }

    def summary(self, seconds: float) -> str:
        """One line: what was built, from what, how long it took, where it stands."""
        did = "built" if self.is_new else "nothing has changed:"
        parts = [
            f"{did} {count(self.pages, 'page')} of {count(self.projects, 'project')}",
            f"from {count(self.dumps, 'dump')} in {seconds:.1f} s",
        ]
        jobs = self.config.jobs or default_jobs()
        odd = severities(self.found)
        told = [count(jobs, "worker"), *([odd] if odd else []), count(self.lists, "list page")]
        told.append(size(self.size))
        return f"{' '.join(parts)} ({', '.join(told)}) in {self.config.output}"


def told_before(config: Config, faults: tuple[Fault, ...], told: object) -> Outcome | None:
    """The outcome of the last build, as ``Outcome.told`` gave it; ``None`` for anything else."""
    if not isinstance(told, dict):
        return None
    try:
        found = tuple((file, Diagnostic(*one)) for file, one in told["found"])
        missed = tuple(map(str, told["missed"]))
        counts = {name: int(told[name]) for name in COUNTED}
        return Outcome(
            config=config, faults=faults, found=found, missed=missed, **counts, is_new=False
        )
    except (TypeError, KeyError, ValueError):
        return None
