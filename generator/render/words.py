"""The words of the interface: which catalogue a locale speaks from, and how templates get them.

The words in ``templates/`` are Thai and are their own message ids, so Thai needs no catalogue.
"""

from collections.abc import Callable, Iterator, Mapping
from gettext import NullTranslations

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from generator.config import SOURCE
from generator.errors import SitegenError
from generator.render.markup import printed, safe


class UnknownLocaleError(SitegenError):
    """No catalogue for this locale."""

    exit_code = 2
    usual_code = "locale-unknown"


def catalogue(locale: str) -> NullTranslations:
    """The words of ``locale``; Thai only, until the catalogues come."""
    if locale != SOURCE:
        message = f"no catalogue for the locale {locale!r}"
        raise UnknownLocaleError(message)
    return NullTranslations()


def spoken(words: NullTranslations) -> dict[str, Callable[..., Markup]]:
    """``_`` and ``ngettext`` for templates; the values that stand in the words are escaped."""

    def gettext(message: str, /, **values: object) -> Markup:
        return filled(words.gettext(message), values)

    def ngettext(one: str, many: str, count: int, /, **values: object) -> Markup:
        return filled(words.ngettext(one, many, count), {"num": count, **values})

    return {"_": gettext, "ngettext": ngettext}


def filled(words: str, values: Mapping[str, object]) -> Markup:
    """Words of the interface with values in them."""
    return safe(words % {name: printed(value) for name, value in values.items()})


class Constants(Extension):
    """Translates ``_("words")`` while a template is compiled, where the words need no values.

    An environment speaks one language, so they are constants, and most words of a page are such.
    ``environment.words`` is its catalogue.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Put the words in place of the call."""
        tokens = tuple(stream)
        at = 0
        while at < len(tokens):
            call = tokens[at : at + len(CALL)]
            if call[0].value == "_" and tuple(one.type for one in call) == CALL:
                words = self.environment.words.gettext(call[2].value)  # type: ignore[attr-defined]
                yield Token(call[0].lineno, "string", words % {})
                at += len(CALL)
            else:
                yield tokens[at]
                at += 1


CALL = ("name", "lparen", "string", "rparen")
"""The tokens of ``_("words")``."""
