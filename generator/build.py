"""The recipe of a build: the one module to read first."""

from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.collate import Found
from generator.config import Config, Limits
from generator.corpus import corpus
from generator.dump.privacy import Policy
from generator.errors import Fault, refuse
from generator.expectations import missed
from generator.messages import count, severities, size
from generator.project import Parsed, parse
from generator.publish import PUBLISHERS
from generator.publish.artifacts import Artifact, Page, Site
from generator.render.assets import assets
from generator.render.environment import folders
from generator.render.page import Printer
from generator.render.words import SOURCE
from generator.store import static
from generator.store.dumps import DumpFile, find_dumps, one_dump, read_dump
from generator.store.lookups import read_lookups
from generator.store.manifest import Written
from generator.store.output import publish, staged, write
from generator.store.parallel import default_jobs, in_parallel
from generator.store.settings import read_settings
from generator.store.texts import read_texts


class Outcome(NamedTuple):
    """What a build did."""

    config: Config
    dumps: int
    projects: int
    pages: int
    """HTML pages."""
    size: int
    """Bytes of all files."""
    found: tuple[Found, ...]
    """Diagnostics by file and line."""
    faults: tuple[Fault, ...]
    """Warnings about the settings."""
    missed: tuple[str, ...]
    """Expectations of these dumps that were not met; the site is published all the same,
    unless the build is strict."""

    def summary(self, seconds: float) -> str:
        """One line: what was built, from what, how long it took, where it stands."""
        parts = [
            f"built {count(self.pages, 'page')} of {count(self.projects, 'project')}",
            f"from {count(self.dumps, 'dump')} in {seconds:.1f} s",
        ]
        jobs = self.config.jobs or default_jobs()
        odd = severities(self.found)
        told = [f"{count(jobs, 'worker')}", *([odd] if odd else []), size(self.size)]
        return f"{' '.join(parts)} ({', '.join(told)}) in {self.config.output}"


def build(
    environ: Mapping[str, str], options: Mapping[str, object], say: Callable[[str], None]
) -> Outcome:
    """Build the whole site. Raises ``SitegenError``, and then the old site stands as it was."""
    config, faults = read_settings(environ, options)
    dumps, about, wrong_dumps = find_dumps(config.dumps)
    lookups, wrong_lookups = read_lookups(config.content)
    texts, wrong_texts = read_texts(config.content, SOURCE)
    files, wrong_files = static.find_static(config.content / "static")
    every = (*faults, *wrong_dumps, *wrong_lookups, *wrong_texts, *wrong_files)
    refuse(every, strict=config.strict)

    say(f"reading {len(dumps):,} dumps")
    reading = Reading(Policy(**config.privacy._asdict()), config.limits)
    parsed = in_parallel(read_one, dumps, config.jobs, shared=reading)
    whole = corpus(parsed, lookups, sample=about.sample)
    unmet = tuple(missed(whole, about.expectations))

    site = Site(
        name=config.name,
        description=config.description,
        published_on=config.published_on,
        sample=about.sample,
        base_url=config.base_url,
        report_to=config.report_to,
        texts=texts,
    )
    artifacts = tuple(chain.from_iterable(pages(whole, site) for pages in PUBLISHERS))
    outcome = Outcome(
        config=config,
        dumps=len(dumps),
        projects=len(whole.entries),
        pages=sum(isinstance(one, Page) for one in artifacts),
        size=0,
        found=whole.diagnostics,
        faults=every,
        missed=unmet,
    )
    if unmet and config.strict:
        return outcome

    say(f"writing {len(artifacts):,} files")
    inputs = [config.content, config.dumps, *([config.templates] if config.templates else [])]
    with staged(config.output, inputs) as place:
        press = Press(artifacts, Printer(site, config.templates), str(place.new))
        written = list(in_parallel(print_one, range(len(artifacts)), config.jobs, shared=press))
        for path, body in assets(folders(config.templates)).files:
            written.append(write(press.tree, path, body))
        written += [static.copy(press.tree, file) for file in files]
        publish(place, written)
    return outcome._replace(size=sum(file.size for file in written))


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


def print_one(press: Press, number: int) -> Written:
    """One artifact to its file, in whichever process."""
    artifact = press.artifacts[number]
    body = press.printer.render(artifact) if isinstance(artifact, Page) else artifact.body()
    return write(press.tree, artifact.path, body)
