"""What many pages say of a project is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from generator.corpus import Entry

R = TypeVar("R")


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
