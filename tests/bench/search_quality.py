"""How well the search finds, and what a query costs: in Chromium, with a cold cache for each.

    python -m tests.bench.search_quality 1000 [--kinds KIND …] [--site FOLDER] [--pagefind]

Builds a site of that many dumps of the writer, draws queries of every kind from it, and prints a
table beside the goals; if asked, one of Pagefind over the same pages too.
"""

import gzip
import re
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from playwright.sync_api import Browser

from generator.search.normal import normal
from tests.bench import search_pagefind as pagefind
from tests.bench.search_queries import (
    INFERRED,
    KINDS,
    KNOWN,
    MISTYPED,
    Document,
    Query,
    answers,
    queries,
)
from tests.conftest import sitegen
from tests.search.reader import text_rows
from tests.search.reading import READY, answered, keys
from tests.site.browsing import chromium_browser
from tests.writer import write_corpus

FIRST = 10
TEXT_TYPES = (".html", ".css", ".js", ".svg", ".json")


class Seen(NamedTuple):
    """One query, asked."""

    query: Query
    recall: float
    precision: float
    """Of the first ten."""
    rank: float
    """One over the place of the first right answer, or of the known project."""
    list_kb: float
    """Index files up to the ranked list, without the texts of the rows."""
    shown_kb: float
    """With passages, filters and the scripts that draw them."""
    all_kb: float
    """With the keys of all that was found, which come behind the rows."""
    requests: int
    milliseconds: float


def documents(site: Path) -> list[Document]:
    """What each project says: its title and every text, normalised."""
    found = []
    for file in sorted(site.glob("projects/*/text.bin")):
        head, *rows = text_rows(file.read_bytes())
        title = normal(head[1])
        body = "\n".join((title, *(normal(row[3]) for row in rows)))
        found.append(Document(head[0], title, head[3], body))
    return found


class Served:
    """A site on this machine, and what was fetched from it, by path and compressed size."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.fetched: list[tuple[str, int]] = []
        handler = partial(_Counting, self.fetched, directory=str(site))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}/"


class _Counting(SimpleHTTPRequestHandler):
    def __init__(self, fetched: list[tuple[str, int]], *args: object, **options: object) -> None:
        self.fetched = fetched
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_file():
            body = path.read_bytes()
            size = len(gzip.compress(body, 9)) if path.suffix in TEXT_TYPES else len(body)
            self.fetched.append((self.path, size))
        super().do_GET()


class Answer(NamedTuple):
    """What a search found, in order, and what it cost."""

    found: list[str]
    fetched: list[tuple[str, int]]
    milliseconds: float


def ours(browser: Browser, served: Served, text: str) -> Answer:
    """Ask the search page in a fresh context."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.origin}search/")
    page.wait_for_selector(READY, state="attached")
    served.fetched.clear()
    began = time.perf_counter()
    page.fill("#q", text)
    answered(page, text)
    took = time.perf_counter() - began
    found = keys(page)
    context.close()
    return Answer(found, list(served.fetched), took * 1000)


