"""The processors of this machine. By itself, since what only counts them needs no processes."""

import os


def default_jobs() -> int:
    """As many processes as there are processors that we may use."""
    ours = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(ours(0)) if ours else os.cpu_count() or 1
