"""How a build tells how far it is: what takes long passes its items through."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Somebody who counts, and looks at the clock."""

    def __call__(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items of a stage, such as ``dumps``, each counted as it passes.

        ``total`` is how many there will be; 0 where nobody knows.
        """

    def doing(self, stage: str) -> AbstractContextManager[None]:
        """A stage without items."""
