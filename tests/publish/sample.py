"""The corpus of the site's sample dumps, read once."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.corpus import Corpus, corpus
from generator.dump.privacy import Policy
from generator.dump.received import Dump, Source
from generator.project import parse
from tests.publish.invented import LOOKUPS

DUMPS = Path(__file__).parents[2] / "content" / "dumps"


@cache
def sample() -> Corpus:
    """All of them, without what stands beside them."""
    parsed = [
        parse(Dump(file.name, text, Source(), ()), Policy(), 9999)
        for file in sorted(DUMPS.glob("*.txt"))
        for text in [file.read_bytes().decode(errors="replace")]
    ]
    return replace(corpus(parsed, LOOKUPS), sample=True)
