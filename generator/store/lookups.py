"""content/lookups: the site's own tables, and ours for each that it does not have."""

from pathlib import Path

from generator.errors import Fault
from generator.lookups import NAMES, Lookups, Table, lookups
from generator.settings.toml import table_of
from generator.store.settings import read_words

PACKED = Path(__file__).parent.parent / "_lookups"
CHECKOUT = Path(__file__).parents[2] / "content" / "lookups"


def read_lookups(content: Path) -> tuple[Lookups, tuple[Fault, ...]]:
    """All tables; one with a fault in it counts as empty."""
    ours = PACKED if PACKED.is_dir() else CHECKOUT
    tables: dict[str, Table] = {}
    faults: list[Fault] = []
    for name in NAMES:
        own = content / "lookups" / f"{name}.toml"
        path = own if own.is_file() else ours / f"{name}.toml"
        words, unreadable = read_words(path)
        table, wrong = table_of(words, path.as_posix())
        tables[name] = table
        faults += [*unreadable, *wrong]
    try:
        return lookups(tables), tuple(faults)
    except ValueError as error:
        place = (content / "lookups").as_posix()
        faults.append(Fault("lookup-wrong", place, 0, str(error)))
        return lookups({}), tuple(faults)
