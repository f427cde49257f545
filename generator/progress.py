"""How a build tells how far it is: each stage passes its items through."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Somebody who counts."""

    def __call__(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items of a stage, such as ``dumps``, each counted as it passes.

        ``total`` is how many there will be; 0 where nobody knows.
        """
