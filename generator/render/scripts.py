"""Scripts: each entry is published as one file with the modules it imports, without remarks.

One file of a kilobyte or two more costs a reader less than a chain of requests; what an entry
imports only when it is needed, by ``import("./name.js")``, is an entry too.
"""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256

from generator.errors import SitegenError

ENTRIES = ("compare", "mend", "search", "show", "table", "tell", "worker")
"""What a page, a worker or a late import asks for by name."""

REMARK = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
"""A comment that begins its line."""
ASIDE = re.compile(r"(?<=[;,{}()\w]) // [^\"'`\n]*$", re.MULTILINE)
"""A comment behind code; one that has quotes in it is left, since it may be a string."""
INDENT = re.compile(r"^\s+", re.MULTILINE)
IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:const|function|class) (\w+))", re.MULTILINE)

Read = Callable[[str], str]
"""The source of a module, by its name."""


class ScriptFaultError(SitegenError):
    """Scripts import each other in a circle."""

    exit_code = 2
    usual_code = "scripts-in-a-circle"


def scripts(read: Read) -> tuple[tuple[str, bytes], ...]:
    """All entries, in a folder of their common hash, so that they find each other by name."""
    made = {f"{name}.js": bundle(name, read).encode() for name in ENTRIES}
    digest = sha256(repr(sorted(made.items())).encode()).hexdigest()[:8]
    return tuple((f"assets/js-{digest}/{name}", body) for name, body in made.items())


def bundle(entry: str, read: Read) -> str:
    """An entry behind the modules it imports, each once and in a scope of its own."""
    parts: list[str] = []
    for name in in_order(entry, read):
        source = linked(lean(read(name)))
        if name != entry:
            given = ", ".join(found[2] for found in EXPORT.finditer(source))
            source = f"const {scope(name)} = (() => {{\n{source}return {{ {given} }};\n}})();\n"
        parts.append(EXPORT.sub(r"\1", source) if name != entry else source)
    return "".join(parts)


def in_order(name: str, read: Read, above: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A module behind everything it imports."""
    if name in above:
        message = f"scripts import each other: {' → '.join((*above, name))}"
        raise ScriptFaultError(message)
    needed = imported(read(name))
    found = [one for other in needed for one in in_order(other, read, (*above, name))]
    return tuple(dict.fromkeys((*found, name)))


def imported(source: str) -> Iterator[str]:
    """Names of the modules that a source imports."""
    return (found[2] for found in IMPORT.finditer(source))


def linked(source: str) -> str:
    """Imports become names out of the scopes of other modules."""
    return IMPORT.sub(lambda found: f"const {found[1]} = {scope(found[2])};\n", source)


def scope(name: str) -> str:
    """The variable that holds what a module exports."""
    return f"${name.replace('-', '_')}"


def lean(source: str) -> str:
    """A source without remarks and indents."""
    return INDENT.sub("", ASIDE.sub("", REMARK.sub("", source)))
