"""Making a site: what ``build`` does once it is known that there is something to do.

A module of its own, because all that reads dumps and prints pages is loaded with it.
"""

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial

from generator.choices import Limits
from generator.collate import Found
from generator.config import Config
from generator.corpus import Corpus, corpus
from generator.diagnostics import Diagnostic
from generator.excerpts import quoted
from generator.expectations import missed
from generator.fingerprints import Fingerprints
from generator.gathering import Given
from generator.messages import size
from generator.outcome import Outcome
from generator.printing import Press, Printed, print_early, print_late, told
from generator.progress import Progress
from generator.project import Parsed
from generator.publish import urls
from generator.publish.artifacts import Page, Site
from generator.publish.publishers import everything, is_list
from generator.reading import read_all, reading
from generator.reasons import reasons
from generator.recording import record
from generator.render.assets import assets
from generator.render.page import Printer
from generator.render.places import folders
from generator.state import of_years, to_json
from generator.store import memory, static
from generator.store.crew import Crew
from generator.store.manifest import Written
from generator.store.output import publish, staged, write
from generator.store.parquet import write_parquet
from generator.store.prints import Told
from generator.store.records import NOTHING, Kept
from generator.store.records import kept as kept_beside
from generator.store.spare import keep_spare
from generator.store.states import write_state
from generator.takedown.withdrawal import recalled, withdraw
from generator.unchanged import Inputs, keep, program, taken_over
from generator.weights import Weights, heavy, weights


def make(given: Given, now: Inputs, progress: Progress) -> Outcome:
    """Read the dumps, write the site, put it in its place."""
    config = given.config
    site = site_of(given)
    kept = kept_records(given, now)
    with set_aside():
        whole, unmatched = read(given, progress, kept)
        with progress.doing("arrange"):
            artifacts, prints = everything(whole, site), Fingerprints(now.origins)
            known = tuple(None if one.is_late else prints.of(one.recipe) for one in artifacts)
    outcome = Outcome(
        config=config,
        dumps=len(given.dumps),
        projects=len(whole.entries),
        pages=sum(isinstance(one, Page) and one.is_html for one in artifacts),
        lists=sum(map(is_list, artifacts)),
        found=quoted(whole, (*unmatched, *whole.diagnostics)),
        faults=given.faults,
        missed=tuple(missed(whole, given.about.expectations)),
    )
    if outcome.missed and config.strict:
        return outcome

    with staged(config.output, given.folders) as place:
        press = Press(
            artifacts=artifacts,
            printer=Printer(site, config.templates),
            tree=str(place.new),
            limits=config.limits,
            fingerprints=prints,
            told=known,
            key=now.around,
            before=taken_over(config, now),
        )
        written, printed, left = print_all(press, given, whole, progress)
        memory.forget(now.place)
        with progress.doing("switch"):
            publish(place, written)
            keep_spare(place, written)
    if config.record:
        write_state(config.record, to_json(record(whole)))
    found = weigh(whole, written, config.limits)
    heaviest = (*overweight(written), *too_heavy(found, config))
    done = outcome._replace(
        weights=found,
        found=(*outcome.found, *quoted(whole, heaviest)),
        rendered=sum(not one.is_kept for one in printed),
        reasons=reasons(press, printed) if config.explain else (),
    )
    kept.sweep()
    keep(config, now, done.told(), left)
    return done


