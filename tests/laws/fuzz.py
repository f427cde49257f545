"""Reads mutated dumps, as many as asked for, with all processors: ``make fuzz COUNT=1000000``.

    python -m tests.laws.fuzz COUNT [--seed N] [--jobs N]

Any exception, any lost line and any text that withholding twice changes ends it, with the number of
the dump: ``--only NUMBER`` reads that one again.
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from typing import NamedTuple

from generator.corpus import corpus
from generator.dump.privacy import Policy, withhold
from generator.dump.received import Dump, Source
from generator.project import Parsed, parse
from generator.publish.artifacts import Document, Page, Site
from generator.publish.publishers import everything
from generator.store.encodings import decode
from tests.laws.accounting import account
from tests.laws.mutants import mutant
from tests.laws.together import TABLES

LONGEST = 100_000
BATCH = 50
"""Dumps that are brought together, as one build would."""
PUBLISHED = 40
"""Of so many batches, every page's view of one is made too."""
NOTHING = Policy()
SITE = Site(
    name="fuzz",
    description="",
    published_on=None,
    sample=True,
    base_url="https://example.org/",
    report_to=None,
    texts=(),
)


class Told(NamedTuple):
    """What became of a batch."""

    dumps: int
    copies: int
    said: Counter[str]
    slowest: float
    """CPU seconds for 100,000 bytes."""
    number: int
    """Of the slowest."""


class FoundError(Exception):
    """A dump that breaks a law; its number is its message."""


def read(number: int, seed: int) -> tuple[Parsed, float]:
    """Read one, see that no line is lost, and give the CPU seconds that reading took."""
    body = mutant(number, seed)
    start = time.process_time()
    text, lost = decode(body)
    parsed = parse(Dump(f"{number}.txt", text, Source(), lost), NOTHING, LONGEST)
    spent = time.process_time() - start
    account(parsed)
    published = parsed.stored.text
    assert withhold(published, NOTHING) == published, "withholding twice"
    return parsed, spent / max(len(body), 10_000) * 100_000


def batch(job: tuple[int, int, int]) -> Told:
    """Read some, and bring them together."""
    start, end, seed = job
    every: list[Parsed] = []
    said: Counter[str] = Counter()
    slowest = (0.0, start)
    for number in range(start, end):
        try:
            parsed, spent = read(number, seed)
        except Exception as error:
            message = f"dump {number} of seed {seed}: {error!r}"
            raise FoundError(message) from error
        every.append(parsed)
        said.update(one.code for one in parsed.diagnostics)
        slowest = max(slowest, (spent, number))
    try:
        publish(every, is_whole=start // BATCH % PUBLISHED == 0)
    except Exception as error:
        message = f"dumps {start} to {end - 1} of seed {seed} together: {error!r}"
        raise FoundError(message) from error
    return Told(len(every), sum(len(one.copies) for one in every), said, *slowest)


def publish(every: list[Parsed], *, is_whole: bool) -> None:
    """Assess them all, and make what their pages show."""
    whole = corpus(every, TABLES)
    if is_whole:
        for one in everything(whole, SITE):
            if isinstance(one, Page) and not one.is_late:
                one.view()
            elif isinstance(one, Document) and not one.is_late:
                one.body()


def jobs(count: int, seed: int) -> Iterator[tuple[int, int, int]]:
    for start in range(0, count, BATCH):
        yield start, min(count, start + BATCH), seed


def run(chosen: Namespace) -> str:
    """All of them; what to say in the end."""
    start = time.monotonic()
    dumps = copies = 0
    said: Counter[str] = Counter()
    slowest = (0.0, 0)
    with Pool(chosen.jobs) as pool:
        for told in pool.imap_unordered(batch, jobs(chosen.count, chosen.seed)):
            before = dumps
            dumps, copies = dumps + told.dumps, copies + told.copies
            said.update(told.said)
            slowest = max(slowest, (told.slowest, told.number))
            if before // 10_000 != dumps // 10_000:
                sys.stderr.write(f"{dumps:,} dumps, {time.monotonic() - start:,.0f} s\n")
    kinds = ", ".join(f"{code} {count:,}" for code, count in said.most_common(6))
    return (
        f"read {dumps:,} mutated dumps of seed {chosen.seed} with {copies:,} pages in them: no"
        f" exception, no line lost, {len(said)} kinds of diagnostics ({kinds} …); the slowest,"
        f" number {slowest[1]:,}, took {slowest[0]:.2f} s of CPU for 100 kB;"
        f" {time.monotonic() - start:,.0f} s\n"
    )


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.laws.fuzz", description="Read mutated dumps.")
    parser.add_argument("count", type=int, help="how many dumps")
    parser.add_argument("--seed", type=int, default=1, help="other mutants (default: 1)")
    parser.add_argument("--jobs", type=int, help="processes (default: one a processor)")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="read this one alone")
    chosen = parser.parse_args()
    if chosen.only is not None:
        parsed, spent = read(chosen.only, chosen.seed)
        publish([parsed], is_whole=True)
        sys.stdout.write(f"{parsed.diagnostics}\n{spent:.3f} s of CPU for 100 kB\n")
        return
    sys.stdout.write(run(chosen))


if __name__ == "__main__":
    main()
