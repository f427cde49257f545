"""``content/withheld.toml`` → the projects and passages that are taken down."""

from pathlib import Path

from generator.errors import Fault
from generator.store.settings import read_words
from generator.takedown.listing import Takedowns, read_takedowns

WITHHELD = "withheld.toml"


def find_takedowns(content: Path) -> tuple[Takedowns, tuple[Fault, ...]]:
    """The list; no file is an empty one."""
    path = content / WITHHELD
    words, unreadable = read_words(path)
    takedowns, faults = read_takedowns(words, path.as_posix())
    return takedowns, (*unreadable, *faults)
