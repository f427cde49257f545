"""The words of the interface: which catalogue a locale speaks from, and how templates get them.

The words in ``templates/`` are Thai and are their own message ids, so Thai needs no catalogue. Any
other language has one, ``templates/locales/<locale>.po``, which Babel reads; in a site's own folder
such a catalogue goes before ours, word by word.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from generator.choices import SOURCE
from generator.errors import SitegenError
from generator.render.markup import printed, safe
from generator.render.places import catalogues

KEPT = 8
"""Catalogues, of which a site has one or two a language."""


def catalogue(locale: str, folders: tuple[Path, ...]) -> NullTranslations:
    """The words of ``locale`` from the catalogues in these folders, the first of them foremost.

    Raises ``UnknownLocaleError`` where there is none.
    """
    if locale == SOURCE:
        return NullTranslations()
    first, *others = (read(file, locale) for file in catalogues(locale, folders))
    for other in others:
        first.add_fallback(other)
    return first


def written(locale: str, folders: tuple[Path, ...]) -> tuple[bytes, ...]:
    """Its catalogues as they are on the disk."""
    return () if locale == SOURCE else tuple(map(Path.read_bytes, catalogues(locale, folders)))


def read(file: Path, locale: str) -> NullTranslations:
    """One catalogue, as ``gettext`` has it."""
    from babel.messages.pofile import PoFileError  # noqa: PLC0415  slow, and Thai needs none

    try:
        return GNUTranslations(BytesIO(compiled(file.read_bytes(), locale)))
    except (PoFileError, UnicodeDecodeError) as error:
        message = f"{file}: {error}"
        raise BrokenCatalogueError(message) from error


@lru_cache(KEPT)
def compiled(words: bytes, locale: str) -> bytes:
    """A catalogue as machines read it; kept for whoever sets up its language again."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415  as above
    from babel.messages.pofile import read_po  # noqa: PLC0415

    made = BytesIO()
    write_mo(made, read_po(BytesIO(words), locale, abort_invalid=True))
    return made.getvalue()


class BrokenCatalogueError(SitegenError):
    """A catalogue cannot be read."""

    exit_code = 2
    usual_code = "catalogue-broken"


def spoken(words: NullTranslations) -> dict[str, Callable[..., Markup]]:
    """``_``, ``ngettext`` and ``pgettext`` for templates; the values in the words are escaped."""

    def gettext(message: str, /, **values: object) -> Markup:
        return filled(words.gettext(message), values)

    def ngettext(one: str, many: str, count: int, /, **values: object) -> Markup:
        return filled(words.ngettext(one, many, count), {"num": count, **values})

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        return filled(words.pgettext(context, message), values)

    return {"_": gettext, "ngettext": ngettext, "pgettext": pgettext}


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
