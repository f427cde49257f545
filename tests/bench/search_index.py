"""What making the index costs: processor time, memory, bytes and files, beside the goals.

    python -m tests.bench.search_index 10000

Dumps are written and read a few hundred at a time, so that the memory is that of the index; only
the work of the index is timed, in one process.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from statistics import mean
from typing import TypeVar, cast

from generator.corpus import Corpus, corpus
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.project import parse
from generator.publish.cards import card, names
from generator.search.blocks import blocks
from generator.search.book import book
from generator.search.cards import Card, Sheet, sheet, text_file
from generator.search.columns import File
from generator.search.grams import part, ranges
from generator.search.index import files
from generator.search.names import Agency, Names, Root
from generator.store.lookups import read_lookups
from tests.conftest import CONTENT
from tests.writer import dump_text

R = TypeVar("R")
TOGETHER = 500
LONGEST = 100_000
"""Characters of a line."""


@dataclass
class Meter:
    """What was measured, and the names that were met on the way."""

    seconds: dict[str, float] = field(default_factory=dict)
    text_sizes: list[int] = field(default_factory=list)
    agencies: dict[str, Agency] = field(default_factory=dict)
    strategies: dict[tuple[str, str], Root] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    years: set[int] = field(default_factory=set)

    def time(self, what: str, work: Callable[[], R]) -> R:
        start = time.process_time()
        made = work()
        self.seconds[what] = self.seconds.get(what, 0) + time.process_time() - start
        return made

    def each(self, what: str, items: Iterable[R]) -> Iterator[R]:
        """The items, and what making each of them takes."""
        rest, end = iter(items), object()
        while (item := self.time(what, lambda: next(rest, end))) is not end:
            yield cast("R", item)

    def note(self, met: Names) -> None:
        self.agencies |= {one.code: one for one in met.agencies}
        self.strategies |= {(one.plan, one.number): one for one in met.strategies}
        self.statuses = met.statuses
        self.years |= {*met.years}

    def names(self) -> Names:
        years = sorted(self.years, reverse=True)
        agencies, strategies = self.agencies.values(), self.strategies.values()
        return Names(tuple(agencies), self.statuses, tuple(strategies), tuple(years))


def corpora(count: int) -> Iterator[Corpus]:
    """The writer's dumps, some at a time."""
    lookups, _ = read_lookups(CONTENT)
    for first in range(0, count, TOGETHER):
        numbers = range(first, min(first + TOGETHER, count))
        dumps = (Dump(f"{one}.txt", dump_text(one), Source(), ()) for one in numbers)
        yield corpus((parse(one, Policy(), LONGEST) for one in dumps), lookups)


def read(count: int, meter: Meter) -> Iterator[tuple[Card, Sheet]]:
    """Every project, its texts weighed and let go."""
    for some in corpora(count):
        meter.note(names(some))
        for entry in some.entries:
            labels = tuple(some.nodes[node].label for node in entry.nodes)
            found = meter.time("read", lambda: card(entry, labels))  # noqa: B023  called at once
            body = meter.time("texts", lambda: text_file(found))  # noqa: B023
            meter.text_sizes.append(len(body))
            yield found._replace(passages=()), meter.time("normal", lambda: sheet(found))  # noqa: B023


def index(count: int, meter: Meter) -> list[File]:
    """Make an index of so many dumps."""
    spent = time.process_time()
    whole = book(meter.each("all reading", read(count, meter)))
    meter.seconds["grams"] = time.process_time() - spent - meter.seconds.pop("all reading")
    cuts = meter.time("ranges", lambda: ranges(whole))
    cut = meter.time("blocks", lambda: [blocks(part(cuts, one)) for one in cuts.numbers])
    return meter.time("files", lambda: list(files(whole, cut, meter.names())))


def main(count: int) -> None:
    """Print what it took, beside the goals of 10,000 documents."""
    meter = Meter()
    made = index(count, meter)
    documents = len(meter.text_sizes)
    sizes = [len(body) for _, body in made]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = ", ".join(f"{what} {seconds:.1f}" for what, seconds in meter.seconds.items())
    rows = (
        ("documents", f"{documents:,}", ""),
        ("processor seconds per 10,000", f"{per_ten_thousand(meter, documents):.1f}", "8"),
        ("  of these", steps, ""),
        ("memory, MB", f"{memory:,.0f}", "2,000 at 100,000"),
        ("index, bytes a document", f"{sum(sizes) / documents:,.0f}", "900"),
        ("texts, bytes a document", f"{sum(meter.text_sizes) / documents:,.0f}", "3,500"),
        ("files under /search/", f"{len(made):,}", "5,000 at 100,000"),
        ("index.bin, bytes", f"{sizes[0]:,}", ""),
        ("a block of grams, bytes", f"{mean(grams(made)):,.0f}", "4,000 at most"),
    )
    for what, measured, goal in rows:
        sys.stdout.write(f"{what:30} {measured:>12}   {goal}\n")


def per_ten_thousand(meter: Meter, documents: int) -> float:
    """Seconds of all steps."""
    return sum(meter.seconds.values()) / documents * 10_000


def grams(made: list[File]) -> list[int]:
    """Sizes of the blocks."""
    return [len(body) for path, body in made if "/grams/" in path]


if __name__ == "__main__":
    main(int(sys.argv[1]))
