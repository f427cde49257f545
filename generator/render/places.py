"""Where templates and what they name are looked for."""

from pathlib import Path

from generator.errors import SitegenError

PACKED = Path(__file__).parent.parent / "_templates"
CHECKOUT = Path(__file__).parents[2] / "templates"


def folders(own: Path | None = None) -> tuple[Path, ...]:
    """Where templates and assets are looked for: the site's own folder, if any, then ours."""
    ours = PACKED if PACKED.is_dir() else CHECKOUT
    return (ours,) if own is None else (own, ours)


class UnknownLocaleError(SitegenError):
    """No catalogue for this locale."""

    exit_code = 2
    usual_code = "locale-unknown"


def catalogues(locale: str, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """The catalogues of a language, the foremost first.

    Raises ``UnknownLocaleError`` where there is none.
    """
    places = (folder / "locales" / f"{locale}.po" for folder in folders)
    found = tuple(place for place in places if place.is_file())
    if not found:
        message = (
            f"no catalogue locales/{locale}.po among the templates; write it into the folder that"
            f" --templates names, or leave {locale} out of languages"
        )
        raise UnknownLocaleError(message)
    return found
