"""All that anyone can read in a published site: every file, unpacked, tags left out too."""

import gzip
import html
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.search.reader import inflated

PICTURES = {".woff2", ".png", ".ico"}
TAG = re.compile(r"<[^>]*>|\u00ad|\u200b|\u2060")


def readable(site: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every file; pictures and fonts, which dumps are not in, left out."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix not in PICTURES:
            name, body = path.relative_to(site).as_posix(), path.read_bytes()
            if path.suffix == ".gz":
                name, body = name.removesuffix(".gz"), gzip.decompress(body)
            yield name, f"{name}\n{text(name, body)}"


def text(name: str, body: bytes) -> str:
    """What one file says."""
    if name.endswith(".sqlite"):
        return rows(body)
    if name.endswith(".bin"):
        body = inflated(body)
        return body.decode("tis-620", "replace") + body.decode("utf-8", "replace")
    said = body.decode("utf-8", "replace")
    return (
        said + html.unescape(TAG.sub("", said))
        if name.endswith((".html", ".xml", ".atom"))
        else said
    )


def rows(body: bytes) -> str:
    """Every cell of a database, and its bytes: what was removed from a table may still be there."""
    with sqlite3.connect(":memory:") as database:
        database.deserialize(body)
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        cells = (
            str(cell)
            for (table,) in found
            for row in database.execute(f'SELECT * FROM "{table}"')  # noqa: S608  our own names
            for cell in row
        )
        return "\n".join(cells) + body.decode("utf-8", "replace")


def naming(site: Path, words: Iterable[str]) -> list[str]:
    """Which files say one of these words, and which word."""
    wanted = tuple(words)
    return [f"{name}: {word}" for name, said in readable(site) for word in told(said, wanted)]


def told(said: str, words: Iterable[str]) -> list[str]:
    """Which of the words a text says; digits in the middle of a digest say nothing."""
    return [word for word in words if word in said and (not word.isdigit() or alone(word, said))]


def alone(digits: str, said: str) -> bool:
    """Whether a number stands somewhere by itself."""
    return re.search(f"(?<![0-9a-f]){digits}(?![0-9a-f])", said) is not None
