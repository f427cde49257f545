"""Parts of files that stand: what is as it was need not be made again."""

import gzip
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

from generator.store.manifest import Written

ENDING = ".gz"


class Leaves(NamedTuple):
    """Of a file that is put together from what each of many records gives."""

    names: str
    """Of the records, parted by spaces; ``?`` stands for one that cannot be told."""
    start: int
    """Where the first begins."""
    sizes: tuple[int, ...]
    """Bytes of what each gave."""


UNTOLD = "?"


def apart(
    body: bytes, parts: Iterable[tuple[str, int]], start: int, between: int = 0
) -> Mapping[str, memoryview]:
    """Parts of bytes by name: where the first begins and the sizes of all are known."""
    view, every = memoryview(body), tuple(parts)
    starts = accumulate((size + between for _, size in every), initial=start)
    both = zip(every, starts, strict=False)
    return {name: view[start : start + size] for (name, size), start in both}


def published(root: str, file: Written) -> bytes:
    """A file of a site; nothing where it is no longer what it was."""
    try:
        with open(f"{root}/{file.path}", "rb") as opened:  # noqa: PTH123
            body = opened.read()
    except OSError:
        return b""
    return body if sha256(body).hexdigest() == file.sha256 else b""


def plain(root: str, file: Written) -> bytes:
    """The same without compression."""
    body = published(root, file)
    return gzip.decompress(body) if body and file.path.endswith(ENDING) else body
