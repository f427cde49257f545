"""What stands in a text where something private stood."""

import re
from enum import StrEnum
from typing import NamedTuple

Place = tuple[int, int]
"""Where something starts and ends in a text."""


class Mark(StrEnum):
    """The words a reader sees; they are part of the published text, in every locale."""

    NAME = "[ปกปิดชื่อ]"
    TELEPHONE = "[ปกปิดโทรศัพท์]"
    EMAIL = "[ปกปิดอีเมล]"
    ID = "[ปกปิดเลขประจำตัว]"
    CONTACT = "[ปกปิดผู้ติดต่อ]"
    PASSAGE = "[ปกปิดข้อความ]"
    """A passage that the site's owner took down."""
    PROJECT = "[ปกปิดโครงการ]"
    """Alone on its line: here stood a page of a project that was taken down."""


class Private(NamedTuple):
    """The characters ``start`` to ``end`` (end not included) of a text, and what they are."""

    start: int
    end: int
    mark: Mark


MARKED = re.compile("|".join(re.escape(mark) for mark in Mark))


def disjoint(found: list[Private]) -> list[Private]:
    """In order and without overlap: what overlaps becomes one, under the mark that began first."""
    joined: list[Private] = []
    for private in sorted(found):
        if joined and private.start < joined[-1].end:
            last = joined[-1]
            joined[-1] = last._replace(end=max(last.end, private.end))
        else:
            joined.append(private)
    return joined
