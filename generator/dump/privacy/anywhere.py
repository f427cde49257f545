"""What is private wherever it stands: names with a title, numbers, addresses."""

from collections.abc import Iterator

from generator.dump.privacy import addresses, names, numbers
from generator.dump.privacy.marks import Mark, Private
from generator.dump.privacy.names import Person


def private(text: str) -> tuple[list[Person], list[Private]]:
    """Find the people named in a text, and the places of all that is private, theirs included."""
    people = names.named(text)
    found = [Private(person.start, person.end, Mark.NAME) for person in people]
    return people, [*found, *by_signs(text)]


def by_signs(text: str) -> Iterator[Private]:
    """Find what is told by its digits or signs."""
    for mark, places in (
        (Mark.ID, numbers.identities(text)),
        (Mark.EMAIL, addresses.emails(text)),
        (Mark.CONTACT, addresses.line_accounts(text)),
        (Mark.TELEPHONE, numbers.telephones(text)),
    ):
        yield from (Private(*place, mark) for place in places)
