"""How templates become Python here: as Jinja does it, less what this site never asks for.

Jinja prepares every call, every attribute and every printed value for anything: functions that want
the context, values that are not there, escaping that is switched on the way, imports that differ by
the page. A project page makes hundreds of calls and prints a thousand values, nearly all of them
macros, text and HTML. What is written here is the plain Python of a template without a fault; where
it fails, the page is printed again in Jinja's own way, which tells what is wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import cached_property, lru_cache
from keyword import iskeyword
from types import FunctionType
from typing import Any

from jinja2 import Environment, TemplateError, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.utils import missing
from markupsafe import Markup

from generator.render.markup import printed, safe

FRAGMENTS = 1 << 16
"""Pieces of pages that are kept to be printed again, of each kind."""

ASKING = frozenset({"defined", "undefined", "default", "d"})
"""Tests and filters of what may not be there."""

INNER = "l_1_"
"""How it names the arguments of a template's macros."""


class Component:
    """A macro, which always gives HTML."""

    __slots__ = ("raw",)

    def __init__(self, func: FunctionType) -> None:
        """Take a function that knows the defaults of its arguments."""
        func.__defaults__ = (missing,) * func.__code__.co_argcount
        self.raw: Callable[..., str] = func

    def __call__(self, *args: object, **named: object) -> Markup:
        """Call it from anywhere."""
        return safe(self.raw(*args, **{INNER + name: value for name, value in named.items()}))


