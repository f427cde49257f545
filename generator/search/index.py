"""The files of an index, from its blocks and columns; what their bytes mean is in ``README.md``."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby, pairwise

from generator.search.blocks import Block, Blocks, front_coded, parting
from generator.search.book import Book
from generator.search.columns import CHUNK, File, columns
from generator.search.deflating import deflated
from generator.search.entries import extended_from
from generator.search.names import Names
from generator.search.packing import varint, varints

FORMAT = 2


def files(book: Book, found: Iterable[Blocks], names: Names) -> Iterator[File]:
    """Every file under ``/search/``: grams in a folder of their own, and all else in another.

    A browser that still holds an older ``index.bin`` finds its files gone, and never wrong ones.
    """
    pieces = tuple(found)
    blocks = tuple(block for piece in pieces for block in piece.blocks)
    pairs = tuple(pair for piece in pieces for pair in piece.pairs)
    grams = [(f"grams/{number}.bin", block.body) for number, block in enumerate(blocks)]
    groups = [(version(some), some) for some in (grams, [*columns(book.cards, names)])]
    versions = "".join(one for one, _ in groups)
    head, *rest = first_file(book, blocks, pairs)
    yield "index.bin", deflated(varint(FORMAT) + versions.encode() + head, *rest)
    for folder, some in groups:
        for path, body in some:
            yield f"{folder}/{path}", body


def version(files: Iterable[File]) -> str:
    """What tells some files from others, and no more: a folder may outlive an index."""
    digest = sha256()
    for path, body in files:
        digest.update(path.encode() + body)
    return digest.hexdigest()[:8]


def first_file(
    book: Book, blocks: Sequence[Block], pairs: Sequence[tuple[int, int, int]]
) -> tuple[bytes, ...]:
    """What the browser knows before it asks for anything: letters, pairs, boundaries."""
    counts = (len(book.cards), CHUNK, extended_from(len(book.cards)))
    sizes = (len(book.alphabet), len(blocks))
    edges = tuple(boundaries(blocks))
    return (
        varints((*counts, *sizes, *steps(book.alphabet))),
        second_letters(book, pairs),
        bytes(power for _, _, power in pairs),
        b"".join(edge[:1] for edge in edges),  # apart from the letters they take a tenth less
        b"".join((*(edge[1:] for edge in edges), varint(book.is_whole))),
    )


def steps(rising: Sequence[int]) -> Iterator[int]:
    """How much more each number is than the one before it, the first than 0."""
    yield from (number - before for before, number in pairwise((0, *rising)))


def second_letters(book: Book, pairs: Sequence[tuple[int, int, int]]) -> bytes:
    """For each letter how many may follow it, and which."""
    followers = {
        first: [second for _, second, _ in group]
        for first, group in groupby(pairs, key=lambda pair: pair[0])
    }
    parts: list[bytes] = []
    for letter in range(1, len(book.alphabet) + 1):
        after = followers.get(letter, [])
        parts += [varint(len(after)), varints(steps(after))]
    return b"".join(parts)


def boundaries(blocks: Sequence[Block]) -> Iterator[bytes]:
    """For each block the shortest gram that parts it from the one before."""
    before: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    for number, block in enumerate(blocks):
        edge = parting(block.first, last) if number else ()
        yield front_coded(edge, before)
        before, last = edge, block.last
