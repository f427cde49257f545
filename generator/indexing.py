"""The index of the search, from the corpus to its files."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.corpus import Corpus
from generator.publish import urls
from generator.publish.cards import card, labels, names
from generator.search.blocks import Blocks, blocks
from generator.search.book import Book, OtherLettersError, book
from generator.search.cards import Filed, sheet
from generator.search.grams import Ranges, part, ranges
from generator.search.index import files
from generator.store.manifest import Written
from generator.store.output import write
from generator.store.parallel import in_parallel
from generator.store.shelf import Shelf


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
    cut = dict[str, Blocks]()
    prints = told(desk)
    whole = bound(desk, prints)
    cuts = ranges(whole)
    made = in_parallel(cut_one, cuts.numbers, desk.jobs, shared=(cuts, desk.known.blocks))
    for one in made:
        cut[one.digest] = one.blocks or desk.known.blocks[one.digest]
    for path, body in files(whole, cut.values(), names(desk.corpus)):
        yield write(desk.tree, urls.path(urls.SEARCH).removesuffix("index.html") + path, body)
    keep(Shelf(tuple(prints[card.key] for card in whole.cards), whole, cut))


def told(desk: Desk) -> dict[str, str]:
    """What tells the texts of each project from others, by its key; ``""`` where nothing does."""
    keys = [one.project.key for one in desk.corpus.entries]
    return {key: desk.prints.get(urls.path(urls.searched(key)), "") for key in keys}


def bound(desk: Desk, prints: Mapping[str, str]) -> Book:
    """All projects as the index has them; those that are as they were are not read again."""
    known = {one: number for number, one in enumerate(desk.known.prints) if one}
    found = [known.get(one) for one in prints.values()]
    try:
        return book(filled(desk, found), desk.known.book)
    except OtherLettersError:
        return book(filled(desk, [None] * len(found)))


def filled(desk: Desk, found: list[int | None]) -> Iterator[Filed | int]:
    """Those that are known, and what the index takes from all others."""
    new = (number for number, one in enumerate(found) if one is None)
    read = in_parallel(read_one, new, desk.jobs, shared=desk.corpus)
    for one in found:
        yield next(read) if one is None else one


def read_one(corpus: Corpus, number: int) -> Filed:
    """What the index takes from one project, in whichever process."""
    entry = corpus.entries[number]
    found = card(entry, labels(corpus, entry))
    return found._replace(passages=()), sheet(found)


def cut_one(desk: tuple[Ranges, Mapping[str, Blocks]], number: int) -> Cut:
    """One range of grams, in whichever process."""
    whole, known = desk
    taken = part(whole, number)
    return Cut(taken.digest, None if taken.digest in known else blocks(taken))
