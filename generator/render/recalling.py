"""Templates compiled once in this process: whoever builds again need not wait for them."""

from collections.abc import Hashable
from functools import cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Recalled(BytecodeCache):
    """Keeps code by the template's name, file and text."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from this very text."""
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.known[bucket.key, bucket.checksum] = bucket.code


@cache
def recalled(_beside: Hashable) -> Recalled:
    """What is kept for one site, language and catalogue: their words are constants of the code."""
    return Recalled()
