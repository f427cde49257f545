"""Thai words on pages in another language: each stands in an element that says ``lang="th"``.

What a dump says is never translated, so a page in another language is full of it. It is known by
its letters, wherever it stands: no template has to tell.
"""

import re

THAI = "\u0e01-\u0e3a\u0e40-\u0e5b"
LETTER = re.compile(f"[{THAI}]")
RUN = re.compile(rf"[{THAI}](?:[^A-Za-z<>&]*[{THAI}])?")
"""Thai words with the spaces, digits and marks between them."""

NAME = re.compile(r"\w+")
"""Of the element that a tag begins or ends."""

PLAIN = frozenset({"script", "style", "title", "textarea", "option"})
"""Elements that hold no others."""

LATIN = re.compile(r"(?<!&)\b[A-Za-z]")


def marked(html: str) -> str:
    """The page with its Thai words marked: their element, where it holds no other words.

    Cut where tags end, a page is mostly ASCII, which Python knows of each piece: a text and the
    beginning of the tag behind it.
    """
    parts = html.split(">")
    for at in [at for at, part in enumerate(parts) if not part.isascii()]:
        text, _, behind = parts[at].partition("<")
        if LETTER.search(text):
            tag = parts[at - 1].rpartition("<")[2]
            told, shown = mark(tag, text, behind)
            parts[at - 1] += told
            parts[at] = shown + parts[at][len(text) :]
    return ">".join(parts)


def mark(tag: str, text: str, behind: str) -> tuple[str, str]:
    """What one text's element says of it, and the text with an element around its Thai words.

    ``tag``: the one before it; ``behind``: what follows the next one's first sign.
    """
    opened = NAME.match(tag)
    name = opened[0] if opened else ""
    if " lang=" in tag:
        return "", text
    ended = NAME.match(behind, 1) if behind[:1] == "/" else None
    if ended and ended[0] == name and not LATIN.search(text):
        return ' lang="th"', text
    if name in PLAIN:
        return "", text
    around = "tspan" if ended and ended[0] in {"text", "tspan"} else "span"
    return "", RUN.sub(rf'<{around} lang="th">\g<0></{around}>', text)
