"""ข้อมูลส่วนบุคคล: what is withheld from every file of the site, decided once.

Nothing else sees the text of a dump before this. The contact line is reduced to its unit
(``contact`` finds it, ``units`` cuts it); elsewhere names (``titles``, ``names``), numbers and
addresses go. What stood there is replaced by a mark, so that a reader sees that it was there.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from generator.dump.privacy import anywhere, names, units
from generator.dump.privacy.contact import stretches
from generator.dump.privacy.marks import Mark, Place, Private, disjoint
from generator.dump.privacy.writing import plain, replaced

__all__ = ["Mark", "Policy", "withhold"]


@dataclass(frozen=True, slots=True)
class Policy:
    """What the site's owner opts in to publish; nothing, unless said."""

    names: bool = False
    """Names of people, and contacts that are not recognisably a unit."""
    telephones: bool = False
    emails: bool = False
    """E-mail addresses and LINE accounts."""
    ids: bool = False
    """Numbers of identity cards."""


def withhold(text: str, policy: Policy) -> str:
    """Give a text as it may be published, in as many lines.

    To withhold once more changes nothing.
    """
    published = published_marks(policy)
    is_settled = not text or len(published) == len(OPTIONS)
    # A mark may bare what its neighbour hid: the beginning of a word, say.
    while not is_settled:
        text, is_settled = withheld_once(text, published)
    return text


OPTIONS = (
    (Mark.NAME, "names"),
    (Mark.TELEPHONE, "telephones"),
    (Mark.EMAIL, "emails"),
    (Mark.ID, "ids"),
)


def published_marks(policy: Policy) -> frozenset[Mark]:
    """Name the marks that this policy does not set."""
    return frozenset(mark for mark, option in OPTIONS if getattr(policy, option))


def withheld_once(written: str, published: frozenset[Mark]) -> tuple[str, bool]:
    """Replace what is private in a text; tell whether only contacts changed, which settles it."""
    reading = plain(written)
    text = reading.text
    _, found = anywhere.private(text)
    contacts = contact_places(text)
    if Mark.NAME in published:
        # No unit is told from a person then, so only what else stands in the contact is private.
        private = hidden(disjoint([*found, *units.numbers_of(text, contacts)]), published)
        return replaced(written, reading, private), not private
    spots: list[tuple[int, int, str]] = []
    acquainted: units.Acquainted = frozenset()
    for start, end in contacts:
        contact = written[reading.written(start) : reading.written(end)]
        reduced, named = units.reduced(contact, published)
        spots.append((start, end, reduced))
        acquainted |= named
    found += [Private(*place, Mark.NAME) for place in names.known(text, sorted(acquainted))]
    outside = disjoint([one for one in found if not touches(contacts, one)])
    private = hidden(outside, published)
    return replaced(written, reading, sorted([*spots, *private])), not private


def contact_places(text: str) -> list[Place]:
    """Where in a text the contact lines stand."""
    lines = text.split("\n")
    found = stretches(text, lines)
    above = lines[: max((line for line, _ in found), default=-1) + 1]
    ends = [index + length for index, length in enumerate(accumulate(map(len, above)))]
    return sorted((ends[line] - len(lines[line]) + column, ends[line]) for line, column in found)


def touches(contacts: list[Place], one: Private) -> bool:
    """Tell whether something lies in one of the contacts, which come in order."""
    index = bisect_left(contacts, one.end, key=itemgetter(0)) - 1
    return index >= 0 and one.start < contacts[index][1]


def hidden(found: Iterable[Private], published: frozenset[Mark]) -> list[Private]:
    """Leave out what the owner opted in to publish; LINE accounts go with e-mail."""
    if Mark.EMAIL in published:
        published |= {Mark.CONTACT}
    return [one for one in found if one.mark not in published]
