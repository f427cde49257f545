"""content/pages: the Markdown pages of the site's owner."""

import re
from pathlib import Path

from generator.errors import Fault, attempting
from generator.publish.artifacts import Text
from generator.store.settings import read_words

NAME = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]{0,59})\.(?P<locale>[a-z]{2})\.md")
TITLE = re.compile(r"# +(?P<title>.+)")


def read_texts(content: Path, locale: str) -> tuple[tuple[Text, ...], tuple[Fault, ...]]:
    """The pages of one locale by name, and files that are none."""
    folder = content / "pages"
    if not folder.is_dir():
        return (), ()
    texts: list[Text] = []
    faults: list[Fault] = []
    with attempting(f"read {folder}"):
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".md")
    for path in paths:
        found = NAME.fullmatch(path.name)
        if found is None:
            hint = "name it <name>.th.md; small letters, digits and - in the name"
            message = "no page can have this name"
            faults.append(Fault("page-name-wrong", path.as_posix(), 0, message, hint))
        elif found["locale"] == locale:
            words, unreadable = read_words(path)
            faults += unreadable
            title = TITLE.match(words)
            texts.append(
                Text(found["name"], title["title"].strip() if title else found["name"], words)
            )
    return tuple(texts), tuple(faults)
