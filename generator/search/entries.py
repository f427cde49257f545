"""A gram's entry: how many documents hold it and which, and which of these in their title."""

from collections.abc import Iterator
from itertools import chain, pairwise, starmap
from operator import add
from typing import NamedTuple

import numpy as np

from generator.search.grams import Lists, Part, found
from generator.search.packing import Numbers, Stream, bitmap, stream, varint

DENSE = 8
"""From one in so many on, a bit for each takes less than a byte for each that is there."""


class Entry(NamedTuple):
    """One gram."""

    gram: tuple[int, ...]
    """Two to four places in the alphabet."""
    documents: int
    """How many hold it."""
    body: bytes
    """Counts and lists."""


class Level(NamedTuple):
    """Lists of grams of one length, ready to be written."""

    wholes: Numbers
    """For each list out of how many its members are."""
    starts: Numbers
    members: Numbers
    """Of each list, rising from 0."""
    ends: Numbers
    """Behind each list that is written as gaps, where these end."""
    gaps: Stream


def extended_from(documents: int) -> int:
    """From so many documents on, a gram of three has lists for each fourth letter too."""
    return max(16, documents // 64)


def entries(part: Part) -> list[Entry]:
    """The entries of a range, sorted."""
    bits, documents = part.bits, part.documents
    bodies, titles = found(part.bodies, bits), found(part.titles, bits)
    parents = np.searchsorted(bodies.threes.grams, bodies.fours.grams >> bits << bits)
    counts = np.diff(bodies.threes.starts)[parents]
    kept = counts >= extended_from(documents)
    fours = chosen(bodies.fours, kept)
    everywhere = [np.full(len(one.grams), documents) for one in bodies[:2]]
    of_body = (
        level(everywhere[0], bodies.twos.starts, bodies.twos.documents),
        level(everywhere[1], bodies.threes.starts, bodies.threes.documents),
        level(counts[kept], fours.starts, places(fours, parents[kept], bodies.threes, documents)),
    )
    every = (bodies.twos, bodies.threes, fours)
    of_title = tuple(titled(body, title) for body, title in zip(every, titles, strict=True))
    grams = np.concatenate([one.grams for one in every])
    lengths = np.repeat((2, 3, 4), [len(one.grams) for one in every])
    letters = grams[:, None] >> np.array([3, 2, 1, 0]) * bits & (1 << bits) - 1
    rows = zip(
        (tuple(row[:length]) for row, length in zip(letters.tolist(), lengths, strict=True)),
        np.concatenate([np.diff(one.starts) for one in every]).tolist(),
        map(add, chain(*map(written, of_body)), chain(*map(written, of_title))),
        strict=True,
    )
    return sorted(starmap(Entry, rows))


def chosen(lists: Lists, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Lists:
    """Some of the lists."""
    sizes = np.diff(lists.starts)
    return Lists(
        grams=lists.grams[kept],
        starts=np.concatenate(([0], np.cumsum(sizes[kept]))),
        documents=lists.documents[np.repeat(kept, sizes)],
    )


def places(fours: Lists, parents: Numbers, threes: Lists, documents: int) -> Numbers:
    """The documents of grams of four as places in the lists of their first three letters."""
    members = np.empty_like(fours.documents)
    place = np.zeros(documents, np.int64)
    ends = np.flatnonzero(np.diff(parents, append=-1)) + 1
    first = 0
    for end in ends.tolist():
        low, high = threes.starts[parents[first]], threes.starts[parents[first] + 1]
        place[threes.documents[low:high]] = np.arange(high - low)
        part = slice(fours.starts[first], fours.starts[end])
        members[part] = place[fours.documents[part]]
        first = end
    return members


def titled(bodies: Lists, titles: Lists) -> Level:
    """The documents that hold a gram in their title, as places in the gram's list."""
    which = np.searchsorted(bodies.grams, titles.grams)
    known = which < len(bodies.grams)
    known[known] = bodies.grams[which[known]] == titles.grams[known]
    kept = chosen(titles, known)
    sizes = np.zeros(len(bodies.grams), np.int64)
    sizes[which[known]] = np.diff(kept.starts)
    grams = np.repeat(which[known], np.diff(kept.starts))
    width = 1 << 32
    listed = np.repeat(np.arange(len(bodies.grams)), np.diff(bodies.starts)) * width
    at = np.searchsorted(listed + bodies.documents, grams * width + kept.documents)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    return level(np.diff(bodies.starts), starts, at - bodies.starts[grams])


def level(wholes: Numbers, starts: Numbers, members: Numbers) -> Level:
    """Lists, and the gaps of those that are written so: they hold few of the members."""
    sizes = np.diff(starts)
    is_sparse = sizes * DENSE < wholes
    ends = np.cumsum(sizes * is_sparse)
    sparse = members[np.repeat(is_sparse, sizes)]
    between = np.diff(sparse, prepend=-1) - 1
    firsts = (ends - sizes)[is_sparse & (sizes > 0)]
    between[firsts] = sparse[firsts]
    return Level(wholes, starts, members, ends, stream(between))


def written(lists: Level) -> Iterator[bytes]:
    """The length of each list and its members."""
    starts = lists.starts.tolist()
    rows = zip(pairwise(starts), lists.wholes.tolist(), lists.ends.tolist(), strict=True)
    for (first, end), whole, gaps_end in rows:
        count = end - first
        if count in {0, whole}:
            yield varint(count)
        elif count * DENSE < whole:
            yield varint(count) + lists.gaps.part(gaps_end - count, gaps_end)
        else:
            yield varint(count) + many(lists.members[first:end], whole)


def many(members: Numbers, whole: int) -> bytes:
    """A long list: the missing ones, or a bit for each."""
    if (whole - len(members)) * DENSE < whole:
        missing = np.ones(whole, np.bool_)
        missing[members] = False
        return stream(np.diff(np.flatnonzero(missing), prepend=-1) - 1).body
    return bitmap(members, whole)
