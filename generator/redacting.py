"""Redacting dumps: the same dumps with the same things withheld as from a site, to be passed on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.collate import Found
from generator.config import Config
from generator.dump.lines import as_written
from generator.dump.received import Source
from generator.errors import Fault, RefusedError, refuse
from generator.progress import Progress
from generator.project import Parsed
from generator.reading import read_one, reading
from generator.store.dumps import find_dumps
from generator.store.gzipped import gzipped
from generator.store.manifest import Written
from generator.store.output import publish, staged, write
from generator.store.parallel import in_parallel
from generator.store.paths import wrong_with
from generator.store.settings import read_settings, read_words
from generator.store.sources import to_csv
from generator.store.takedowns import find_takedowns
from generator.takedown.withdrawal import withdraw

LOST = "\ufffd"
"""What stands for bytes that are no text."""


class Redacted(NamedTuple):
    """What was done."""

    config: Config
    dumps: int
    """Written."""
    left_out: tuple[Parsed, ...]
    """Files of which no line is understood, so that nothing can be withheld from them."""
    unmatched: tuple[Found, ...]
    """Rows of the list of takedowns that name nothing in the dumps."""
    faults: tuple[Fault, ...]


def redact(
    environ: Mapping[str, str], options: Mapping[str, object], progress: Progress
) -> Redacted:
    """Write the dumps redacted. Raises ``SitegenError``, and then nothing is written."""
    config, faults = read_settings(environ, options)
    dumps, about, wrong_dumps = find_dumps(config.dumps)
    takedowns, wrong_list = find_takedowns(config.content)
    # Where a site would stand matters to nobody here.
    every = (*(one for one in faults if one.code != "base-url-missing"), *wrong_dumps, *wrong_list)
    refuse(every, strict=False)
    refuse_names(file.name for file in dumps)
    how = reading(config)
    read = in_parallel(read_one, dumps, config.jobs, shared=how)
    parsed, unmatched = withdraw(progress("dumps", read, len(dumps)), takedowns, how.policy)
    kept = tuple(one for one in parsed if is_understood(one))
    left_out = tuple(one for one in parsed if not is_understood(one))
    with staged(config.output, (config.dumps,)) as place:
        tree = str(place.new)
        files = [write(tree, one.file, body(one)) for one in kept]
        publish(place, [*files, *tables(tree, config, kept, is_marked=about.redacted)])
    return Redacted(config, len(kept), left_out, () if about.redacted else unmatched, every)


def is_understood(one: Parsed) -> bool:
    """Tell whether a file is a dump, or was before its projects were taken down."""
    return bool(one.stored.body) and not any(said.code == "not-a-dump" for said in one.diagnostics)


def refuse_names(names: Iterable[str]) -> None:
    """Refuse dumps that some system could not hold."""
    for name in names:
        if wrong := wrong_with(name):
            message = f"the dump {name!a} cannot be written under its name: {wrong}"
            raise RefusedError(message, "dump-name-wrong")


def body(one: Parsed) -> bytes:
    """A dump's bytes: its lines as published, with what cannot be seen or decoded as it was."""
    lines = "\n".join(as_written(line.text) for line in one.lines).rstrip("\n")
    text = f"{lines}\n".encode()
    if any(said.code == "decoded-with-loss" for said in one.diagnostics):
        text = text.replace(LOST.encode(), b"\xff")
    return gzipped(text, {}).body if one.file.endswith(".gz") else text


def tables(
    tree: str, config: Config, kept: Iterable[Parsed], *, is_marked: bool
) -> Iterator[Written]:
    """``dumps.toml``, which then says that they are redacted, and ``sources.csv``."""
    words, _ = read_words(config.dumps / "dumps.toml")
    mark = "" if is_marked else "redacted = true\n"
    yield write(tree, "dumps.toml", (mark + words).encode())
    sources = {one.file: source(one) for one in kept}
    if any(one != Source() for one in sources.values()):
        yield write(tree, "sources.csv", to_csv(sources))


def source(one: Parsed) -> Source:
    """What is known of a dump, unless it is of a page that was taken down."""
    stands = any(copy.part == 1 for copy in one.copies)
    return one.dump.source if stands else Source()
