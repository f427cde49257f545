"""What many pages say of a project is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from generator.corpus import Entry

R = TypeVar("R")
T = TypeVar("T")


def once(told: Callable[[Entry], R]) -> Callable[[Entry], R]:
    """A pure function of an entry, worked out once for each, and forgotten with it."""
    known: WeakKeyDictionary[Entry, R] = WeakKeyDictionary()

    @wraps(told)
    def recalled(entry: Entry) -> R:
        found = known.get(entry)
        if found is None:
            found = known[entry] = told(entry)
        return found

    return recalled


def lately(told: Callable[[T], R]) -> Callable[[T], R]:
    """A pure function whose last result is kept, for the next page that asks of the same record."""
    last: tuple[T, R] | None = None

    @wraps(told)
    def recalled(of: T) -> R:
        nonlocal last
        if last is None or last[0] is not of:
            last = of, told(of)
        return last[1]

    return recalled
