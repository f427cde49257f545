"""Why files were made: what ``sitegen build --explain`` says of each."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.corpus import Entry
from generator.printing import Press, Printed
from generator.publish import urls
from generator.publish.sheaves import Sheaf

NAMED = 3
"""How many projects a reason names."""


def reasons(press: Press, printed: Iterable[Printed]) -> tuple[tuple[str, str], ...]:
    """The path of each file that was made, by path, and why."""
    made = [one for one in printed if not one.is_kept]
    paths = {press.artifacts[one.number].path for one in made}
    return tuple(sorted((one.file.path, reason(press, one, paths)) for one in made))


def reason(press: Press, one: Printed, made: set[str]) -> str:
    """Why one file was made; ``made``: the paths of all that were."""
    artifact = press.artifacts[one.number]
    if not press.before.is_whole:
        return "nothing is known of the last build, or more than dumps has changed since"
    if artifact.is_late:
        return "tells of the other files"
    if press.told[one.number] is None:
        return "holds all projects"
    if artifact.path not in press.before.told.prints:
        return "is new"
    keys = dict.fromkeys(key for key in projects(artifact.recipe) if record(key) in made)
    if not keys:
        return "what it tells has changed"
    more = f" and {len(keys) - NAMED} more" if len(keys) > NAMED else ""
    return f"changed: {', '.join([*keys][:NAMED])}{more}"


def projects(value: object) -> Iterator[str]:
    """The keys of the projects in the arguments of an artifact."""
    if isinstance(value, Entry):
        yield value.project.key
    elif isinstance(value, partial):
        yield from projects(value.args)
    elif isinstance(value, Sheaf):
        yield from projects(value.records)
    elif isinstance(value, tuple):
        for one in value:
            yield from projects(one)


def record(key: str) -> str:
    """The path of a project's data, which changes with the project and with nothing else."""
    return urls.path(urls.record(key))
