"""content/pages: the Markdown pages of the site's owner."""

import re
from collections.abc import Sequence
from itertools import starmap
from pathlib import Path

from generator.errors import Fault, attempting
from generator.publish.artifacts import Text, Words
from generator.settings.kinds import LOCALE
from generator.store.settings import read_words

NAME = re.compile(rf"(?P<name>[a-z0-9][a-z0-9-]{{0,59}})\.(?P<locale>{LOCALE})\.md")
TITLE = re.compile(r"# +(?P<title>.+)")


def read_texts(content: Path, locales: Sequence[str]) -> tuple[tuple[Text, ...], tuple[Fault, ...]]:
    """The pages in these languages by name, and files that are none."""
    folder = content / "pages"
    if not folder.is_dir():
        return (), ()
    texts: dict[str, list[Words]] = {}
    faults: list[Fault] = []
    with attempting(f"read {folder}"):
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".md")
    for path in paths:
        found = NAME.fullmatch(path.name)
        if found is None or re.fullmatch(LOCALE, found["name"]):  # the address of a language
            hint = "name it <name>.th.md; small letters, digits and - in a name of three or more"
            message = "no page can have this name"
            faults.append(Fault("page-name-wrong", path.as_posix(), 0, message, hint))
        elif found["locale"] in locales:
            source, unreadable = read_words(path)
            faults += unreadable
            title = TITLE.match(source)
            words = Words(
                found["locale"], title["title"].strip() if title else found["name"], source
            )
            texts.setdefault(found["name"], []).append(words)
    ordered = {
        name: tuple(sorted(words, key=lambda one: locales.index(one.locale)))
        for name, words in texts.items()
    }
    return tuple(starmap(Text, ordered.items())), tuple(faults)
