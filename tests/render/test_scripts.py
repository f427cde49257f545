"""Modules become one file an entry."""

import re
from gzip import compress

import pytest

from generator.render.places import CHECKOUT
from generator.render.scripts import ENTRIES, ScriptFaultError, bundle, in_order, lean, scripts

SOURCES = {
    "a": """import { b, c } from "./b.js";
import { d } from "./d-e.js";

export const a = b + d; // sum
""",
    "b": """/** What b is. */
import { d } from "./d-e.js";

export const b = d;
export function c() {
  return "x // y";
}
""",
    "d-e": """// why
const inner = 1;
export const d = inner;
""",
}

FIRST = ("search.js", "worker.js")
"""What the search page loads at once; the rest comes with the first question."""


def test_an_entry_stands_behind_what_it_imports() -> None:
    assert in_order("a", SOURCES.__getitem__) == ("d-e", "b", "a")
    assert bundle("a", SOURCES.__getitem__) == (
        "const $d_e = (() => {\nconst inner = 1;\nconst d = inner;\nreturn { d };\n})();\n"
        "const $b = (() => {\nconst { d } = $d_e;\nconst b = d;\n"
        'function c() {\nreturn "x // y";\n}\nreturn { b, c };\n})();\n'
        "const { b, c } = $b;\nconst { d } = $d_e;\nexport const a = b + d;\n"
    )


def test_a_circle_is_refused() -> None:
    sources = {"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'}
    with pytest.raises(ScriptFaultError, match="a → b → a"):
        bundle("a", sources.__getitem__)


def test_remarks_go_and_strings_stay() -> None:
    assert lean('const a = 1; // one\n  // two\nconst b = "c // d";\n') == (
        'const a = 1;\nconst b = "c // d";\n'
    )


def read(name: str) -> str:
    return (CHECKOUT / "assets" / "js" / f"{name}.js").read_text(encoding="utf-8")


def test_every_script_is_published_and_safe() -> None:
    made = dict(scripts(read))
    reached = {name for entry in ENTRIES for name in in_order(entry, read)}
    assert reached == {path.stem for path in (CHECKOUT / "assets" / "js").glob("*.js")}
    for path, body in made.items():
        text = body.decode()
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function|document\.write", text
        )
        words = re.search("[ก-ฮ]{2}", re.sub("^const THAI = .*$", "", text, flags=re.MULTILINE))
        assert not words, f"{path} holds words, which belong to a template"
        assert all(line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (CHECKOUT / "assets" / "js").iterdir())
)
def test_a_module_is_short(name: str) -> None:
    assert read(name.removesuffix(".js")).count("\n") < 200
    assert read(name.removesuffix(".js")).startswith("/**")


def test_the_first_load_is_light() -> None:
    made = {path.rpartition("/")[2]: body for path, body in scripts(read)}
    assert sum(len(compress(made[name], 9)) for name in FIRST) < 9_000
