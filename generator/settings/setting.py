"""One setting, the layers that may give it, and what is said of a wrong or unknown one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Generic, NamedTuple, TypeVar

from generator.diagnostics import Severity
from generator.errors import Fault

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

PREFIX = "SITEGEN_"
LONGEST_SHOWN = 60


class Kind(NamedTuple, Generic[T_co]):
    """A set of values."""

    wanted: str
    """What a value of it is, for the message: "must be … "."""
    read: Callable[[object], T_co | None]
    """The value as the site uses it; ``None`` when it is not of this kind."""
    from_words: Callable[[str], object] = str
    """From the environment, where all is text, to what a TOML file would hold."""


class Setting(NamedTuple, Generic[T_co]):
    """One thing the site's owner may choose."""

    key: str
    """Dotted: ``limits.dump_bytes``."""
    kind: Kind[T_co]
    default: T_co


class Given(NamedTuple):
    """A value as it was given, and where."""

    value: object
    file: str
    line: int = 0


Layer = Mapping[str, Given]
"""What one source gives, by dotted key."""


def taken(setting: Setting[T], layers: Iterable[Layer]) -> tuple[T, tuple[Fault, ...]]:
    """The value of the last layer that gives one, and a fault for each that is none."""
    value, faults = setting.default, []
    for given in (layer[setting.key] for layer in layers if setting.key in layer):
        read = setting.kind.read(given.value)
        if read is None:
            message = f"{setting.key} must be {setting.kind.wanted}, not {shown(given.value)}"
            faults.append(Fault("setting-wrong", given.file, given.line, message))
        else:
            value = read
    return value, tuple(faults)


class Taking:
    """Takes settings from layers, lowest first, and gathers the faults on the way."""

    def __init__(self, *layers: Layer) -> None:
        self.layers = layers
        self.faults: list[Fault] = []

    def __call__(self, setting: Setting[T]) -> T:
        """The setting's value, of its own type."""
        value, faults = taken(setting, self.layers)
        self.faults += faults
        return value


def shown(value: object) -> str:
    """A wrong value, short enough for a message."""
    words = ascii(value) if "\\" in repr(value) else repr(value)
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"


def variable(key: str) -> str:
    """``limits.dump_bytes`` → ``SITEGEN_LIMITS_DUMP_BYTES``."""
    return PREFIX + key.replace(".", "_").upper()


def option(key: str) -> str:
    """``base_url`` → ``--base-url``."""
    return "--" + key.replace("_", "-")


def from_environment(settings: Sequence[Setting[object]], environ: Mapping[str, str]) -> Layer:
    """What variables give; an empty one gives nothing, since CI steps leave such behind."""
    return {
        one.key: Given(one.kind.from_words(environ[name]), name)
        for one in settings
        if environ.get(name := variable(one.key))
    }


def from_options(options: Mapping[str, object]) -> Layer:
    """What the command line gives; ``None`` is an option that was not used."""
    return {key: Given(value, option(key)) for key, value in options.items() if value is not None}


def unknown(layer: Layer, known: Sequence[str], elsewhere: Sequence[str] = ()) -> Iterator[Fault]:
    """A fault for each key of a file that is no setting; ``elsewhere`` are those of the command."""
    names = (key.split(".") for key in known)
    tables = {".".join(parts[:depth]) for parts in names for depth in range(1, len(parts))}
    for key, given in layer.items():
        if key in known or (key in tables and given.value == {}):
            continue
        hint = nearest_key(key, known)
        if key in elsewhere:
            hint = f"give it as {option(key)} or {variable(key)}"
        elif key in tables:
            inside = (one.removeprefix(f"{key}.") for one in known if one.startswith(f"{key}."))
            hint = f"it is a table: write [{key}] and below it {', '.join(inside)}"
        message = f"there is no setting {shown(key)}"
        yield Fault("setting-unknown", given.file, given.line, message, hint)


def unknown_variables(environ: Mapping[str, str], known: Sequence[str]) -> Iterator[Fault]:
    """A warning for each ``SITEGEN_`` variable that sets nothing."""
    names = [variable(key) for key in known]
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in names:
            hint = nearest(name, names)
            message = "no setting has this variable"
            yield Fault("variable-unknown", name, 0, message, hint, Severity.WARNING)


def nearest(word: str, known: Sequence[str], cutoff: float = 0.6) -> str:
    """``did you mean base_url?``, or nothing when no known word is near."""
    near = get_close_matches(word, known, n=1, cutoff=cutoff)
    return f"did you mean {near[0]}?" if near else ""


def nearest_key(key: str, known: Sequence[str]) -> str:
    """Likewise: a slip in a key, else its name in another table, else anything near."""
    ends = {one.rpartition(".")[2]: one for one in known}
    same = ends.get(key.rpartition(".")[2])
    return nearest(key, known, 0.9) or (f"did you mean {same}?" if same else nearest(key, known))
