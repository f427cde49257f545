"""What the dumps' owner expects of the whole, against what was read."""

from collections.abc import Iterator

from generator.about_dumps import Expectations
from generator.corpus import Corpus, Entry
from generator.diagnostics import KINDS, Severity
from generator.lookups import UNKNOWN


def missed(corpus: Corpus, expectations: Expectations) -> Iterator[str]:
    """What was expected of these dumps and is not so, with the figures.

    A reader that quietly reads half the dumps must not publish.
    """
    count = len(corpus.entries)
    read = count + corpus.left_out
    if read < expectations.minimum_projects:
        yield f"{read:,} projects, at least {expectations.minimum_projects:,} expected"
    for what, least, held in shares(corpus.entries, expectations):
        share = sum(held) / (count or 1)
        if share < least and count:
            yield f"{share:.1%} of projects {what}, at least {least:.1%} expected"
    share, most = share_with_warnings(corpus), expectations.share_with_warnings
    if share > most:
        yield f"{share:.1%} of dumps with a warning, at most {most:.1%} expected"


def shares(
    entries: tuple[Entry, ...], expectations: Expectations
) -> Iterator[tuple[str, float, list[bool]]]:
    """What projects should have, what share of them at least, and whether each has it.

    A section counts where the newest copy holds it, though nothing in it be understood: of that
    warnings tell.
    """
    newest = [one.project.newest for one in entries]
    known = [one.agency.code != UNKNOWN for one in entries]
    yield "with an agency", expectations.share_with_agency, known
    dated = [one.year is not None for one in entries]
    yield "with a fiscal year", expectations.share_with_year, dated
    reported = [copy.newest_report is not None for copy in newest]
    yield "with a report", expectations.share_with_reports, reported
    for kind, least in expectations.sections:
        held = [any(section.kind == kind for section in copy.sections) for copy in newest]
        yield f"with the section {kind}", least, held


def share_with_warnings(corpus: Corpus) -> float:
    """Of all dumps, those that gave no project too: there a diagnostic says why."""
    snapshots = (snapshot for one in corpus.entries for snapshot in one.project.snapshots)
    dumps = {file.name for snapshot in snapshots for file in snapshot.files}
    dumps |= {file for file, _ in corpus.diagnostics}
    warned = {file for file, one in corpus.diagnostics if KINDS[one.code].severity != Severity.NOTE}
    return len(warned) / (len(dumps) or 1)
