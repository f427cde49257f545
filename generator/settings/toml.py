"""TOML with the line of each key, which ``tomllib`` does not tell."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.errors import Fault
from generator.settings.setting import Given, Layer

PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)")
HEADER = re.compile(r"\s*\[+\s*(?P<key>[^\[\]#]+?)\s*\]+\s*(?:#.*)?")
PAIR = re.compile(r"\s*(?P<key>[^\s#=][^#=]*)=.*")
LONG_STRING = re.compile(r'"""(?:.*?)"""|\'\'\'(?:.*?)\'\'\'', re.DOTALL)


def table_of(text: str, file: str) -> tuple[Mapping[str, object], tuple[Fault, ...]]:
    """A TOML document. One that cannot be read holds nothing but a fault."""
    try:
        return tomllib.loads(text), ()
    except RecursionError:
        message = "this is no TOML we can read: nested too deeply"
        return {}, (Fault("toml-unreadable", file, 0, message),)
    except ValueError as error:
        return {}, (unreadable(str(error), text, file),)


def from_toml(text: str, file: str) -> tuple[Layer, tuple[Fault, ...]]:
    """What a TOML text gives, each value with its line."""
    table, faults = table_of(text, file)
    lines = key_lines(text)
    return {key: Given(value, file, line_of(key, lines)) for key, value in leaves(table)}, faults


def unreadable(complaint: str, text: str, file: str) -> Fault:
    """The parser's complaint with its place in front."""
    place = PLACE.search(complaint)
    line = int(place["line"] or 0) if place else 0
    end = text.count("\n") + 1
    sentence = complaint[: place.start()] if place else complaint
    message = f"this is no TOML: {sentence[:1].lower()}{sentence[1:]}"
    return Fault("toml-unreadable", file, line or end, message)


def leaves(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """The values of a table by dotted key; a table with nothing in it is a value."""
    for name, value in table.items():
        key = f"{above}{name}"
        if isinstance(value, dict) and value:
            yield from leaves(value, f"{key}.")
        else:
            yield key, value


def key_lines(text: str, *, rows: bool = False) -> dict[str, int]:
    """The line of each key and each table's heading. No parser: odd TOML costs a line number.

    With ``rows`` each ``[[row]]`` counts, and the keys below it go by ``row.0.key``, ``row.1.key``.
    """
    lines: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table = ""
    flat = LONG_STRING.sub(lambda found: '""' + "\n" * found[0].count("\n"), text)
    for number, line in enumerate(flat.split("\n"), start=1):
        if heading := HEADER.fullmatch(line):
            table = bare(heading["key"])
            if rows and line.lstrip().startswith("[["):
                counts[table] += 1
                table = f"{table}.{counts[table] - 1}"
            lines.setdefault(table, number)
        elif pair := PAIR.fullmatch(line):
            key = bare(pair["key"])
            lines.setdefault(f"{table}.{key}" if table else key, number)
    return lines


def line_of(key: str, lines: Mapping[str, int]) -> int:
    """The key's line, or that of the nearest table around it; 0 when neither is found."""
    while key and bare(key) not in lines:
        key = key.rpartition(".")[0]
    return lines.get(bare(key), 0)


def bare(key: str) -> str:
    """A key without its quotes and inner space."""
    return re.sub(r"[\"'\s]", "", key)


def toml_value(words: str) -> object:
    """A number or a day as TOML writes it; anything else stays text."""
    try:
        table = tomllib.loads(f"value = {words}")
    except (ValueError, RecursionError):
        return words
    return table["value"] if len(table) == 1 else words
