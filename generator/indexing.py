"""The index of the search, from the corpus to its files."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.cards import card, labels, names
from generator.search.blocks import Blocks, blocks
from generator.search.book import Book, book
from generator.search.cards import sheet
from generator.search.grams import Range, part, ranges
from generator.search.index import files
from generator.store.manifest import Written
from generator.store.output import write
from generator.store.parallel import in_parallel
from generator.store.shelf import Filed, Shelf


class Desk(NamedTuple):
    """What the index is made of, and where it goes."""

    corpus: Corpus
    tree: str
    """Where the new site is written."""
    jobs: int | None
    prints: Mapping[str, str]
    """Fingerprints of the projects' texts, by path."""
    known: Shelf = Shelf()


class Cut(NamedTuple):
    """A range of grams that was cut into blocks."""

    digest: str
    """Of all that they follow from."""
    blocks: Blocks | None
    """``None``: they are those of the last build."""


def write_index(desk: Desk, keep: Callable[[Shelf], None]) -> Iterator[Written]:
    """Write the index; the texts of each project lie beside its page already."""
    sheets, cut = dict[str, Filed](), dict[str, Blocks]()
    whole = book(noted(desk, sheets))
    made = in_parallel(cut_one, ranges(whole), desk.jobs, shared=(whole, desk.known.blocks))
    for one in made:
        cut[one.digest] = one.blocks or desk.known.blocks[one.digest]
    for path, body in files(whole, cut.values(), names(desk.corpus)):
        yield write(desk.tree, urls.path(urls.SEARCH).removesuffix("index.html") + path, body)
    keep(Shelf(sheets, cut))


def noted(desk: Desk, sheets: dict[str, Filed]) -> Iterator[Filed]:
    """What the index takes from each project; noted where it can be known again."""
    paths = (urls.path(urls.searched(one.project.key)) for one in desk.corpus.entries)
    prints = [*map(desk.prints.get, paths)]
    new = (place for place, told in enumerate(prints) if told not in desk.known.sheets)
    read = in_parallel(read_one, new, desk.jobs, shared=desk.corpus)
    for told in prints:
        filed = (desk.known.sheets.get(told) if told else None) or next(read)
        if told:
            sheets[told] = filed
        yield filed


def read_one(corpus: Corpus, number: int) -> Filed:
    """What the index takes from one project, in whichever process."""
    entry = corpus.entries[number]
    found = card(entry, labels(corpus, entry))
    return found._replace(passages=()), sheet(found)


def cut_one(desk: tuple[Book, Mapping[str, Blocks]], of: Range) -> Cut:
    """One range of grams, in whichever process."""
    whole, known = desk
    taken = part(whole, of)
    return Cut(taken.digest, None if taken.digest in known else blocks(taken))
