"""The index of the search, from the corpus to its files."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.cards import card, names
from generator.search.blocks import Blocks, blocks
from generator.search.book import Book, book
from generator.search.cards import Card, Sheet, sheet, text_file
from generator.search.grams import Range, ranges
from generator.search.index import files
from generator.store.manifest import Written
from generator.store.output import write
from generator.store.parallel import in_parallel


class Desk(NamedTuple):
    """What reading a project needs beside its place in the corpus."""

    corpus: Corpus
    tree: str
    """Where the new site is written."""


class Read(NamedTuple):
    """A project that was read: its texts are in their file, and the index takes the rest."""

    written: Written
    card: Card
    sheet: Sheet


def write_index(corpus: Corpus, tree: str, jobs: int | None) -> Iterator[Written]:
    """Write what the search reads: a file of texts beside each project's page, and the index."""
    texts: list[Written] = []
    read = in_parallel(read_one, range(len(corpus.entries)), jobs, shared=Desk(corpus, tree))
    whole = book(each for each in noted(read, texts))
    yield from texts
    cut = in_parallel(cut_one, ranges(whole), jobs, shared=whole)
    for path, body in files(whole, cut, names(corpus)):
        yield write(tree, urls.path(urls.SEARCH).removesuffix("index.html") + path, body)


def noted(read: Iterable[Read], texts: list[Written]) -> Iterator[tuple[Card, Sheet]]:
    """Note which file was written, and pass on the rest."""
    for one in read:
        texts.append(one.written)
        yield one.card, one.sheet


def read_one(desk: Desk, number: int) -> Read:
    """One project to the file of its texts and its part of the index, in whichever process."""
    entry = desk.corpus.entries[number]
    labels = tuple(desk.corpus.nodes[node].label for node in entry.nodes)
    found = card(entry, labels)
    written = write(desk.tree, urls.path(urls.searched(found.key)), text_file(found))
    return Read(written, found._replace(passages=()), sheet(found))


def cut_one(whole: Book, part: Range) -> Blocks:
    """The blocks of one range of grams, in whichever process."""
    return blocks(whole, part)
