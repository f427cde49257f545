"""The house holds: who may import whom, and who may touch the world outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

ROWS = """
    __main__
    cli
    serving
    build redacting
    making checking
    reasons
    indexing printing reading
    outcome unchanged gathering binding
    store render
    fingerprints
    publish
    search
    expectations recording excerpts origins weights
    corpus inspection explanations
    config about_dumps
    choices
    takedown licence accent
    agencies nodes assess state
    collate
    inference
    project
    sections lookups
    dump
    messages
    checks
    thai
    settings
    errors
    diagnostics progress
"""
"""A row may import rows below it, never a neighbour in its row, never above."""

TABLES = {"sections": "__init__", "publish": "publishers"}
"""In these rooms the files that stand in the room's table do not know each other."""

DOORS = {
    "click": {"cli"},
    "jinja2": {"render"},
    "babel": {"render"},
    "markdown_it": {"render"},
    "segno": {"render"},
    "duckdb": {"store"},
    "numpy": {"search"},
    "concurrent": {"store"},
    "dask": {"store"},
    "distributed": {"store"},
    "multiprocessing": {"store"},
    "os": {"store", "cli", "serving"},
    "tempfile": {"store"},
    "shutil": {"store", "cli"},
    "gzip": {"store"},
    "sys": {"__main__", "cli", "store"},
    "time": {"cli", "store", "serving"},  # how long a build took; waiting for another build
    "logging": set[str](),
    "locale": set[str](),
    "random": set[str](),
    "secrets": set[str](),
    "socket": set[str](),
    "uuid": set[str](),
}
"""What only these rooms may import: the world outside, and what makes builds differ."""

DISK = {
    "exists",
    "glob",
    "is_dir",
    "is_file",
    "iterdir",
    "mkdir",
    "open",
    "read_bytes",
    "read_text",
}
DISK |= {"rename", "resolve", "rglob", "stat", "touch", "unlink", "write_bytes", "write_text"}
AT_THE_DISK = {"store", "render", "cli", "serving"}
CLOCK = {"gmtime", "localtime", "now", "strftime", "time", "time_ns", "today", "utcnow"}

LEVEL = {room: level for level, row in enumerate(ROWS.split("\n")) for room in row.split()}
FILES = sorted(path.relative_to(GENERATOR) for path in GENERATOR.rglob("*.py"))


def room_of(file: Path) -> str:
    return file.parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, under its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The last name of every call, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node.lineno


def parsed(file: Path) -> ast.Module:
    return ast.parse((GENERATOR / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_row_imports_only_rows_below(file: Path) -> None:
    room = room_of(file)
    assert room in {*LEVEL, "__init__"}, "a new room needs its place in ROWS"
    for name in imports(parsed(file)):
        top, _, inside = name.partition(".")
        other = inside.split(".")[0]
        if top != "generator" or other not in LEVEL or other == room:
            continue
        assert LEVEL[other] > LEVEL[room], f"{file} imports {name}, which stands above or beside it"


def module(file: Path) -> str:
    """``publish.lists.tables``."""
    return ".".join(file.with_suffix("").parts)


def taken(file: Path) -> set[str]:
    """The modules of its own room that a file imports."""
    names = {name.removeprefix("generator.") for name in imports(parsed(file))}
    own = {module(one) for one in FILES if room_of(one) == room_of(file)}
    return {one for one in own if any(f"{name}.".startswith(f"{one}.") for name in names)}


@pytest.mark.parametrize("room", TABLES)
def test_files_of_one_table_do_not_know_each_other(room: str) -> None:
    table = Path(room, f"{TABLES[room]}.py")
    shared = {f"{room}.{name}" for name in ("artifacts", "shape", "urls")}
    rows = taken(table) - shared - {module(table)}
    assert len(rows) > 5
    for row in rows:
        known = taken(Path(f"{row.replace('.', '/')}.py")) & rows
        assert known <= {row}, f"{row} knows another"


@pytest.mark.parametrize("file", FILES, ids=str)
def test_the_world_outside_has_few_doors(file: Path) -> None:
    room, tree = room_of(file), parsed(file)
    for name in imports(tree):
        assert room in DOORS.get(name.split(".")[0], {room}), f"{file} imports {name}"
    for name, line in called(tree):
        assert name != "print", f"{file}:{line} prints"
        assert name not in CLOCK, f"{file}:{line} looks at the clock"
        assert name not in DISK or room in AT_THE_DISK, f"{file}:{line} opens a file"


def test_every_row_is_inhabited() -> None:
    assert set(LEVEL) == {room_of(file) for file in FILES} - {"__init__"}
