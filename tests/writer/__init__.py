"""A writer of invented project pages: sample content, an oracle for tests, a load for benchmarks.

It knows the format of the dumps and imports nothing of ``generator``, so that what a reader finds
can be held against what was written: ``dump(index).truth``. Every index is independent of the
others; a corpus of n dumps is the beginning of a corpus of n + 1.

    python -m tests.writer 80 content/dumps
"""

from tests.writer.anomalies import SAMPLE, Anomaly, Kinship
from tests.writer.corpus import SEED, dump, dump_text, write_corpus
from tests.writer.records import Dump, Truth

__all__ = [
    "SAMPLE",
    "SEED",
    "Anomaly",
    "Dump",
    "Kinship",
    "Truth",
    "dump",
    "dump_text",
    "write_corpus",
]