class Compiler(CodeGenerator):
    """Writes the Python of a template."""

    asked: frozenset[nodes.Expr | None] = frozenset()
    """Attributes that may not be there."""
    macros: frozenset[str] = frozenset()
    """Names of the template's macros, and of those it imports."""
    words: frozenset[str] = frozenset()
    """The modules it imports whole."""
    template: nodes.Template
    alone: nodes.Node | None = None
    """What is printed as it is, and for nothing else."""

    def visit_Template(  # noqa: N802
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Look through the template; begin with what all of it calls."""
        found = [*within(node)]
        self.asked = frozenset(
            one.node
            for one in found
            if isinstance(one, nodes.Test | nodes.Filter) and one.name in ASKING
        )
        self.macros = frozenset(("caller", *defined(found)))
        self.words = frozenset(one.target for one in found if isinstance(one, nodes.Import))
        self.template = node
        self.writeline(f"from {safe.__module__} import {printed.__name__}, {safe.__name__}")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Take the attribute: records have theirs."""
        if node in self.asked or not is_plain(node):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # type: ignore[override]  # noqa: N802
        self, node: nodes.Call, frame: Frame, **asked: bool
    ) -> None:
        """Call at once: no function that templates are given asks for the context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, **asked)
            return
        if words := self.said(node, frame):
            self.write_words(words, node, frame)
            return
        is_raw = (asked or node is self.alone) and self.is_of_macro(node)
        before = INNER if is_raw else ""
        if is_raw and isinstance(node.node, nodes.Name):
            self.write(frame.symbols.ref(node.node.name))
        else:
            self.visit(node.node, frame)
        self.write(".raw(" if is_raw else "(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{before}{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(f"{before}caller=caller)" if asked else ")")

    def is_html(self, node: nodes.Call, frame: Frame) -> bool:
        """Whether what the call gives is surely HTML."""
        return self.said(node, frame) is not None or self.is_of_macro(node)

    def is_of_macro(self, node: nodes.Call) -> bool:
        """Whether a macro is called, as far as one can see."""
        called = node.node
        if isinstance(called, nodes.Getattr):
            return isinstance(called.node, nodes.Name) and called.node.name in self.words
        return isinstance(called, nodes.Name) and called.name in self.macros

    def said(self, node: nodes.Call, frame: Frame) -> str | None:
        """The words of ``_("words", …)`` in the environment's language."""
        name, first = node.node, node.args[:1]
        if not (isinstance(name, nodes.Name) and name.name == "_" and len(node.args) == 1):
            return None
        is_ours = frame.symbols.find_load(frame.symbols.ref("_")) == (VAR_LOAD_RESOLVE, "_")
        if not (is_ours and isinstance(first[0], nodes.Const) and node.kwargs):
            return None
        words: str = self.environment.words.gettext(first[0].value)  # type: ignore[attr-defined]
        return words

    def write_words(self, words: str, node: nodes.Call, frame: Frame) -> None:
        """Fill values into words, each made HTML."""
        self.write(f"({words!r} % {{" if node is self.alone else f"safe({words!r} % {{")
        for named in node.kwargs:
            self.write(f"{named.key!r}: printed(")
            self.visit(named.value, frame)
            self.write("), ")
        self.write("})")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """``is none`` is Python's."""
        if node.name != "none":
            super().visit_Test(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(" is None)")

    def enter_frame(self, frame: Frame) -> None:
        """Look up what is the same everywhere once for a template, not once for each loop."""
        if frame.toplevel or frame.block_frame:
            whole = self.blocks[frame.block] if frame.block else self.template
            names = [one for one in within(whole) if isinstance(one, nodes.Name)]
            for one in names:
                if one.ctx == "load" and one.name in self.environment.globals:
                    frame.symbols.load(one.name)
        super().enter_frame(frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Import a template: the same for all, since all have the same globals."""
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Define the macro as a component, if it takes no arguments but its own."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            self.write("environment.component(macro)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, *_: object) -> None:
        """Print a value; what a macro or words give is HTML already."""
        is_html = isinstance(node, nodes.Call) and self.is_html(node, frame)
        self.alone = node if is_html else None
        self.write("(" if is_html else "printed(")


def within(node: nodes.Node) -> Iterator[nodes.Node]:
    """All that a part of a template consists of, in its order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed([*one.iter_child_nodes()])


def defined(found: Iterable[nodes.Node]) -> Iterator[str]:
    """Names of macros among these, and of what is imported."""
    for one in found:
        if isinstance(one, nodes.Macro):
            yield one.name
        elif isinstance(one, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in one.names)


def is_plain(node: nodes.Getattr) -> bool:
    """Whether Python has the same words for it; ``self`` gives blocks, which are no attributes."""
    of = node.node
    if isinstance(of, nodes.Const) or (isinstance(of, nodes.Name) and of.name == "self"):
        return False
    return node.attr.isascii() and not iskeyword(node.attr)


class HtmlEnvironment(Environment):
    """An environment whose every template makes HTML, with the same globals for all."""

    code_generator_class: type[CodeGenerator] = Compiler
    component = Component

    def __init__(self, **options: object) -> None:
        """Take Jinja's options."""
        super().__init__(**options)  # type: ignore[arg-type]
        self.modules: dict[str, TemplateModule] = {}

    def html(self, template: str, told: Mapping[str, object]) -> str:
        """What a template makes of values; where it fails, what is wrong with it."""
        try:
            return self.get_template(template).render(told)
        except (AttributeError, TypeError, TemplateError):
            return self.careful.get_template(template).render(told)

    @cached_property
    def careful(self) -> Environment:
        """The same in Jinja's own way."""
        made = self.overlay(bytecode_cache=None)
        made.code_generator_class = CodeGenerator
        return made

    def module(self, name: str) -> TemplateModule:
        """What a template has to be imported, made once.

        What its macros in ``kept`` print follows from their arguments, and is printed once for all.
        """
        found = self.modules.get(name)
        if found is None:
            found = self.modules[name] = self.get_template(name).module
            for macro in getattr(found, "kept", ()):
                one: Component = getattr(found, macro)
                one.raw = lru_cache(FRAGMENTS, typed=True)(one.raw)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give all templates the same globals, so that imports have nothing to compare."""
        return {**self.globals, **d} if d else self.globals
