"""A gram's entry: how many documents hold it and which, and which of these in their title."""

from collections.abc import Iterator
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
    gaps: Stream
    """Of the members."""


def extended_from(documents: int) -> int:
    """From so many documents on, a gram of three has lists for each fourth letter too."""
    return max(16, documents // 64)


def entries(part: Part) -> Iterator[Entry]:
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
    order = [(length, place) for length, one in enumerate(every) for place in range(len(one.grams))]
    shifts = np.array([3, 2, 1, 0]) * bits
    letters = (grams[:, None] >> shifts & ((1 << bits) - 1)).tolist()
    for at in np.argsort(grams).tolist():
        length, place = order[at]
        body, title = written(of_body[length], place), written(of_title[length], place)
        starts = of_body[length].starts
        count = int(starts[place + 1] - starts[place])
        yield Entry(tuple(letters[at][: length + 2]), count, body + title)


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
    """Lists and the gaps of all of them, whether they are written so or not."""
    between = np.diff(members, prepend=-1) - 1
    firsts = starts[:-1][np.diff(starts) > 0]
    between[firsts] = members[firsts]
    return Level(wholes, starts, members, stream(between))


def written(lists: Level, place: int) -> bytes:
    """The length of a list and its members."""
    first, end = int(lists.starts[place]), int(lists.starts[place + 1])
    whole, count = int(lists.wholes[place]), end - first
    head = varint(count)
    if count in {0, whole}:
        return head
    if count * DENSE < whole:
        return head + lists.gaps.part(first, end)
    members = lists.members[first:end]
    if (whole - count) * DENSE < whole:
        missing = np.ones(whole, np.bool_)
        missing[members] = False
        return head + stream(np.diff(np.flatnonzero(missing), prepend=-1) - 1).body
    return head + bitmap(members, whole)
