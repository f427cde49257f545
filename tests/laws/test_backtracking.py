"""No regular expression of ours can take exponential time, whatever a dump holds."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import generator
from tests.laws.backtracking import explodes

Found = dict[tuple[str, int], str]
"""Pattern and flags, and where it stands."""


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a+)+", "(a*)*", "(ab|[ab]b)*", "(a|aa)+", r"(\s*\w*)*", "(a?a?)*", r"(\d+\.?)*"),
        *("(.*,)*x", "(?:x{1,20})+", r"(?:\w+\s?)+", "([a-z]+|[0-9a-f]+)*", "(?i:(?:AB|aB)c)*"),
    ],
)
def test_what_explodes_is_found(pattern: str) -> None:
    assert explodes(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *("a*b*", "(a|b)*", r"\d+(?:\.\d+)*", r"(?:\w+\s)+", "(ab|ac)*", ".*x.*", "(?:a{1,3}b)+"),
        *(r"(?:,\d{3})*", "(?:(?!x)[ab])*", "(a*)b(a*)", "x(?:a|b|c)?y", "(?:AB|aB)*"),
    ],
)
def test_what_does_not_is_not(pattern: str) -> None:
    assert not explodes(pattern)


def held(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, tuple | list | set | frozenset | dict):
        for item in [*value.values(), *value] if isinstance(value, dict) else value:
            yield from held(item, depth - 1)
    elif depth and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for name in value.__dataclass_fields__:
            yield from held(getattr(value, name), depth - 1)


def modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(generator.__path__, "generator."):
        if not one.name.endswith("__main__"):
            yield importlib.import_module(one.name)


CALLS = {"compile", "match", "search", "sub", "subn", "split", "fullmatch", "findall", "finditer"}


def in_calls(module: ModuleType) -> Iterator[str]:
    """Patterns that are written where they are used."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if is_re and node.func.attr in CALLS and node.args:
                given = node.args[0]
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.value


def every() -> Found:
    found: Found = {}
    for module in modules():
        for value in vars(module).values():
            for pattern in held(value):
                found.setdefault((pattern.pattern, pattern.flags), module.__name__)
        for text in in_calls(module):
            found.setdefault((text, 0), module.__name__)
    return found


def test_no_pattern_of_the_generator_explodes() -> None:
    patterns = every()
    assert len(patterns) > 150
    bad = [f"{place}: {text}" for (text, flags), place in patterns.items() if explodes(text, flags)]
    assert bad == []
