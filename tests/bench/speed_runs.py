"""What the bench runs: builds of sitegen in every state, the floor, Hugo; one after the other."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.bench.speed_cost import Cost, cost
from tests.bench.speed_floor import listing
from tests.writer import SEED, dump, write_corpus
from tests.writer.anomalies import kinship

PLAIN = Path(__file__).parent / "plain"
SITEGEN = (sys.executable, "-m", "generator")

FULL = "everything, in two languages"
SAME = "nothing changed"
CHANGED = "one dump changed"
ADDED = "one dump added"
REMOVED = "one dump removed"
LEAN = "in Thai alone, without search and bulk data"
FLOOR = "the same bytes written, no more"
OURS = "plain pages alone"
HUGO = "Hugo, the same plain pages"
VERSION = "`sitegen --version`"
ROWS = (LEAN, FULL, SAME, CHANGED, ADDED, REMOVED, OURS, HUGO, FLOOR, VERSION)

WITHOUT = ("--languages", "th", "--without", "search,data")
ALONE = (*WITHOUT, "--without", "raw,json,tables", "--templates", PLAIN / "ours")
REPORT_ENDS = "** ปัญหาของโครงการ"


class Run(NamedTuple):
    """One run and what it wrote."""

    row: str
    cost: Cost
    files: int | None = None
    size: int | None = None
    """Bytes of these files."""
    rendered: int | None = None
    """Pages and other files that were made anew."""
    stages: Mapping[str, float] = {}
    """Seconds of each part of a build."""


class Desk(NamedTuple):
    """A scratch folder with everything that the runs read."""

    root: Path
    changing: Path
    """The dump that changes."""
    spare: Path
    """The dump that comes and goes, where it lies while it is gone."""
    hugo: Path | None

    @property
    def dumps(self) -> Path:
        return self.root / "dumps"

    @property
    def listing(self) -> Path:
        """What the floor writes."""
        return self.root / "listing"

    @property
    def records(self) -> Path:
        """What Hugo makes its pages of: files of JSON."""
        return self.root / "hugo" / "data" / "projects"

    @contextmanager
    def site(self) -> Iterator[Path]:
        """Where a site may go that nobody has built yet; it goes away, and what lies beside it."""
        with TemporaryDirectory(dir=self.root) as folder:
            yield Path(folder, "site")


def desk(root: Path, number: int, hugo: Path | None) -> Desk:
    """Write so many dumps, and one more out of their middle that is laid aside."""
    write_corpus(root / "dumps", number + 1)
    spare, changing = islice(loners(number // 2), 2)
    (root / "spare").mkdir()
    shutil.move(root / "dumps" / spare, root / "spare" / spare)
    return Desk(root, root / "dumps" / changing, root / "spare" / spare, hugo)


def loners(first: int) -> Iterator[str]:
    """Dumps that are the only copy of their project and have no row in the table of sources."""
    for index in count(first):
        written = dump(index)
        is_kin = kinship(index, SEED) or kinship(index + 1, SEED)
        if not is_kin and not written.source and written.data == written.text.encode():
            yield written.name


class Bench(NamedTuple):
    """Makes the runs."""

    desk: Desk
    is_sampled: bool
    """Look at the memory; what is timed then is not to be used."""

    def round(self) -> Iterator[Run]:
        """Every run once."""
        yield from self.states()
        yield self.build(LEAN, *WITHOUT)
        yield self.run(FLOOR, sys.executable, "-m", "tests.bench.speed_floor", self.desk.listing)
        yield self.build(OURS, *ALONE)
        if self.desk.hugo:
            sources = ("--source", self.desk.records.parents[1], "--noBuildLock", "--quiet")
            run = self.run(HUGO, self.desk.hugo, "build", *sources, "--destination")
            yield run._replace(rendered=run.files)
        yield Run(VERSION, cost((*SITEGEN, "--version"), is_sampled=self.is_sampled))

    def states(self) -> Iterator[Run]:
        """One site as its dumps change."""
        desk = self.desk
        with desk.site() as output:
            yield self.build(FULL, output=output)
            take_down(desk, output)
            yield self.build(SAME, output=output)
            with edited(desk.changing):
                yield self.build(CHANGED, output=output)
                added = shutil.move(desk.spare, desk.dumps)
                yield self.build(ADDED, output=output)
                shutil.move(added, desk.spare)
                yield self.build(REMOVED, output=output)

    def build(self, row: str, *options: str | Path, output: Path | None = None) -> Run:
        """A build of sitegen, with what it says itself that it rendered."""
        given = ("--log-format", "json", "--dumps", self.desk.dumps)
        run = self.run(row, *SITEGEN, "build", *given, *options, "--output", output=output)
        told = [json.loads(line) for line in run.cost.said.splitlines()]
        return run._replace(rendered=told[-1]["rendered"], stages=stages(told))

    def run(self, row: str, *command: str | Path, output: Path | None = None) -> Run:
        """A command that writes into the folder that stands at its end, by itself a new one."""
        if output is None:
            with self.desk.site() as new:
                return self.run(row, *command, output=new)
        stamp = self.desk.root / "stamp"
        stamp.touch()
        since = stamp.stat().st_mtime_ns
        spent = cost((*command, output), is_sampled=self.is_sampled)
        found = (path.stat() for path in output.rglob("*") if path.is_file())
        sizes = [one.st_size for one in found if one.st_mtime_ns >= since]
        return Run(row, spent, len(sizes), sum(sizes))


def stages(told: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """What a build says of its parts when they have ended."""
    return {one["stage"]: one["seconds"] for one in told if "stage" in one and "seconds" in one}


@contextmanager
def edited(dump: Path) -> Iterator[None]:
    """A word more in the newest report, for as long as this lasts."""
    before = dump.read_bytes()
    text, rest = before.decode().split(REPORT_ENDS, 1)
    dump.write_text(f"{text.rstrip()} เพิ่มเติม\n{REPORT_ENDS}{rest}", encoding="utf-8")
    try:
        yield
    finally:
        dump.write_bytes(before)


def take_down(desk: Desk, site: Path) -> None:
    """Note what the floor and Hugo need of a site, once."""
    if desk.listing.exists():
        return
    desk.listing.write_text(listing(site), encoding="utf-8")
    shutil.copytree(PLAIN / "hugo", desk.records.parents[1])
    desk.records.mkdir(parents=True)
    for record in site.glob("projects/*/index.json"):
        shutil.copy(record, desk.records / f"{record.parent.name}.json")
