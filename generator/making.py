"""Making a site: what ``build`` does once it is known that there is something to do.

A module of its own, because all that reads dumps and prints pages is loaded with it.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.collate import Found
from generator.config import Limits
from generator.corpus import Corpus, corpus
from generator.diagnostics import Diagnostic
from generator.dump.privacy import Policy
from generator.expectations import missed
from generator.gathering import Given
from generator.messages import size
from generator.outcome import Outcome
from generator.project import Parsed, parse
from generator.publish import urls
from generator.publish.artifacts import Artifact, File, Page, Site
from generator.publish.publishers import everything, is_list
from generator.recording import record
from generator.render.assets import assets
from generator.render.page import Printer
from generator.render.places import folders
from generator.state import to_json
from generator.store import memory, static
from generator.store.dumps import DumpFile, one_dump, read_dump
from generator.store.manifest import Written
from generator.store.output import publish, staged, write
from generator.store.parallel import in_parallel
from generator.store.parquet import write_parquet
from generator.store.states import write_state
from generator.unchanged import Inputs, keep


def make(given: Given, now: Inputs, say: Callable[[str], None]) -> Outcome:
    """Read the dumps, write the site, put it in its place."""
    config = given.config
    whole = read(given, say)
    site = site_of(given)
    artifacts = everything(whole, site)
    outcome = Outcome(
        config=config,
        dumps=len(given.dumps),
        projects=len(whole.entries),
        pages=sum(isinstance(one, Page) and one.is_html for one in artifacts),
        lists=sum(map(is_list, artifacts)),
        size=0,
        found=whole.diagnostics,
        faults=given.faults,
        missed=tuple(missed(whole, given.about.expectations)),
    )
    if outcome.missed and config.strict:
        return outcome

    say(f"writing {len(artifacts):,} files")
    with staged(config.output, given.folders) as place:
        press = Press(artifacts, Printer(site, config.templates), str(place.new), config.limits)
        written = print_all(press, given, whole)
        memory.forget(now.place)
        publish(place, written)
    if config.record:
        write_state(config.record, to_json(record(whole)))
    done = outcome._replace(
        size=sum(file.size for file in written),
        found=(*outcome.found, *overweight(written)),
    )
    keep(config, now, done.told())
    return done


def read(given: Given, say: Callable[[str], None]) -> Corpus:
    """All dumps, brought together."""
    config = given.config
    reading = Reading(Policy(**config.privacy._asdict()), config.limits)
    say(f"reading {len(given.dumps):,} dumps")
    parsed = in_parallel(read_one, given.dumps, config.jobs, shared=reading)
    whole = corpus(parsed, given.lookups, sample=given.about.sample, thresholds=config.thresholds)
    return replace(whole, earlier=given.earlier)


def site_of(given: Given) -> Site:
    """What every page may show of the site itself."""
    config = given.config
    return Site(
        name=config.name,
        description=config.description,
        published_on=config.published_on,
        sample=given.about.sample,
        base_url=config.base_url,
        report_to=config.report_to,
        texts=given.texts,
        style_page=config.style_page,
        noindex=config.noindex,
    )


def print_all(press: "Press", given: Given, whole: Corpus) -> list[Written]:
    """Every file of the site, those that tell of the others last."""
    jobs, tree = given.config.jobs, press.tree
    written = [write(tree, *file) for file in assets(folders(given.config.templates)).files]
    written += in_parallel(print_one, early(press.artifacts), jobs, shared=press)
    written += [
        *(static.copy(tree, file) for file in given.static),
        *index(whole, tree, jobs),
        *write_parquet(tree, is_asked=given.config.parquet),
    ]
    written += print_late(press, written)
    return written


HEAVY = 45_000
"""Bytes of a project page that a slow telephone still opens at once; one of a dump of up to 20 kB
is lighter."""


PROJECT_PAGE = re.compile(re.escape(urls.path(urls.project("KEY"))).replace("KEY", "[^/]+"))


def overweight(written: Iterable[Written]) -> Iterator[Found]:
    """Project pages above that. They stay whole all the same."""
    for file in written:
        if file.size > HEAVY and PROJECT_PAGE.fullmatch(file.path):
            yield file.path, Diagnostic("page-heavy", detail=size(file.size))


class Reading(NamedTuple):
    """What reading a dump needs beside the dump."""

    policy: Policy
    limits: Limits


def read_one(reading: Reading, file: DumpFile) -> Parsed:
    """One dump from the disk to its copies, in whichever process."""
    dump = read_dump(file, reading.limits)
    return parse(dump, reading.policy, reading.limits.line_characters)


def read_file(path: Path) -> Parsed:
    """One dump by itself, read and withheld as a site without settings would."""
    reading = Reading(Policy(), Limits())
    return read_one(reading, one_dump(path))


class Press(NamedTuple):
    """What printing an artifact needs beside its place in the list."""

    artifacts: tuple[Artifact, ...]
    printer: Printer
    tree: str
    """Where the new site is written."""
    limits: Limits


def index(corpus: Corpus, tree: str, jobs: int | None) -> Iterator[Written]:
    """Write the files of the search."""
    # It imports numpy, which takes a tenth of a second that no other command should wait for.
    from generator.indexing import write_index  # noqa: PLC0415

    return write_index(corpus, tree, jobs)


def early(artifacts: Iterable[Artifact]) -> Iterator[int]:
    """The places in the list of what can be made at once."""
    return (number for number, one in enumerate(artifacts) if not one.is_late)


def print_one(press: Press, number: int) -> Written:
    """One artifact to its file, in whichever process."""
    return print_now(press, press.artifacts[number])


GZIP = 31
"""For zlib: a gzip file, which then tells neither a name nor a day."""


def print_now(press: Press, artifact: Artifact) -> Written:
    """One artifact to its file."""
    if isinstance(artifact, Page):
        return write(press.tree, artifact.path, press.printer.render(artifact))
    body = artifact.body()
    if artifact.may_shrink and len(body) >= press.limits.data_bytes:
        return write(press.tree, f"{artifact.path}.gz", zlib.compress(body, 9, GZIP))
    return write(press.tree, artifact.path, body)


def print_late(press: Press, written: Iterable[Written]) -> Iterator[Written]:
    """What tells of the other files, in the order of the list: each knows those before it."""
    files = [File(*one) for one in written]
    for one in press.artifacts:
        if one.is_late:
            done = print_now(press, informed(one, tuple(files)))
            files.append(File(*done))
            yield done


def informed(artifact: Artifact, files: tuple[File, ...]) -> Artifact:
    """The artifact, which now knows the files."""
    if isinstance(artifact, Page):
        return artifact._replace(view=partial(artifact.view, files))
    return artifact._replace(body=partial(artifact.body, files))
