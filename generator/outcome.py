"""What a build did: told to people, and kept for a build that finds nothing changed."""

from typing import Any, NamedTuple

from generator.config import Config
from generator.diagnostics import Diagnostic
from generator.errors import Fault
from generator.messages import Excerpt, Found, count, severities, size
from generator.store.processors import default_jobs
from generator.weights import Kind, Saving, Weights

COUNTED = ("dumps", "projects", "pages", "lists")
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
    found: tuple[Found, ...]
    """Diagnostics by file and line."""
    faults: tuple[Fault, ...]
    """Warnings about the settings."""
    missed: tuple[str, ...]
    """Expectations of these dumps that were not met; the site is published all the same,
    unless the build is strict."""

    weights: Weights = Weights()
    """Of all files."""
    rendered: int = 0
    """Files that were made; all others of the site stood already."""
    reasons: tuple[tuple[str, str], ...] = ()
    """The path of each, and why it was made; empty where nobody asked."""
    is_new: bool = True
    """False: nothing has changed since the last build, and nothing was written."""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return self.weights.bytes

    def told(self) -> dict[str, object]:
        """What the next build repeats if nothing has changed, as JSON."""
        return {
            "found": self.found,
            "missed": self.missed,
            "weights": self.weights,
            **{name: getattr(self, name) for name in COUNTED},
        }

    def summary(self, seconds: float) -> str:
        """One line: what was built, from what, how long it took, where it stands."""
        did = "built" if self.is_new else "nothing has changed:"
        parts = [
            f"{did} {count(self.pages, 'page')} of {count(self.projects, 'project')}",
            f"from {count(self.dumps, 'dump')} in {seconds:.1f} s",
        ]
        scheduler, jobs = self.config.scheduler, self.config.jobs or default_jobs()
        workers = f"workers of {scheduler}" if scheduler else count(jobs, "worker")
        odd = severities(self.found)
        told = [workers, *([odd] if odd else []), count(self.lists, "list page")]
        told += [size(self.size), f"{self.rendered:,} made anew"]
        return f"{' '.join(parts)} ({', '.join(told)}) in {self.config.output}"


def told_before(config: Config, faults: tuple[Fault, ...], told: object) -> Outcome | None:
    """The outcome of the last build, as ``Outcome.told`` gave it; ``None`` for anything else."""
    if not isinstance(told, dict):
        return None
    try:
        found = tuple(found_before(*one) for one in told["found"])
        missed = tuple(map(str, told["missed"]))
        counts: dict[str, Any] = {name: int(told[name]) for name in COUNTED}
        return Outcome(
            config=config,
            faults=faults,
            found=found,
            missed=missed,
            weights=weights_before(*told["weights"]),
            **counts,
            is_new=False,
        )
    except (TypeError, KeyError, ValueError):
        return None


def found_before(file: str, one: list[object], excerpt: list[object] | None) -> Found:
    """One thing said of a file, as JSON has it."""
    return Found(file, Diagnostic(*one), Excerpt(*excerpt) if excerpt else None)  # type: ignore[arg-type]


def weights_before(kinds: list[list[Any]], savings: list[list[Any]]) -> Weights:
    """What the site weighs, as JSON has it."""
    return Weights(tuple(Kind(*one) for one in kinds), tuple(Saving(*one) for one in savings))
