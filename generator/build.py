"""The recipe of a build: the one module to read first.

gather     settings, tables, the list of dumps            ``gathering``
recall     has anything changed since the last build?     ``unchanged``
make       read the dumps, write the site, publish it     ``making``
"""

from collections.abc import Mapping

from generator.gathering import gather
from generator.outcome import Outcome, told_before
from generator.progress import Progress
from generator.unchanged import recalled


def build(environ: Mapping[str, str], options: Mapping[str, object], progress: Progress) -> Outcome:
    """Build the whole site. Raises ``SitegenError``, and then the old site stands as it was."""
    with progress.doing("look"):
        given = gather(environ, options)
        now, before = recalled(given.config, given.dumps)
    same = told_before(given.config, given.faults, before)
    if same and not given.config.record:
        return same
    # All that reads dumps and prints pages: half a second that only a build with work waits for.
    from generator.making import make  # noqa: PLC0415

    return make(given, now, progress)
