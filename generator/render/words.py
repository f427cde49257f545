"""The words of the interface: which catalogue a locale speaks from.

The words in ``templates/`` are Thai and are their own message ids, so Thai needs no catalogue.
"""

from gettext import NullTranslations

from generator.errors import SitegenError

SOURCE = "th"
"""The locale the templates are written in."""


class UnknownLocaleError(SitegenError):
    """No catalogue for this locale."""

    exit_code = 2


def catalogue(locale: str) -> NullTranslations:
    """The words of ``locale``; Thai only, until the catalogues come."""
    if locale != SOURCE:
        message = f"no catalogue for the locale {locale!r}"
        raise UnknownLocaleError(message)
    return NullTranslations()