def theirs(browser: Browser, served: Served, text: str) -> Answer:
    """Ask Pagefind in a fresh context."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.origin)
    page.evaluate(pagefind.BEGIN)
    served.fetched.clear()
    began = time.perf_counter()
    found = page.evaluate(pagefind.ASK, text)
    took = time.perf_counter() - began
    context.close()
    projects = pagefind.projects(served.site)
    return Answer([projects[one] for one in found], list(served.fetched), took * 1000)


LISTING = re.compile(r"/(?:grams|keys|codes|index)/|/year\.bin")


def scored(query: Query, answer: Answer, corpus: Sequence[Document]) -> Seen:
    """An answer beside the truth."""
    true = answers(query, corpus)
    first = answer.found[:FIRST]
    wanted = known(query, corpus) or true
    place = next((at for at, key in enumerate(answer.found) if key in wanted), None)
    sizes = [size for _, size in answer.fetched]
    listing = [size for path, size in answer.fetched if LISTING.search(path)]
    shelves = [size for path, size in answer.fetched if "/shelves/" in path]
    return Seen(
        query,
        recall=len(true & set(answer.found)) / len(true) if true else 1.0,
        precision=len(true & set(first)) / max(min(FIRST, len(true)), len(first)) if true else 1.0,
        rank=0.0 if place is None else 1 / (place + 1),
        list_kb=sum(listing) / 1000,
        shown_kb=(sum(sizes) - sum(shelves)) / 1000,
        all_kb=sum(sizes) / 1000,
        requests=len(sizes),
        milliseconds=answer.milliseconds,
    )


def known(query: Query, corpus: Sequence[Document]) -> set[str]:
    """The project that is asked for; of several with one title, any."""
    if query.kind not in KNOWN:
        return set()
    if query.kind == "full title":
        title = normal(query.text)
        return {one.key for one in corpus if one.title == title}
    return {query.key}


def first_load(browser: Browser, served: Served) -> tuple[float, float]:
    """Kilobytes of scripts, and of the first file of the index."""
    page = browser.new_page()
    served.fetched.clear()
    page.goto(f"{served.origin}search/")
    page.wait_for_selector(READY, state="attached")
    page.close()
    fetched = list(served.fetched)
    code = sum(size for path, size in fetched if path.endswith(".js"))
    return code / 1000, sum(size for path, size in fetched if path.endswith(".bin")) / 1000


def p95(figures: Sequence[float]) -> float:
    return sorted(figures)[min(int(len(figures) * 0.95), len(figures) - 1)]


COLUMNS = ("recall", "p@10", "MRR", "list kB", "p95", "shown kB", "p95", "all kB", "requests", "ms")


def table(asked: Sequence[Seen]) -> Iterator[str]:
    """A row a kind, then rows of many kinds."""
    yield f"{'':22} {'n':>4} {' '.join(f'{name:>8}' for name in COLUMNS)}"
    groups = [(kind, [one for one in asked if one.query.kind == kind]) for kind in KINDS]
    groups += [
        ("LITERAL", [one for one in asked if one.query.kind not in MISTYPED | INFERRED]),
        ("MISTYPED", [one for one in asked if one.query.kind in MISTYPED]),
        ("KNOWN", [one for one in asked if one.query.kind in KNOWN]),
        ("ALL", list(asked)),
    ]
    for name, some in groups:
        if some:
            figures = " ".join(f"{figure:8.{digits}f}" for figure, digits in measured(some))
            yield f"{name:22} {len(some):4} {figures}"


def measured(some: Sequence[Seen]) -> Iterator[tuple[float, int]]:
    """Figures of a row, and how many digits to show."""
    yield mean(one.recall for one in some), 3
    yield mean(one.precision for one in some), 3
    yield mean(one.rank for one in some), 3
    for figures in ([one.list_kb for one in some], [one.shown_kb for one in some]):
        yield mean(figures), 1
        yield p95(figures), 1
    yield mean(one.all_kb for one in some), 1
    yield mean(one.requests for one in some), 1
    yield mean(one.milliseconds for one in some), 0


def misses(asked: Sequence[Seen], count: int) -> Iterator[str]:
    """The queries that came out worst."""
    for one in sorted(asked, key=lambda one: (one.recall, one.precision))[:count]:
        yield (
            f"  {one.query.kind}: {one.query.text!r}"
            f" recall {one.recall:.2f} p@10 {one.precision:.2f}"
        )


GOALS = """
goals at 10,000 documents: recall literal 1.000, mistyped .80 · p@10 literal .99, mistyped .92
MRR known 1.00 · list kB mean 30, p95 80 · shown kB mean 60 · first load 15 kB · index 900 B
"""


@contextmanager
def built(arguments: Namespace) -> Iterator[Path]:
    """The folder of a site, made unless it is given."""
    if arguments.site:
        yield arguments.site
        return
    with tempfile.TemporaryDirectory() as folder:
        dumps, site = Path(folder, "dumps"), Path(folder, "site")
        write_corpus(dumps, arguments.count)
        run = sitegen("build", "--dumps", dumps, "--output", site, "-q")
        if run.returncode:
            sys.exit(run.stderr)
        yield site


def index_size(site: Path) -> tuple[int, int]:
    """Bytes and files of the index, without the projects' texts."""
    files = list((site / "search").rglob("*.bin"))
    return sum(path.stat().st_size for path in files), len(files)


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.bench.search_quality", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000, help="dumps")
    parser.add_argument("--kinds", nargs="*", help="only these kinds of queries")
    parser.add_argument("--site", type=Path, help="a built site")
    parser.add_argument("--pagefind", action="store_true", help="ask Pagefind too (npx fetches it)")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--worst", type=int, default=12, help="how many failures to print")
    arguments = parser.parse_args()
    with built(arguments) as site, chromium_browser(arguments.chromium) as browser:
        corpus = documents(site)
        made = queries(corpus)
        chosen = [one for one in made if not arguments.kinds or one.kind in arguments.kinds]

        def told(served: Served, ask: Callable[[Browser, Served, str], Answer]) -> Iterator[str]:
            asked = [scored(one, ask(browser, served, one.text), corpus) for one in chosen]
            yield from (*table(asked), *misses(asked, arguments.worst))

        served = Served(site)
        lines = list(told(served, ours))
        scripts, index = first_load(browser, served)
        size, files = index_size(site)
        lines += [
            f"first load: scripts {scripts:.1f} + index {index:.1f} = {scripts + index:.1f} kB",
            f"index: {size / len(corpus):.0f} B/document, {files} files, {len(corpus)} documents",
        ]
        if arguments.pagefind:
            with tempfile.TemporaryDirectory() as folder:
                lines += ["", pagefind.index(site, Path(folder))]
                lines += told(Served(Path(folder)), theirs)
        sys.stdout.write("\n".join([*lines, GOALS]))


if __name__ == "__main__":
    main()
