"""How templates become Python here: as Jinja does it, less what this site never asks for.

Jinja prepares every call and every printed value for anything: functions that want the context,
escaping that is switched on the way, arguments by the dozen, imports that differ by the page. A
project page makes hundreds of calls and prints a thousand values, nearly all of them macros, text
and HTML.
"""

from collections.abc import MutableMapping
from functools import lru_cache
from types import FunctionType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from generator.render.markup import printed, safe

FRAGMENTS = 1 << 16
"""Pieces of pages that are kept to be printed again, of each kind."""

CALLER = ("caller",)
"""Comes behind the arguments of a macro that prints what stands inside its call."""


class Component(Macro):
    """A macro, which always gives HTML."""

    def __call__(self, *args: object, **named: object) -> Markup:
        """Call it at once."""
        if named or self.caller:
            return self.called(args, named)
        return safe(self._func(*args))

    def called(self, args: tuple[object, ...], named: dict[str, object]) -> Markup:
        """Call it with arguments by name; what is wrong with them is for Jinja to say."""
        names = (*self.arguments[len(args) :], *CALLER[: self.caller])
        if named.keys() - names or (self.caller and "caller" not in named):
            return super().__call__(*args, **named)  # type: ignore[return-value]
        return safe(self._func(*args, *[named.get(name, missing) for name in names]))


class Compiler(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Call(  # type: ignore[override]  # noqa: N802
        self, node: nodes.Call, frame: Frame, **asked: bool
    ) -> None:
        """Call at once: no function that templates are given asks for the context."""
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, **asked)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if asked else ")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Import a template: the same for all, since all have the same globals."""
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Define the macro as a component, if it takes no arguments but its own."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        names = "".join(f"{one.name!r}, " for one in macro_ref.node.args)
        told = f"{getattr(macro_ref.node, 'name', '')!r}, ({names})"
        asked = f"caller={macro_ref.accesses_caller}"
        self.write(f"environment.component(macro, {told}, {asked})")

    def _output_child_pre(self, *_: object) -> None:
        """Print a value."""
        self.write("environment.printed(")


class HtmlEnvironment(Environment):
    """An environment whose every template makes HTML, with the same globals for all."""

    code_generator_class = Compiler
    printed = staticmethod(printed)

    def __init__(self, **options: object) -> None:
        """Take Jinja's options."""
        super().__init__(**options)  # type: ignore[arg-type]
        self.modules: dict[str, TemplateModule] = {}

    def component(
        self, func: FunctionType, name: str, arguments: list[str], *, caller: bool
    ) -> Component:
        """Make a component of a function that knows the defaults of its arguments."""
        func.__defaults__ = (missing,) * len(arguments)
        return Component(self, func, name, arguments, False, False, caller, True)  # noqa: FBT003

    def module(self, name: str) -> TemplateModule:
        """What a template has to be imported, made once.

        What its macros in ``kept`` print follows from their arguments, and is printed once for all.
        """
        found = self.modules.get(name)
        if found is None:
            found = self.modules[name] = self.get_template(name).module
            for macro in getattr(found, "kept", ()):
                setattr(found, macro, lru_cache(FRAGMENTS, typed=True)(getattr(found, macro)))
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give all templates the same globals, so that imports have nothing to compare."""
        return {**self.globals, **d} if d else self.globals
