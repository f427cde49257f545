"""Chance that repeats itself: the one place where a generator is made."""

from random import Random


def dice(*key: object) -> Random:
    """A generator that depends on the key alone; text keys seed the same way on every machine."""
    return Random(":".join(map(str, key)))
