"""JSON Schema as far as our schemas use it: a schema becomes a function that says what is wrong.

What it does not know it refuses, so that nothing passes for checked that was not. The tests hold
it against a whole implementation.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any

Check = Callable[[Any], str]
"""The first thing wrong with a value: ``.reports[3].day: no date``. ``""`` when nothing is."""
Schema = Mapping[str, Any]


class UnknownSchemaError(ValueError):
    """The schema asks for something that we cannot check."""


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LETTER = r"(?:[!$&-;=?-Z_a-z~\[\]]|%[0-9A-Fa-f]{2})"
REFERENCE = re.compile(rf"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:)){LETTER}*(?:#{LETTER}*)?")
"""An address, or the rest of one."""
LONGEST_SHOWN = 60


@lru_cache(maxsize=100)
def check_of(text: str) -> Check:
    """The check of a schema as it was published, made once in every process."""
    return compiled(json.loads(text))


def compiled(schema: Schema) -> Check:
    """The check of a schema."""
    if strange := schema.keys() - RULES.keys() - SILENT:
        message = f"we cannot check {', '.join(sorted(strange))}"
        raise UnknownSchemaError(message)
    asked = dict.fromkeys(rule for name, rule in RULES.items() if name in schema)
    checks = tuple(rule(schema) for rule in asked)
    return checks[0] if len(checks) == 1 else partial(first, checks)


def first(checks: tuple[Check, ...], value: object) -> str:
    """What the first check says that says anything."""
    for check in checks:
        if said := check(value):
            return said
    return ""


# --- keywords ---------------------------------------------------------------------------------


def is_integer(value: object) -> bool:
    """As JSON has it: 3.0 is one, ``true`` is none."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> bool:
    """Here too ``true`` is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


TYPES: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": is_integer,
    "number": is_number,
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}


def of_type(schema: Schema) -> Check:
    """One of the named types."""
    named = schema["type"]
    names = (named,) if isinstance(named, str) else tuple(named)
    known = tuple(TYPES[name] for name in names)
    wanted = " or ".join(names)

    def check(value: object) -> str:
        for is_one in known:
            if is_one(value):
                return ""
        return f": {shown(value)} is no {wanted}"

    return check


def is_day(value: str) -> bool:
    """A day there is: ``2023-09-07``."""
    try:
        return bool(DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


FORMATS: Mapping[str, Callable[[str], object]] = {
    "date": is_day,
    "uri-reference": REFERENCE.fullmatch,
}


def of_format(schema: Schema) -> Check:
    """Text of a form; what is no text has none."""
    name = schema["format"]
    if name not in FORMATS:
        message = f"we cannot check the format {name}"
        raise UnknownSchemaError(message)
    is_one = FORMATS[name]
    return lambda value: (
        f": {shown(value)} is no {name}" if isinstance(value, str) and not is_one(value) else ""
    )


def of_enum(schema: Schema) -> Check:
    """One of these values; to Python 1 is ``true``, to JSON it is not."""
    known = {(type(value), value) for value in schema["enum"]}
    return lambda value: (
        ""
        if not isinstance(value, list | dict) and (type(value), value) in known
        else f": {shown(value)} is none of the values there are"
    )


def of_minimum(schema: Schema) -> Check:
    """A number that is not below; anything else is none."""
    least = schema["minimum"]
    return lambda value: f": {value} is below {least}" if is_number(value) and value < least else ""


def of_count(schema: Schema) -> Check:
    """A list of so many."""
    least, most = schema.get("minItems", 0), schema.get("maxItems")

    def check(value: object) -> str:
        if not isinstance(value, list):
            return ""
        fits = least <= len(value) and (most is None or len(value) <= most)
        return "" if fits else f": a list of {len(value)}"

    return check


def of_items(schema: Schema) -> Check:
    """A list of such."""
    item = compiled(schema["items"])

    def check(value: object) -> str:
        for i, one in enumerate(value if isinstance(value, list) else ()):
            if said := item(one):
                return f"[{i}]{said}"
        return ""

    return check


def of_fields(schema: Schema) -> Check:
    """An object with fields of these kinds, all that it must have, and perhaps no others."""
    known = {name: compiled(one) for name, one in schema.get("properties", {}).items()}
    required = tuple(schema.get("required", ()))
    is_open = schema.get("additionalProperties", True)
    if not isinstance(is_open, bool):
        message = "we cannot check other fields"
        raise UnknownSchemaError(message)

    def check(value: object) -> str:
        if not isinstance(value, dict):
            return ""
        for name in required:
            if name not in value:
                return f": no {name}"
        for name, one in value.items():
            if name in known:
                if said := known[name](one):
                    return f".{name}{said}"
            elif not is_open:
                return f": {shown(name)} is no field of it"
        return ""

    return check


def of_any(schema: Schema) -> Check:
    """At least one of these."""
    known = tuple(compiled(one) for one in schema["anyOf"])

    def check(value: object) -> str:
        said = [one(value) for one in known]
        return "" if "" in said else max(said, key=len)

    return check


def shown(value: object) -> str:
    """A wrong value, short enough for a message."""
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"


RULES: Mapping[str, Callable[[Schema], Check]] = {
    "type": of_type,
    "enum": of_enum,
    "format": of_format,
    "minimum": of_minimum,
    "minItems": of_count,
    "maxItems": of_count,
    "items": of_items,
    "properties": of_fields,
    "required": of_fields,
    "additionalProperties": of_fields,
    "anyOf": of_any,
}
SILENT = {"$schema", "$id", "title", "description"}
"""Keywords that ask nothing of a value."""