@contextmanager
def set_aside() -> Iterator[None]:
    """Whatever is made meanwhile lives as long as the build, and holds no cycles.

    The collector of garbage would go through all records again and again, a third of the work.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def read(
    given: Given, progress: Progress, kept: Kept = NOTHING
) -> tuple[Corpus, tuple[Found, ...]]:
    """All dumps, brought together; and what of the list of takedowns is in none of them."""
    parsed = read_all(reading(given.config), given.dumps, crew(given.config), kept)
    every = [*progress("dumps", parsed, len(given.dumps))]
    with progress.doing("collate"):
        return together(given, every)


def kept_records(given: Given, now: Inputs) -> Kept:
    """What the last build read, of the dumps that are as they were."""
    config, beside = given.config, (program(now), reading(given.config))
    found = kept_beside(config.output, beside, given.dumps, now.origins)
    return found._replace(there={}) if config.anew else found


def together(given: Given, parsed: Iterable[Parsed]) -> tuple[Corpus, tuple[Found, ...]]:
    """Dumps that were read, brought together; and what ``read`` tells beside it."""
    config = given.config
    policy = reading(config).policy
    left, unmatched = withdraw(parsed, given.takedowns, policy)
    whole = corpus(left, given.lookups, thresholds=config.thresholds, years=config.years)
    before = given.earlier and of_years(given.earlier, config.years)
    earlier = before and recalled(before, given.takedowns, policy)
    gone, sample = given.takedowns.projects, given.about.sample
    whole = replace(whole, sample=sample, earlier=earlier, withheld=gone)
    return whole, () if given.about.redacted else unmatched


def crew(config: Config) -> Crew:
    """Who reads and prints."""
    return Crew(config.jobs, config.scheduler)


def site_of(given: Given) -> Site:
    """What every page may show of the site itself."""
    config = given.config
    return Site(
        name=config.name,
        description=config.description,
        logo=config.logo,
        accent=config.accent,
        published_on=config.published_on,
        sample=given.about.sample,
        base_url=config.base_url,
        report_to=config.report_to,
        texts=given.texts,
        style_page=config.style_page,
        noindex=config.noindex,
        licence=config.licence,
        offline=config.offline,
        parts=config.parts,
        locales=config.languages,
        names=config.names,
        english=given.lookups.in_english,
    )


def print_all(
    press: Press, given: Given, whole: Corpus, progress: Progress
) -> tuple[list[Written], list[Printed], Told]:
    """Every file of the site, those that tell of the others last; and what became of artifacts.

    By the third the next build knows them again; those that are made last are always made.
    """
    tree, there = press.tree, given.config.parts
    with closing(print_early(press, crew(given.config))) as early:
        printed = [*progress("pages", early, sum(not one.is_late for one in press.artifacts))]
    known = told(press, printed)
    beside = assets(folders(given.config.templates), given.config.accent)
    written = [
        *(write(tree, *file) for file in beside.files),
        *(one.file for one in printed),
        *(static.copy(tree, file) for file in given.static),
        *(progress("search", index(press, given, whole, known.prints), 0) if there.search else ()),
        *write_parquet(tree, is_asked=given.config.parquet and there.data),
    ]
    with progress.doing("late"):
        late = [*print_late(press, written)]
    return [*written, *(one.file for one in late)], [*printed, *late], known


HEAVY = 45_000
"""Bytes of a project page that a slow telephone still opens at once; one of a dump of up to 20 kB
is lighter."""


PROJECT_PAGE = re.compile(re.escape(urls.path(urls.project("KEY"))).replace("KEY", "[^/]+"))


def overweight(written: Iterable[Written]) -> Iterator[Found]:
    """Project pages above that. They stay whole all the same."""
    for file in written:
        if file.size > HEAVY and PROJECT_PAGE.fullmatch(file.path):
            yield file.path, Diagnostic("page-heavy", detail=size(file.size))


def weigh(whole: Corpus, written: Iterable[Written], limits: Limits) -> Weights:
    """What the files of the site weigh."""
    years = {year: len(entries) for year, entries in whole.years.items()}
    return weights(((file.path, file.size) for file in written), years, limits.site_bytes)


def too_heavy(found: Weights, config: Config) -> Iterator[Found]:
    """A site that weighs more than it may."""
    for one in heavy(found, config.limits.site_bytes):
        yield str(config.output), one


def index(
    press: Press, given: Given, whole: Corpus, prints: Mapping[str, str]
) -> Iterator[Written]:
    """Write the files of the search."""
    # It imports numpy, which takes a tenth of a second that no other command should wait for.
    from generator.indexing import Desk, write_index  # noqa: PLC0415
    from generator.store.shelf import Shelf, recall, remember  # noqa: PLC0415

    output = given.config.output
    known = Shelf() if given.config.anew else recall(output, press.key)
    desk = Desk(whole, press.tree, given.config.jobs, prints, known)
    return write_index(desk, partial(remember, output, press.key))
